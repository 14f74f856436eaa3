"""What an answer must be to other answers, as a question or a field declares it.

An author writes one relation a line, each with what follows where it is broken:

    higher_cap:
      relations:
        - {at least: general_cap}
        - {at most: insurance_amount, severity: warn, message: "No insurance pays the higher cap."}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.diagnostics import Place
from drafter.kinds.model import Amount

BREAKS: Mapping[str, frozenset[str]] = {
    "at least": frozenset({"less"}),
    "more than": frozenset({"less", "equal"}),
    "at most": frozenset({"more"}),
    "not before": frozenset({"less"}),
    "after": frozenset({"less", "equal"}),
    "not after": frozenset({"more"}),
}
"""The relations between two amounts, and how the first stands to the second where it is broken."""
OF_DATES = ("not before", "after", "not after")
BETWEEN, DIFFERENT, CURRENCY = "within", "different", "same currency"
DISTINCT, TOTAL, EVERY, NO_TERM = "distinct", "total", "every", "no term"
MEANINGS: Mapping[str, str] = {
    "at least": "An amount is no less than a figure or another answer: `at least: general_cap`.",
    "more than": "An amount is more than a figure or another answer: `more than: general_cap`.",
    "at most": "An amount is no more than a figure or another answer: `at most: term_length`.",
    "not before": "A date is not before another one: `not before: start`.",
    "after": "A date is after another one: `after: start`.",
    "not after": "A date is not after another one: `not after: end`.",
    BETWEEN: "A date lies in a time that begins on another date: "
    "`within: [effective_date, term_length]`.",
    DIFFERENT: "Two answers, or two fields of a record, are not the same: `different: licensor`.",
    CURRENCY: "Two amounts are in one currency: `same currency: general_cap`.",
    DISTINCT: "No two records of a list say the same in a field (`distinct: yes`) or in several "
    "(`distinct: [licence, ending]`); case, space and Unicode form make no difference.",
    TOTAL: "A field of all records comes to a sum: `total: 100 percent`. What is missing by "
    "rounding of decimals, as in three thirds, is told and stands.",
    EVERY: "A field names every member of the list that it refers to: `every: parties`.",
    NO_TERM: "A name is no defined term, nor a spelling of one: `no term: yes`.",
}
"""The words of a `relations:` line, and what each means."""
RELATIONS = tuple(MEANINGS)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a question, or of a field of a list's records.

    `to` are the names that the answer is held against: fields of the same record, or questions.
    `severity` is block or warn; `message` is the author's own sentence, if he gives one.
    """

    question: str
    field: str
    how: str
    to: tuple[str, ...] = ()
    amount: Amount | None = None
    severity: str = "block"
    message: str = ""
    reason: str = ""
    place: Place | None = None

    @property
    def id(self) -> str:
        """How a report, an override and a case name it: `grants.licensee.different`."""
        parts = (self.question, self.field, self.how.replace(" ", "-"))
        return ".".join(part for part in parts if part)

    @property
    def path(self) -> str:
        """The question or field that declares it."""
        return f"{self.question}.{self.field}" if self.field else self.question
