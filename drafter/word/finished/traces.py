"""What a file tells of those who made it: its properties, and the comments in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.ooxml.namespaces import W
from drafter.ooxml.properties import CUSTOM, REFERENCE
from drafter.word.finished.model import FileTrace, WholeFile
from drafter.word.printed_references import reference_of

_CORE, _APP, _COMMENTS = "docProps/core.xml", "docProps/app.xml", "word/comments.xml"
_TELLING = {
    "creator": "author",
    "lastModifiedBy": "last editor",
    "keywords": "keywords",
    "description": "description",
    "category": "category",
    "contentStatus": "status",
    "Company": "company",
    "Manager": "manager",
    "Template": "template",
    "HyperlinkBase": "base of links",
}
_SHIPPED = ("", "normal", "normal.dot", "normal.dotm")  # templates that everybody has


def properties(parts: Mapping[str, bytes]) -> Iterator[FileTrace]:
    """The properties that name a person, a firm, a template or a matter."""
    for part in (_CORE, _APP):
        for node in _nodes(parts, part):
            kind = _TELLING.get(node.tag.rpartition("}")[2])
            words = (node.text or "").strip()
            if kind and words and not (kind == "template" and words.lower() in _SHIPPED):
                yield FileTrace("property", kind, words)
    for node in _nodes(parts, CUSTOM):
        words = "".join(node.itertext()).strip()
        ours = node.get("name") == REFERENCE and reference_of(words) == words
        if words and not ours:
            yield FileTrace("custom property", node.get("name", ""), words)


def named_comments(parts: Mapping[str, bytes], file: WholeFile) -> Iterator[FileTrace]:
    """Comments that no paragraph holds; the others are put where they begin."""
    told = {node.get(f"{W}id", ""): node for node in _nodes(parts, _COMMENTS)}
    for paragraph in file.paragraphs:
        kept = [one for one in paragraph.traces if one.kind != "comment"]
        ids = [one.who for one in paragraph.traces if one.kind == "comment"]
        kept += [_comment(told.pop(id)) for id in ids if id in told]
        paragraph.traces = kept
    yield from map(_comment, told.values())


def _comment(node: Element) -> FileTrace:
    words = "".join(each.text or "" for each in node.iter(f"{W}t"))
    return FileTrace("comment", node.get(f"{W}author", ""), words)


def _nodes(parts: Mapping[str, bytes], name: str) -> list[Element]:
    return list(ElementTree.fromstring(parts[name])) if parts.get(name) else []
