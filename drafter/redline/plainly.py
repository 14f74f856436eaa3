"""A body made plain before it is compared: the same text, with fewer ways to write it.

A field in one element becomes a field in runs, which a change can hold; its marks stand in runs of
their own; marks between paragraphs go into the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")
_HOLDERS = (f"{W}body", f"{W}tc", f"{W}tbl", f"{W}tr", f"{W}sdtContent", f"{W}customXml")
_CONTENT = {*BLOCKS, f"{W}tr", f"{W}tc", f"{W}sectPr"}
_FIELD_PARTS = {f"{W}fldChar", f"{W}instrText"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OF_A_COPY = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}"
    for name in ("paraId", "textId")
)


def make_plain(body: _Element) -> None:
    """The body, written the plainer way."""
    for field in list(body.iter(f"{W}fldSimple")):
        _in_runs(field)
    for run in list(body.iter(f"{W}r")):
        _apart(run)
    for rest in list(body.iter(f"{W}lastRenderedPageBreak")):
        _parent(rest).remove(rest)
    for holder in list(body.iter(*_HOLDERS)):
        if any(child.tag in _CONTENT for child in holder):
            _marks_inside(holder)


def without_names(body: _Element) -> None:
    """Takes the numbers that name a paragraph in one file off a body that goes into another."""
    for element in body.iter():
        for name in _OF_A_COPY:
            element.attrib.pop(name, "")


def unwrapped(blocks: list[_Element]) -> list[_Element]:
    """Paragraphs and tables; of a content control round some of them, what it holds."""
    found: list[_Element] = []
    for each in blocks:
        if each.tag in (f"{W}p", f"{W}tbl"):
            found.append(each)
        else:
            inside = each.find(f"{W}sdtContent") if each.tag == f"{W}sdt" else each
            held = [] if inside is None else [one for one in inside if one.tag in BLOCKS]
            found += unwrapped(held)
    return found


def unwrap_rows(table: _Element) -> int:
    """Takes the controls round rows and cells away; how many there were."""
    count = 0
    for holder in (table, *table.iter(f"{W}tr")):
        while (control := holder.find(f"{W}sdt")) is not None:
            for child in list(control.iterfind(f"{W}sdtContent/*")):
                control.addprevious(child)
            holder.remove(control)
            count += 1
    return count


def _in_runs(field: _Element) -> None:
    begin, code, separate, end = (etree.Element(f"{W}r") for _ in range(4))
    for run, kind in ((begin, "begin"), (separate, "separate"), (end, "end")):
        etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)
    words = etree.SubElement(code, f"{W}instrText")
    words.text = field.get(f"{W}instr", "")
    words.set(_SPACE, "preserve")
    for each in (begin, code, separate, *list(field), end):
        if each.tag != f"{W}fldData":
            field.addprevious(each)
    _parent(field).remove(field)


def _apart(run: _Element) -> None:
    """A run that holds marks of a field and more, as a run for each."""
    inside = [child for child in run if child.tag != f"{W}rPr"]
    if len(inside) < 2 or not any(child.tag in _FIELD_PARTS for child in inside):
        return
    looks = run.find(f"{W}rPr")
    for child in inside:
        alone = etree.Element(f"{W}r")
        if looks is not None:
            alone.append(etree.fromstring(etree.tostring(looks)))
        alone.append(child)
        run.addprevious(alone)
    _parent(run).remove(run)


def _marks_inside(holder: _Element) -> None:
    """Bookmarks and the like between paragraphs, rows and cells go into the next paragraph, or
    into the last one."""
    for alone in [each for each in holder if not str(each.tag).startswith(W)]:  # a formula
        paragraph = etree.Element(f"{W}p")
        alone.addprevious(paragraph)
        paragraph.append(alone)
    for mark in [each for each in holder if _is_mark(each)]:
        following = next(_paragraphs_behind(mark), None)
        if following is not None:
            following.insert(0 if following.find(f"{W}pPr") is None else 1, mark)
            continue
        last = [*holder.iter(f"{W}p")]
        holder.remove(mark)
        if last:
            last[-1].append(mark)


def _is_mark(element: _Element) -> bool:
    tag = str(element.tag)
    return tag not in _CONTENT and tag.startswith(W) and not tag.endswith(("Pr", "Grid", "PrEx"))


def _paragraphs_behind(mark: _Element) -> Iterator[_Element]:
    for following in mark.itersiblings():
        yield from following.iter(f"{W}p")


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None
    return parent
