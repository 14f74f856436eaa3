"""Files that nobody would write: read or refused, and never our fault."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.attacks import STYLES, in_body, swap
from support.command import Command
from support.drafts import docx
from support.files import parts, zipped
from support.planting import planted

from drafter.ooxml.namespaces import W
from drafter.ooxml.package import read_package
from drafter.proofreading import proofread

PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/comments.xml",
         "word/_rels/document.xml.rels", "docProps/core.xml", "[Content_Types].xml")  # fmt: skip
ODD = ("", "0", "-1", "9", "99999", "x", "Heading1", "\u00e9", "%1%2%9", "REF", "TOC", "1.5")
WORDS = ("(", "”", "clause 9.9(zz)", "“A” means", "31 June", "____", "IV", "the the", "( ] “", "")
TAGS = tuple(f"{W}{tag}" for tag in ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtPr", "fldChar",
             "fldSimple", "hyperlink", "bookmarkStart", "bookmarkEnd", "ins", "del", "numPr", "pPr",
             "rPr", "ilvl", "numId", "lvl", "vanish", "instrText", "footnote"))  # fmt: skip


@cache
def ground() -> dict[str, bytes]:
    return parts(planted(docx("short-campaign"))[0])


@cache
def size(name: str) -> int:
    return sum(1 for _ in ElementTree.fromstring(ground()[name]).iter())


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A sound file with a few of its elements changed, moved, doubled or taken out."""
    contents = dict(ground())
    for name in draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True)):
        if name not in contents:
            continue
        root = ElementTree.fromstring(contents[name])
        for _ in range(draw(st.integers(1, 12))):
            _spoil(draw, root)
        contents[name] = ElementTree.tostring(root, "UTF-8", xml_declaration=True)
    return zipped(contents)


def _spoil(draw: st.DrawFn, root: ElementTree.Element) -> None:
    nodes = list(root.iter())
    node = nodes[draw(st.integers(0, len(nodes) - 1))]
    act = draw(st.sampled_from(("value", "tag", "text", "clear", "double", "move")))
    if act == "value" and node.attrib:
        node.set(draw(st.sampled_from(sorted(node.attrib))), draw(st.sampled_from(ODD)))
    elif act == "tag" and node is not root:
        node.tag = draw(st.sampled_from(TAGS))
    elif act == "text":
        node.text = draw(st.sampled_from(WORDS) | st.text(max_size=8))
    elif act == "clear" and node is not root:
        node.clear()
    elif act == "double" and len(node):
        node.append(node[0])
    elif act == "move" and len(node):
        child = node[draw(st.integers(0, len(node) - 1))]
        node.remove(child)
        root.append(child)


class DescribeASpoiledFile:
    @settings(max_examples=60)
    @given(data=spoiled())
    def it_is_read_or_refused(self, data: bytes) -> None:
        """What the door lets in is read to its end."""
        contents, faults = read_package(data, "file.docx")
        assert contents or faults
        if contents:
            assert all(one.rule and one.says and one.cure for one in proofread(contents).remarks)

    @settings(max_examples=30)
    @given(data=st.binary(max_size=300), at=st.integers(0, 20_000))
    def it_is_refused_where_its_bytes_are_broken(self, data: bytes, at: int) -> None:
        whole = zipped(ground())
        contents, faults = read_package(whole[:at] + data + whole[at + len(data) :], "file.docx")
        assert contents or faults

    @pytest.mark.parametrize(
        "data",
        [b"", b"PK\x03\x04", b"<html/>", zipped({"a": b"b"})],
        ids=["nothing", "half a zip", "html", "another zip"],  # a zip has the time in it
    )
    def it_ends_with_input_at_fault_where_it_is_no_word_file(
        self, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "file.docx"
        path.write_bytes(data)
        assert Command(capsys)("proofread", path, "--json").code == 1


FLOODS = {
    "brackets": "<w:p><w:r><w:t>" + "(" * 400_000 + "</w:t></w:r></w:p>",
    "paragraphs of brackets": "<w:p><w:r><w:t>) ] ( [</w:t></w:r></w:p>" * 15_000,
    "one long paragraph": "<w:p>" + "<w:r><w:t>the Term </w:t></w:r>" * 90_000 + "</w:p>",
    "definitions": "".join(
        f"<w:p><w:r><w:t>“Term A{n} B” means clause {n % 99}.</w:t></w:r></w:p>"
        for n in range(12_000)
    ),
    "references": "<w:p><w:r><w:t>See clauses 1.1(a), 2.2(b), 3.3(c) and 4.4(zz).</w:t></w:r></w:p>"
    * 9_000,
    "fields": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 15_000,
    "tags": "<w:p><w:r><w:t>" + "{{ " * 6_000 + "</w:t></w:r></w:p>",
    "capitals": "<w:p><w:r><w:t>the " + "Aa Bb of " * 2_000 + "</w:t></w:r></w:p>",
    "letters": "<w:p><w:r><w:t>" + "A" * 19_000 + "</w:t></w:r></w:p>",
}


class DescribeAFlood:
    @pytest.mark.parametrize("name", FLOODS)
    def it_comes_to_an_end(self, name: str) -> None:
        """Each runs through or is refused at the door; what costs more than its length would keep
        this test from ending."""
        contents, faults = read_package(in_body(FLOODS[name])(docx("short-campaign")), "file.docx")
        assert faults or proofread(contents).paragraphs

    def it_comes_to_an_end_where_styles_rest_on_one_another(self) -> None:
        each = "".join(
            f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="S{n}"/>'
            f'<w:basedOn w:val="S{n + 1}"/></w:style>'
            for n in range(30_000)
        )
        body = "".join(f'<w:p><w:pPr><w:pStyle w:val="S{n}"/></w:pPr></w:p>' for n in range(9_000))
        data = in_body(body)(
            swap(STYLES, "</w:styles>", f"{each}</w:styles>")(docx("short-campaign"))
        )
        contents, faults = read_package(data, "file.docx")
        assert faults or proofread(contents).paragraphs
