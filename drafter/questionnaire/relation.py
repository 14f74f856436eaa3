"""What an answer must be to other answers, as a question or a field declares it.

An author writes one relation a line, each with what follows where it is broken:

    higher_cap:
      relations:
        - {at least: general_cap}
        - {at most: insurance_amount, severity: warn, message: "No insurance pays the higher cap."}
"""

from __future__ import annotations

from collections.abc import Mapping

from drafter.data_classes import dataclass
from drafter.diagnostics import Place
from drafter.kinds.model import Amount

BREAKS: Mapping[str, frozenset[str]] = {
    "at least": frozenset({"less"}),
    "more than": frozenset({"less", "equal"}),
    "at most": frozenset({"more"}),
    "less than": frozenset({"more", "equal"}),
    "not before": frozenset({"less"}),
    "after": frozenset({"less", "equal"}),
    "not after": frozenset({"more"}),
    "usually at least": frozenset({"less"}),
    "usually at most": frozenset({"more"}),
}
"""The relations between two amounts, and how the first stands to the second where it is broken."""
OF_DATES = ("not before", "after", "not after")
USUAL = ("usually at least", "usually at most")
BETWEEN, REACHES = "within", "reaches"
DIFFERENT, SAME, CURRENCY = "different", "same as", "same currency"
DISTINCT, TOTAL, EVERY, NO_TERM = "distinct", "total", "every", "no term"
INSIDE, COVERS, UNLIKE, REGISTERED = "inside", "covers", "unlike", "registered in"
APART, IN_ORDER, ONE_COUNTRY, NOT_ITSELF = "no overlap", "in order", "one country", "not itself"
LEAVES, FOLLOWED, KNOWN_PLACE = "leaves", "followed by", "known place"
FORMED, LIES_IN, KNOWN_CLASS = "formed as", "lies in", "known class"
A_TITLE, FILED, NO_PART = "a title", "filed in", "no part of"
A_BODY, NO_BODY, OWN_NUMBER = "names a body", "names no body", "own number"
NO_CIRCLE, MEETS, AMONG, NOT_AMONG = "no circle", "meets", "among", "not among"
NAMES_OTHERS, NAMES_NONE_BUT, COUNTS = "names others than", "names none but", "counts within"
MORE_THAN_SAID, NO_ROLE = "more than said in", "no role"
FLAGS = (
    NO_TERM,
    APART,
    IN_ORDER,
    ONE_COUNTRY,
    NOT_ITSELF,
    KNOWN_PLACE,
    KNOWN_CLASS,
    A_TITLE,
    A_BODY,
    NO_BODY,
    NO_ROLE,
    OWN_NUMBER,
)
"""The words that `yes` follows, and nothing else; it may follow `distinct` and `same currency`."""
THROUGH = (*BREAKS, BETWEEN, REACHES, DIFFERENT, SAME, CURRENCY)
"""The words that may be followed through a reference: `same as: field.holder`."""
SEVERITIES = ("block", "warn", "inform")
MEANINGS: Mapping[str, str] = {
    "at least": "An amount is no less than a figure or another answer: `at least: general_cap`.",
    "more than": "An amount is more than a figure or another answer: `more than: general_cap`.",
    "at most": "An amount is no more than a figure or another answer: `at most: term_length`.",
    "less than": "An amount is less than a figure or another answer: `less than: pilot_length`.",
    "not before": "A date is not before another one: `not before: start`.",
    "after": "A date is after another one: `after: start`.",
    "not after": "A date is not after another one: `not after: end`.",
    "usually at least": "An amount is seldom less than a figure: `usually at least: 5 days`.",
    "usually at most": "An amount is seldom more than a figure: `usually at most: 60 days`.",
    BETWEEN: "A date lies in a time that begins on another date: "
    "`within: [effective_date, term_length]`.",
    REACHES: "A time that begins on a date lasts until another date: "
    "`reaches: [effective_date, first_launch]`.",
    DIFFERENT: "Two answers, or two fields of a record, are not the same: `different: licensor`.",
    SAME: "Two answers name or say the same: `same as: protected_party`; the other may stand in "
    "the record that one refers to: `same as: field.holder`.",
    CURRENCY: "Two amounts are in one currency (`same currency: general_cap`), or an amount of "
    "every record (`same currency: yes`).",
    DISTINCT: "No two records of a list say the same in a field (`distinct: yes`) or in several "
    "(`distinct: [licence, ending]`); case, space and Unicode form make no difference.",
    TOTAL: "A field of all records comes to a sum: `total: 100 percent`. What is missing by "
    "rounding of decimals, as in three thirds, is told and stands.",
    EVERY: "A field names every member of the list that it refers to: `every: parties`.",
    NO_TERM: "A name is no defined term, nor a spelling of one: `no term: yes`.",
    UNLIKE: "A name reads like none of other names: `unlike: [parties.short_name, fields.label]`.",
    INSIDE: "Territories lie within others: `inside: project_territories`.",
    COVERS: "Territories reach all of others: `covers: project_territories`.",
    APART: "Territories of a set, or periods of a list's records, have nothing in common: "
    "`no overlap: yes`.",
    IN_ORDER: "The records stand in the order of their dates or amounts: `in order: yes`.",
    ONE_COUNTRY: "A territory is one country or a part of it: `one country: yes`.",
    NOT_ITSELF: "A record does not refer to itself: `not itself: yes`.",
    LEAVES: "The periods of a list's records leave a twentieth of a time that begins on a date: "
    "`leaves: [effective_date, term_length]`; times named after them, which begin on that date, "
    "are taken as well.",
    FOLLOWED: "A time that begins on a date, and another one after it, are over within a third: "
    "`followed by: [exit_notice, effective_date, term_length]`.",
    KNOWN_PLACE: "A text names a country, or a part of one, by a name that the library knows: "
    "`known place: yes`.",
    FORMED: "A name, or a legal form, is one of its kind of body and of its law or country, where "
    "drafter knows that form: `formed as: [kind, law_of_incorporation, country]`.",
    LIES_IN: "An address ends with the name of no other country: `lies in: country`.",
    A_TITLE: "A text is the title of an office, by a word that the library knows: `a title: yes`.",
    FILED: "A number begins with the letters of no other country: `filed in: countries`.",
    NO_PART: "A name is no part of other names: `no part of: parties.name`.",
    A_BODY: "A text names a body, or its rules, by a word that the library knows: "
    "`names a body: yes`.",
    NO_ROLE: "A name is no word for what a party does, such as `Licensee`: `no role: yes`.",
    NO_BODY: "A text where a place is meant names no body and no rules: `names no body: yes`.",
    OWN_NUMBER: "No two records have a number of five figures or more in common: "
    "`own number: yes`.",
    NO_CIRCLE: "What a record waits for does not wait for it in turn, and is not due after it: "
    "`no circle: [deliverable, due]`.",
    MEETS: "Territories have some ground in common with others: `meets: project_territories`.",
    AMONG: "A party is one that a field of some record names: `among: data_flows.receiver`.",
    NOT_AMONG: "A party is none that a field of a record names: "
    "`not among: subject_classes.class_owner`.",
    NAMES_OTHERS: "A text that names a party names another than the one of a field: "
    "`names others than: responsible`.",
    MORE_THAN_SAID: "A sum is more than each sum of its currency that a text says: "
    "`more than said in: research_rates`.",
    COUNTS: "A text counts no more of a thing than another text says there are: "
    "`counts within: test`.",
    NAMES_NONE_BUT: "A text that names a party names the one of a field: "
    "`names none but: mark_owner`.",
    KNOWN_CLASS: "A text names no class beyond the 45 of the Nice Classification: "
    "`known class: yes`.",
    REGISTERED: "A registration number has the form of its country's register, where drafter knows "
    "that form; the kind of body and its law may stand beside: `registered in: [country, kind]`.",
}
"""The words of a `relations:` line, and what each means."""
RELATIONS = tuple(MEANINGS)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a question, or of a field of a list's records.

    `to` are the names that the answer is held against: fields of the same record or, through a
    reference of its, of another (`field.holder`), or questions;
    `beside` are those that must be answered as well, and not with no, or it says nothing.
    `severity` is block, warn or inform; `message` is the author's own sentence, if he gives one.
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
    beside: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """How a report, an override and a case name it: `grants.licensee.different`."""
        parts = (self.question, self.field, self.how.replace(" ", "-"))
        return ".".join(part for part in parts if part)

    @property
    def path(self) -> str:
        """The question or field that declares it."""
        return f"{self.question}.{self.field}" if self.field else self.question
