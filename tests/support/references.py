"""References and contents lines of a finished Word file, judged against what they point at."""

from __future__ import annotations

from drafter.diagnostics import Diagnostic, Place
from drafter.word.reader import ReadDocument, ReadLink, ReadReference, reading


def check_references(data: bytes) -> list[Diagnostic]:
    """Each reference and contents line that shows another number than its target has."""
    return wrong_references(reading(data))


def wrong_references(read: ReadDocument) -> list[Diagnostic]:
    """The same of a file that is read already."""
    return [
        *(fault for each in read.references for fault in _reference_faults(each, read)),
        *(fault for each in read.links for fault in _link_faults(each, read)),
    ]


def _reference_faults(reference: ReadReference, read: ReadDocument) -> list[Diagnostic]:
    place = Place("document", reference.paragraph + 1)
    number = read.numbers.get(reference.target)
    if number is None:
        says = f"`{reference.shown}` refers to `{reference.target}`, which is not there"
        return [Diagnostic("dangling-reference", says, place)]
    switches = reference.switches.lower()
    shown = _spaced(reference.shown)
    if "\\n" in switches:
        fits, right = shown == _spaced(number.own or "0"), number.own
    elif "\\w" in switches:
        fits, right = shown == _spaced(number.full or "0"), number.full
    elif "\\r" in switches:
        fits, right = _spaced(number.full).endswith(shown), number.full
    else:
        return []
    if fits:
        return []
    says = f"the reference shows `{reference.shown}`; its target is `{right}`"
    return [Diagnostic("stale-reference", says, place)]


def _link_faults(link: ReadLink, read: ReadDocument) -> list[Diagnostic]:
    place = Place("document", link.paragraph + 1)
    if link.target not in read.marked:
        says = f"the line `{link.shown}` leads to `{link.target}`, which is not there"
        return [Diagnostic("dangling-reference", says, place)]
    target = read.paragraphs[read.marked[link.target]]
    gap = read.numbers[link.target].gap
    right = gap.join(part for part in (target.label, target.text.replace("\n", " ")) if part)
    if _spaced(link.shown) == _spaced(right):
        return []
    says = f"the line `{link.shown}` stands for `{right}`"
    return [Diagnostic("stale-contents", says, place)]


def _spaced(text: str) -> str:
    """A nonbreaking space is a space to the reader."""
    return text.replace("\u00a0", " ")
