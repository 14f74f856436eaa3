"""Small slips that spoil a clause library, each at every place where it can be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Texts = Mapping[str, str]
_ROW = re.compile(r"^  ([a-z0-9-]+): (.+)$", re.M)
_CUT = re.compile(r"(>=|<=|<|>|=) ((?:[A-Z]{3} )?)(\d+)(?= months| days| percent|\b)")
_IS = re.compile(r"\b([a-z_]+) is (?!one of|not|answered|unknown)([a-z0-9-]+)")
_GUARD = re.compile(r"\{if [^}]*\} ?")
_REFERENCE = re.compile(r"\[@([a-z0-9-]+)([^\]]*)\]")
_NEED = re.compile(r"^needs:(?: \{(.*)\}|((?:\n  .+)+))\n", re.M)
_JOIN = re.compile(r" (and|or) ")
_SHIFTED = {">=": ">", ">": ">=", "<=": "<", "<": "<=", "=": ">="}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip: its kind, its file, and what the file then holds (None: it is gone)."""

    kind: str
    path: str
    text: str | None
    says: str = ""

    def texts(self, texts: Texts) -> dict[str, str]:
        """The library with the slip in it."""
        changed = {path: text for path, text in texts.items() if path != self.path}
        return changed if self.text is None else changed | {self.path: self.text}


Slips = Iterator[tuple[str, str | None]]  # what was done, and the text with it


def shift_cut(path: str, text: str, texts: Texts) -> Slips:
    if not path.startswith(("topics", "facts", "questionnaire", "consistency")):
        return
    for found in _CUT.finditer(text) if path.endswith(".yaml") else ():
        sign, currency, number = found.groups()
        for new in (f"{sign} {currency}{int(number) + 1}", f"{sign} {currency}{int(number) - 1}",
                    f"{_SHIFTED[sign]} {currency}{number}"):  # fmt: skip
            yield f"{found[0]} -> {new}", _put(text, found, new)


def drop_row(path: str, text: str, texts: Texts) -> Slips:
    for found in _rows(path, text):
        yield found[1], _put(text, found, "").replace("\n\n", "\n")


def widen_or_narrow(path: str, text: str, texts: Texts) -> Slips:
    for row in _rows(path, text):
        for join in _JOIN.finditer(row[2]):
            left, right = row[2][: join.start()], row[2][join.end() :]
            for kept in (left, right):
                if kept.count("(") == kept.count(")"):
                    yield f"{row[2]} -> {kept}", _put(text, row, f"  {row[1]}: {kept}")
            other = f"{left} {'or' if join[1] == 'and' else 'and'} {right}"
            yield f"{row[2]} -> {other}", _put(text, row, f"  {row[1]}: {other}")


def delete_definition(path: str, text: str, texts: Texts) -> Slips:
    if path.startswith("definitions/"):
        yield path, None


def rename_target(path: str, text: str, texts: Texts) -> Slips:
    """A reference leads to another clause, or a label is spelled anew."""
    if path.startswith("topics/") and path.endswith(".md"):
        topics = sorted({one.split("/")[1] for one in texts if one.startswith("topics/")})
        for number, found in enumerate(_REFERENCE.finditer(text)):
            other = topics[(number * 7 + len(text)) % len(topics)]
            yield f"{found[0]} -> [@{other}]", _put(text, found, f"[@{other}]")
        for found in re.finditer(r"\{#([a-z-]+)\}", text):
            yield f"{found[0]} renamed", _put(text, found, f"{{#{found[1]}-anew}}")


def swap_option(path: str, text: str, texts: Texts) -> Slips:
    every = "\n".join(one for name, one in texts.items() if name.endswith(".yaml"))
    for row in _rows(path, text):
        for found in _IS.finditer(row[2]):
            said = re.findall(rf"\b{found[1]} is (?!one of|not|answered)([a-z0-9-]+)", every)
            for other in sorted(set(said) - {found[2]})[:2]:
                when = _put(row[2], found, f"{found[1]} is {other}")
                yield f"{found[0]} -> {other}", _put(text, row, f"  {row[1]}: {when}")


def remove_guard(path: str, text: str, texts: Texts) -> Slips:
    if path.startswith(("topics/", "definitions/")) and path.endswith(".md"):
        for found in _GUARD.finditer(text):
            yield found[0], _put(text, found, "")


def remove_need(path: str, text: str, texts: Texts) -> Slips:
    """A wording no longer says what it needs, or what it needs is no longer chosen beside it."""
    found = _NEED.search(text) if path.endswith(".md") else None
    if found:
        yield "needs", _put(text, found, "")


KINDS: dict[str, Callable[[str, str, Texts], Slips]] = {
    "shift a cut point": shift_cut,
    "drop a row": drop_row,
    "widen or narrow": widen_or_narrow,
    "delete a definition": delete_definition,
    "rename a target": rename_target,
    "swap an option": swap_option,
    "remove a guard": remove_guard,
    "remove a `needs`": remove_need,
}


def mutants(kind: str, texts: Texts) -> list[Mutant]:
    """Every mutant of a kind, in the order of the files."""
    return [
        Mutant(kind, path, changed, says)
        for path in sorted(texts)
        if not path.startswith("cases/")
        for says, changed in KINDS[kind](path, texts[path], texts)
    ]


def _rows(path: str, text: str) -> Iterator[re.Match[str]]:
    """The rows of the table in a file."""
    start = text.find("\nchoose:\n")
    if start >= 0 and path.endswith(".yaml"):
        yield from _ROW.finditer(text, start + len("\nchoose:\n") - 1)


def _put(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]
