"""The lists of a house style: clauses, schedules, parties, recitals, definitions."""

from __future__ import annotations

from house_looks import Level, Look
from house_marks import HEAD, W, indent, style_id, tabs


def numbering(look: Look) -> str:
    """The whole part: one multilevel list each, and one use of it."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="4D52A{n:03d}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5E61B{n:03d}"/>'
        f"{''.join(_level(at, level) for at, level in enumerate(levels))}</w:abstractNum>"
        for n, levels in enumerate(look.lists, 1)
    )
    uses = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(1, len(look.lists) + 1)
    )
    return f"{HEAD}<w:numbering {W}>{lists}{uses}</w:numbering>"


def _level(at: int, level: Level) -> str:
    """One level, bound to its style; the indent lives here, not in the style."""
    suffix = "" if level.gap == "tab" else f'<w:suff w:val="{level.gap}"/>'
    drawn = level.hanging < 0  # the first line is drawn in, the others begin at the margin
    to = level.left + 3 * -level.hanging if drawn else level.left
    stop = tabs(("num", to, "")) if level.gap == "tab" else ""
    place = (
        f'<w:ind w:left="{level.left}" w:firstLine="{-level.hanging}"/>'
        if drawn
        else indent(level.left, level.hanging)
    )
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f'<w:pStyle w:val="{style_id(level.style)}"/>{suffix}'
        f'<w:lvlText w:val="{level.shown}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{stop}{place}</w:pPr></w:lvl>"
    )
