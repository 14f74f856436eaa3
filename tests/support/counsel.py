"""What counsel does to a file, saved as Word saves it: runs cut, ids and marks added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from support.files import W, parts, zipped
from support.merging import (
    BOOKS,
    CHANGES,
    FIVE_YEARS,
    HAND,
    INVOICE,
    LATE,
    LEAVE,
    PLAN,
    SECRET,
    Op,
    drafted,
    read_lines,
)

MAIN = "word/document.xml"
COUNSEL = "Counsel"
Node = Any


class File:
    """A file in counsel's hands."""

    def __init__(self, data: bytes) -> None:
        self.parts = parts(data)
        self.root = etree.fromstring(self.parts[MAIN])
        self.body: Node = self.root.find(f"{W}body")
        self._id = 900

    def saved(self) -> bytes:
        """The file as Word writes it."""
        for paragraph in list(self.body.iter(f"{W}p")):
            paragraph.set(f"{W}rsidR", "00A11B")
            for run in list(paragraph.iter(f"{W}r")):
                _cut(run)
        self.parts[MAIN] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        return zipped(self.parts)

    def line(self, words: str) -> Node:
        """The paragraph that has these words, the contents apart."""
        return next(one for one in self.body.iter(f"{W}p")
                    if words.removesuffix(" takes effect.").replace("clause #", "clause\u00a05")
                    in said(one) and one.find(f"{W}hyperlink") is None)  # fmt: skip

    def new(self, words: str, like: str) -> Node:
        """A paragraph of counsel's own, in the form of another."""
        paragraph = etree.Element(f"{W}p")
        paragraph.append(deepcopy(self.line(like).find(f"{W}pPr")))
        paragraph.append(run(words))
        return paragraph

    def mark(self, kind: str) -> Node:
        """A change of counsel's, tracked."""
        self._id += 1
        mark = etree.Element(f"{W}{kind}")
        mark.set(f"{W}id", str(self._id))
        mark.set(f"{W}author", COUNSEL)
        mark.set(f"{W}date", "2027-02-01T10:00:00Z")
        return mark

    def wrapped(self, kind: str, *runs: Node) -> Node:
        """Runs in a tracked change."""
        mark = self.mark(kind)
        if runs[0].getparent() is not None:
            runs[0].addprevious(mark)
        mark.extend(runs)
        for text in mark.iter(f"{W}t") if kind == "del" else ():
            text.tag = f"{W}delText"
        return mark

    def mark_end(self, paragraph: Node, kind: str) -> None:
        """The mark of a paragraph came or went."""
        form = paragraph.find(f"{W}pPr")
        looks = etree.SubElement(form, f"{W}rPr")
        looks.append(self.mark(kind))


def said(paragraph: Node) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def run(words: str) -> Node:
    element = etree.Element(f"{W}r")
    text = etree.SubElement(element, f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _cut(one: Node) -> None:
    """A run in two, with what Word leaves between them."""
    text = one.find(f"{W}t")
    if text is None or len(text.text or "") < 4 or len(one) > 2:
        return
    rest = deepcopy(one)
    half = len(text.text) // 2
    rest.find(f"{W}t").text, text.text = text.text[half:], text.text[:half]
    for each in (text, rest.find(f"{W}t")):
        each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    rest.set(f"{W}rsidR", "00B22C")
    one.addnext(rest)
    if one.getparent().tag == f"{W}p":
        error = etree.Element(f"{W}proofErr")
        error.set(f"{W}type", "spellStart")
        one.addnext(error)


def _swap(file: File, line: str, old: str, new: str) -> None:
    texts = [text for text in file.line(line).iter(f"{W}t") if old in (text.text or "")]
    assert len(texts) == 1, (line, old)
    texts[0].text = texts[0].text.replace(old, new)


def _retype(file: File, line: str, words: str, keep: bool) -> None:
    paragraph = file.line(line)
    marks = [one for one in paragraph if "bookmark" in one.tag]
    for child in list(paragraph)[1:]:
        paragraph.remove(child)
    paragraph.extend([marks[0], run(words), marks[1]] if keep else [run(words)])


def _section(file: File, heading: str) -> list[Node]:
    first = file.line(heading)
    found = [first]
    while _style(following := found[-1].getnext()) not in ("ClauseHeading", "ScheduleHeading"):
        found.append(following)
    return found


def _style(paragraph: Node) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


# --- words ------------------------------------------------------------------------------------


def a_word(file: File) -> None:
    _swap(file, LATE, "one per cent", "three per cent")


def a_sentence(file: File) -> None:
    file.line(SECRET).append(run(" Advisers may know it."))


def words_before_the_bookmark(file: File) -> None:
    file.line(LEAVE).insert(1, run("Save where barred, "))


def retyped_closely(file: File) -> None:
    _retype(file, LATE, "A Fee paid late bears interest of one per cent each month.", keep=False)


def retyped_wholly(file: File) -> None:
    _retype(file, SECRET, "Silence binds everyone here about everything heard.", keep=False)


def retyped_in_its_bookmark(file: File) -> None:
    _retype(file, HAND, "Leaving is told by registered mail alone.", keep=True)


def spaces_replaced(file: File) -> None:
    for text in file.body.iter(f"{W}t"):
        text.text = (text.text or "").replace("\u00a0", " ").replace("the ", "the\u00a0")


def a_heading(file: File) -> None:
    _swap(file, "Money", "Money", "Payment")


def a_reference_as_text(file: File) -> None:
    paragraph = file.line(FIVE_YEARS)
    for one in list(paragraph.iter(f"{W}r")):
        if one.find(f"{W}t") is None:
            paragraph.remove(one)


# --- blocks -----------------------------------------------------------------------------------


def a_clause_deleted(file: File) -> None:
    file.body.remove(file.line(BOOKS))


def a_section_deleted(file: File) -> None:
    for each in _section(file, "Secrecy"):
        file.body.remove(each)


def an_own_clause(file: File) -> None:
    file.line(INVOICE).addnext(file.new("Payment is made in euro.", INVOICE))


def an_own_item(file: File) -> None:
    file.line(PLAN).addnext(file.new("keep a diary of the work;", PLAN))


def an_own_section(file: File) -> None:
    place = file.line(FIVE_YEARS)
    place.addnext(file.new("Guests may watch the work.", BOOKS))
    place.addnext(file.new("Guests", "Money"))


def a_clause_moved(file: File) -> None:
    file.line(HAND).addnext(file.line(BOOKS))


def a_clause_moved_without_bookmark(file: File) -> None:
    moved = file.line(BOOKS)
    for mark in [one for one in moved if "bookmark" in one.tag]:
        moved.remove(mark)
    file.line(HAND).addnext(moved)


def a_section_moved(file: File) -> None:
    place = file.line("Money")
    for each in _section(file, "Secrecy"):
        place.addprevious(each)


def two_swapped(file: File) -> None:
    file.line(HAND).addnext(file.line(LEAVE))


def a_clause_split(file: File) -> None:
    _swap(file, INVOICE, " within thirty days after it arrives.", ".")
    file.line("pay each invoice").addnext(
        file.new("This is done within thirty days after it arrives.", INVOICE.split(" within")[0])
    )


def two_joined(file: File) -> None:
    first, second = file.line(LEAVE), file.line(HAND)
    for child in list(second)[1:]:
        first.append(child)
    file.body.remove(second)


def a_level_changed(file: File) -> None:
    file.line(BOOKS).find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Subclause")


# --- form -------------------------------------------------------------------------------------


def bold_and_marked(file: File) -> None:
    for one in file.line(LATE).iter(f"{W}r"):
        looks = etree.Element(f"{W}rPr")
        etree.SubElement(looks, f"{W}b")
        etree.SubElement(looks, f"{W}highlight").set(f"{W}val", "yellow")
        one.insert(0, looks)


def styles_renamed(file: File) -> None:
    """Other ids for the same names, as another program gives them."""
    file.parts[MAIN] = etree.tostring(file.root)
    for name in (MAIN, "word/styles.xml", "word/numbering.xml"):
        text = file.parts[name].decode()
        for id in ("Clause", "ClauseHeading", "Subclause", "Definition", "TableText"):
            text = text.replace(f'"{id}"', f'"X{id}"')
        file.parts[name] = text.encode()
    file.root = etree.fromstring(file.parts[MAIN])
    file.body = file.root.find(f"{W}body")


def bookmarks_lost(file: File) -> None:
    for mark in list(file.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)


def bookmarks_slid(file: File) -> None:
    """As after cutting and pasting: empty, and at the front of the next paragraph."""
    for line in (LATE, SECRET):
        paragraph = file.line(line)
        for mark in [one for one in paragraph if "bookmark" in one.tag]:
            paragraph.getnext().insert(1, mark)


def a_section_break(file: File) -> None:
    etree.SubElement(file.line(LEAVE).find(f"{W}pPr"), f"{W}sectPr")


def a_header(file: File) -> None:
    part = "word/header-default.xml"
    file.parts[part] = file.parts[part].replace(b"</w:p>", b"<w:r><w:t>Ours</w:t></w:r></w:p>", 1)


# --- notes ------------------------------------------------------------------------------------


def _commented(file: File, first: Node, last: Node) -> None:
    start, end, mark = (etree.Element(f"{W}{name}") for name in (
        "commentRangeStart", "commentRangeEnd", "commentReference"))  # fmt: skip
    for each in (start, end, mark):
        each.set(f"{W}id", "77")
    first.insert(1, start)
    last.append(end)
    etree.SubElement(last, f"{W}r").append(mark)
    comment = (f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="77" w:author="{COUNSEL}"><w:p>'
               "<w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>")  # fmt: skip
    _part_added(file, "comments", comment)


def _part_added(file: File, kind: str, xml: str) -> None:
    file.parts[f"word/{kind}.xml"] = xml.encode()
    links, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="own-{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>'
    known = ('<Override ContentType="application/vnd.openxmlformats-officedocument.'
             f'wordprocessingml.{kind}+xml" PartName="/word/{kind}.xml"/>')  # fmt: skip
    for part, ending, added in ((links, "</Relationships>", link), (types, "</Types>", known)):
        file.parts[part] = file.parts[part].decode().replace(ending, added + ending).encode()


def a_comment(file: File) -> None:
    _commented(file, file.line(LATE), file.line(LATE))


def a_comment_on_two(file: File) -> None:
    _commented(file, file.line(LATE), file.line(BOOKS))


def a_footnote(file: File) -> None:
    mark = etree.SubElement(file.line(LATE), f"{W}r")
    etree.SubElement(mark, f"{W}footnoteReference").set(f"{W}id", "2")
    _part_added(file, "footnotes", f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p>'
                "<w:r><w:t>See the plan.</w:t></w:r></w:p></w:footnote></w:footnotes>")  # fmt: skip


# --- tracked ----------------------------------------------------------------------------------


def tracked_insertion(file: File) -> None:
    file.line(LATE).insert(2, file.wrapped("ins", run("Unless excused, ")))


def tracked_deletion(file: File) -> None:
    file.wrapped("del", next(file.line(SECRET).iter(f"{W}r")))


def tracked_replacement(file: File) -> None:
    old = next(file.line(HAND).iter(f"{W}r"))
    file.wrapped("del", old).addnext(file.wrapped("ins", run("Leaving is told by letter.")))


def tracked_clause_deleted(file: File) -> None:
    paragraph = file.line(BOOKS)
    file.wrapped("del", *paragraph.findall(f"{W}r"))
    file.mark_end(paragraph, "del")


def tracked_clause_added(file: File) -> None:
    paragraph = file.new("Payment is made in euro.", INVOICE)
    file.wrapped("ins", *paragraph.findall(f"{W}r"))
    file.mark_end(paragraph, "ins")
    file.line(INVOICE).addnext(paragraph)


def tracked_split(file: File) -> None:
    first = file.line(INVOICE)
    _swap(file, INVOICE, " within thirty days after it arrives.", "")
    second = file.new(" within thirty days after it arrives.", "pay each invoice")
    file.mark_end(first, "ins")
    first.addnext(second)


def tracked_join(file: File) -> None:
    file.mark_end(file.line(LEAVE), "del")


def tracked_move(file: File) -> None:
    old = file.line(BOOKS)
    new = file.new(BOOKS, BOOKS)
    file.line(HAND).addnext(new)
    for paragraph, kind in ((old, "moveFrom"), (new, "moveTo")):
        file.wrapped(kind, *paragraph.findall(f"{W}r"))
        file.mark_end(paragraph, kind)


def tracked_format(file: File) -> None:
    for one in file.line(LATE).findall(f"{W}r"):
        looks = etree.Element(f"{W}rPr")
        etree.SubElement(looks, f"{W}b")
        change = file.mark("rPrChange")
        etree.SubElement(change, f"{W}rPr")
        looks.append(change)
        one.insert(0, looks)


def tracked_row(file: File) -> None:
    row = _row(file, "Sale in one town")
    etree.SubElement(row, f"{W}trPr").append(file.mark("ins"))
    row.insert(0, row[-1])


# --- tables and terms -------------------------------------------------------------------------


def _row(file: File, words: str) -> Node:
    old = file.line("Trial with ten users").getparent().getparent()
    new = deepcopy(old)
    for mark in list(new.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}trPr")):
        mark.getparent().remove(mark)
    texts = list(new.iter(f"{W}t"))
    texts[0].text, texts[1].text = words, "6"
    old.addnext(new)
    return new


def a_row_added(file: File) -> None:
    _row(file, "Sale in one town")


def a_row_deleted(file: File) -> None:
    row = file.line("Trial with ten users").getparent().getparent()
    row.getparent().remove(row)


def a_cell(file: File) -> None:
    _swap(file, "Trial with ten users", "ten users", "eleven users")


def a_definition(file: File) -> None:
    _swap(file, " means any sum", "any sum", "any money")


def an_own_definition(file: File) -> None:
    place = file.line(" means any sum")
    place.addnext(file.new("Guest means whoever may watch.", " means any sum"))


def a_definition_deleted(file: File) -> None:
    file.body.remove(file.line(" means any sum"))


def much(file: File) -> None:
    for each in (a_comment, a_word, an_own_section, a_clause_moved, tracked_replacement, a_cell):
        each(file)


# What an edit touches although the words are the same.
EDITS: dict[str, Callable[[File], None]] = {
    each.__name__.replace("_", " "): each
    for each in (
        a_word, a_sentence, words_before_the_bookmark, retyped_closely, retyped_wholly,
        retyped_in_its_bookmark, spaces_replaced, a_heading, a_reference_as_text, a_clause_deleted,
        a_section_deleted, an_own_clause, an_own_item, an_own_section, a_clause_moved,
        a_clause_moved_without_bookmark, a_section_moved, two_swapped, a_clause_split, two_joined,
        a_level_changed, bold_and_marked, styles_renamed, bookmarks_lost, bookmarks_slid,
        a_section_break, a_header, a_comment, a_comment_on_two, a_footnote, tracked_insertion,
        tracked_deletion, tracked_replacement, tracked_clause_deleted, tracked_clause_added,
        tracked_split, tracked_join, tracked_move, tracked_format, tracked_row, a_row_added,
        a_row_deleted, a_cell, a_definition, an_own_definition, a_definition_deleted, much,
    )
}  # fmt: skip
TOUCHED = {
    "a footnote": (LATE,),
    "tracked format": (LATE,),
    "tracked move": (BOOKS,),
    "tracked join": (LEAVE, HAND),
    "tracked split": (INVOICE,),
}


def marked_up(data: bytes, *edits: str) -> bytes:
    """A file with what counsel did to it."""
    file = File(data)
    for name in edits:
        EDITS[name](file)
    return file.saved()


def pending(data: bytes, author: str = COUNSEL) -> Iterator[tuple[str, str]]:
    """The tracked changes of an author, each with its words."""
    for node in etree.fromstring(parts(data)[MAIN]).iter():
        if node.get(f"{W}author") == author:
            words = "".join(text.text or "" for text in node.iter(f"{W}t", f"{W}delText"))
            yield node.tag.removeprefix(W), words


class Expected(NamedTuple):
    """How a merge must read, whether to the line, and what both sides changed."""

    lines: list[str]
    in_order: bool
    conflicts: list[Op]


def expected_of(marked_up: bytes, edits: Iterable[str], changes: Iterable[str]) -> Expected:
    """What comes of changes of the library in a file with these edits, worked out on its lines."""
    issued, marked = read_lines(drafted()), read_lines(marked_up)
    touched = {line for edit in edits for line in TOUCHED.get(edit, ())}
    lines, in_order, conflicts = list(marked), True, []
    for op in (op for name in changes for op in CHANGES[name].ops):
        if op.stays:
            place = lines.index(op.line) + 1 if op.line in lines else len(lines)
            following = issued[issued.index(op.line) + 1]
            in_order &= op.line in lines and following in lines[place : place + 1]
            lines[place:place] = op.new
        elif op.line in marked and op.line not in touched:
            lines[lines.index(op.line) : lines.index(op.line) + 1] = op.new
        elif op.new or not any("deleted" in edit for edit in edits):
            conflicts.append(op)
    return Expected(lines, in_order, conflicts)
