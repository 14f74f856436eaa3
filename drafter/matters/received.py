"""A file that came back: is it a Word file, and is it this agreement?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from drafter.diagnostics import Diagnostic, Place, Refused, refuse_errors
from drafter.gate import Gate
from drafter.ooxml.package import read_package
from drafter.registry.flattening import flattened
from drafter.registry.model import Revision
from drafter.word.printed_references import carried_references, printed_references
from drafter.word.read import print_docx

_ENOUGH = 0.5  # of the offered paragraphs, and of the answers that stand in them
_TELLING = 20  # characters; shorter paragraphs stand in any agreement
_OWN = 8  # characters; shorter answers stand in other deals as well
_SPACES = re.compile(r"[\s\u00a0]+")


class Match(NamedTuple):
    """How much of what was offered stands in a file word for word: paragraphs, and answers of this
    deal; the revision that the file says it is, 0 where it says none; and what to know of it."""

    same: int
    offered: int
    answers: int
    answered: int
    revision: int
    told: tuple[Diagnostic, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether a file without an id is this agreement; paragraphs alone could be those of
        another one from the same library."""
        paragraphs = self.same >= _ENOUGH * self.offered
        return paragraphs and self.answers >= _ENOUGH * self.answered


def reference(agreement: str, revision: int) -> str:
    """What an issued file prints on its pages.

    >>> reference("A-0007", 2)
    'A-0007, revision 2'
    """
    return f"{agreement}, revision {revision}"


def match(data: bytes, sent: Revision, file: str) -> Match:
    """Hold a received file against a revision.

    Raises `Refused` for what is no safe Word file.
    """
    parts, told = read_package(data, file)
    refuse_errors(told)
    words, printed = _spaced(_text(data, file)), dict(carried_references(parts))
    texts = [_spaced(block.text) for block in sent.blocks]
    telling = [text for text in texts if len(text) > _TELLING]
    own = _own_words(sent, " ".join(texts))
    return Match(
        _found(telling, words),
        len(telling),
        _found(own, words),
        len(own),
        printed.get(sent.agreement, 0),
        tuple(told),
    )


def wrong_file(data: bytes, sent: Revision, found: Match, file: str) -> list[Gate]:
    """Why a file is not this agreement: it carries the id of another one, or it carries none and
    its words are others."""
    others = {id for id, _ in carried_references(read_package(data, file)[0])} - {sent.agreement}
    if found.revision or (found.enough and not others):
        return []
    if others:
        says = f"{file} carries {', '.join(sorted(others))}, not {sent.agreement}"
    else:
        says = (
            f"{file} does not carry {sent.agreement}; {found.same} of the {found.offered} "
            f"paragraphs offered and {found.answers} of {found.answered} answers stand in it"
        )
    cure = "check that it is the right file; if so: --override wrong-file --reason WORDS"
    return [Gate("wrong-file", Diagnostic("wrong-file", says, Place(file), cure))]


def _own_words(sent: Revision, offered: str) -> list[str]:
    """The answers of this deal that can be read in what was offered."""
    answers = {_spaced(value) for _, value in flattened(sent.answers, {})}
    return [one for one in answers if len(one) >= _OWN and one in offered]


def _found(texts: Iterable[str], words: str) -> int:
    return sum(text in words for text in texts)


def carries(data: bytes, agreement: str, revision: int) -> bool:
    """Whether a Word file prints the reference of an agreement."""
    return (agreement, revision) in set(printed_references(read_package(data, "")[0]))


def _text(data: bytes, file: str) -> str:
    try:
        return print_docx(data)
    except (KeyError, ValueError, AttributeError, IndexError):
        says = f"{file} is no Word document that can be read"
        cure = "save it again in Word"
        raise Refused([Diagnostic("not-a-docx", says, Place(file), cure)]) from None


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
