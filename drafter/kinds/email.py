"""E-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested
from drafter.kinds.model import NotAValue, Value
from drafter.kinds.sort import Kind, Schema
from drafter.kinds.texts import OneLineText

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_TOP = "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
_PATTERN = rf"{_LOCAL}@({_LABEL}\.)+{_TOP}"
_LONGEST = 254  # characters


@dataclass(frozen=True)
class Email(OneLineText):
    """One address in plain letters, with its domain in full; it is kept as it is written."""

    name = "email"
    wanted = "an e-mail address such as legal@example.com"
    wanted_typed = wanted
    obvious = False
    example = "legal@example.com"

    def read_one(self, text: str, kind: Kind) -> Value:
        if len(text) > _LONGEST or re.fullmatch(_PATTERN, text) is None:
            raise NotAValue(f"{quoted(text)} is not {self.wanted}")
        return text

    def schema(self, kind: Kind) -> Schema:
        form = {"type": "string", "format": "email", "maxLength": _LONGEST}
        return form | {"pattern": f"^{_PATTERN}$"}

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield "text@example.com"

    def made_up(self, name: str) -> str:
        return f"{name.replace('_', '-')[:60].strip('-')}@example.com"


EMAIL = Email()
