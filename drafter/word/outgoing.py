"""A file that leaves the house: nothing in it says how it was made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from drafter.ooxml.controls import STORE_SPACE
from drafter.ooxml.links import links_name, links_of, links_part, reached
from drafter.ooxml.package import MAIN, TYPES
from drafter.ooxml.runs import ASSUMED_STYLE, escaped, quoted

_STYLES = "word/styles.xml"
_MARKED = re.compile(rb'<w:rStyle w:val="%s"\s*/>' % ASSUMED_STYLE.encode())
_MARK = re.compile(
    rb'<w:style\b[^>]*w:styleId="%s".*?</w:style>' % ASSUMED_STYLE.encode(), re.DOTALL
)
_PAGES = re.compile(r"word/(?:document|header|footer)[^/]*\.xml$")
_CORE = "docProps/core.xml"
_SETTINGS = re.compile(rb"<w:sdtPr\b[^>]*>.*?</w:sdtPr>", re.DOTALL)
_TAG = re.compile(rb'<w:tag\s+w:val="([^"]*)"\s*/>')
_BOUND = re.compile(rb"<w:dataBinding\b[^>]*" + STORE_SPACE.encode() + rb"[^>]*/>")
_LIST = re.compile(rb"<w:dropDownList\b.*?</w:dropDownList>", re.DOTALL)
_PROMPT = re.compile(rb"<w:placeholder>.*?</w:placeholder>", re.DOTALL)


def without_keys(
    parts: Mapping[str, bytes], tags: Mapping[str, str], is_key: Callable[[str], bool]
) -> dict[str, bytes]:
    """The parts of a draft as they may go out: nothing is marked as assumed, and controls have
    neutral tags in place of questions, no list of our options and no store. `tags`: by question;
    one that is none of them is cut."""

    def neutral(found: re.Match[bytes]) -> bytes:
        settings = _BOUND.sub(b"", found[0])
        tag = _TAG.search(settings)
        if not tag or not is_key(key := tag[1].decode()):
            return settings
        known = tags.get(key)
        own = f'<w:tag w:val="{quoted(known)}"/>'.encode() if known else b""
        return _PROMPT.sub(b"", _LIST.sub(b"<w:text/>", settings.replace(tag[0], own)))

    pages = {name: _MARKED.sub(b"", data) for name, data in parts.items() if _PAGES.match(name)}
    document = _SETTINGS.sub(neutral, pages[MAIN])
    sheet = {_STYLES: _MARK.sub(b"", parts[_STYLES])} if _STYLES in parts else {}
    return _without_store({**parts, **pages, **sheet, MAIN: document})


_PEOPLE = re.compile(
    rb"<(dc:creator|cp:lastModifiedBy)\b[^>]*>[^<]*</\1>|<(?:dc:creator|cp:lastModifiedBy)\b[^>]*/>"
)


def named_after(parts: Mapping[str, bytes], author: str) -> dict[str, bytes]:
    """The parts with properties that name the firm, or nobody, in place of whoever wrote them."""

    def firm(found: re.Match[bytes]) -> bytes:
        own = found[1] == b"dc:creator" and author
        return f"<dc:creator>{escaped(author)}</dc:creator>".encode() if own else b""

    core = parts.get(_CORE, b"")
    return {**parts, **({_CORE: _PEOPLE.sub(firm, core)} if core else {})}


def _without_store(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Without the part that holds what is typed, and what leads to it."""
    ours = {
        name
        for name, data in parts.items()
        if name.startswith("customXml/") and STORE_SPACE.encode() in data
    }
    if not ours:
        return parts
    links = [one for one in links_of(parts, MAIN) if reached(MAIN, one.target) not in ours]
    gone = ours | {links_name(name) for name in ours}
    kept = {name: data for name, data in parts.items() if name not in gone}
    kept[links_name(MAIN)] = links_part(links).encode()
    for name in ours:
        own = re.compile(rb'<Override\b[^>]*PartName="/' + re.escape(name.encode()) + rb'"[^>]*/>')
        kept[TYPES] = own.sub(b"", kept[TYPES])
    return kept
