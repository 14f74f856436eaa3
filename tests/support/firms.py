"""A Word file as a firm has it: no tags, no roles, a sample text, and looks of its own."""

from __future__ import annotations

from drafter.ooxml.namespaces import OFFICE, PACKAGE, WORD, WORD_PART
from support.files import zipped

_SPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
HEADER, FOOTER, STYLES, LISTS = (f"word/{name}.xml" for name in
                                 ("header1", "footer1", "styles", "numbering"))  # fmt: skip
SETTINGS, DOCUMENT, CUSTOM = "word/settings.xml", "word/document.xml", "docProps/custom.xml"


def style(id: str, name: str, inside: str = "", kind: str = "paragraph", base: str = "") -> str:
    on = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = ' w:default="1"' if id == "Normal" else ""
    named = f'<w:name w:val="{name}"/>{on}'
    return f'<w:style w:type="{kind}"{default} w:styleId="{id}">{named}{inside}</w:style>'


def at(level: int, more: str = "") -> str:
    deep = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:pPr><w:numPr>{deep}<w:numId w:val="7"/></w:numPr>{more}</w:pPr>'


def level(at: int, form: str, shown: str, more: str = "") -> str:
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
            f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/></w:lvl>')  # fmt: skip


def paragraph(words: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


SENTENCE = "The Supplier shall deliver the Goods to the Buyer in good time and in good condition."
BIG = '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'
STYLE_SHEET = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'
    '<w:sz w:val="21"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("Normal", "Normal")
    + style("Heading1", "heading 1", at(0, '<w:outlineLvl w:val="0"/>') + BIG, base="Normal")
    + style("Heading2", "heading 2", at(1, '<w:outlineLvl w:val="1"/>'), base="Normal")
    + style("Firm3", "Firm Level 3", at(2), base="Normal")
    + style("Title", "Title", BIG, base="Normal")
    + style("TableGrid", "Table Grid", kind="table")
)
LEVELS = (
    level(0, "upperRoman", "Article %1")
    + level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>")
    + level(2, "lowerLetter", "(%3)")
    + level(3, "lowerRoman", "(%4)")
)
BODY = (
    paragraph("A big firm LLP", "Title")
    + paragraph("", more="<w:sectPr><w:pgSz w:w='12240' w:h='15840'/></w:sectPr>")
    + paragraph("Supply", "Heading1") + paragraph(SENTENCE, "Heading2") * 3
    + paragraph(SENTENCE, "Firm3")
    + paragraph(SENTENCE, "", '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="7"/></w:numPr>')
    + paragraph(SENTENCE) * 4
    + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
    '<w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" '
    'w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>'
)  # fmt: skip
IN_HEADER = (
    '<w:p><w:bookmarkStart w:id="1" w:name="Mark"/><w:bookmarkEnd w:id="1"/><w:sdt><w:sdtPr>'
    '<w:id w:val="2"/></w:sdtPr><w:sdtContent><w:r><w:t>A big firm</w:t></w:r></w:sdtContent>'
    '</w:sdt><w:hyperlink r:id="rId1"><w:r><w:t>firm.example</w:t></w:r></w:hyperlink></w:p>'
)
IN_FOOTER = (
    '<w:p><w:fldSimple w:instr=" DOCPROPERTY Matter "><w:r><w:t>M-1</w:t></w:r></w:fldSimple>'
    '<w:fldSimple w:instr=" FILENAME "><w:r><w:t>sample.docx</w:t></w:r></w:fldSimple></w:p>'
)


def _links(*each: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "//" in target else "/>")
        for id, kind, target in each
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def firm(**changed: str) -> dict[str, bytes]:
    """The parts of the file; `changed`: words of the body, styles, levels or settings."""
    own = {"body": BODY, "styles": STYLE_SHEET, "levels": LEVELS,
           "settings": "<w:trackRevisions/>", **changed}  # fmt: skip
    kinds = {"document.main": "document", "styles": "styles", "numbering": "numbering",
             "settings": "settings", "header": "header1", "footer": "footer1"}  # fmt: skip
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD_PART}{kind}+xml"/>'
                    for kind, name in kinds.items())  # fmt: skip
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": _links(("d", "officeDocument", DOCUMENT)),
        "word/_rels/document.xml.rels": _links(
            ("rId1", "header", "header1.xml"), ("rId2", "footer", "footer1.xml"),
            ("rId3", "styles", "styles.xml"), ("rId4", "numbering", "numbering.xml"),
            ("rId5", "settings", "settings.xml"),
        ),
        "word/_rels/header1.xml.rels": _links(("rId1", "hyperlink", "https://firm.example/")),
        DOCUMENT: f"<w:document {_SPACES}><w:body>{own['body']}</w:body></w:document>",
        STYLES: f"<w:styles {_SPACES}>{own['styles']}</w:styles>",
        LISTS: f'<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="4"><w:multiLevelType '
        f'w:val="multilevel"/>{own["levels"]}</w:abstractNum><w:num w:numId="7"><w:abstractNumId '
        'w:val="4"/></w:num></w:numbering>',
        SETTINGS: f"<w:settings {_SPACES}>{own['settings']}</w:settings>",
        HEADER: f"<w:hdr {_SPACES}>{IN_HEADER}</w:hdr>",
        FOOTER: f"<w:ftr {_SPACES}>{IN_FOOTER}</w:ftr>",
        CUSTOM: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        'docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
        'name="Matter"><vt:lpwstr>M-1</vt:lpwstr></property><property '
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Typist">'
        "<vt:lpwstr>somebody</vt:lpwstr></property></Properties>",
    }  # fmt: skip
    return {name: text.encode() for name, text in whole.items()}


def firm_file(**changed: str) -> bytes:
    """The file itself."""
    return zipped(firm(**changed))
