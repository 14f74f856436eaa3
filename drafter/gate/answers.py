"""What answers leave undone: blanks, words in brackets, recommendations that nobody confirmed,
proposals that nobody accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from drafter.diagnostics import Diagnostic, so_many
from drafter.gate.model import Gate
from drafter.questionnaire.record import Override


def unfinished_gates(blanks: Mapping[str, str], awaited: Mapping[str, str]) -> Iterator[Gate]:
    """What may not stand in a signed agreement; both map a question to what it asks."""
    for name, asks in blanks.items():
        yield Gate.overridable("blank", name, f"`{name}` is blank", f"answer: {asks}")
    for name, asks in awaited.items():
        says = f"words in brackets wait for `{name}`"
        yield Gate.overridable("bracket", name, says, f"answer: {asks}")


def unconfirmed_gate(
    unconfirmed: Mapping[str, str], overrides: Iterable[Override], cure: str
) -> Iterator[Gate]:
    """The recommendations that nobody confirmed, as one fault: each question with its section,
    which may be empty. One question alone may be overridden too."""
    named = {one.what for one in overrides}
    left = {name: section for name, section in unconfirmed.items() if name not in named}
    if left:
        count = so_many(len(left), "answer is a recommendation", "answers are recommendations")
        says = f"{count} that nobody confirmed: {_by_section(left)}"
        yield Gate(
            "unconfirmed", Diagnostic("unconfirmed", says, None, cure, questions=tuple(left))
        )


def proposed_gate(names: tuple[str, ...], cure: str) -> Iterator[Gate]:
    """The proposed answers as one fault, which is firm: to accept them is no longer than to
    override it, and says who."""
    if names:
        one = len(names) == 1
        many = so_many(len(names), "answer is", "answers are")
        said = ", ".join(f"`{name}`" for name in names)
        says = f"{many} proposed and nobody accepted {'it' if one else 'them'}: {said}"
        fault = Diagnostic("proposed", says, None, cure, questions=names)
        yield Gate("proposed", fault, is_firm=True)


def _by_section(left: Mapping[str, str]) -> str:
    sections = Counter(section for section in left.values() if section)
    if sections:
        return ", ".join(f"{number} in {section}" for section, number in sections.items())
    return ", ".join(f"`{name}`" for name in left)
