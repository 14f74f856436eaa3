"""What answers leave undone: blanks, words in brackets, recommendations that nobody confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from drafter.diagnostics import Diagnostic
from drafter.gate.model import Gate
from drafter.questionnaire.record import Override


def unfinished_gates(blanks: Mapping[str, str], awaited: Mapping[str, str]) -> Iterator[Gate]:
    """What may not stand in a signed agreement; both map a question to what it asks."""
    for name, asks in blanks.items():
        yield Gate.of("blank", name, f"`{name}` is blank", f"answer: {asks}")
    for name, asks in awaited.items():
        says = f"words in brackets wait for `{name}`"
        yield Gate.of("bracket", name, says, f"answer: {asks}")


def unconfirmed_gate(
    unconfirmed: Mapping[str, str], overrides: Iterable[Override], cure: str
) -> Iterator[Gate]:
    """The recommendations that nobody confirmed, as one fault: each question with its section,
    which may be empty. One question alone may be overridden too."""
    named = {one.what for one in overrides}
    left = {name: section for name, section in unconfirmed.items() if name not in named}
    if left:
        many = f"{len(left)} answers are recommendations"
        count = "1 answer is a recommendation" if len(left) == 1 else many
        says = f"{count} that nobody confirmed: {_by_section(left)}"
        yield Gate(
            "unconfirmed", Diagnostic("unconfirmed", says, None, cure, questions=tuple(left))
        )


def _by_section(left: Mapping[str, str]) -> str:
    sections = Counter(section for section in left.values() if section)
    if sections:
        return ", ".join(f"{number} in {section}" for section, number in sections.items())
    return ", ".join(f"`{name}`" for name in left)
