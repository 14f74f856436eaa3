"""The watermark of a draft: a drawing in a header that shows behind the words of each page.

The shape's name is the one that Word's own command "Remove Watermark" looks for.
"""

from __future__ import annotations

from drafter.ooxml.runs import quoted

SHAPE = "PowerPlusWaterMarkObject"
FIRST_SHAPE = 2048  # where Word begins to count the shapes of headers
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
# Without its type LibreOffice draws nothing.
_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" '
    'xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:400pt;height:110pt;rotation:315;"
    "z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    "mso-position-vertical-relative:margin"
)


def watermark(word: str, number: int, font: str = "Arial") -> str:
    """A run that draws `word` across the page; `number` tells the headers of a file apart."""
    return (
        f'<w:r><w:pict {_SPACES}>{_TYPE}<v:shape id="{SHAPE}{number}" '
        f'o:spid="_x0000_s{FIRST_SHAPE + number}" type="#_x0000_t136" alt="{quoted(word)}" '
        f'style="{_PLACE}" o:allowincell="f" fillcolor="#dfe2e8" stroked="f">'
        f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" '
        f'string="{quoted(word)}"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape>'
        f"</w:pict></w:r>"
    )
