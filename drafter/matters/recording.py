"""From a finished agreement to what the registry keeps of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.model import Agreement as Assembly
from drafter.agreement.model import Element, Paragraph, Run, SignatureBlock, Table
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.kinds import spelled
from drafter.kinds.model import Missing
from drafter.matters.ingredients import Ingredients
from drafter.registry.model import DraftedRevision, OfferedBlock, Revision

if TYPE_CHECKING:
    from drafter.drafting import Draft, Library
    from drafter.word.house_style import HouseStyle


def as_draft(
    agreement: Draft,
    house: HouseStyle,
    style: str = "house",
    ingredients: Ingredients | None = None,
    file: bytes = b"",
    record: Mapping[str, Any] | None = None,
) -> DraftedRevision:
    """A draft for `Registry.record` and `Registry.revise`.

    `style` is the name of the house style. Many drafts share `ingredients`; `file` is the Word
    file if it is made already; `record` the deal record as plain data, unless it is the one that
    was drafted from. Raises `Refused` where a wording's file is not the one that was read.
    """
    agreement = agreement.worded(house.edition, house.reads)
    selection = agreement.decision.selection
    ingredients = ingredients or Ingredients(selection.library)
    return DraftedRevision(
        precedent=selection.precedent.id,
        purpose=agreement.document.purpose,
        library=selection.library.digest,
        file=file or agreement.to_docx(house),
        answers=selection.deal.answers.record if record is None else record,
        taken=taken(agreement),
        uses=ingredients.of(agreement, house, style),
        blocks=block_texts(agreement.numbered().document),
        wordings=_wordings(agreement),
        marks=agreement.asked.marks,
    )


def taken(agreement: Draft) -> dict[str, Any]:
    """The recommendations that filled absent answers, as an answers file spells them."""
    deal = agreement.decision.selection.deal
    values = {name: deal.value(name) for name in deal.taken}
    known = {name: value for name, value in values.items() if not isinstance(value, Missing)}
    return {name: "none" if value == () else spelled(value) for name, value in known.items()}


def pinned(record: Mapping[str, Any], taken: Mapping[str, Any]) -> dict[str, Any]:
    """A deal record in which the recommendations once taken stand as answers, so that a changed
    recommendation changes nothing.

    >>> pinned({"precedent": "p", "answers": {"a": "yes"}}, {"a": "no", "b": "no"})["answers"]
    {'a': 'yes', 'b': 'no'}
    """
    return {**record, "answers": {**taken, **(record.get("answers") or {})}}


def as_recorded(revision: Revision, library: Library) -> dict[str, Any]:
    """The deal record of a revision with the recommendations that it took, apart from those of
    questions on which nothing in its precedent turns."""
    return pinned(revision.answers, still_asked(revision.taken, revision.answers, library))


def still_asked(
    taken: Mapping[str, Any], record: Mapping[str, Any], library: Library
) -> dict[str, Any]:
    """The recommendations that the precedent of a record asks for; all that the library knows,
    where it has no such precedent."""
    precedent = library.clauses.precedents.get(str(record.get("precedent")))
    asks = set(precedent.asks if precedent else library.clauses.questionnaire.questions)
    return {name: value for name, value in taken.items() if name in asks}


def block_texts(document: Assembly) -> tuple[OfferedBlock, ...]:
    """The words of each paragraph and table row, as they are offered."""
    return tuple(block for element in document.elements for block in _blocks(element))


def _blocks(element: Element) -> Iterator[OfferedBlock]:
    match element:
        case Paragraph(block, _, _, runs):
            yield OfferedBlock(block, _text(runs))
        case Table(block, headings, rows):
            yield OfferedBlock(block, "\t".join(map(_text, headings)))
            for row, cells in rows:
                yield OfferedBlock(row, "\t".join(map(_text, cells)))
        case SignatureBlock(block, lead, lines):
            said = (f"{line.label}\t{_text(line.printed)}".rstrip() for line in lines)
            yield OfferedBlock(block, "\n".join((_text(lead), *said)))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _wordings(agreement: Draft) -> dict[str, str]:
    chosen = agreement.decision.selection.chosen.values()
    variants = [one.variant for one in chosen if one.variant is not None]
    return {one.digest: source_of(one.file, one.digest) for one in variants}


@lru_cache(maxsize=4096)
def source_of(file: str, digest: str) -> str:
    """The text of a wording's file, which must still be the one that the library was read from."""
    try:
        text = Path(file).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        text = ""
    if hashlib.sha256(text.encode()).hexdigest() != digest:
        says = f"{file} was changed while the agreement was drafted"
        raise Refused([Diagnostic("library-changed", says, Place(file), "run it again")])
    return text
