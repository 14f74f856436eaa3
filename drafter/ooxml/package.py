"""A Word file comes from outside: nothing in it is believed before it is checked.

Sizes are read from the zip's directory before anything is unpacked; what could run, reach out or
hide is refused, each with the part that holds it.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from drafter.diagnostics import Diagnostic, Place, told_by

MOST_PARTS, LARGEST_PART, LARGEST_WHOLE = 2_000, 20_000_000, 60_000_000  # parts, bytes, bytes
_UNREADABLE = (BadZipFile, zlib.error, RuntimeError, EOFError, ValueError)
_RUNNABLE = ("vbaproject", "vbadata", "/activex/", "oleobject", "/embeddings/", "attachedtoolbars")
_XML_ENDINGS = (".xml", ".rels", ".vml")


def read_package(data: bytes, file: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts of a .docx by name, and every reason not to use it; faulty files give no part."""
    try:
        with ZipFile(BytesIO(data)) as package:
            faults = list(_directory_faults(package.infolist(), file))
            if faults:
                return {}, faults
            parts = {e.filename: package.read(e) for e in package.infolist() if not e.is_dir()}
    except _UNREADABLE as fault:
        says, cure = "this is not a .docx that can be read", "save it as .docx in Word"
        note = told_by("zip reader", fault)
        return {}, [Diagnostic("not-a-docx", says, Place(file), cure, (note,))]
    if "word/document.xml" not in parts or "[Content_Types].xml" not in parts:
        cure = "save it in Word as .docx (not Strict Open XML)"
        says = "this is no Word document: it has no word/document.xml"
        return {}, [Diagnostic("not-a-docx", says, Place(file), cure)]
    return parts, list(_part_faults(parts))


def _directory_faults(entries: list[ZipInfo], file: str) -> Iterator[Diagnostic]:
    def fault(says: str) -> Diagnostic:
        return Diagnostic("unsafe-package", says, Place(file))

    if len(entries) > MOST_PARTS:
        yield fault(f"the file has {len(entries)} parts; {MOST_PARTS} is the most")
        return
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        yield fault(f"the parts unpack to more than {LARGEST_WHOLE:,} bytes")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if entry.file_size > LARGEST_PART:
            yield fault(f"the part `{name}` unpacks to more than {LARGEST_PART:,} bytes")
        if entry.flag_bits & 1:
            yield fault(f"the part `{name}` is encrypted")
        if name.lower() in seen:
            yield fault(f"two parts have the name `{name}`")
        if _leads_away(name):
            yield fault(f"the name `{name!r}` leads out of the package")
        seen.add(name.lower())


def _leads_away(name: str) -> bool:
    odd = name.startswith("/") or "\\" in name or ":" in name or not name.isprintable()
    return odd or ".." in name.split("/")


def _part_faults(parts: dict[str, bytes]) -> Iterator[Diagnostic]:
    for name, data in parts.items():
        low = "/" + name.lower()
        if any(word in low for word in _RUNNABLE):
            says = "macros, controls and embedded objects have no place in an agreement"
            yield Diagnostic("unsafe-part", says, Place(name), "remove it in Word")
        if low.endswith(_XML_ENDINGS):
            yield from _text_faults(name, data)


def _text_faults(name: str, data: bytes) -> Iterator[Diagnostic]:
    from xml.etree import ElementTree

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Diagnostic("unsafe-part", "the part is not written in UTF-8", Place(name))
        return
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield Diagnostic("unsafe-part", "the part declares a document type", Place(name))
        return
    try:
        ElementTree.fromstring(text.encode())
    except (ElementTree.ParseError, RecursionError, LookupError, ValueError) as fault:
        note = told_by("XML parser", fault)
        yield Diagnostic("broken-part", "the part is not well-formed XML", Place(name), "", (note,))


def beside(part: str) -> str:
    """The name of the part that holds the relationships of `part`.

    >>> beside("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def reached(part: str, target: str) -> str:
    """The part that a relationship of `part` leads to.

    >>> reached("word/document.xml", "../customXml/item1.xml")
    'customXml/item1.xml'
    """
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
