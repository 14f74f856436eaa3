"""What the XML of a house style is made of: marks of paragraphs and words, and whole styles."""

from __future__ import annotations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def gap(before: int = 0, after: int = 0, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int, hanging: int = 0) -> str:
    held = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{held}/>'


def align(how: str) -> str:
    return f'<w:jc w:val="{how}"/>'


def outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def rule(side: str, colour: str, size: int = 4, space: int = 4) -> str:
    line = f'w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr><w:{side} {line}/></w:pBdr>"


def tabs(*stops: tuple[str, int, str]) -> str:
    marks = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader or "none"}" w:pos="{at}"/>'
        for kind, at, leader in stops
    )
    return f"<w:tabs>{marks}</w:tabs>"


def numbered(list_id: int, level: int) -> str:
    step = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{step}<w:numId w:val="{list_id}"/></w:numPr>'


def size(points: float) -> str:
    half = int(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


BOLD, CAPS, KEEP_NEXT, KEEP_LINES = "<w:b/><w:bCs/>", "<w:caps/>", "<w:keepNext/>", "<w:keepLines/>"
NEW_PAGE, LEFT = "<w:pageBreakBefore/>", align("left")
CLOSE_TO_ITS_LIKE = "<w:contextualSpacing/>"  # schedules follow each other without gaps


def style(
    name: str,
    paragraph: str = "",
    words: str = "",
    *,
    based: str = "Normal",
    follows: str = "",
    kind: str = "paragraph",
    extra: str = "",
) -> str:
    """One style. Its id is its name without spaces, as Word itself makes ids."""
    own = style_id(name)
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if name in DEFAULTS else ""
    on = f'<w:basedOn w:val="{based}"/>' if based and own != based else ""
    after = f'<w:next w:val="{style_id(follows)}"/>' if follows else ""
    shown = "" if name in QUIET else "<w:qFormat/>"
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{own}">'
        f'<w:name w:val="{name}"/>{on}{after}<w:uiPriority w:val="{PRIORITY.get(name, 1)}"/>{shown}'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{words}</w:rPr>" if words else "")
        + f"{extra}</w:style>"
    )


def style_id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


BUILT_IN = {
    "Normal", "Title", "heading 1", "heading 2", "toc 1", "toc 2", "header", "footer",
    "Default Paragraph Font", "Normal Table", "annotation text", "annotation reference", "No List",
}  # fmt: skip
DEFAULTS = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
QUIET = {
    "toc 1", "toc 2", "header", "footer", "Default Paragraph Font", "Normal Table", "No List",
    "annotation text", "annotation reference", "Cover Title", "Cover Party", "Cover Line",
    "Cover Status", "Cover Between", "Closing Line", "House Table", "Signature Table",
    "Small Table", "Small Table Heading", "Small Table Text",
}  # fmt: skip
PRIORITY = dict.fromkeys(QUIET, 99) | {"toc 1": 39, "toc 2": 39}
