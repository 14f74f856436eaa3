"""Makes the house styles that come with drafter: `python templates/make_house.py`.

Plain XML, nothing but what is written here: no default metadata, no leftovers, and the same bytes
on each run. What each looks like is a value in `house_looks.py`.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from house_lists import numbering
from house_looks import HOUSE, LOOKS, Look
from house_marks import HEAD, OFFICE, WORD_TYPE
from house_pages import document, font_table, footer, header, settings, theme
from house_sheet import styles


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


def parts(look: Look) -> dict[str, str]:
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(("document", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(*FIXED, *RUNNING),
        "word/document.xml": document(look),
        "word/fontTable.xml": font_table(look),
        "word/footer-default.xml": footer(),
        "word/footer-even.xml": footer(),
        "word/footer-first.xml": footer(first=True),
        "word/header-default.xml": header(),
        "word/header-even.xml": header(),
        "word/header-first.xml": header(first=True),
        "word/numbering.xml": numbering(look),
        "word/settings.xml": settings(look),
        "word/styles.xml": styles(look),
        "word/theme/theme1.xml": theme(look),
    }


def make(path: Path, look: Look = HOUSE) -> None:
    """Write a house style to `path`."""
    with ZipFile(path, "w") as package:
        for name, text in parts(look).items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.compress_type = 3, ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text.encode(), compresslevel=6)


if __name__ == "__main__":
    for each in LOOKS:
        make(Path(__file__).with_name(f"{each.name}.docx"), each)
