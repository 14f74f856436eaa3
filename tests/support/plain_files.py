"""Small Word files of any origin: a body, and the parts that it needs."""

from __future__ import annotations

from collections.abc import Mapping

from support.files import zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
)


def paragraph(words: str, properties: str = "", extra: str = "") -> str:
    """A paragraph with these words; `extra` stands behind them."""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    form = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{form}{run}{extra}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table with a paragraph of words in each cell."""
    grid = "<w:gridCol/>" * max(map(len, rows))
    body = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{paragraph(each)}</w:tc>' for each in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def numbered(form: str) -> str:
    """The part of lists with one list, its numbers in a form such as `upperLetter`."""
    return (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def word_file(
    *blocks: str, styles: str = NORMAL, parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A Word file; `parts` are further parts of `word/` that the document leads to, by name."""
    further = {"styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>", **(parts or {})}
    kinds = {name: name.split("/")[-1].split(".")[0].rstrip("0123456789") for name in further}
    links = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{name}"/>'
        for name, kind in kinds.items()
    )
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{KIND}.{kind}+xml"/>'
        for name, kind in kinds.items()
        if name.endswith(".xml")
    )
    space = f'xmlns="{PACKAGE}'
    body = "".join(blocks)
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types {space}/content-types"><Default Extension="rels" '
        f'ContentType="{"application/vnd.openxmlformats-package.relationships+xml"}"/>'
        f'<Default Extension="png" ContentType="image/png"/><Override '
        f'PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships {space}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships {space}/relationships">{links}'
        "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body>"
        "</w:document>",
        **{f"word/{name}": each for name, each in further.items()},
    }
    return zipped(
        {
            name: each if isinstance(each, bytes) else each.encode()
            for name, each in contents.items()
        }
    )
