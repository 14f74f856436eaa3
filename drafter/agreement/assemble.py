"""Assembles the agreement.

selection -> sections -> elements of runs, definitions in use last -> their numbers -> agreement
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.agreement.annex import annex_asked
from drafter.agreement.assumed import ON_PAGES, Assumption, Assumptions
from drafter.agreement.cover import cover_of, day_of
from drafter.agreement.definitions import definition_labels
from drafter.agreement.editions import Edition, edition_of
from drafter.agreement.elements import SectionSayer
from drafter.agreement.expand import ParagraphItem
from drafter.agreement.fill import Filler
from drafter.agreement.gaps import numbered
from drafter.agreement.instructions import ALL_NOTES, NO_NOTES, Instructions
from drafter.agreement.layout import Section
from drafter.agreement.model import Agreement, Element, Note, Signer
from drafter.agreement.restated import unfinished
from drafter.agreement.signing import forged_fields, with_fields
from drafter.agreement.skeleton import Skeleton, renumbered, skeleton
from drafter.agreement.tag_filling import TagFilling
from drafter.agreement.tag_reading import reading_faults
from drafter.agreement.tag_value import TagValue
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Refused, refuse_errors
from drafter.printed_words import Notes, PrintedWords
from drafter.selection.model import Chosen, Selection
from drafter.selection.points import points

AS_DRAFT = Instructions()


@dataclass(frozen=True, slots=True)
class Assembled:
    """The agreement, and what its making found out.

    `blanks` and `awaited`: what the blanks ask, and the questions that words in brackets wait
    for, by question. `terms`: the terms defined. `edition`: the words that it prints. `undefined`:
    the terms that its periods are counted in and nothing defines. `open_definitions`: those that
    are not decided, with the variants still possible. `assumed`: the answers that nobody has
    confirmed, with the blocks that rest on them. `empty_tags`: what tags of the house style read
    and this deal is not asked.
    """

    agreement: Agreement
    blanks: dict[str, str]
    awaited: dict[str, str]
    terms: tuple[str, ...]
    edition: Edition
    undefined: tuple[str, ...] = ()
    open_definitions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assumed: tuple[Assumption, ...] = ()
    empty_tags: tuple[str, ...] = ()
    said: SaidSections | None = field(default=None, compare=False, repr=False)


class SaidSections(NamedTuple):
    """What an agreement is made of, whichever scheme numbers it: its skeleton, everything said with
    its numbers left open, and whoever said it."""

    bones: Skeleton
    elements: tuple[Element, ...]
    sayer: SectionSayer


def assemble(
    selection: Selection, asked: Instructions = AS_DRAFT, taken: Sequence[str] = ()
) -> Assembled:
    """The agreement of a selection. Raises `Refused` where a reference points at nothing.

    `taken`: answers that are recommendations of an earlier draft.
    """
    refuse_errors(list(reading_faults(asked.tags, selection.deal.questionnaire)))
    edition = edition_of(selection, asked.edition)
    bones = skeleton(selection, edition.words, asked.scheme, asked.changes)
    sayer = SectionSayer(selection, edition.words, bones.sections, taken)
    return _finished(SaidSections(bones, sayer.elements(), sayer), edition, asked)


def assemble_again(
    made: Assembled, selection: Selection, asked: Instructions, taken: Sequence[str] = ()
) -> Assembled:
    """The same agreement where nothing but its scheme, its edition and the tags of its house style
    are asked otherwise: what was said is kept where its words stay. Raises as `assemble` does."""
    edition = edition_of(selection, asked.edition)
    if made.said is None or edition.words is not made.edition.words:
        return assemble(selection, asked, taken)
    bones = renumbered(made.said.bones, selection, edition.words, asked.scheme)
    if bones is None:
        return assemble(selection, asked, taken)
    refuse_errors(list(reading_faults(asked.tags, selection.deal.questionnaire)))
    return _finished(made.said._replace(bones=bones), edition, asked)


def _finished(said: SaidSections, edition: Edition, asked: Instructions) -> Assembled:
    """What is said, numbered, with the pages round it. `assumed` is told apart, for the pages of
    another house style may print other answers."""
    bones, sayer = said.bones, said.sayer
    assumptions = sayer.assumptions.apart()
    tags = _tags(sayer, bones, assumptions)
    agreement = _agreement(asked, said, tags, assumptions)
    if faults := bones.counted.targets.faults:
        raise Refused(dict.fromkeys(faults))
    filler = sayer.filler
    blanks, awaited = unfinished(item for one in bones.sections for item in one.items)
    return Assembled(
        agreement,
        filler.blanks | blanks | tags.filler.blanks,
        sayer.awaited | awaited,
        tuple(sayer.definitions),
        edition,
        tuple(filler.undefined),
        sayer.open_definitions,
        assumptions.all(),
        tuple(tags.empty),
        said,
    )


def _agreement(
    asked: Instructions, said: SaidSections, tags: TagFilling, assumptions: Assumptions
) -> Agreement:
    bones, _, sayer = said
    selection, words, numbers = sayer.selection, sayer.words, bones.counted.numbers
    elements, signers = _elements(said, asked.signing)
    read = _read(tags, asked, assumptions)
    return Agreement(
        title=sayer.title,
        language=_language(selection, words),
        purpose=asked.purpose,
        cover=cover_of(asked, sayer),
        elements=elements,
        numbers=numbers,
        notes=_wanted_notes(asked, selection, bones.sections, sayer),
        is_preview=asked.is_preview,
        watermark=words.watermark.of(asked.purpose, asked.is_preview),
        schedule=words.references.schedule,
        scheme=asked.scheme,
        blanks=sayer.filler.filled_in,
        author=asked.author,
        lists_contents=selection.precedent.lists_contents,
        day=day_of(asked.on),
        tags=read,
        signers=signers,
        annex=annex_asked(asked, assumptions.all(), numbers, words.annex),
    )


def _elements(said: SaidSections, service: str) -> tuple[tuple[Element, ...], tuple[Signer, ...]]:
    """Everything that is printed, with the fields of an e-signature service if one is named."""
    bones, elements, sayer = said
    counted = definition_labels(sayer.definitions.values(), bones.scheme)
    labels = {**bones.counted.labels, **dict(counted)}
    printed = tuple(numbered(elements, sayer.gaps.left, bones, labels))
    if not service:
        return printed, ()
    refuse_errors(list(forged_fields(printed)))
    return with_fields(printed, service)


def _read(
    tags: TagFilling, asked: Instructions, assumptions: Assumptions
) -> Mapping[str, TagValue]:
    """What the tags read, noted as standing on the pages outside the text."""
    values = tags.values(asked.tags)
    assumptions.stand(ON_PAGES)
    return values


def _tags(sayer: SectionSayer, bones: Skeleton, assumptions: Assumptions) -> TagFilling:
    """What fills the tags of a house style. Its blanks are no blanks of the text: nothing can be
    typed into them, so it has a filler of its own."""
    filler = Filler(sayer.selection.deal, sayer.words, rests=assumptions.rests)
    return TagFilling(sayer.selection, filler, bones.counted.numbers)


def _language(selection: Selection, words: PrintedWords) -> str:
    """The language of the file: the edition's own kind of the precedent's language."""
    said = selection.precedent.language
    return said if "-" in said else words.proofing_language or said


def _wanted_notes(
    asked: Instructions, selection: Selection, sections: Iterable[Section], sayer: SectionSayer
) -> tuple[Note, ...]:
    """The notes of a draft: of all kinds, or those that leave something open; a file for others
    has none."""
    if asked.purpose != "draft" or asked.notes == NO_NOTES:
        return ()
    everything = asked.notes == ALL_NOTES
    return (*_notes(selection, sections, sayer.words, everything), *sayer.notes)


def _notes(
    selection: Selection, sections: Iterable[Section], words: PrintedWords, everything: bool
) -> Iterator[Note]:
    """What the authors of the variants in this draft want counsel to know or to confirm, those of
    a rider where the rider begins."""
    checked = {one.point for one in points(selection) if one.checked}
    for section in sections:
        blocks = {section.topic: section.topic}
        for item in section.items:
            if isinstance(item, ParagraphItem):
                blocks.setdefault(item.topic, item.block)
        for topic, block in blocks.items():
            chosen = selection.chosen.get(topic)
            lines = _note_lines(chosen, words.notes, checked, everything) if chosen else ()
            if told := "\n".join(filter(None, lines)):
                yield Note(block, told)


def _note_lines(
    chosen: Chosen, words: Notes, checked: Container[str], everything: bool
) -> Iterator[str]:
    """Its note and its law, where everything is wanted, and the points that nobody has checked."""
    if chosen.variant is not None:
        front = chosen.variant.front
        if everything:
            yield front.note
        if everything and front.legal_basis and words.law:
            yield words.law.format(law="; ".join(one.law for one in front.legal_basis))
        left = (one for one in front.confirm if one not in checked)
        yield from (words.confirm.format(point=one) for one in left)
