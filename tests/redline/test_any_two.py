"""Any two files in one house style: no text is lost and none is made up, whatever changed."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from support.command import answers_of
from support.examples import starter
from support.files import house, parts, zipped
from support.resolve import accepted, rejected
from support.wordwise import words_marked

from drafter.redline.compare import compare
from drafter.word.read import read_docx

MAIN = "word/document.xml"
BOLD = "<w:rPr><w:b/></w:rPr>"
TEXTS = st.lists(
    st.sampled_from(["A", "Party", "must", "pay", "the", "fee", ",", ";", "3.5", "on", "time"]),
    max_size=9,
)
LINES = st.tuples(
    st.sampled_from(["Clause", "Clause", "Subclause", "BodyText", "ClauseHeading"]),
    TEXTS, st.integers(0, 9), st.sampled_from(["", "", "", "bold", "field", "tab"]),
)  # fmt: skip
TABLES = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4)
BLOCKS = st.lists(st.one_of(LINES, LINES, LINES, LINES, TABLES), max_size=9)


def run(text: str, looks: str = "") -> str:
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def field(text: str) -> str:
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    code = f"<w:r><w:instrText>REF _cl_{len(text)} \\w \\h</w:instrText></w:r>"
    return f"{marks[0]}{code}{marks[1]}{run(text or '0')}{marks[2]}"


def paragraph(style: str, words: list[str], at: int = 0, special: str = "", name: str = "") -> str:
    first, rest = " ".join(words[:at]), " ".join(words[at:])
    inside = {
        "": run(" ".join(words)),
        "bold": run(f"{first} ", BOLD) + run(rest),
        "field": run(f"{first} ") + field(str(at)) + run(f" {rest}"),
        "tab": run(first) + "<w:r><w:tab/></w:r>" + run(rest),
    }[special]
    if name:
        inside = (f'<w:bookmarkStart w:id="{name}" w:name="_cl_{name}"/>{inside}'
                  f'<w:bookmarkEnd w:id="{name}"/>')  # fmt: skip
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def table(rows: list[tuple[list[str], list[str]]]) -> str:
    cells = ["".join(f"<w:tc><w:tcPr/>{paragraph('TableText', cell)}</w:tc>" for cell in row)
             for row in rows]  # fmt: skip
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{body}</w:tbl>"


def document(blocks: list) -> bytes:  # type: ignore[type-arg]
    """A file in the house style of drafter with these paragraphs and tables."""
    contents = dict(FILE)
    text = contents[MAIN].decode()
    start, end = text.index("<w:body>") + len("<w:body>"), text.rindex("<w:sectPr")
    body = "".join(
        table(each) if isinstance(each, list) else paragraph(*each, name=str(place + 1))
        for place, each in enumerate(blocks)
    )
    closing = paragraph("ClosingLine", ["Draft"])
    contents[MAIN] = f"{text[:start]}{body}{closing}{text[end:]}".encode()
    return zipped(contents)


FILE = parts(starter().draft(answers_of("workout-rewards")).to_docx(house()))


def lines(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


class DescribeAnyTwoFiles:
    @settings(max_examples=60, deadline=None)
    @given(BLOCKS, BLOCKS, st.integers(0, 9), st.integers(0, 9))
    def it_gives_back_both(self, first, second, start, end):
        second = [*first[:start], *second, *first[end:]]
        old, new = document(first), document(second)
        redline = compare(old, new)
        assert lines(rejected(redline.data)) == lines(old)
        assert lines(accepted(redline.data)) == lines(new)
        assert words_marked(redline.data) == redline.words
