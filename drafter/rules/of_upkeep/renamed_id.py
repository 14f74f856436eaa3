"""What `renamed.yaml` calls new is there, what it calls old is gone, and no name has two steps.

Why: old answers, cases and recorded agreements find their way by this table alone.

Bad:

    questions: {ip_owner: foreground_owner, foreground_owner: foreground_ownership}

Good:

    questions: {ip_owner: foreground_ownership, foreground_owner: foreground_ownership}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.model import ClauseLibrary
from drafter.rules.of_upkeep.model import Upkeep

RULE = "renamed-id"


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Renames to nothing, of what is still there, and in chains."""
    library = upkeep.library
    place = Place(f"{root(library)}renamed.yaml")
    yield from _moved(library, place)
    for kind, pairs in library.renamed.items():
        known = _known(kind, library)
        for old, new in pairs.items():
            target = _in_full(old, new)
            if target in pairs:
                yield _fault(
                    f"`{old}` leads to `{new}`, which is renamed itself",
                    place,
                    f"write `{old}: {pairs[target]}`",
                )
            elif target not in known:
                yield _fault(
                    f"`{old}` is renamed `{new}`, and there is none in `{kind}`",
                    place,
                    did_you_mean(target, known),
                )
            if old in known:
                yield _fault(
                    f"`{old}` is renamed, and still there",
                    place,
                    "remove the entry, or what it names",
                )


def _moved(library: ClauseLibrary, place: Place) -> Iterator[Diagnostic]:
    """Splits of what is still asked, merges into what nobody asks."""
    known = library.questionnaire.questions
    for kind, moved in (("splits", library.splits), ("merges", library.merges)):
        for name, by_value in moved.items():
            others = {other for row in by_value.values() for other in row}
            old, new = ({name}, others) if kind == "splits" else (others, {name})
            for one in sorted(old & known.keys()):
                cure = "remove the entry, or the question"
                yield _fault(f"`{one}` of `{kind}` is still asked", place, cure)
            for one in sorted(new - known.keys()):
                says = f"`{kind}` leads to `{one}`, which nobody asks"
                yield _fault(says, place, did_you_mean(one, known))


def old_names(
    library: ClauseLibrary, answers: Mapping[str, object], place: Callable[[str], Place | None]
) -> Iterator[Diagnostic]:
    """Names of questions in a deal that have been renamed; `place` says where a name stands."""
    renamed = library.renamed.get("questions", {})
    for name in answers:
        if name in renamed and name not in library.questionnaire.questions:
            yield _fault(
                f"`{name}` is called `{renamed[name]}` now", place(name), f"write `{renamed[name]}`"
            )


def root(library: ClauseLibrary) -> str:
    """The folder of the library as messages name it, with its slash."""
    for one in library.precedents.values():
        if one.place:
            return one.place.file.rsplit("precedents/", 1)[0]
    return ""


def _in_full(old: str, new: str) -> str:
    """A variant or option stands under its topic or question: `exit/soon` becomes `exit/later`."""
    for mark in ("/", "."):
        if mark in old and mark not in new:
            return f"{old.rsplit(mark, 1)[0]}{mark}{new}"
    return new


def _known(kind: str, library: ClauseLibrary) -> set[str]:
    match kind:
        case "topics":
            return set(library.topics)
        case "variants":
            return set(library.wordings)
        case "options":
            return {
                f"{one.id}.{option.id}"
                for one in library.questionnaire.questions.values()
                for option in one.options
            }
        case _:
            return set(library.questionnaire.questions)


def _fault(says: str, place: Place | None, cure: str) -> Diagnostic:
    return Diagnostic(RULE, says, place, cure)
