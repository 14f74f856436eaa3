"""Two wordings that decide one matter decide it alike, or one yields to the other by name.

Why: who owns a result that improves another party's background is said in two clauses; where they
name two owners and neither yields, the first valuable result is in dispute.

A wording says in its front matter what it decides; exactly one outcome of a matter holds where the
wording stands. It yields in a sentence that refers to the other topic and says `instead`.

Bad:

    (results/joint.md)        outcomes: {owner of an improvement: {all parties: always}}
    (improvements/maker.md)   outcomes: {owner of an improvement: {its maker: always}}

Good, in results/joint.md:

    {if improvements is maker} [@improvements] states who owns an Improvement instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from drafter.diagnostics import Place
from drafter.library.model import Ruling
from drafter.proof.clause_text import Site
from drafter.proof.goals import Goal
from drafter.proof.outline import PossibleVariant, Standing
from drafter.prose.model import Reference, Sentence, Words
from drafter.prose.walk import within

RULE = "two-outcomes"
_YIELDS = "instead"


def goals(standing: Standing) -> Iterator[Goal]:
    """No matter has two outcomes, and none that a wording decides is left without one."""
    deciding = [one for one in standing.variants if _outcomes(one)]
    for wording in deciding:
        yield from _undecided(wording, standing)
        yield from _divided(wording, standing)
    for first, second in combinations(deciding, 2):
        if first.topic != second.topic:
            yield from _apart(first, second, standing)


def _outcomes(wording: PossibleVariant) -> tuple[Ruling, ...]:
    return wording.variant.front.outcomes if wording.variant else ()


def _undecided(wording: PossibleVariant, standing: Standing) -> Iterator[Goal]:
    """A wording that decides a matter decides it in every deal in which it stands."""
    encoding = standing.encoding
    for matter in dict.fromkeys(one.matter for one in _outcomes(wording)):
        mine = [one for one in _outcomes(wording) if one.matter == matter]
        decided = encoding.clauses.either(encoding.verdict(one.when).true for one in mine)
        yield Goal(
            RULE,
            ("outcome", wording.topic, wording.id, matter),
            encoding.clauses.both((wording.stands, -decided)),
            f"`{wording.topic}/{wording.id}` says nothing of `{matter}` in these answers",
            _place(wording),
            "add the outcome for these answers to its `outcomes:`",
        )


def _divided(wording: PossibleVariant, standing: Standing) -> Iterator[Goal]:
    """A wording does not itself decide a matter in two ways."""
    encoding = standing.encoding
    for one, other in combinations(_outcomes(wording), 2):
        if one.matter == other.matter:
            verdicts = (encoding.verdict(each.when).true for each in (one, other))
            yield Goal(
                RULE,
                ("outcome", wording.topic, wording.id, one.matter, one.result, other.result),
                encoding.clauses.both((wording.stands, *verdicts)),
                f"`{wording.topic}/{wording.id}` says both `{one.result}` and `{other.result}` "
                f"of `{one.matter}`",
                _place(wording),
                "part the conditions of these outcomes in its `outcomes:`",
            )


def _apart(first: PossibleVariant, second: PossibleVariant, standing: Standing) -> Iterator[Goal]:
    encoding = standing.encoding
    yields = (_yields(first, second, standing), _yields(second, first, standing))
    for one in _outcomes(first):
        for other in _outcomes(second):
            if one.matter != other.matter or one.result == other.result:
                continue
            verdicts = (encoding.verdict(one.when).true, encoding.verdict(other.when).true)
            stand = (first.stands, second.stands, *verdicts)
            yield Goal(
                RULE,
                ("outcomes", first.topic, first.id, second.topic, second.id, one.matter),
                encoding.clauses.both((*stand, *(-literal for literal in yields))),
                f"`{one.matter}`: `{first.topic}/{first.id}` says `{one.result}`, and "
                f"`{second.topic}/{second.id}` says `{other.result}`",
                _place(second),
                f"let one yield, as in `[@{second.topic}] states it instead`, or part their rows",
            )


def _yields(wording: PossibleVariant, other: PossibleVariant, standing: Standing) -> int:
    """When a sentence of the wording leaves the matter to the other topic."""
    return standing.encoding.clauses.either(
        site.at.stands for site in wording.printed.sentences if _leaves_to(site, other.topic)
    )


def _leaves_to(site: Site, topic: str) -> bool:
    assert isinstance(site.what, Sentence)
    inlines = tuple(within(site.what.inlines))
    words = " ".join(one.text for one in inlines if isinstance(one, Words))
    targets = {to.topic for one in inlines if isinstance(one, Reference) for to in one.targets}
    return topic in targets and _YIELDS in words


def _place(wording: PossibleVariant) -> Place | None:
    return Place(wording.variant.file) if wording.variant else None
