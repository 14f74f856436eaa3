"""A first answers file: every question of a precedent as a comment, to be answered by hand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.model import Question

_WIDTH = 88


def first_answers(library: ClauseLibrary, precedent: Precedent) -> str:
    """The text of the file: it answers nothing, for a fact is known to the parties alone and the
    rest is recommended by what they answer.

    >>> from drafter import load_library
    >>> library = load_library().clauses
    >>> text = first_answers(library, library.precedents["referral"])
    >>> print("\\n".join(line for line in text.splitlines() if "collaboration_model" in line))
      # collaboration_model: strategic | tactical | transformative
    """
    lines = [
        f"precedent: {precedent.id}  # {precedent.title}",
        "# Take the # away from an answer that you give. What stays a comment is recommended where",
        "# a recommendation can be given, and stands as a blank in the draft where none can.",
        "answers:",
    ]
    section = ""
    for name in precedent.asks:
        question = library.questionnaire.questions[name]
        if question.section != section:
            section = question.section
            lines += ["", f"  # --- {section} ---"]
        lines += ["", *(f"  {line}" for line in _lines(question))]
    return "\n".join(lines) + "\n"


def _lines(question: Question) -> Iterator[str]:
    yield from textwrap.wrap(question.asks, _WIDTH, initial_indent="# ", subsequent_indent="# ")
    if question.ask_when is not None:
        yield "# (asked only where other answers make it so)"
    if not question.fields:
        yield f"# {question.id}: {_choice(question)}".rstrip()
        return
    yield f"# {question.id}:"
    yield f"#   {question.kind.one.replace('_', '-')}-1:"
    for field in question.fields.values():
        asks = f"  # {field.asks}" if not field.options else f"  # {_choice(field)}"
        yield f"#     {field.id}:{asks}"


def _choice(question: Question) -> str:
    """The options of a question; nothing for what is typed."""
    if question.options:
        return " | ".join(sorted(option.id for option in question.options))
    return " | ".join(one.id for one in question.kind.sort.lines)
