"""The peers' template: the same agreement as one Word file that holds every variant of each topic.

Made from the clause library, the drafted agreement and the house style, with the values that fill
it; what the peers would have to compute (which variant stands, all numbers) is computed for them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.other_variants import as_written, definition
from benchmarks.sections import OPENING, Section, outline, sections
from benchmarks.tags import Tags, alone, only_if, paragraph
from drafter.agreement.layout import SectionPlace
from drafter.agreement.model import Element, Paragraph, Run
from drafter.drafting import Draft
from drafter.library.model import LEFT_OUT, Topic
from drafter.ooxml.runs import run
from drafter.selection.model import Selection
from drafter.word.house_style import HouseStyle
from drafter.word.roles import CONTENTS

DOCUMENT = "word/document.xml"
_TAGGED = re.compile(r"(<w:p>(?:(?!</w:p>).)*\{\{ )(\w+)( \}\}.*?</w:p>)")


@dataclass(frozen=True, slots=True)
class Template:
    """A .docx with tags, and the values that fill it."""

    docx: bytes
    values: dict[str, Any]


def template(
    agreement: Draft, style: HouseStyle, docx: Path, live: bool, others: bool = True
) -> Template:
    """The template of a drafted agreement, on the Word file of its house style, plain or `live`.

    Without `others` it holds nothing but the text of this agreement, and no condition.
    """
    maker = _Maker(agreement, style, live, others)
    places = {"agreement": maker.body(), "contents": maker.contents()}
    cover = agreement.document.cover
    values = {
        **cover, "closing": cover["status"],
        "variant": maker.variants, "defined": maker.defined,
        "answers": maker.tags.answers, "numbers": maker.tags.numbers, "rows": maker.tags.rows,
    }  # fmt: skip
    return Template(_filled(docx, places), values)


def _filled(docx: Path, places: Mapping[str, str]) -> bytes:
    """The house style with its places filled; the other tags are Jinja's already."""
    out = io.BytesIO()
    with zipfile.ZipFile(docx) as house, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in house.namelist():
            data = house.read(name)
            if name == DOCUMENT:
                data = _with_places(data.decode(), places).encode()
            file.writestr(name, data)
    return out.getvalue()


def _with_places(document: str, places: Mapping[str, str]) -> str:
    """The places filled; any other tag is printed as a paragraph for each of its lines."""

    def written(found: re.Match[str]) -> str:
        before, tag, after = found.groups()
        loop = alone(f"for line in {tag}.splitlines()"), alone("endfor")
        return places.get(tag) or f"{before}line{after}".join(loop)

    return _TAGGED.sub(written, document)


class _Maker:
    def __init__(self, agreement: Draft, style: HouseStyle, live: bool, others: bool) -> None:
        self.others = others
        self.selection: Selection = agreement.decision.selection
        self.document, self.style = agreement.document, style
        self.tags = Tags(style.styles, style.width, live)
        self.sections = dict(sections(self.document.elements, self.selection))
        self.variants = {id: one.rows[0] for id, one in self.selection.chosen.items()}
        self.defined = dict.fromkeys(self.selection.library.definitions, "")

    def contents(self) -> str:
        """The contents page, each line under the condition of its topic."""
        return "".join(self._contents())

    def _contents(self) -> Iterator[str]:
        for element in self.document.elements:
            level = self.style.contents.get(element.role) if isinstance(element, Paragraph) else 0
            if isinstance(element, Paragraph) and level:
                style = self.style.styles[CONTENTS[level - 1]]
                number = run(self.tags.number(f"{element.block} label", element.number))
                words = self.tags.runs(element.runs)
                line = number + "<w:r><w:tab/></w:r>" + words if element.number else words
                linked = paragraph(style, self.tags.linked(element.block, line))
                yield self._if_standing(element.block, linked)

    def body(self) -> str:
        """Every topic of the precedent, with all its variants."""
        topics = self.selection.library.topics
        opening = self.tags.elements(self.sections[OPENING].text)
        outlined = outline(self.selection.precedent)
        return opening + "".join(self._topic(topics[id], place) for id, place in outlined)

    def _topic(self, topic: Topic, place: SectionPlace) -> str:
        section = self.sections.get(topic.id, Section())
        head = section.heading or [Paragraph(topic.id, place.heading, "", (Run(topic.heading),))]
        inside = self.tags.elements(head) + self._variants(topic, place, section.text)
        part = self.tags.elements(section.part)
        return part + self._if_standing(topic.id, inside) + self._special_terms(topic.id)

    def _special_terms(self, topic: str) -> str:
        terms = self.selection.deal.answers.special_terms
        after = (self.sections[f"special-{term.id}"] for term in terms if term.after == topic)
        return "".join(self.tags.elements([*one.heading, *one.text]) for one in after)

    def _variants(self, topic: Topic, place: SectionPlace, printed: Iterable[Element]) -> str:
        """The variant that the deal takes as it is printed, the others as they are written."""
        written = ""
        for id, variant in topic.variants.items():
            chosen = id == self.variants[topic.id]
            if chosen and topic.within:
                continue  # printed inside its host
            if not (chosen or self.others):
                continue
            if chosen and printed:
                inside = self._with_definitions(printed)
            else:
                inside = self.tags.elements(as_written(f"{topic.id}.{id}", variant.text, place))
            written += self._only_if(f"variant['{topic.id}'] == '{id}'", inside)
        riders = self.selection.library.riders(topic.id)
        return written + "".join(self._variants(rider, place, ()) for rider in riders)

    def _with_definitions(self, printed: Iterable[Element]) -> str:
        elements = list(printed)
        places = [at for at, each in enumerate(elements) if each.block.startswith("definition.")]
        if not places:
            return self.tags.elements(elements)
        first, last = places[0], places[-1] + 1
        return (
            self.tags.elements(elements[:first])
            + self._definitions(elements[first:last])
            + self.tags.elements(elements[last:])
        )

    def _definitions(self, printed: list[Element]) -> str:
        """Every definition of the library under its condition, those in use as they are printed."""
        written = ""
        every = self.selection.library.definitions.values()
        for one in sorted(every, key=lambda one: (one.term.casefold(), one.term)):
            in_use = [e for e in printed if e.block.startswith(f"definition.{one.id}.")]
            for at, (row, text) in enumerate(one.texts.items()):
                if in_use and at == 0:
                    self.defined[one.id] = row
                printed_here = bool(in_use) and at == 0
                if not (printed_here or self.others):
                    continue
                shown = in_use if printed_here else definition(one, f"{one.id}.{row}", text)
                condition = f"defined['{one.id}'] == '{row}'"
                written += self._only_if(condition, self.tags.elements(shown))
        return written

    def _if_standing(self, topic: str, inside: str) -> str:
        standing = f"variant['{topic}'] != '{LEFT_OUT}'"
        if not self.others and self.variants.get(topic) == LEFT_OUT:
            return ""
        return self._only_if(standing, inside) if topic in self.variants else inside

    def _only_if(self, condition: str, inside: str) -> str:
        return only_if(condition, inside) if self.others else inside
