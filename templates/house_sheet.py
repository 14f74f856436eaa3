"""The style sheet of a house style: its defaults, its paragraphs, its tables and characters."""

from __future__ import annotations

from house_looks import Look
from house_marks import BOLD, HEAD, W, size, style
from house_text import paragraph_styles

_AT_MARGIN = '<w:tblInd w:w="0" w:type="dxa"/>'


def styles(look: Look) -> str:
    """The whole part."""
    fonts = " ".join(f'w:{kind}="{look.font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = f'<w:lang w:val="{look.language}" w:eastAsia="{look.language}" w:bidi="ar-SA"/>'
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f"{size(look.body)}{language}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:line="{look.spread}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{_latent()}{paragraph_styles(look)}{_tables(look)}{_characters()}"
        "</w:styles>"
    )


def _latent() -> str:
    shown = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="0" w:uiPriority="1" '
        'w:unhideWhenUsed="0" w:qFormat="1"/>'
        for name in ("Normal", "heading 1", "heading 2", "Title")
    )
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        f'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376">{shown}</w:latentStyles>'
    )


def _tables(look: Look) -> str:
    """Word's own defaults and the tables that are based on them."""
    margins = _margins(("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    plain = f"<w:tblPr>{_AT_MARGIN}{margins}</w:tblPr>"
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{look.line}"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f"<w:{side} {edge}/>" for side in sides)
    table = f"<w:tblPr>{_AT_MARGIN}<w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
    shaded = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/></w:tcPr>'
    head = f'<w:tblStylePr w:type="firstRow"><w:tblPr/>{shaded}</w:tblStylePr>'
    small = f"<w:tblPr>{_margins(('left', 60), ('right', 60))}</w:tblPr>"
    bare = f"<w:tblPr>{_AT_MARGIN}{_margins(('left', 0))}</w:tblPr>"
    return (
        style("Default Paragraph Font", based="", kind="character")
        + style("Normal Table", based="", kind="table", extra=plain)
        + style("No List", based="", kind="numbering")
        + style("House Table", based="NormalTable", kind="table", extra=table + head)
        + style("Small Table", based="HouseTable", kind="table", extra=small)
        + style("Signature Table", based="NormalTable", kind="table", extra=bare)
    )


def _margins(*sides: tuple[str, int]) -> str:
    each = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{each}</w:tblCellMar>"


def _characters() -> str:
    blank = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'
    each = (("Defined Term", BOLD), ("Blank", blank), ("annotation reference", size(8)))
    return "".join(
        style(name, "", words, based="DefaultParagraphFont", kind="character")
        for name, words in each
    )
