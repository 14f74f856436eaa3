"""The properties of the file: its title, subject and language; no user, no clock, no machine."""

from __future__ import annotations

import re

from drafter.ooxml.namespaces import DECLARATION, PACKAGE
from drafter.ooxml.runs import escaped, quoted

_CORE = (
    f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_LINKS = (
    (
        "document",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "word/document.xml",
    ),
    ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    (
        "app",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
        "docProps/app.xml",
    ),
)
TYPES = (
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.'
    'core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.extended-properties+xml"/>'
)
PROGRAM = "drafter"
PACKAGE_LINKS = (
    f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in _LINKS
    )
    + "</Relationships>"
)


CUSTOM = "docProps/custom.xml"
CUSTOM_TYPE = (
    f'<Override PartName="/{CUSTOM}" ContentType="application/vnd.openxmlformats-officedocument.'
    'custom-properties+xml"/>'
)
CUSTOM_LINKS = PACKAGE_LINKS.replace(
    "</Relationships>",
    '<Relationship Id="custom" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    f'relationships/custom-properties" Target="{CUSTOM}"/></Relationships>',
)
"""The links of a package that has properties of a firm too."""


def application(name: str) -> str:
    """The part that names the program; no name, no program."""
    named = f"<Application>{name}</Application>" if name else ""
    return f'{DECLARATION}<Properties xmlns="{_EXTENDED}">{named}</Properties>'


def core_properties(title: str, subject: str, language: str, author: str, day: str) -> str:
    """The core properties of a document that drafter wrote; no author, nobody is named; no day
    (ISO date), no date."""
    form = 'xsi:type="dcterms:W3CDTF"'
    made = f"<dcterms:created {form}>{day}T00:00:00Z</dcterms:created>" if day else ""
    creator = f"<dc:creator>{escaped(author)}</dc:creator>" if author else ""
    return (
        f"{DECLARATION}<cp:coreProperties {_CORE}><dc:title>{escaped(title)}</dc:title>"
        f"<dc:subject>{escaped(subject)}</dc:subject>{creator}"
        f"<dc:language>{escaped(language)}</dc:language>{made}</cp:coreProperties>"
    )


REFERENCE = "Agreement"
"""The property that says which agreement a file is, and which revision."""
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of all properties that people can see
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES_SPACE = f'xmlns:vt="{_OFFICE}/docPropsVTypes"'
_NUMBER = re.compile(r'\bpid="(\d+)"')


def with_property(part: str, name: str, words: str) -> str:
    """The part of a firm's properties with one more; a new part where there is none.

    >>> with_property("", "Agreement", "A-0007, revision 2").count("<property ")
    1
    """
    number = max([1, *map(int, _NUMBER.findall(part))]) + 1
    one = (
        f'<property {_TYPES_SPACE} fmtid="{_FORMAT}" pid="{number}" name="{quoted(name)}">'
        f"<vt:lpwstr>{escaped(words)}</vt:lpwstr></property>"
    )
    if not part:
        return f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties">{one}</Properties>'
    before, end, after = part.rpartition("</")
    return f"{before}{one}{end}{after}"
