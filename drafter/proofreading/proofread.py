"""The verb: every family of rules over one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import ERROR, NOTE, WARNING
from drafter.proofreading.dates import dates
from drafter.proofreading.english import english, language_of
from drafter.proofreading.figures import figures
from drafter.proofreading.leftovers import leftovers
from drafter.proofreading.looks import letters, setting
from drafter.proofreading.model import LONGEST, FinishedText, Remark
from drafter.proofreading.numbers import empty, typed
from drafter.proofreading.references import references
from drafter.proofreading.signs import brackets, doubled, mixed, quotes
from drafter.proofreading.spacing import spacing
from drafter.proofreading.terms import terms
from drafter.proofreading.traces import changes, comments, hidden, properties
from drafter.proofreading.typed_references import typed_references
from drafter.word.finished import FinishedParagraph, read_finished

Family = Callable[[FinishedText], Iterable[Remark]]
ANY_LANGUAGE: tuple[Family, ...] = (
    references,
    empty,
    typed,
    leftovers,
    brackets,
    letters,
    setting,
    changes,
    comments,
    hidden,
    properties,
)
ENGLISH: tuple[Family, ...] = (
    terms,
    typed_references,
    figures,
    dates,
    quotes,
    mixed,
    doubled,
    spacing,
)
OUT_OF_REACH = (
    "a heading that is the last line of a page, and the page numbers of contents: both need a "
    "layout",
    "spelling and grammar",
    "text in pictures",
    "single words in small letters that are defined with a capital",
    "single quotes",
    "what the text means",
)
"""What no remark speaks of, so that its absence says nothing."""
_GRADES = {ERROR: 0, WARNING: 1, NOTE: 2}


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was read, in which language, and every remark, in the order of the text."""

    paragraphs: int
    language: str
    known_by: str
    remarks: tuple[Remark, ...]

    @property
    def at_fault(self) -> bool:
        """Whether a remark is of the grade of a fault."""
        return any(one.severity == ERROR for one in self.remarks)

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "language": self.language,
            "paragraphs": self.paragraphs,
            "findings": [one.as_data() for one in self.remarks],
            "out_of_reach": list(OUT_OF_REACH),
        }


def proofread(parts: Mapping[str, bytes]) -> Proofs:
    """Proofread the parts of a package that `read_package` let in."""
    file = read_finished(parts)
    language, known_by = language_of(file)
    text = FinishedText(file, english())
    found = [one for family in ANY_LANGUAGE for one in family(text)]
    if language.lower().startswith("en"):
        found += [one for family in ENGLISH for one in family(text)]
    else:
        found.append(_not_read(language))
    found += [_too_long(one) for one in file.paragraphs if len(one.words) > LONGEST]
    order = {id(one): place for place, one in enumerate(file.paragraphs)}
    found.sort(key=lambda one: (order.get(id(one.at), -1), one.start, _GRADES[one.severity]))
    return Proofs(len(file.paragraphs), language, known_by, tuple(found))


def _not_read(language: str) -> Remark:
    says = f"the language of the file is {language}: terms, typed references, figures in words, "
    says += "dates, quotes, blanks and words that stand twice are judged in English only"
    return Remark("not-proofread", says, "have a reader judge them", severity=NOTE)


def _too_long(one: FinishedParagraph) -> Remark:
    says = f"the paragraph has more than {LONGEST:,} characters, and its words are not judged"
    return Remark("not-proofread", says, "part it, and read it again", one, 0, 60, NOTE)
