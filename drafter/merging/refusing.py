"""When three files are not merged: what the received one is taken for instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from drafter.diagnostics import Diagnostic, Place, quoted
from drafter.merging.model import Document
from drafter.merging.read import CHANGES
from drafter.merging.sides import Sides
from drafter.ooxml.namespaces import W
from drafter.word.printed_references import carried_references

LEAST_FOUND = 0.5  # of the issued paragraphs that have words enough to be known again
TELLING = 4  # words; a shorter paragraph stands in any agreement
_SETTINGS = "word/settings.xml"
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a .doc, or a Word file with a password"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "another file than a .docx"),
)


def taken_for(data: bytes) -> str:
    """What a file seems to be that is no .docx; empty where that cannot be told.

    >>> taken_for(b"%PDF-1.7")
    'a PDF'
    """
    return next((kind for start, kind in _KINDS if data.startswith(start)), "")


def no_docx(data: bytes, faults: list[Diagnostic], file: str) -> list[Diagnostic]:
    """The faults of a file; where it is another kind of file, that alone."""
    kind = taken_for(data)
    if kind and any(fault.rule == "not-a-docx" for fault in faults):
        cure = "save it in Word as .docx, or ask for the Word file"
        return [Diagnostic("not-a-docx", f"{file} is {kind}", Place(file), cure)]
    return faults


def reasons_against(
    issued: Document, marked: Document, author: str, names: tuple[str, str]
) -> Iterator[Diagnostic]:
    """What can be said before any words are compared."""
    file, out = names[1], names[0]
    if not any(each.name for each in issued.blocks):
        says = f"{out} is no draft of drafter: no paragraph has its bookmark"
        cure = "give the file that went out, as `drafter issue` wrote it"
        yield Diagnostic("not-a-draft", says, Place(out), cure)
    if author in _authors(marked):
        says = f"{file} has changes by {quoted(author)} already"
        cure = "give this run an author of its own, so that its changes can be rejected alone"
        yield Diagnostic("author-twice", says, Place(file), cure)
    settings = marked.parts.get(_SETTINGS)
    for lock in etree.fromstring(settings).iter(f"{W}documentProtection") if settings else ():
        if lock.get(f"{W}enforcement", "0") not in ("0", "false", "off"):
            says = f"{file} is protected against editing"
            yield Diagnostic("protected-file", says, Place(file), "take the protection off in Word")
    yield from _other_agreement(issued, marked, file)
    yield from _twice(marked, file)


def unlike(sides: Sides, names: tuple[str, str]) -> Diagnostic | None:
    """Why the marked-up file is not this agreement: too little of it is found again."""
    found, issued = found_again(sides)
    if found >= LEAST_FOUND * issued:
        return None
    says = (
        f"{names[1]} is taken for another agreement, or for this one retyped: {found} of the "
        f"{issued} paragraphs of {names[0]} are found in it, {found / max(issued, 1):.0%}; "
        f"{LEAST_FOUND:.0%} is the least"
    )
    cure = "check that both are the same agreement; else compare them by hand: drafter redline"
    return Diagnostic("other-agreement", says, Place(names[1]), cure)


def found_again(sides: Sides) -> tuple[int, int]:
    """How many issued paragraphs with words enough are found, of how many."""
    telling = [each for each in sides.issued.blocks if len(each.plain) >= TELLING]
    return sum(each in sides.counsel.to for each in telling), len(telling)


def _authors(document: Document) -> set[str]:
    return {node.get(f"{W}author", "") for node in document.body.iter(*CHANGES)}


def _other_agreement(issued: Document, marked: Document, file: str) -> Iterator[Diagnostic]:
    """What the references on the pages say against the file."""
    ours, theirs = dict(carried_references(issued.parts)), dict(carried_references(marked.parts))
    for id, revision in ours.items():
        if theirs and id not in theirs:
            says = f"{file} carries {', '.join(sorted(theirs))}, not {id}"
            yield Diagnostic(
                "other-agreement", says, Place(file), "check that it is the right file"
            )
        elif theirs.get(id, revision) != revision:
            says = f"{file} marks up revision {theirs[id]} of {id}, not revision {revision}"
            cure = f"give the file that went out as revision {theirs[id]}"
            yield Diagnostic("other-revision", says, Place(file), cure)


def _twice(marked: Document, file: str) -> Iterator[Diagnostic]:
    names = Counter(each.name for each in marked.blocks if each.name)
    twice = sum(count > 1 for count in names.values())
    if names and twice > len(names) / 2:
        says = f"{file} holds two agreements: {twice} of its blocks stand in it twice"
        yield Diagnostic("two-agreements", says, Place(file), "keep one of them in the file")
