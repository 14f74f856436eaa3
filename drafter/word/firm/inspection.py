"""What a Word file holds that matters to a house style, as plain data and as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from drafter.diagnostics import Diagnostic, Refused, refuse_errors, so_many
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN, read_package
from drafter.questionnaire.model import Questionnaire
from drafter.word.firm.adopted import adopted
from drafter.word.firm.facts import Firm, countable, read_firm
from drafter.word.firm.inspected_tags import PAGES, tag_faults, tags_in
from drafter.word.forbidden import field_codes
from drafter.word.style_sheet import deep_faults


def inspection(path: Path, questionnaire: Callable[[], Questionnaire]) -> dict[str, Any]:
    """Styles, lists and what stands in them, sections, fields and tags of a file; the roles that
    would be proposed for it and what that assumes; and why it would be refused, if it would, tags
    that name nothing in the questionnaire among it.

    Raises `Refused` for a file that cannot be let in.
    """
    parts, told = read_package(read_input(path, "no-house-style", LARGEST_WORD_FILE), path.name)
    refuse_errors([*told, *deep_faults(parts.get("word/styles.xml", b""))])
    firm = read_firm(parts)
    return {
        "file": path.name,
        "styles": [_style(firm, one) for one in sorted(firm.styles)],
        "lists": [_list(firm, num) for num in firm.numbering.uses],
        "sections": list(_sections(parts)),
        "fields": {name: list(codes) for name, codes in _each(parts, _fields)},
        "tags": {name: [one._asdict() for one in tags] for name, tags in tags_in(parts).items()},
        **_proposed(parts, path.name, told, questionnaire),
    }


def _style(firm: Firm, id: str) -> dict[str, Any]:
    one = firm.styles[id]
    num, level = one.place or (None, -1)
    return {
        "name": one.name,
        "kind": one.kind,
        "used": one.used,
        "outline": one.outline,
        "list": num,
        "level": level + 1 or None,
    }


def _list(firm: Firm, num: str) -> dict[str, Any]:
    levels = firm.numbering.uses[num].levels
    return {
        "list": num,
        "levels": [
            {
                "level": at + 1,
                "shows": levels[at].shown,
                "counts": levels[at].form,
                "countable": countable(levels[at]),
                "styles": [one.name for one in firm.at(num, at)],
                "used": sum(
                    n for (of, deep, _), n in firm.listed.items() if (of, deep) == (num, at)
                ),
            }
            for at in sorted(levels)
        ],
    }


def _sections(parts: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    for section in ElementTree.fromstring(parts[MAIN]).iter(f"{W}sectPr"):
        size = section.find(f"{W}pgSz")
        headers, footers = (
            [one.get(f"{W}type", "default") for one in section.iter(f"{W}{kind}Reference")]
            for kind in ("header", "footer")
        )
        page = None if size is None else [size.get(f"{W}w"), size.get(f"{W}h")]
        yield {
            "page": page,
            "headers": headers,
            "footers": footers,
            "first page differs": section.find(f"{W}titlePg") is not None,
        }


def _each(parts: Mapping[str, bytes], find: Any) -> Iterator[tuple[str, list[str]]]:
    """What is found in the document, each header and each footer, where anything is."""
    for name in sorted(parts):
        if PAGES.fullmatch(name) and (found := list(find(ElementTree.fromstring(parts[name])))):
            yield name, found


def _fields(root: ElementTree.Element) -> Iterator[str]:
    yield from dict.fromkeys(code.strip() for code in field_codes(root))


def _proposed(
    parts: dict[str, bytes],
    file: str,
    told: list[Diagnostic],
    questionnaire: Callable[[], Questionnaire],
) -> dict[str, Any]:
    try:
        made = adopted(parts, file)
    except Refused as refused:
        return {"roles": {}, "findings": [one.as_data() for one in (*told, *refused.diagnostics)]}
    findings = (*told, *made.told, *tag_faults(made.parts, questionnaire))
    return {"roles": made.roles, "findings": [one.as_data() for one in findings]}


def print_inspection(seen: Mapping[str, Any]) -> Iterator[str]:
    """The same as lines of text."""
    yield (
        f"{seen['file']}: {so_many(len(seen['styles']), 'style')}, "
        f"{so_many(len(seen['lists']), 'list')}, {so_many(len(seen['sections']), 'section')}"
    )
    yield from ("", "Styles in use or with a number")
    for one in seen["styles"]:
        if one["used"] or one["list"]:
            stands = f", list {one['list']} level {one['level']}" if one["list"] else ""
            yield f"  {one['name']} ({one['kind']}): {so_many(one['used'], 'paragraph')}{stands}"
    yield from ("", "Lists")
    for each in seen["lists"]:
        if any(level["used"] or level["styles"] for level in each["levels"]):
            yield f"  {each['list']}"
            yield from (_level(one) for one in each["levels"] if one["used"] or one["styles"])
    yield from ("", "Pages")
    for at, one in enumerate(seen["sections"], 1):
        said = {kind: ", ".join(one[kind]) or "none" for kind in ("headers", "footers")}
        yield f"  section {at}: headers {said['headers']}; footers {said['footers']}"
    for part, found in seen["fields"].items():
        yield f"  fields in {part}: {'; '.join(found)}"
    for part, tags in seen["tags"].items():
        yield f"  tags in {part}"
        yield from (f"    paragraph {one['paragraph']}: {one['tag']}" for one in tags)
    yield from ("", "Roles, as they would be proposed")
    yield from (f"  {role}: {name}" for role, name in seen["roles"].items())


def _level(one: Mapping[str, Any]) -> str:
    styles = ", ".join(one["styles"]) or "no style"
    shows = f"{one['shows']} ({one['counts']})"
    return f"    level {one['level']} {shows}: {styles}; {one['used']} paragraphs"
