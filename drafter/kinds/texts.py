"""Text on one line, and on several.

Text passes one door: normalised to NFC, refused with its position where it holds a character
that a document cannot show or that would disguise it, and never changed otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested
from drafter.kinds.model import NotAValue, Value
from drafter.kinds.picking import Answer, Candidate
from drafter.kinds.signing_fields import signing_field_in
from drafter.kinds.sort import Kind, Schema, Sort

LONGEST = 10_000  # characters
_BREAK = re.compile(r"[\t\r\n]")
_NONCHARACTERS = "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
# What nobody sees, and what looks like a blank and is none; joiners have a meaning in some scripts.
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_REFUSED = re.compile(
    f"[{_UNSEEN}\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029"
    f"\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
)


@dataclass(frozen=True)
class OneLineText(Sort):
    """One line."""

    name = "text"
    holds = str
    free = True
    wanted_typed = "one line"
    obvious = True

    def read_one(self, text: str, kind: Kind) -> Value:
        return one_line(text)

    def schema(self, kind: Kind) -> Schema:
        form = {"type": "string", "minLength": 1, "maxLength": LONGEST}
        return form | {"pattern": r"^[^\t\r\n]+$"}

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield "text"

    def made_up(self, name: str) -> str:
        return name.replace("_", " ")


@dataclass(frozen=True)
class LongText(OneLineText):
    """One or more lines."""

    name = "long text"
    wanted_typed = "one or more sentences"
    wanted_keys = "one line, or :e for an editor"
    obvious = False

    def read_one(self, text: str, kind: Kind) -> Value:
        return _through_the_door(text.replace("\r\n", "\n") if len(text) <= LONGEST else text)

    def schema(self, kind: Kind) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": LONGEST}

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        return text.replace("\\n", "\n")


def one_line(text: str) -> str:
    """A text that a document can show on one line, in NFC. Raises `NotAValue`."""
    if len(text) <= LONGEST and (match := _BREAK.search(text)):
        what = "tab" if match[0] == "\t" else "line break"
        raise NotAValue("this answer is one line", f"remove the {what}")
    return _through_the_door(text)


def _through_the_door(text: str) -> str:
    if len(text) > LONGEST:
        raise NotAValue(f"longer than {LONGEST:,} characters", "put long matter in a schedule")
    if not _shows_something(text):
        raise NotAValue("the answer is empty", "answer it, or leave the question out")
    if match := _REFUSED.search(text):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
        says = f"character {match.start() + 1} ({name}) cannot stand in a document"
        raise NotAValue(says, "remove it")
    normal = unicodedata.normalize("NFC", text)
    if field := signing_field_in(normal):
        says = f"{quoted(field)} would become a field of an e-signature service"
        raise NotAValue(says, "write it otherwise: fields come from `drafter issue --signing`")
    return normal


def _shows_something(text: str) -> bool:
    """Whether a reader of the document sees anything: blanks and joiners alone are nothing."""
    return re.fullmatch(rf"[\s{_UNSEEN}\u200c\u200d]*", text) is None


TEXT, LONG_TEXT = OneLineText(), LongText()
