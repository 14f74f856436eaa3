"""Answers as typed values: read from the words of a file, and spelled as a file spells them.

Text passes one door: normalised to NFC, refused with its position where it holds a character
that a document cannot show or that would disguise it, and never changed otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from drafter.conditions import amounts
from drafter.conditions.model import Kind, Points, Sort, Value
from drafter.conditions.overlap import is_territory
from drafter.diagnostics import did_you_mean, quoted
from drafter.questionnaire.printing import NBSP, listed, printed

LONGEST = 10_000  # characters
_BREAK = re.compile(r"[\t\r\n]")
_NONCHARACTERS = "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069"
    f"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
)


__all__ = ["LONGEST", "NBSP", "NotAValue", "listed", "printed", "read_value", "spelled"]


class NotAValue(Exception):
    """The words do not spell a value of the kind; `says` why, `cure` what would."""

    def __init__(self, says: str, cure: str = "") -> None:
        self.says, self.cure = says, cure
        super().__init__(says)


def read_value(text: str | tuple[str, ...], kind: Kind) -> Value:
    """The value that `text` spells for a question of this kind. Raises `NotAValue`."""
    if kind.sort in (Sort.SEVERAL, Sort.JURISDICTIONS):
        return _read_set(text if isinstance(text, tuple) else (text,), kind)
    if isinstance(text, tuple):
        raise NotAValue("one value is expected, not several")
    return _READERS[kind.sort](text, kind)


def _read_set(members: tuple[str, ...], kind: Kind) -> Value:
    read = _read_territory if kind.sort is Sort.JURISDICTIONS else _read_option
    return tuple(dict.fromkeys(read(member, kind) for member in members))


def _read_territory(text: str, kind: Kind) -> str:
    if is_territory(text):
        return text
    raise NotAValue(
        f"{quoted(text)} is no territory", "two-letter codes such as GB or US, EU, worldwide"
    )


def _read_option(text: str, kind: Kind) -> str:
    if text in kind.options:
        return text
    raise NotAValue(f"there is no option {quoted(text)}", did_you_mean(text, kind.options))


def _read_yes_no(text: str, kind: Kind) -> bool:
    if text in ("yes", "true"):
        return True
    if text in ("no", "false"):
        return False
    raise NotAValue(f"{quoted(text)} is neither yes nor no", "write yes or no")


def _read_text(text: str, kind: Kind) -> str:
    if len(text) > LONGEST:
        raise NotAValue(f"longer than {LONGEST:,} characters", "put long matter in a schedule")
    if kind.sort is Sort.LONG_TEXT:
        text = text.replace("\r\n", "\n")
    elif match := _BREAK.search(text):
        what = "tab" if match[0] == "\t" else "line break"
        raise NotAValue("this answer is one line", f"remove the {what}")
    if match := _REFUSED.search(text):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
        says = f"character {match.start() + 1} ({name}) cannot stand in a document"
        raise NotAValue(says, "remove it")
    if not _shows_something(text):
        raise NotAValue("the answer is empty", "answer it, or leave the question out")
    return unicodedata.normalize("NFC", text)


def _shows_something(text: str) -> bool:
    """Whether a reader of the document sees anything: spaces and joiners alone are nothing."""
    return any(unicodedata.category(one)[0] not in "ZC" for one in text)


def _read_amount(text: str, kind: Kind) -> Value:
    amount = amounts.read(text, kind.sort)
    if isinstance(amount, str):
        raise NotAValue(f"{quoted(text)} is not {amount}")
    return amount


def _read_reference(text: str, kind: Kind) -> Points:
    return Points(kind.of, text)


_READERS: dict[Sort, Callable[[str, Kind], Value]] = {
    Sort.YES_NO: _read_yes_no,
    Sort.CHOICE: _read_option,
    Sort.TEXT: _read_text,
    Sort.LONG_TEXT: _read_text,
    Sort.NUMBER: _read_amount,
    Sort.MONEY: _read_amount,
    Sort.PERCENTAGE: _read_amount,
    Sort.DATE: _read_amount,
    Sort.DURATION: _read_amount,
    Sort.PARTY: _read_reference,
    Sort.REFERENCE: _read_reference,
}


def spelled(value: Value) -> str | list[str]:
    """A value as an answers file spells it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value} percent"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Points):
        return value.id
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)
