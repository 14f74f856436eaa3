"""The reading of one condition: how far it has come, what it may speak of, what is at fault."""

from __future__ import annotations

from typing import NoReturn

from drafter.conditions.model import Names, Subject
from drafter.conditions.names import first_unknown, known_after
from drafter.conditions.tokens import KEYWORDS, Token, cut
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place, did_you_mean, quoted
from drafter.kinds import Kind

DEEPEST = 8
_MOST_FAULTS = 20
_VALUES_TOO = ("no", "one", "both")  # keywords that may name an option


class Broken(Exception):
    """The words cannot be read on; the fault is already noted."""


@dataclass(slots=True)
class ConditionReading:
    """The words of a condition, the spot reached among them, and the faults found so far.

    `names` are the names outside every record; `place` is where the text begins.
    """

    text: str
    names: Names
    place: Place
    faults: list[Diagnostic] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    at: int = 0
    depth: int = 0
    _lists: dict[str, tuple[str, Kind]] | None = None

    def cut(self) -> None:
        """Cuts the text into tokens."""
        self.tokens, stop = cut(self.text)
        if stop is not None:
            self._note(stop, 1, "syntax", f"`{self.text[stop]}` has no meaning here", "")
            raise Broken

    # --- tokens ---

    def peek(self) -> str:
        """The next token, or nothing at the end."""
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def next(self) -> str:
        """The next token, which is then read."""
        if self.at >= len(self.tokens):
            self.stop("syntax", "the condition stops too early")
        self.at += 1
        return self.tokens[self.at - 1].text

    def take(self, word: str) -> bool:
        """Reads the word if it is next."""
        here = self.peek() == word
        self.at += here
        return here

    def expect(self, word: str) -> None:
        """Reads the word, which must be next."""
        if not self.take(word):
            self.stop("syntax", f"`{word}` is missing here")

    def name(self, what: str) -> str:
        """Reads a name; `what` says in messages which name belongs here."""
        word = self.next()
        if word in KEYWORDS or not (word[0].islower() or word[0] == "@"):
            self.at -= 1
            self.stop("syntax", f"{quoted(word)} stands where {what} belongs")
        return word

    def value(self) -> str:
        """Reads a value, such as an option's id."""
        word = self.next()
        if not word[0].isalnum() or (word in KEYWORDS and word not in _VALUES_TOO):
            self.at -= 1
            self.stop("syntax", f"{quoted(word)} stands where a value belongs")
        return word

    def no_open_list(self) -> None:
        """Refuses an `and` or `or` that could be read as part of the list of values before it."""
        back = self.at - 1
        while back > 1 and self.tokens[back - 1].text == ",":
            back -= 2
        opening = [token.text for token in self.tokens[max(back - 2, 0) : back]]
        if opening in (["one", "of"], ["any", "of"], ["all", "of"]):
            cure = "put brackets round the test with the list"
            self.stop("open-list", f"`{self.peek()}` follows a list of values", cure)

    # --- names ---

    def lists(self) -> dict[str, tuple[str, Kind]]:
        """Every list by its own name."""
        if self._lists is None:
            kinds = {name: self.names.kind(name) for name in self.names.names()}
            self._lists = {
                name: (name, kind) for name, kind in kinds.items() if kind and kind.sort.has_records
            }
        return self._lists

    # --- faults ---

    def unknown(self, subject: Subject, names: Names, start: int) -> None:
        """Notes that nothing bears this name, and the nearest one that something bears."""
        wrong = first_unknown(subject, names)[-1]
        cure = did_you_mean(wrong, known_after(subject, names))
        self.fault(start, "unknown-name", f"nothing is called {quoted('.'.join(subject))}", cure)

    def stop(self, rule: str, says: str, cure: str = "") -> NoReturn:
        """Notes a fault at the next token and ends the reading."""
        self.fault(self.at, rule, says, cure)
        raise Broken

    def fault(self, index: int, rule: str, says: str, cure: str = "") -> None:
        """Notes a fault at a token; behind the last one, at the end of the text."""
        if index < len(self.tokens):
            token = self.tokens[index]
            self._note(token.start, len(token.text), rule, says, cure)
        else:
            self._note(len(self.text), 1, rule, says, cure)

    def _note(self, start: int, width: int, rule: str, says: str, cure: str) -> None:
        self.faults.append(Diagnostic(rule, says, self._place(start, width), cure))
        if len(self.faults) == _MOST_FAULTS:
            raise Broken

    def span(self, start: int) -> Place:
        """The place of everything read since the token with this index."""
        first, last = self.tokens[start], self.tokens[self.at - 1]
        return self._place(first.start, last.start + len(last.text) - first.start)

    def _place(self, start: int, width: int) -> Place:
        here = self.place
        return Place(here.file, here.line, here.column + start, here.source, width)
