"""Trying a house style out: its parts filled with samples must be files that Word can open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.agreement.tag_reading import EACH, TagReading
from drafter.agreement.tag_value import TagValue
from drafter.diagnostics import Diagnostic, Place, note_from
from drafter.ooxml.namespaces import W
from drafter.word.tagged_parts import AGREEMENT_PLACE, PLACES, TAGS, TaggedPart, filled

_DOCUMENT = "word/document.xml"
_HERE = '<w:bookmarkStart w:id="0" w:name="here"/>'


def trial_faults(tags: list[TaggedPart]) -> Iterator[Diagnostic]:
    """Each part that does not come out whole, and a body without its place or closing line."""
    places = {**dict.fromkeys(PLACES, ""), AGREEMENT_PLACE: _HERE}
    for part in tags:
        try:
            for sample in ("", "a\nb"):
                values = {**dict.fromkeys(TAGS, sample), **_sample(part.reads, sample)}
                text = filled(part, values, places)
                root = ElementTree.fromstring(text.encode())
        except Exception as fault:  # whatever a template does wrong, it is the template's fault
            says, note = "the part is not whole when its tags are filled", note_from("trial", fault)
            yield Diagnostic("broken-tag", says, Place(part.name), notes=(note,))
        else:
            yield from _body_faults(root) if part.name == _DOCUMENT else ()


def _sample(reads: Iterable[TagReading], words: str) -> dict[str, TagValue]:
    """Values of which each has a field and two members for whatever is read of it, or none."""
    below: dict[str, list[TagReading]] = {}
    for one in reads:
        first, *rest = one.path
        below.setdefault(first, []).extend([one._replace(path=tuple(rest))] if rest else [])
    return {name: _sampled(rest, words) for name, rest in below.items()}


def _sampled(rest: list[TagReading], words: str) -> TagValue:
    fields = _sample(rest, words)
    each = fields.pop(EACH, None)
    return TagValue(words, members=[each] * 2 if each and words else [], fields=fields)


def _body_faults(root: Element) -> Iterator[Diagnostic]:
    body = root.find(f"{W}body")
    if body is None:
        says = "the document is Strict Open XML"
        yield Diagnostic("not-a-docx", says, Place(_DOCUMENT), "save it in Word as .docx")
        return
    tags = [node.get(f"{W}name", "") or node.tag for node in body]
    if tags.count("here") != 1:
        says = "one paragraph, and only one, must hold `{{ agreement }}`: the body goes there"
        yield Diagnostic("no-agreement-place", says, Place(_DOCUMENT))
    elif f"{W}p" not in tags[tags.index("here") :]:
        says = "a closing paragraph must follow `{{ agreement }}`: tracked changes need it"
        yield Diagnostic("no-closing-line", says, Place(_DOCUMENT), "add one with `{{ closing }}`")
