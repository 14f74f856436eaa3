"""A firm's file made a house style: emptied, with its places, and with what it lacks lent to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.diagnostics import NOTE, WARNING, Diagnostic, Place, Refused, so_many
from drafter.ooxml.links import links_name, links_part
from drafter.ooxml.namespaces import WORD
from drafter.ooxml.package import MAIN, TYPES
from drafter.ooxml.properties import CUSTOM
from drafter.ooxml.spans import spans, without
from drafter.word.firm.borrowed import CLOSING, CLOSING_LOOK, style_id, style_name, style_xml
from drafter.word.firm.borrowed import STYLES as OURS
from drafter.word.firm.choosing import proposal
from drafter.word.firm.emptied import Emptied, emptied, is_prepared
from drafter.word.firm.facts import read_firm
from drafter.word.firm.lending import LISTS, STYLES, at_end, lend, next_number
from drafter.word.headers import with_headers
from drafter.word.house_links import kept_links, kept_parts
from drafter.word.roles import LENT_ALWAYS

RULE = "style-assumed"
_SETTINGS = "word/settings.xml"
_ASKS = {
    "documentProtection": "protection against editing",
    "writeProtection": "a question whether to open it for reading only",
    "trackRevisions": "tracking of changes",
    "updateFields": "a question to update fields on opening",
    "mailMerge": "a mail merge",
}
_PRINTER = re.compile(rb"<w:printerSettings\b[^>]*/>")
_ALWAYS = {
    "styles",
    "numbering",
    "settings",
    "fontTable",
    "theme",
    "webSettings",
    "footnotes",
    "endnotes",
}


class Adopted(NamedTuple):
    """The parts of a house style, its roles (role -> style name), and what was assumed."""

    parts: dict[str, bytes]
    roles: dict[str, str]
    told: tuple[Diagnostic, ...]


def adopted(parts: Mapping[str, bytes], file: str) -> Adopted:
    """A house style made of a firm's file, which was let in. Raises `Refused`.

    Its sample text is taken out; styles, lists, headers, footers, theme and page set-up stay byte
    for byte, and what is lent stands after them.
    """
    made = dict(parts)
    _refuse_other_names(made, file)
    roles = proposal(read_firm(made), next_number(made.get(LISTS, b"")))
    says = [*_emptied(made), *_without_printer(made), *roles.told]
    notes = (Diagnostic(RULE, each, Place(file), severity=NOTE) for each in says)
    told = [*_quietened(made, file), *notes]
    if style_id(CLOSING).encode() in made[MAIN]:
        roles.styles.append(style_xml(CLOSING, CLOSING_LOOK, roles.bases))
    lend(made, roles)
    made[TYPES] = made[TYPES].replace(b"template.main+xml", b"document.main+xml")  # of a .dotx
    with_marks, more = with_headers(_needed(made), file)
    return Adopted(with_marks, roles.roles, (*told, *more))


def lent_always(
    parts: dict[str, bytes], roles: dict[str, str], told: tuple[Diagnostic, ...]
) -> Adopted:
    """The same with a style of ours for each role that a roles file may leave out."""
    left = [role for role in LENT_ALWAYS if role not in roles]
    if not left or STYLES not in parts:
        return Adopted(parts, roles, told)
    more = "".join(style_xml(role, OURS[role], {}) for role in left)
    named = {role: style_name(role) for role in left}
    return Adopted({**parts, STYLES: at_end(parts[STYLES], more)}, {**roles, **named}, told)


def _refuse_other_names(parts: Mapping[str, bytes], file: str) -> None:
    for part in (MAIN, STYLES):
        if f'xmlns:w="{WORD}"'.encode() not in parts.get(part, b"").replace(b"'", b'"'):
            says = f"{part} is not written as Word writes it"
            cure = "open it in Word and save it again"
            raise Refused([Diagnostic("not-a-docx", says, Place(file), cure)])


def _emptied(parts: dict[str, bytes]) -> Iterator[str]:
    """The sample text out, with its notes; what was taken for it, in sentences."""
    if is_prepared(parts):
        return
    result = emptied(parts, style_id(CLOSING))
    parts[MAIN] = result.document
    for kind in ("footnote", "endnote"):
        data = parts.get(name := f"word/{kind}s.xml", b"")
        notes = spans(data, f"{kind}s/{kind}") if data else []
        opening = {one: data[one.start : data.index(b">", one.start)] for one in notes}
        parts |= {name: without(data, [one for one in notes if b"type=" not in opening[one]])}
        if not data:
            del parts[name]
    yield from _what_was_left_out(result)


def _what_was_left_out(result: Emptied) -> Iterator[str]:
    cover = f"; the {result.kept} up to its last tag are its cover" if result.kept else ""
    out = ("paragraph or table is", "paragraphs and tables are")
    what = f"{so_many(result.taken_out, *out)} left out"
    yield f"its text is taken for a sample: {what}{cover}"
    if result.sections > 1:
        yield f"of its {result.sections} sections the one with most text sets up the page"
    if not result.contents:
        yield "it has no contents page, so an agreement has none"
    if not result.kept:
        yield "an agreement prints its number at its end"


def _without_printer(parts: dict[str, bytes]) -> Iterator[str]:
    """The settings of a printer, which a page set-up may lead to, taken out."""
    parts[MAIN], found = _PRINTER.subn(b"", parts[MAIN])
    if found:
        yield "the settings of a printer are left out"


def _quietened(parts: dict[str, bytes], file: str) -> Iterator[Diagnostic]:
    """Settings that would ask or hinder the reader of an agreement, taken out."""
    data = parts.get(_SETTINGS, b"")
    found = [one for one in spans(data, "settings/*") if one.name in _ASKS] if data else []
    if found:
        parts[_SETTINGS] = without(data, found)
    for one in found:
        says = f"{_ASKS[one.name]} (w:{one.name}) is left out"
        yield Diagnostic(RULE, says, Place(f"{file}/{_SETTINGS}"), severity=WARNING)


def _needed(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that an agreement needs; what only the sample text named is gone."""
    named = set(re.findall(rb'\b\w+:\w+="([^"]*)"', parts[MAIN]))
    links = [
        link
        for link in kept_links(parts, MAIN)
        if link.kind in _ALWAYS or link.id.encode() in named
    ]
    parts[links_name(MAIN)] = links_part(links).encode()
    kept = set(kept_parts(parts))
    kept |= {links_name(part) for part in kept} | {TYPES, CUSTOM}
    return {name: data for name, data in parts.items() if name in kept}
