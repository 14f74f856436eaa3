"""The page of each heading, as a program that lays out pages has found it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN

_PAGE = re.compile(r"\s*PAGEREF\s+(\S+)")
_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_MADE_BY = re.compile(rb"/Producer\s*<FEFF([0-9A-F]+)>")
_NAMED = re.compile(r'<w:rFonts [^>]*?w:ascii="([^"]+)"')


def page_numbers(docx: bytes) -> dict[str, str]:
    """What each reference to a page shows, by its bookmark."""
    with ZipFile(BytesIO(docx)) as package:
        document = ElementTree.fromstring(package.read(MAIN))
    return dict(_shown(document))


def _shown(document: Element) -> Iterator[tuple[str, str]]:
    code, words, shows = "", "", False
    for node in document.iter():
        if node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            if kind == "begin":
                code, words, shows = "", "", False
            elif kind == "end" and (found := _PAGE.match(code)):
                yield found[1], words
            shows = kind == "separate"
        elif node.tag == f"{W}instrText":
            code += node.text or ""
        elif node.tag == f"{W}t" and shows:
            words += node.text or ""


def substituted_fonts(pdf: bytes, styles: bytes) -> tuple[list[str], list[str]]:
    """The fonts that a style sheet names and a PDF has not, and those that it has instead."""
    wanted = dict.fromkeys(_NAMED.findall(styles.decode("utf-8-sig")))
    have = dict.fromkeys(name.decode("latin-1") for name in _FONT.findall(pdf))
    plain = {_plain(name) for name in have}
    missing = [one for one in wanted if not any(each.startswith(_plain(one)) for each in plain)]
    known = {_plain(one) for one in wanted}
    others = [one for one in have if not any(_plain(one).startswith(each) for each in known)]
    return missing, others if missing else []


def _plain(font: str) -> str:
    return re.sub(r"[^a-z0-9]", "", font.casefold())


def layout_program(pdf: bytes) -> str:
    """What laid a PDF out, as it says itself."""
    found = _MADE_BY.search(pdf)
    return bytes.fromhex(found[1].decode()).decode("utf-16-be") if found else "LibreOffice"


def styles_of(docx: bytes) -> bytes:
    """The style sheet of a Word file."""
    with ZipFile(BytesIO(docx)) as package:
        return package.read("word/styles.xml")
