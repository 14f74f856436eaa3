"""Tables: rows that stay whole, a header row that repeats, widths that add up."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.ooxml.runs import quoted


def shared_widths(weights: Sequence[int], total: int) -> tuple[int, ...]:
    """Column widths in proportion to `weights`, whole twips that add up to `total`.

    >>> shared_widths([1, 1, 2], 1001)
    (250, 250, 501)
    """
    whole = sum(weights)
    ends = [total * sum(weights[: place + 1]) // whole for place in range(len(weights))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def row(cells: Sequence[str], widths: Sequence[int], header: bool = False) -> str:
    """A row of cells (each one or more paragraphs) that no page break cuts."""
    repeats = "<w:tblHeader/>" if header else ""
    columns = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{columns}</w:tr>"


def table(rows: str, widths: Sequence[int], style: str = "", caption: str = "") -> str:
    """A table of fixed widths; `caption` is read out to those who cannot see it."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    read = f'<w:tblCaption w:val="{quoted(caption)}"/>' if caption else ""
    first = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{first}w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>{read}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
