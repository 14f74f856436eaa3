"""The main part of a Word file: read as a tree, put back into a copy of the file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, cast

from drafter.diagnostics import Diagnostic, Place, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "word/document.xml"
STYLES = "word/styles.xml"
LARGEST = 64_000_000  # bytes of an unpacked main part
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """A name in WordprocessingML's namespace."""
    return f"{{{W}}}{name}"


def read_body(data: bytes, name: str = "the file") -> _Element:
    """The `w:body` of a .docx. Raises `Refused` for what is no Word file."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(MAIN).file_size > LARGEST:
                raise _refused(name, "its main part is too large")
            xml = archive.read(MAIN)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        body = etree.fromstring(xml, parser).find(w("body"))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        raise _refused(name, "this is no Word file") from None
    if body is None:
        raise _refused(name, "it has no body")
    return cast("_Element", body)


def headings(data: bytes) -> frozenset[str]:
    """The ids of the paragraph styles that make a heading: those with a level in the outline."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if STYLES not in archive.namelist():
            return frozenset()
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        styles = etree.fromstring(archive.read(STYLES), parser)
    levels = styles.iterfind(f"{w('style')}/{w('pPr')}/{w('outlineLvl')}/../..")
    return frozenset(str(style.get(w("styleId"))) for style in levels)


def _refused(name: str, says: str) -> Refused:
    return Refused([Diagnostic("word-file", f"{name}: {says}", Place(name))])


def with_body(data: bytes, body: _Element) -> bytes:
    """A copy of a .docx with another body: every other part byte for byte, fixed dates."""
    from lxml import etree

    xml = etree.tostring(
        body.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = xml if item.filename == MAIN else old.read(item)
            fixed = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            fixed.create_system, fixed.external_attr = 3, item.external_attr
            new.writestr(fixed, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
