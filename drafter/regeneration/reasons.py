"""Why an agreement reads differently, found by what it used: what of that is another thing now.

Only agreements with a stale use can read differently; whether one does, drafting it again tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from drafter.diagnostics import Refused
from drafter.matters.workshop import Workshop
from drafter.questionnaire.deal import print_answer_of, settle
from drafter.regeneration.model import ChangedParagraph, ReasonForChange, Recommended
from drafter.regeneration.redraft import Redraft
from drafter.registry.model import Revision, Use

PRINTED = ("selection", "text", "definition", "style", "precedent", "questionnaire", "words")
_SHOWN_BY_THEMSELVES = ("answer", "house style")


def stale_uses(uses: Iterable[Use], shop: Workshop) -> frozenset[Use]:
    """The uses whose thing is another now, or gone, and whose change can be seen in print."""
    return frozenset(use for use in uses if use.kind in PRINTED and _now(use, shop) != use.digest)


def _now(use: Use, shop: Workshop) -> str | None:
    if use.kind != "style":
        return shop.ingredients.now(use)
    try:
        return shop.style(use.name).digest
    except Refused:
        return None


def reasons(again: Redraft, changes: Iterable[ChangedParagraph]) -> tuple[ReasonForChange, ...]:
    """The reasons that show in the changes; where they do not explain every change, all of them."""
    every = [*dict.fromkeys((*_of_answers(again), *_of_uses(again)))]
    touched = {_owner(change.block) for change in changes}
    near = [one for one in every if one.name in touched or one.kind in _SHOWN_BY_THEMSELVES]
    explained = touched <= {one.name for one in near}
    return tuple(near if near and explained else every)


def _owner(block: str) -> str:
    """The topic or definition that a block belongs to."""
    first, *rest = block.split(".")
    return rest[0] if first == "definition" and rest else first


def _of_uses(again: Redraft) -> Iterator[ReasonForChange]:
    before, now = _by_name(again.revision.uses), _by_name(again.uses)
    keys = sorted({**before, **now}, key=lambda key: PRINTED.index(key[0]))
    reworded = {
        key[1]
        for key in keys
        if key[0] == "selection" and _choice(before.get(key)) != _choice(now.get(key))
    }
    for kind, name in keys:
        old, new = before.get((kind, name)), now.get((kind, name))
        if old != new and not (kind == "text" and name in reworded):
            yield from _of_use(again, kind, name, old, new)


def _by_name(uses: Iterable[Use]) -> dict[tuple[str, str], Use]:
    return {(use.kind, use.name): use for use in uses if use.kind in PRINTED}


def _choice(use: Use | None) -> str:
    return use.choice if use else ""


def _of_use(
    again: Redraft, kind: str, name: str, old: Use | None, new: Use | None
) -> Iterator[ReasonForChange]:
    """The reason that one use is; a definition that only came into use or fell out of it is none,
    for something else brought that about."""
    library = again.agreement.decision.selection.library
    before, now = _choice(old), _choice(new)
    if kind in ("selection", "text"):
        heading = library.topics[name].heading if name in library.topics else name
        called = "selection" if before != now else "wording"
        yield ReasonForChange(called, name, heading, before, now)
    elif kind == "definition" and old and new:
        yield ReasonForChange("definition", name, library.definitions[name].term, before, now)
    elif kind == "style":
        yield ReasonForChange("house style", name)
    elif kind in ("precedent", "questionnaire") or (kind == "words" and old):
        yield ReasonForChange(kind, name)


def _of_answers(again: Redraft) -> Iterator[ReasonForChange]:
    """Answers that are not what they were: given anew, or a recommendation for a new question."""
    before = _answered(again.revision.answers) | dict(again.revision.taken)
    now = _answered(again.revision.answers) | again.taken()
    for name in sorted(before.keys() | now.keys()):
        if before.get(name) != now.get(name):
            yield ReasonForChange(
                "answer", name, "", _words(before.get(name)), _words(now.get(name))
            )


def _answered(record: Any) -> dict[str, Any]:
    return dict(record.get("answers") or {})


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def recommended_now(revision: Revision, shop: Workshop) -> tuple[Recommended, ...]:
    """The recommendations once taken that would be others today."""
    try:
        typed = shop.library.read(revision.answers)
    except Refused:
        return ()
    deal = settle(shop.library.clauses.questionnaire, typed)
    today = {name: print_answer_of(name, deal) for name in deal.taken}
    return tuple(
        Recommended(name, _words(value), today[name])
        for name, value in revision.taken.items()
        if name in today and today[name] != _words(value)
    )
