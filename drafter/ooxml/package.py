"""The one way into a Word file from outside: nothing in it is believed before it is checked.

Sizes are read from the zip's directory before anything is unpacked, and no part is unpacked beyond
the size that it declares. What could run, reach out or hide is refused, each with its part; an
attached template is cut out and told.
"""

from __future__ import annotations

import re
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from drafter.diagnostics import ERROR, Diagnostic, Place, note_from, quoted
from drafter.ooxml.links import RELS, read_links
from drafter.ooxml.namespaces import WORD
from drafter.ooxml.scan import Scan, scan
from drafter.ooxml.template import without_template

MOST_PARTS, LARGEST_PART, LARGEST_WHOLE = 2_000, 20_000_000, 60_000_000  # parts, bytes, bytes
MAIN, TYPES = "word/document.xml", "[Content_Types].xml"
_UNREADABLE = (BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError, KeyError)
_RUNNABLE = (
    "vbaproject",
    "vbadata",
    "/activex/",
    "oleobject",
    "/embeddings/",
    "attachedtoolbars",
    "/customui/",
    "/webextensions/",
)
_RUNNABLE_KINDS = {
    "oleObject",
    "package",
    "control",
    "vbaProject",
    "wordVbaData",
    "aFChunk",
    "subDocument",
    "attachedToolbars",
    "video",
    "audio",
    "webextension",
    "webextensiontaskpanes",
}
_RUNNABLE_TYPES = ("macroenabled", "vba", "activex", "oleobject", "afchunk")
_XML_ENDINGS = (".xml", RELS, ".vml")
_STORES = "/customxml/"
_DECLARED = re.compile(r"^<\?xml[^>]*\?>")
_SAFE_ADDRESSES = ("http://", "https://", "mailto:")


def read_package(data: bytes, file: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts of a .docx by name, without its attached template, and what there is to say of it.

    A file with a fault gives no part; a warning says what was cut. `file` is the name to say.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = [each for each in package.infolist() if not each.filename.endswith("/")]
            faults = list(directory_faults(package.infolist(), file))
            parts = {} if faults else {each.filename: _unpacked(package, each) for each in entries}
    except (*_UNREADABLE, NotImplementedError) as fault:
        says, cure = "this is not a .docx that can be read", "save it as .docx in Word"
        note = note_from("zip reader", fault)
        return {}, [Diagnostic("not-a-docx", says, Place(file), cure, (note,))]
    if not faults and (MAIN not in parts or TYPES not in parts):
        cure = "save it in Word as .docx (not Strict Open XML)"
        says = f"this is no Word document: it has no {MAIN if TYPES in parts else TYPES}"
        faults = [Diagnostic("not-a-docx", says, Place(file), cure)]
    faults = faults or list(_part_faults(parts, file))
    if any(fault.severity == ERROR for fault in faults):
        return {}, faults
    return without_template(parts, file)


def directory_faults(
    entries: list[ZipInfo], file: str, cure: str = "save it again in Word"
) -> Iterator[Diagnostic]:
    """What is wrong with a package before anything of it is unpacked."""

    def fault(says: str) -> Diagnostic:
        return Diagnostic("unsafe-package", says, Place(file), cure)

    if len(entries) > MOST_PARTS:
        yield fault(f"the file has {len(entries)} parts; {MOST_PARTS} is the most")
        return
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        yield fault(f"the parts unpack to more than {LARGEST_WHOLE:,} bytes")
    seen: set[str] = set()
    for entry in entries:
        name, said = entry.filename, quoted(entry.filename)
        if entry.file_size > LARGEST_PART:
            yield fault(f"the part {said} unpacks to more than {LARGEST_PART:,} bytes")
        if entry.flag_bits & 1:
            yield fault(f"the part {said} is encrypted")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield fault(f"the part {said} is packed in a way that Word does not know")
        if name.casefold() in seen:
            yield fault(f"two parts have the name {said}")
        if _leads_away(name):
            yield fault(f"the name {quoted(repr(name))} leads out of the package")
        seen.add(name.casefold())


def _leads_away(name: str) -> bool:
    odd = not name or name.startswith("/") or "\\" in name or ":" in name or not name.isprintable()
    return odd or ".." in name.split("/")


def _unpacked(package: ZipFile, entry: ZipInfo) -> bytes:
    """A part, never unpacked further than one byte beyond the size that the directory declares."""
    with package.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise BadZipFile(f"the part {quoted(entry.filename)} is not as long as it declares")
    return data


def _part_faults(parts: dict[str, bytes], file: str) -> Iterator[Diagnostic]:
    types = scan(parts[TYPES], f"{file}/{TYPES}")
    yield from types.faults
    declared = {} if types.faults else dict(_declared_types(parts[TYPES]))
    for name, data in parts.items():
        place, low = f"{file}/{name}", "/" + name.lower()
        if any(word in low for word in _RUNNABLE):
            says = "macros, controls and embedded objects have no place in an agreement"
            yield Diagnostic("unsafe-part", says, Place(place), "remove it in Word")
        if name != TYPES and (low.endswith(_XML_ENDINGS) or "xml" in declared.get(low, "")):
            read = scan(_in_utf8(data) if low.startswith(_STORES) else data, place)
            yield from read.faults
            if not read.faults:
                yield from _faults_of(name, data, read, place)
    for kind in sorted(set(declared.values())):
        if any(word in kind for word in _RUNNABLE_TYPES):
            says, at = f"the file declares {quoted(kind)}", Place(f"{file}/{TYPES}")
            yield Diagnostic("unsafe-content", says, at, "save it in Word as a plain .docx")


def _in_utf8(data: bytes) -> bytes:
    """A part of somebody's data as it is looked through: other programs write it in UTF-16, and
    nothing here reads it. It is kept as it stands."""
    if not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data
    try:
        return _DECLARED.sub("", data.decode("utf-16")).encode()
    except UnicodeError:
        return data


def _declared_types(types: bytes) -> Iterator[tuple[str, str]]:
    """The type of each part that the file declares by name, and of each ending, in small type."""
    for node in ElementTree.fromstring(types):
        name = node.get("PartName") or "." + node.get("Extension", "")
        yield name.lower(), node.get("ContentType", "").lower()


def _faults_of(name: str, data: bytes, read: Scan, place: str) -> Iterator[Diagnostic]:
    """What is wrong with a part that is well-formed: a document without a body, a link outside."""
    if name == MAIN and (read.root, f"{WORD}}}body" in read.under) != (f"{WORD}}}document", True):
        says = "this is no Word document: it has no body"
        cure = "save it in Word as .docx (not Strict Open XML)"
        yield Diagnostic("not-a-docx", says, Place(place), cure)
    if not name.endswith(RELS):
        return
    for link in read_links(data):
        safe = link.target.lower().startswith((*_SAFE_ADDRESSES, "#"))
        if link.outside and link.kind == "hyperlink":
            if not safe:
                says = f"the link to {quoted(link.target)} is no web or mail address"
                yield Diagnostic("unsafe-link", says, Place(place), "remove the link in Word")
        elif link.kind != "attachedTemplate" and (link.outside or link.kind in _RUNNABLE_KINDS):
            says = f"the part leads to {quoted(link.target)} ({link.kind}), which could reach out"
            yield Diagnostic("unsafe-link", says, Place(place), "remove it in Word")
