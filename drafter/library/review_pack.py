"""The review pack: what a head of legal reads before approving, as one page that opens anywhere.

Each topic with its table in words, the questions behind it, its points, and each variant with its
position, who may give it, its law, its day of review, what to confirm, its text, and what changed
since an earlier state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff

from drafter.conditions.walk import subjects
from drafter.data_classes import dataclass
from drafter.library.condition_text import print_condition
from drafter.library.markup import Html, document, element, items, table
from drafter.library.model import LEFT_OUT, ClauseLibrary, Law, Precedent, Topic, Variant
from drafter.library.playbook import POSITIONS
from drafter.questionnaire.model import Question
from drafter.questionnaire.order import questions_behind

STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a}
a{color:#0b4f9e} .skip{position:absolute;left:-99rem} .skip:focus{position:static}
table{border-collapse:collapse;width:100%} caption{text-align:left;font-weight:bold;padding:.4rem 0}
th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
pre{white-space:pre-wrap;font:.95rem/1.45 ui-monospace,monospace;background:#f4f4f4;padding:.6rem}
section{border-top:3px solid #1a1a1a;margin-top:2rem} article{margin:1rem 0 1rem 1rem}
ins{background:#d8f3dc;text-decoration:underline} del{background:#fde2e2} dt{font-weight:bold}
@media print{details{display:block} nav{display:none}}
"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a variant was before: its digest and text, "" where the text is not kept."""

    digest: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Since:
    """The earlier state that a pack compares with, and how to find a variant in it by
    `topic/variant`; None where it had no such variant."""

    called: str
    find: Callable[[str], Earlier | None]
    gone: tuple[str, ...] = ()  # variants that it had and the library has no more


Sources = Callable[[Variant], str]


def review_pack(
    library: ClauseLibrary,
    precedents: Iterable[Precedent],
    source: Sources,
    since: Since | None = None,
) -> str:
    """The pack of some precedents; `source` gives the text of a variant's file."""
    chosen = tuple(precedents)
    topics = tuple(_topics(library, chosen))
    title = f"Review pack: {', '.join(one.title for one in chosen)}"
    pages = [_topic(one, library, source, since) for one in topics]
    links = (element("a", _name(one), href=f"#{one.id}") for one in topics)
    return document(
        title,
        library.language,
        STYLE,
        element("a", "Skip to the topics", href="#topics", class_="skip"),
        element("h1", title),
        element(
            "p", "Variants of a library for drafting. No page of it says that law was checked."
        ),
        _changes(topics, since),
        element("nav", element("h2", "Topics"), items(links), aria_label="Topics"),
        element("main", *pages, id="topics"),
    )


def _topics(library: ClauseLibrary, precedents: Iterable[Precedent]) -> Iterator[Topic]:
    """The topics of the precedents, once each, riders behind their hosts."""
    for id in dict.fromkeys(id for one in precedents for id in one.topics):
        yield library.topics[id]
        yield from library.riders(id)


def _name(topic: Topic) -> str:
    return f"{topic.heading or topic.id} [{topic.id}]"


# --- what changed -----------------------------------------------------------------------------


def _changes(topics: Iterable[Topic], since: Since | None) -> Html:
    """The list of variants that are new, changed or gone, each with a link."""
    if since is None:
        return Html()
    variants = [(topic, one) for topic in topics for one in topic.variants.values()]
    said = [(topic, one, _standing(topic, one, since)) for topic, one in variants]
    found = [
        element("a", f"{topic.id}/{one.id}: {words}", href=f"#{topic.id}.{one.id}")
        for topic, one, words in said
        if words
    ]
    found += [Html(element("span", f"{name}: gone")) for name in since.gone]
    lead = f"{len(found)} of {len(variants)} variants differ from {since.called}."
    return element("div", element("h2", "What changed"), element("p", lead), items(found))


def _standing(topic: Topic, variant: Variant, since: Since) -> str:
    """`new`, `changed`, or "" where it is what it was."""
    earlier = since.find(f"{topic.id}/{variant.id}")
    if earlier is None:
        return "new"
    return "" if earlier.digest == variant.digest else "changed"


def _difference(before: str, now: str) -> Html:
    """Line by line, what went and what came."""
    lines = list(unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=0))[2:]
    marked = [_line(one) for one in lines if not one.startswith("@@")]
    return element("pre", *marked)


def _line(line: str) -> Html:
    return element("ins" if line.startswith("+") else "del", line + "\n")


# --- a topic ----------------------------------------------------------------------------------


def _topic(topic: Topic, library: ClauseLibrary, source: Sources, since: Since | None) -> Html:
    ordered = sorted(topic.variants.values(), key=lambda v: POSITIONS.index(v.front.position))
    return element(
        "section",
        element("h2", _name(topic)),
        element("p", topic.settles),
        _table(topic, library),
        element("h3", "Questions"),
        items(_question(one) for one in _questions(topic, library)) or element("p", "None."),
        *([element("p", f"Must cover: {', '.join(topic.covers)}.")] if topic.covers else []),
        *(_variant(topic, one, source, since) for one in ordered),
        id=topic.id,
    )


def _table(topic: Topic, library: ClauseLibrary) -> Html:
    rows = []
    for row in topic.rows:
        variant = topic.variants.get(row.variant)
        position = variant.front.position if variant else ""
        giver = variant.front.approval_from if variant else ""
        named = "nothing is printed" if row.variant == LEFT_OUT else row.variant
        rows.append((named, position, giver, print_condition(row.when, library.questionnaire)))
    heads = ("Variant", "Position", "Given by", "Stands when")
    return table("When each variant stands", heads, rows)


def _questions(topic: Topic, library: ClauseLibrary) -> list[Question]:
    names = {name for row in topic.rows if row.when for name in subjects(row.when)}
    asked = library.questionnaire
    behind = {each for name in names for each in questions_behind(name, asked)}
    return [asked.questions[name] for name in asked.in_order(behind)]


def _question(question: Question) -> Html:
    options = "; ".join(one.label for one in question.options)
    said = [element("b", question.asks), f" [{question.id}] {options}"]
    said += [Html("<br>"), question.help] if question.help else []
    return element("span", *said)


def _variant(topic: Topic, variant: Variant, source: Sources, since: Since | None) -> Html:
    text = source(variant)
    return element(
        "article",
        element("h3", f"{variant.id} ({variant.front.position or 'no position'})"),
        *_changed(topic, variant, text, since),
        element("dl", *_facts(variant)),
        element("details", element("summary", f"Text of {variant.id}"), element("pre", text)),
        id=f"{topic.id}.{variant.id}",
    )


def _changed(topic: Topic, variant: Variant, text: str, since: Since | None) -> Iterator[Html]:
    words = _standing(topic, variant, since) if since else ""
    if since and words:
        yield element("p", element("strong", f"{words} against {since.called}"))
        earlier = since.find(f"{topic.id}/{variant.id}")
        if earlier and earlier.text:
            yield _difference(earlier.text, text)
        elif earlier:
            yield element("p", "The text that it had then is kept nowhere.")


def _facts(variant: Variant) -> Iterator[Html]:
    front = variant.front
    told = (
        ("Says", [front.summary]),
        ("Note", [front.note]),
        ("Given by", [front.approval_from]),
        ("Law", [_law(one) for one in front.legal_basis]),
        ("Review by", [front.review_by]),
        ("Counsel confirms", list(front.confirm)),
        ("Left out on purpose", [f"{point}: {why}" for point, why in front.waive.items()]),
    )
    for name, values in told:
        said = [element("dd", value) for value in values if value]
        yield from (element("dt", name), *said) if said else ()


def _law(law: Law) -> str:
    since = f" from {law.valid_from}" if law.valid_from else ""
    until = f" until {law.valid_to}" if law.valid_to else ""
    return f"{law.law}{since}{until}"
