"""The pages of a house style: cover, headers, footers, settings, fonts, theme."""

from __future__ import annotations

from house_looks import Look
from house_marks import HEAD, R, W, style_id


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


def document(look: Look) -> str:
    headers = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{part}-{kind}"/>'
        for part in ("header", "footer")
        for kind in ("default", "first", "even")
    )
    page = (
        f'<w:pgSz w:w="{look.page[0]}" w:h="{look.page[1]}"/>'
        f'<w:pgMar w:top="{look.top}" w:right="{look.side}" w:bottom="{look.bottom}" '
        f'w:left="{look.side}" w:header="737" w:footer="680" w:gutter="0"/>'
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


def settings(look: Look) -> str:
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:doNotExpandShiftReturn/>{mode}</w:compat>"
        f'<w:themeFontLang w:val="{look.language}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(look: Look) -> str:
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="{look.font}"><w:panose1 w:val="{look.panose}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{look.family}"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def theme(look: Look) -> str:
    """Colours and fonts that Word offers in its menus; the styles name their own."""
    shades = (
        "000000",
        "FFFFFF",
        look.ink,
        look.shade,
        look.ink,
        look.grey,
        look.line,
        "7A5C2E",
        "3E6B5C",
        "7B3B3B",
    )
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)))
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{shade}"/></a:{name}>'
        for name, shade in zip(names, shades, strict=True)
    )
    links = "".join(
        f'<a:{name}><a:srgbClr val="{look.ink}"/></a:{name}>' for name in ("hlink", "folHlink")
    )
    font = f'<a:latin typeface="{look.font}"/><a:ea typeface=""/><a:cs typeface=""/>'
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
