"""What holds for every kind of answer, in and out: a kind that is added is held to it as well."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from drafter.kinds import KINDS, Kind, NotAValue, printed, read_typed, read_value, spelled
from drafter.kinds.cases import Tested
from drafter.kinds.english import ENGLISH
from drafter.kinds.picking import Ambiguous, Candidate

OPTIONS = ("web", "shops", "fairs")
CHOICES = tuple(Candidate(one, one.title()) for one in OPTIONS)
PARTIES = (Candidate("north", "North"), Candidate("south", "South"))

SPELLED: dict[str, tuple[Any, ...]] = {
    "yes/no": ("yes", "no"),
    "choice": OPTIONS,
    "several choices": (("web",), ("web", "fairs")),
    "text": ("A lamp", "100 % wool & <silk>"),
    "long text": ("One line", "Two\nlines"),
    "whole number": ("0", "12", "-3", "123456789012345"),
    "money": ("EUR 250000", "GBP 1.50", "JPY 1000"),
    "percentage": ("12.5 percent", "0 percent", "100 percent"),
    "date": ("2027-03-05", "2028-02-29"),
    "duration": ("30 days", "5 working-days", "6 months", "2 years"),
    "email": ("legal@maison.example",),
    "language": ("English", "Swiss German and French"),
    "jurisdictions": (("GB",), ("US", "FR"), ("US-NY",)),
    "party": ("north",),
    "reference": ("north",),
}
WRONG: dict[str, Any] = {
    "yes/no": "perhaps", "choice": "wab", "several choices": ("wab",), "text": "two\nlines",
    "long text": "\x07", "whole number": "1.5", "money": "GPB 5", "percentage": "a tenth",
    "date": "2027-02-29", "duration": "3 weeks", "email": "legal at maison",
    "language": "Klingon",
    "jurisdictions": ("ZZ",),
}  # fmt: skip
TABLE = [(name, one) for name, all_of in SPELLED.items() for one in all_of]


def kind(name: str) -> Kind:
    """A question's kind, with options or a list to refer to where it needs them."""
    sort = KINDS[name]
    return Kind(
        sort,
        options=OPTIONS if "options" in sort.needs else (),
        of="parties" if sort.refers else "",
    )


def choices(name: str) -> tuple[Candidate, ...]:
    """What a screen offers for a kind."""
    return PARTIES if KINDS[name].refers else CHOICES if "options" in KINDS[name].needs else ()


def as_file(words: Any) -> Any:
    """Words as an answers file holds them: several as a list."""
    return list(words) if isinstance(words, tuple) else words


def it_has_a_row_here_for_every_kind_that_one_answer_can_be() -> None:
    assert SPELLED.keys() == KINDS.keys() - {"list"}


@pytest.mark.parametrize(("name", "words"), TABLE)
class DescribeAKindOfAnswer:
    """Each way in and out, for words as an answers file spells them."""

    def it_is_spelled_as_it_was_read(self, name: str, words: Any) -> None:
        value = read_value(words, kind(name))
        again = spelled(value)
        assert read_value(tuple(again) if isinstance(again, list) else again, kind(name)) == value

    def it_reads_the_same_when_it_is_typed(self, name: str, words: Any) -> None:
        typed = ", ".join(words) if isinstance(words, tuple) else words.replace("\n", "\\n")
        answer = read_typed(typed, kind(name), choices(name))
        meant = tuple(answer) if isinstance(answer, list) else answer
        assert read_value(meant, kind(name)) == read_value(words, kind(name))

    def it_fits_its_schema(self, name: str, words: Any) -> None:
        schema = KINDS[name].schema(kind(name))
        assert list(Draft202012Validator(schema).iter_errors(as_file(words))) == []

    def it_prints_words_that_a_reader_sees(self, name: str, words: Any) -> None:
        assert printed(read_value(words, kind(name)), ENGLISH).strip()

    def it_is_of_the_class_that_its_kind_holds(self, name: str, words: Any) -> None:
        assert isinstance(read_value(words, kind(name)), KINDS[name].holds)


@pytest.mark.parametrize("name", [one for one in SPELLED if not KINDS[one].refers])
class DescribeTheCasesOfAKind:
    """What the proof takes for all answers of a kind are answers of it."""

    def it_yields_values_that_are_read_back(self, name: str) -> None:
        of = kind(name)
        for value in KINDS[name].cases(of, Tested(options=OPTIONS if of.options else ())):
            words = spelled(value)
            assert read_value(tuple(words) if isinstance(words, list) else words, of) == value


@pytest.mark.parametrize(("name", "words"), WRONG.items())
class DescribeWhatIsNoAnswer:
    """Refused with what is wrong and what would be right, however it comes in."""

    def it_is_refused_from_a_file_with_words(self, name: str, words: Any) -> None:
        with pytest.raises(NotAValue) as refusal:
            read_value(words, kind(name))
        assert refusal.value.says

    def it_is_refused_when_it_is_typed(self, name: str, words: Any) -> None:
        typed = ", ".join(words) if isinstance(words, tuple) else words
        with pytest.raises((NotAValue, Ambiguous)):
            read_value(read_typed(typed, kind(name), choices(name)), kind(name))
