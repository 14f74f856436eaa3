"""Makes `house.docx`, the house style that comes with drafter: `python templates/make_house.py`.

Plain XML, nothing but what is written here: no default metadata, no leftovers, and the same bytes
on each run. Measures are twentieths of a point (twips) unless a name says otherwise.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

SERIF, INK, GREY, RULE, SHADE = "Times New Roman", "1F2A44", "5B6270", "8A91A0", "E9ECF2"
PAGE_WIDTH, PAGE_HEIGHT, SIDE, TOP, BOTTOM = 11906, 16838, 1588, 1588, 1474  # A4
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
FIRST, SECOND, THIRD = 720, 1287, 1854  # where the words of a level begin
LISTED = 1270  # where the words of the contents page begin, right of "Schedule 18"
SIGNED, SIGNED_TO = 2320, 6400  # where the line to sign on begins and ends


def properties(*parts: str) -> str:
    return "".join(parts)


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


def rule(side: str, colour: str = RULE, size: int = 4, space: int = 4) -> str:
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

TEXT = gap(100, 70)


def paragraph_styles() -> str:
    """The styles of the body, in the order in which an agreement meets them."""
    heading_1 = properties(KEEP_NEXT, KEEP_LINES, gap(360, 120), LEFT, outline(0))
    heading_2 = properties(KEEP_NEXT, KEEP_LINES, gap(230, 70), LEFT, outline(1))
    part = properties(rule("bottom", INK, 6, 4), gap(480, 160))
    schedule = properties(NEW_PAGE, numbered(2, 0), rule("bottom", INK, 6, 6), gap(0, 240))
    signs = properties(
        KEEP_LINES,
        tabs(("left", SIGNED, ""), ("right", SIGNED_TO, "underscore")),
        gap(280, 0, 240),
        indent(SIGNED, SIGNED),
        LEFT,
    )
    return "".join(
        (
            style("Normal", properties("<w:widowControl/>", TEXT, align("both")), based=""),
            style(
                "heading 1", heading_1, properties(BOLD, colour(INK), size(13)), follows="Normal"
            ),
            style("heading 2", heading_2, BOLD, follows="Normal"),
            style(
                "Title",
                properties(KEEP_NEXT, KEEP_LINES, NEW_PAGE, gap(0, 320), align("center")),
                properties(BOLD, colour(INK), size(17)),
                follows="Body",
            ),
            style(
                "Front Heading",
                properties(KEEP_NEXT, KEEP_LINES, gap(320, 100), LEFT),
                properties(BOLD, colour(INK), size(12)),
                follows="Body",
            ),
            style("Party", numbered(3, 0)),
            style("Recital", numbered(4, 0)),
            style(
                "Part Heading",
                part,
                properties(CAPS, '<w:spacing w:val="16"/>', size(11.5)),
                based="Heading1",
                follows="Clause Heading",
            ),
            style("Clause Heading", numbered(1, 0), based="Heading2", follows="Clause"),
            style("Clause", numbered(1, 1)),
            style("Subclause", numbered(1, 2)),
            style("Subsubclause", numbered(1, 3)),
            style("Flush", indent(FIRST)),
            style("Definition", numbered(5, 0)),
            style("Definition Item", numbered(5, 1)),
            style("Definition Subitem", numbered(5, 2)),
            style(
                "Schedule Heading",
                schedule,
                size(14),
                based="Heading1",
                follows="Schedule Paragraph",
            ),
            style("Schedule Paragraph", numbered(2, 1)),
            style("Schedule Item", numbered(2, 2)),
            style("Schedule Subitem", numbered(2, 3)),
            style("Body"),
            style(
                "Table Heading",
                properties(KEEP_NEXT, KEEP_LINES, gap(60, 60, 247), LEFT),
                properties(BOLD, colour(INK), size(10)),
            ),
            style("Table Text", properties(gap(60, 60, 247), LEFT), size(10)),
            style("Small Table Heading", "", size(8.5), based="TableHeading"),
            style("Small Table Text", "", size(8.5), based="TableText"),
            style(
                "Signature Heading",
                properties(NEW_PAGE, rule("bottom", INK, 6, 6), gap(0, 240)),
                size(14),
                based="FrontHeading",
                follows="Body",
            ),
            style(
                "Signature Lead",
                properties(KEEP_NEXT, KEEP_LINES, gap(420, 60), LEFT),
                follows="Signature Line",
            ),
            style("Signature Line", properties(KEEP_NEXT, signs)),
            style("Signature Last Line", '<w:keepNext w:val="0"/>', based="SignatureLine"),
            style(
                "Contents Heading",
                properties(KEEP_NEXT, NEW_PAGE, rule("bottom", INK, 6, 6), gap(0, 240), LEFT),
                properties(BOLD, colour(INK), size(14)),
            ),
            style(
                "toc 1",
                properties(
                    KEEP_NEXT,
                    tabs(("left", LISTED, "")),
                    gap(110, 30, 276),
                    indent(LISTED, LISTED),
                    CLOSE_TO_ITS_LIKE,
                    LEFT,
                ),
                properties(colour(INK), size(10.5)),
            ),
            style(
                "toc 2",
                properties(tabs(("left", LISTED, "")), gap(0, 40, 252), indent(LISTED, 620), LEFT),
            ),
            style(
                "Cover Status",
                properties(gap(0, 0, 240), align("right")),
                properties(CAPS, colour(GREY), '<w:spacing w:val="20"/>', size(9.5)),
            ),
            style(
                "Cover Title",
                properties(KEEP_NEXT, rule("bottom", INK, 12, 14), gap(3900, 520, 264), LEFT),
                properties(BOLD, colour(INK), size(28)),
            ),
            style("Cover Party", properties(KEEP_LINES, gap(0, 150, 264), LEFT), size(14)),
            style(
                "Cover Line", properties(gap(420, 0, 264), LEFT), properties(colour(GREY), size(11))
            ),
            style(
                "header",
                properties(rule("bottom"), tabs(("right", TEXT_WIDTH, "")), gap(0, 0, 240), LEFT),
                properties(colour(GREY), size(8.5)),
            ),
            style(
                "First Header",
                properties('<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'),
                based="Header",
            ),
            style(
                "footer",
                properties(tabs(("right", TEXT_WIDTH, "")), gap(0, 0, 240), LEFT),
                properties(colour(GREY), size(8.5)),
            ),
            style(
                "Closing Line",
                properties(gap(300, 0, 240), align("center")),
                properties(colour(GREY), size(8)),
            ),
            style("annotation text", properties(gap(0, 0, 240), LEFT), size(10)),
        )
    )


def other_styles() -> str:
    """Character styles, the table style and Word's own defaults."""
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    lines = "".join(
        f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    at_margin = '<w:tblInd w:w="0" w:type="dxa"/>'
    plain = f"<w:tblPr>{at_margin}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    table = f"<w:tblPr>{at_margin}<w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
    flush = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar>'
    bare = f"<w:tblPr>{at_margin}{flush}</w:tblPr>"
    close = "".join(f'<w:{side} w:w="60" w:type="dxa"/>' for side in ("left", "right"))
    small = f"<w:tblPr><w:tblCellMar>{close}</w:tblCellMar></w:tblPr>"
    shaded = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>'
    head = f'<w:tblStylePr w:type="firstRow"><w:tblPr/>{shaded}</w:tblStylePr>'
    blank = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'
    return "".join(
        (
            style("Default Paragraph Font", based="", kind="character"),
            style("Normal Table", based="", kind="table", extra=plain),
            style("No List", based="", kind="numbering"),
            style("House Table", based="NormalTable", kind="table", extra=table + head),
            style("Small Table", based="HouseTable", kind="table", extra=small),
            style("Signature Table", based="NormalTable", kind="table", extra=bare),
            style("Defined Term", "", BOLD, based="DefaultParagraphFont", kind="character"),
            style("Blank", "", blank, based="DefaultParagraphFont", kind="character"),
            style(
                "annotation reference", "", size(8), based="DefaultParagraphFont", kind="character"
            ),
        )
    )


def styles() -> str:
    fonts = f'w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="{SERIF}" w:cs="{SERIF}"'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376">'
        + "".join(
            f'<w:lsdException w:name="{name}" w:semiHidden="0" w:uiPriority="1" '
            'w:unhideWhenUsed="0" w:qFormat="1"/>'
            for name in ("Normal", "heading 1", "heading 2", "Title")
        )
        + "</w:latentStyles>"
    )
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f"{size(11)}{language}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{latent}{paragraph_styles()}{other_styles()}</w:styles>"
    )


def level(
    at: int, form: str, shown: str, bound: str, left: int, hanging: int, words: str = ""
) -> str:
    """One level of a list, bound to its style; the indent lives here, not in the style."""
    suffix = '<w:suff w:val="nothing"/>' if form == "none" else ""
    stop = "" if form == "none" else tabs(("num", left, ""))
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style_id(bound)}"/>{suffix}<w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{stop}{indent(left, hanging)}</w:pPr>'
        + (f"<w:rPr>{words}</w:rPr>" if words else "")
        + "</w:lvl>"
    )


def numbering() -> str:
    """Clauses, schedules, parties, recitals, definitions: one multilevel list each."""
    step = SECOND - FIRST
    letters = (step, "lowerLetter"), (step, "lowerRoman")
    schemes = (
        level(0, "decimal", "%1.", "Clause Heading", FIRST, FIRST)
        + level(1, "decimal", "%1.%2", "Clause", FIRST, FIRST)
        + level(2, letters[0][1], "(%3)", "Subclause", SECOND, step)
        + level(3, letters[1][1], "(%4)", "Subsubclause", THIRD, step),
        level(0, "decimal", "Schedule\u00a0%1", "Schedule Heading", 1900, 1900)
        + level(1, "decimal", "%2.", "Schedule Paragraph", FIRST, FIRST)
        + level(2, "lowerLetter", "(%3)", "Schedule Item", SECOND, step)
        + level(3, "lowerRoman", "(%4)", "Schedule Subitem", THIRD, step),
        level(0, "decimal", "(%1)", "Party", FIRST, FIRST),
        level(0, "upperLetter", "(%1)", "Recital", FIRST, FIRST),
        level(0, "none", "", "Definition", FIRST, 0)
        + level(1, "lowerLetter", "(%2)", "Definition Item", SECOND, step)
        + level(2, "lowerRoman", "(%3)", "Definition Subitem", THIRD, step),
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="4D52A{n:03d}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5E61B{n:03d}"/>{levels}'
        "</w:abstractNum>"
        for n, levels in enumerate(schemes, 1)
    )
    uses = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(1, len(schemes) + 1)
    )
    return f"{HEAD}<w:numbering {W}>{lists}{uses}</w:numbering>"


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str) -> str:
    """A field that Word fills by itself when it lays out the page."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark.format("begin") + asked + mark.format("separate") + words("1") + mark.format("end")


TAB = "<w:r><w:tab/></w:r>"


def line(style_name: str, *runs: str) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style_id(style_name)}"/></w:pPr>'
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def document() -> str:
    headers = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{part}-{kind}"/>'
        for part in ("header", "footer")
        for kind in ("default", "first", "even")
    )
    page = (
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="{TOP}" w:right="{SIDE}" '
        f'w:bottom="{BOTTOM}" w:left="{SIDE}" w:header="737" w:footer="680" w:gutter="0"/>'
    )
    body = (
        line("Cover Status", words("{{ status }}")),
        line("Cover Title", words("{{ title }}")),
        line("Cover Party", words("{{ parties }}")),
        line("Cover Line", words("{{ date }}")),
        line("Contents Heading", words("Contents")),
        line("Normal", words("{{ contents }}")),
        line("Normal", words("{{ agreement }}")),
        line("Closing Line", words("{{ closing }}")),
    )
    section = f"<w:sectPr>{headers}{page}<w:titlePg/></w:sectPr>"
    return f"{HEAD}<w:document {W} {R}><w:body>{''.join(body)}{section}</w:body></w:document>"


def header(first: bool = False) -> str:
    running = (words("{{ title }}"), TAB, words("{{ status }}"))
    inside = line("First Header") if first else line("header", *running)
    return f"{HEAD}<w:hdr {W} {R}>{inside}</w:hdr>"


def footer(first: bool = False) -> str:
    pages = (TAB, words("Page "), field("PAGE"), words(" of "), field("NUMPAGES"))
    inside = line("footer", words("{{ reference }}"), *(() if first else pages))
    return f"{HEAD}<w:ftr {W} {R}>{inside}</w:ftr>"


def settings() -> str:
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:doNotExpandShiftReturn/>{mode}</w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="{SERIF}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        "</w:fonts>"
    )


def theme() -> str:
    """Colours and fonts that Word offers in its menus; the styles name their own."""
    shades = ("000000", "FFFFFF", INK, SHADE, INK, GREY, RULE, "7A5C2E", "3E6B5C", "7B3B3B")
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)))
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{shade}"/></a:{name}>'
        for name, shade in zip(names, shades, strict=True)
    )
    links = "".join(
        f'<a:{name}><a:srgbClr val="{INK}"/></a:{name}>' for name in ("hlink", "folHlink")
    )
    font = f'<a:latin typeface="{SERIF}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    plain = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="House"><a:themeElements><a:clrScheme name="House">{colours}{links}</a:clrScheme>'
        f'<a:fontScheme name="House"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="House">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>"
        + f'<a:ln w="6350">{fill}</a:ln>'
        * 3
        + f"</a:lnStyleLst><a:effectStyleLst>{plain * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def relationships(*links: tuple[str, str, str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    each = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for name, kind, target in links
    )
    return f'{HEAD}<Relationships xmlns="{space}">{each}</Relationships>'


RUNNING = [
    (f"{part}-{kind}", part, f"{part}-{kind}.xml")
    for part in ("header", "footer")
    for kind in ("default", "first", "even")
]
FIXED = [
    ("styles", "styles", "styles.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("settings", "settings", "settings.xml"),
    ("fonts", "fontTable", "fontTable.xml"),
    ("theme", "theme", "theme/theme1.xml"),
]
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def content_types() -> str:
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    named = [("document.main", "document.xml")] + [(kind, to) for _, kind, to in FIXED + RUNNING]
    rest = "".join(
        f'<Override PartName="/word/{target}" '
        f'ContentType="{THEME_TYPE if kind == "theme" else f"{WORD_TYPE}{kind}+xml"}"/>'
        for kind, target in named
    )
    return (
        f'{HEAD}<Types xmlns="{space}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rest}</Types>'
    )


def parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(("document", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(*FIXED, *RUNNING),
        "word/document.xml": document(),
        "word/fontTable.xml": font_table(),
        "word/footer-default.xml": footer(),
        "word/footer-even.xml": footer(),
        "word/footer-first.xml": footer(first=True),
        "word/header-default.xml": header(),
        "word/header-even.xml": header(),
        "word/header-first.xml": header(first=True),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": theme(),
    }


def make(path: Path) -> None:
    """Write the house style to `path`."""
    with ZipFile(path, "w") as package:
        for name, text in parts().items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.compress_type = 3, ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text.encode(), compresslevel=6)


if __name__ == "__main__":
    make(Path(__file__).with_name("house.docx"))
