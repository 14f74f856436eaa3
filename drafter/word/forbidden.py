"""What a house style may not hold beyond what no file may: fields, changes, tags in odd places."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from drafter.diagnostics import Diagnostic, Place
from drafter.ooxml.namespaces import W

FIELDS = {
    "DOCPROPERTY",
    "FILENAME",
    "KEYWORDS",
    "SECTION",
    "SUBJECT",
    "TITLE",
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "REF",
    "PAGEREF",
    "TOC",
    "SEQ",
    "STYLEREF",
}
"""The fields a house style may use: none of them reads another file, a program or the clock."""

_FOREIGN = {
    "mailMerge": "a mail merge",
    "updateFields": "a question to each reader on opening",
    "documentProtection": "a protection against editing",
    "trackRevisions": "tracking of changes",
    "ins": "a pending change",
    "del": "a pending change",
    "moveFrom": "a pending change",
    "moveTo": "a pending change",
}
_OPENERS = ("{{", "{%", "{#")


def forbidden_things(parts: dict[str, bytes]) -> Iterator[Diagnostic]:
    """Each thing in the parts that refuses the house style, with its part and the cure."""
    for name, data in sorted(parts.items()):
        if name.endswith(".xml") and name.startswith("word/"):
            root = ElementTree.fromstring(data)
            for says, cure in (*_foreign(root), *_bad_fields(root), *_tags_in_attributes(root)):
                yield Diagnostic("unsafe-content", says, Place(name), cure)


def _foreign(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for tag, what in _FOREIGN.items():
        if root.find(f".//{W}{tag}") is not None:
            yield f"the part holds {what} (w:{tag})", "remove it in Word and save again"


def _bad_fields(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for code in field_codes(root):
        name = code.split()[0].upper() if code.split() else ""
        if any(mark in code for mark in _OPENERS):
            yield f"a tag stands inside the field `{code.strip()}`", "put it outside the field"
        elif name not in FIELDS or (name == "FILENAME" and "\\p" in code.lower()):
            cure = f"fields that may stand here: {', '.join(sorted(FIELDS))}"
            yield f"the field `{code.strip()[:60]}` is not allowed", cure


def field_codes(root: ElementTree.Element) -> Iterator[str]:
    """The code of each field of a part, joined over the runs it is spread on."""
    yield from (node.get(f"{W}instr", "") for node in root.iter(f"{W}fldSimple"))
    codes: list[list[str]] = []
    loose: list[str] = []
    for node in root.iter():
        kind = node.get(f"{W}fldCharType") if node.tag == f"{W}fldChar" else None
        if kind == "begin":
            codes.append([])
        elif kind == "end" and codes:
            yield "".join(codes.pop())
        elif node.tag in (f"{W}instrText", f"{W}delInstrText"):
            (codes[-1] if codes else loose).append(node.text or "")
    yield from ("".join(code) for code in (*codes, loose) if code)


def _tags_in_attributes(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for node in root.iter():
        for value in node.attrib.values():
            if any(mark in value for mark in _OPENERS):
                yield f"a tag stands outside text: `{value[:60]}`", "put it between words"
