"""Content controls: a blank that is filled in by typing, from a calendar or from a list."""

from __future__ import annotations

from typing import NamedTuple

from drafter.ooxml.namespaces import DECLARATION, OFFICE, PACKAGE, WORD, WORD_PART
from drafter.ooxml.runs import quoted, run

TITLE_LIMIT = 64  # characters; Word cuts a longer title
STORE_SPACE = "urn:drafter:blanks"
STORE = "customXml/item1.xml"
"""The part that holds what is typed into a blank that stands in several places."""

_STORE_ID = "{6B5C0F1E-7D3A-4C52-9A41-2F0E8D7B6C15}"
_STORE_PROPERTIES = "customXml/itemProps1.xml"
_PROMPTS = "word/glossary/document.xml"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


class Control(NamedTuple):
    """A control as it is written: the prompt that stands in it, its tag, what it takes (`words`,
    `lines`, `date`, `choice`) and from which options, how and in which language a date is written,
    and whether every control of the tag shows the same words."""

    prompt: str
    tag: str
    takes: str = "words"
    options: tuple[tuple[str, str], ...] = ()
    form: str = ""
    language: str = ""
    shared: bool = False


def control(one: Control, style: str, number: int) -> str:
    """A control with its prompt; `number` is unique in the file and below 2**31.

    Word takes the blank for a prompt: one click selects it, typing replaces it and its looks.
    """
    title = quoted(_title(one))
    again = f'<w:placeholder><w:docPart w:val="{title}"/></w:placeholder>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{one.tag}"/>'
        f'<w:id w:val="{number}"/>{again if one.shared else ""}<w:showingPlcHdr/>'
        f"{_binding(one) if one.shared else ''}{_takes(one)}</w:sdtPr>"
        f"<w:sdtContent>{run(one.prompt, style)}</w:sdtContent></w:sdt>"
    )


def _title(one: Control) -> str:
    return one.prompt.strip("[] ")[:TITLE_LIMIT]


def _binding(one: Control) -> str:
    return (
        f"<w:dataBinding w:prefixMappings=\"xmlns:b='{STORE_SPACE}'\" "
        f'w:xpath="/b:blanks[1]/b:blank[@tag=\'{one.tag}\'][1]" w:storeItemID="{_STORE_ID}"/>'
    )


def _takes(one: Control) -> str:
    if one.takes == "date":
        return (
            f'<w:date><w:dateFormat w:val="{quoted(one.form)}"/>'
            f'<w:lid w:val="{quoted(one.language)}"/>'
            '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
        )
    if one.takes == "choice":
        items = "".join(
            f'<w:listItem w:displayText="{quoted(words)}" w:value="{quoted(id)}"/>'
            for id, words in one.options
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    return '<w:text w:multiLine="1"/>' if one.takes == "lines" else "<w:text/>"


# --- parts beside the document --------------------------------------------------------------------


def shared_parts(shared: tuple[Control, ...], style: str, styles: str) -> dict[str, str]:
    """The parts that controls of several places need: what is typed into them, and the prompt that
    comes back when it is taken out again. `styles`: a sheet with the style of prompts."""
    each = "".join(f'<blank tag="{one.tag}"/>' for one in shared)
    store = f'{DECLARATION}<blanks xmlns="{STORE_SPACE}">{each}</blanks>'
    properties = (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_DATA}" ds:itemID="{_STORE_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{STORE_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    named = {_title(one): one for one in shared}
    prompts = "".join(_prompt_part(one, style) for one in named.values())
    glossary = f"<w:docParts>{prompts}</w:docParts>"
    return {
        STORE: store,
        _STORE_PROPERTIES: properties,
        "customXml/_rels/item1.xml.rels": _links("customXmlProps", "itemProps1.xml"),
        _PROMPTS: (
            f'{DECLARATION}<w:glossaryDocument xmlns:w="{WORD}">{glossary}</w:glossaryDocument>'
        ),
        "word/glossary/styles.xml": styles,
        "word/glossary/_rels/document.xml.rels": _links("styles", "styles.xml"),
    }


SHARED_TYPES = (
    f'<Override PartName="/{_STORE_PROPERTIES}" ContentType="application/vnd.openxmlformats-'
    'officedocument.customXmlProperties+xml"/>'
    f'<Override PartName="/{STORE}" ContentType="application/xml"/>'
    f'<Override PartName="/{_PROMPTS}" ContentType="{WORD_PART}document.glossary+xml"/>'
    f'<Override PartName="/word/glossary/styles.xml" ContentType="{WORD_PART}styles+xml"/>'
)
SHARED_LINKS = (
    f'<Relationship Id="drafterBlanks" Type="{OFFICE}/customXml" Target="../{STORE}"/>'
    f'<Relationship Id="drafterPrompts" Type="{OFFICE}/glossaryDocument" '
    'Target="glossary/document.xml"/>'
)


def _prompt_part(one: Control, style: str) -> str:
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{quoted(_title(one))}"/><w:category>'
        '<w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        f"</w:docPartPr><w:docPartBody><w:p>{run(one.prompt, style)}</w:p></w:docPartBody>"
        "</w:docPart>"
    )


def _links(kind: str, target: str) -> str:
    space = f"{PACKAGE}/relationships"
    return (
        f'{DECLARATION}<Relationships xmlns="{space}"><Relationship Id="r1" '
        f'Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )
