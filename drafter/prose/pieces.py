"""A stretch of a line while it is being read, and the tokens it is cut into."""

from __future__ import annotations

import re

from drafter.data_classes import dataclass, field
from drafter.prose.lines import SourceLine
from drafter.prose.model import Inline, Words
from drafter.prose.reading import ProseReading
from drafter.prose.typography import set_words

TOKEN = re.compile(
    r"""(?P<words>[^\\{}\[*|]+)
    | \\(?P<escape>[{}\[*|\\])
    | \{choose[ ](?P<choice>(?:[^{}\\]++|\\.|\{[^{}]*\})*+)\}
    | \{(?P<braces>[^{}]*)\}
    | \[(?P<reference>@[^\[\]{}]*)\]
    | \*\*(?P<term>[^*{}\[\]|\\]+)\*\*
    | (?P<stray>.)""",
    re.VERBOSE,
)
_SPACES = re.compile("  +")
_SENTENCE_END = re.compile(r"[.!?][”’\"')]* +\Z")


@dataclass(slots=True)
class LineStretch:
    """A stretch of a line that is being read, and what was found in it so far."""

    line: SourceLine
    reading: ProseReading
    opening: bool  # its first words open a sentence
    in_choice: bool = False
    found: list[Inline] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)  # words not yet set

    def add(self, inline: Inline) -> None:
        """Add what is not words."""
        self.settle()
        self.found.append(inline)

    def case(self) -> LineStretch:
        """A fresh piece for one case of a choice; its words open a sentence where this would."""
        return LineStretch(self.line, self.reading, self.opens(), in_choice=True)

    def settle(self) -> None:
        """Set the typed words and add them."""
        if self.typed:
            self._set("".join(self.typed))
            self.typed.clear()

    def _set(self, words: str) -> None:
        if "  " in words:
            words = _SPACES.sub(" ", words)
        self.found.append(Words(set_words(words, bool(self.found), self.reading.language)))

    def finish(self) -> tuple[Inline, ...]:
        """All that was found; nothing follows, so no space does."""
        if last := "".join(self.typed).rstrip(" "):
            self._set(last)
        return tuple(self.found)

    def opens(self) -> bool:
        """Whether a sentence starts here."""
        if self.typed:
            return _SENTENCE_END.search(self.typed[-1]) is not None
        return self.opening and not self.found

    def fault(self, rule: str, token: re.Match[str], cure: str = "", **words: str) -> None:
        """A fault of one token."""
        self.reading.fault(rule, self.line.place(token.start(), token.end()), cure, **words)
