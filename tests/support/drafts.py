"""The four examples, drafted: once for all tests that read them."""

from __future__ import annotations

from functools import cache

from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement
from drafter.word.write import to_docx
from support.command import example
from support.examples import starter
from support.files import house


@cache
def drafted(name: str, purpose: str = "draft") -> Agreement:
    """The agreement of an example; what keeps it from being issued is no concern here."""
    decision = starter().select(starter().read_file(example(name)))
    return assemble(decision.selection, Instructions(purpose)).agreement


@cache
def docx(name: str, purpose: str = "draft") -> bytes:
    """The Word file of an example, in the house style that comes with drafter."""
    return to_docx(drafted(name, purpose), house())
