"""A clause that calls something a serious breach is in the list of serious breaches.

Why: the list says what is serious, and nothing else is; a clause that sends there and is not named
in it has no effect, and a court reads it so.

Bad:

    If a Party does not pay in time, that is a serious breach under [@default.serious].

    (and topics/default:)  A breach is serious if it: {or} {#serious}
                             - takes from another Party what it was promised
                             - is repeated within 12 months

Good:

    If a Party does not pay in time, that is a serious breach under [@default.serious]. {#serious}

    (and topics/default:)  A breach is serious if it: {or} {#serious}
                             - takes from another Party what it was promised
                             - {if @payment} is a late payment as [@payment.serious] describes it

Effect: An error: `drafter check` ends with 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.diagnostics import Diagnostic
from drafter.prose.model import ProseParagraph, Reference, Target
from drafter.prose.walk import beneath, labels, within
from drafter.rules.of_style.model import Hit, Page, PageLine, place_of
from drafter.rules.of_upkeep.model import Upkeep

RULE = "not-listed"
LIST = "serious"
_WORDS, _SAID_HERE = "serious breach", "breach is serious if"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Clauses that send to a list of serious breaches, or speak of one, and stand in no row."""
    read = tuple(upkeep.pages)
    listed = dict(_lists(read))
    for page in read if listed else ():
        if page.topic and page.topic not in listed:
            yield from _found(page, listed)


def _lists(pages: Iterable[Page]) -> Iterator[tuple[str, frozenset[Target]]]:
    """What the rows of each list name; of several variants, what every one of them names."""
    named: dict[str, frozenset[Target]] = {}
    for page in pages:
        listing = labels(page.text).get(LIST)
        if isinstance(listing, ProseParagraph) and listing.bullets:
            rows = frozenset(
                target
                for one in beneath(listing)
                for sentence in one.sentences
                for target in _targets(sentence.inlines)
            )
            named[page.topic] = named.get(page.topic, rows) & rows
    yield from named.items()


def _targets(inlines: Iterable[object]) -> Iterator[Target]:
    found = (one for one in within(inlines) if isinstance(one, Reference))  # type: ignore[arg-type]
    return (target for reference in found for target in reference.targets)


def _found(page: Page, listed: dict[str, frozenset[Target]]) -> Iterator[Diagnostic]:
    for line in page.lines:
        sent = [one.topic for one in _targets(line.inlines) if one.label == LIST]
        at = max(0, line.masked.find(_WORDS))
        if not sent and (_WORDS not in line.masked or _SAID_HERE in page.block(line)):
            continue
        if not any(_label(page, line) in listed.get(topic, ()) for topic in sent):
            says = "this is called a serious breach, and the list of them does not name it"
            cure = f"label the clause, send to the list with `[@topic.{LIST}]`, and name it there"
            yield Diagnostic(RULE, says, place_of(Hit(line, at, at + len(_WORDS))), cure)


def _label(page: Page, line: PageLine) -> Target:
    clause = page.text.blocks[line.block]
    label = clause.label if isinstance(clause, ProseParagraph) else ""
    return Target(page.topic, label)
