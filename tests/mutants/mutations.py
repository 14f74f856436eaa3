"""Small slips that spoil a clause library, each at every place where it can be made."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

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
    """One slip: its kind, its file, what was done, and what the files then hold (None: gone)."""

    kind: str
    path: str
    says: str
    changes: Mapping[str, str | None]

    @property
    def subject(self) -> str:
        """The topic that it spoils, by its folder; another file by its path."""
        return "/".join(self.path.split("/")[:2]) if self.path.startswith("topics/") else self.path

    def texts(self, texts: Texts) -> dict[str, str]:
        """The library with the slip in it."""
        changed = {**texts, **self.changes}
        return {path: text for path, text in changed.items() if text is not None}


Slips = Iterator[tuple[str, Mapping[str, str | None]]]  # what was done, and the files it changed


def shift_cut(path: str, text: str, texts: Texts) -> Slips:
    """An amount in a condition, one more, one less, or to the other side of the line."""
    if not path.startswith(("topics", "facts", "questionnaire", "consistency")):
        return
    for found in _CUT.finditer(text) if path.endswith(".yaml") else ():
        sign, currency, number = found.groups()
        for new in (f"{sign} {currency}{int(number) + 1}", f"{sign} {currency}{int(number) - 1}",
                    f"{_SHIFTED[sign]} {currency}{number}"):  # fmt: skip
            yield f"{found[0]} -> {new}", {path: _put(text, found, new)}


def drop_row(path: str, text: str, texts: Texts) -> Slips:
    """A row of a table alone, or with the text that it chooses."""
    for found in _rows(path, text):
        without: dict[str, str | None] = {path: _put(text, found, "").replace("\n\n", "\n")}
        yield found[1], without
        file = f"{path.rpartition('/')[0]}/{found[1]}.md"
        if file in texts:
            yield f"{found[1]} and its text", {**without, file: None}


def widen_or_narrow(path: str, text: str, texts: Texts) -> Slips:
    """A part of a row's condition goes, or `and` becomes `or`, or `or` becomes `and`."""
    for row in _rows(path, text):
        for join in _JOIN.finditer(row[2]):
            left, right = row[2][: join.start()], row[2][join.end() :]
            for kept in (left, right):
                if kept.count("(") == kept.count(")"):
                    changed = _put(text, row, f"  {row[1]}: {kept}")
                    yield f"{row[2]} -> {kept}", {path: changed}
            other = f"{left} {'or' if join[1] == 'and' else 'and'} {right}"
            yield f"{row[2]} -> {other}", {path: _put(text, row, f"  {row[1]}: {other}")}


def delete_definition(path: str, text: str, texts: Texts) -> Slips:
    """A definition, or one of its texts, or its table, is gone."""
    if path.startswith("definitions/"):
        yield path, {path: None}


def rename_target(path: str, text: str, texts: Texts) -> Slips:
    """A reference leads to another clause, or a label is spelled anew."""
    if path.startswith("topics/") and path.endswith(".md"):
        topics = sorted({one.split("/")[1] for one in texts if one.startswith("topics/")})
        for number, found in enumerate(_REFERENCE.finditer(text)):
            other = topics[(number * 7 + len(text)) % len(topics)]
            yield f"{found[0]} -> [@{other}]", {path: _put(text, found, f"[@{other}]")}
        for found in re.finditer(r"\{#([a-z-]+)\}", text):
            yield f"{found[0]} renamed", {path: _put(text, found, f"{{#{found[1]}-anew}}")}


def swap_option(path: str, text: str, texts: Texts) -> Slips:
    """A row asks for another option of the same question."""
    for row in _rows(path, text):
        options = _options("\n".join(one for name, one in texts.items() if name.endswith(".yaml")))
        for found in _IS.finditer(row[2]):
            for other in sorted(options[found[1]] - {found[2]})[:2]:
                when = _put(row[2], found, f"{found[1]} is {other}")
                yield f"{found[0]} -> {other}", {path: _put(text, row, f"  {row[1]}: {when}")}


@lru_cache(1)
def _options(conditions: str) -> dict[str, set[str]]:
    """The options of each question that conditions speak of."""
    options: dict[str, set[str]] = {}
    for name, option in _IS.findall(conditions):
        options.setdefault(name, set()).add(option)
    return options


def remove_guard(path: str, text: str, texts: Texts) -> Slips:
    """A sentence or paragraph stands whatever the answers."""
    if path.startswith(("topics/", "definitions/")) and path.endswith(".md"):
        for found in _GUARD.finditer(text):
            yield found[0], {path: _put(text, found, "")}


def remove_need(path: str, text: str, texts: Texts) -> Slips:
    """A variant no longer says what it needs, or what it needs is left out beside it."""
    found = _NEED.search(text) if path.startswith("topics/") and path.endswith(".md") else None
    if not found:
        return
    yield "needs", {path: _put(text, found, "")}
    _, topic, variant = path.removesuffix(".md").split("/")
    chosen = _condition(texts[f"topics/{topic}/topic.yaml"], variant)
    for need in re.findall(r"([a-z0-9-]+): ", found[1] or found[2]):
        table = f"topics/{need}/topic.yaml"
        if chosen and "\nchoose:\n" in texts.get(table, ""):
            says = f"{need} is left out beside {topic}/{variant}"
            yield says, {table: _left_out(texts[table], table, chosen)}


def _condition(table: str, row: str) -> str:
    """The condition of a row, in brackets; "" where there is none."""
    found = next((one for one in _rows("topic.yaml", table) if one[1] == row), None)
    return f"({found[2].split('  #')[0]})" if found and found[2] != "always" else ""


def _left_out(text: str, path: str, when: str) -> str:
    """A table that leaves its topic out on a condition, whatever it did before."""
    for row in reversed(list(_rows(path, text))):
        join = f"or {when}" if row[1] == "left-out" else f"and not {when}"
        text = _put(text, row, f"  {row[1]}: ({row[2].split('  #')[0]}) {join}")
    return text if "\n  left-out: " in text else f"{text.rstrip()}\n  left-out: {when}\n"


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
    """Every mutant of a kind, in the order of the files that are to be changed."""
    return [
        Mutant(kind, next(iter(changes)), says, changes)
        for path in sorted(texts)
        if not path.startswith("cases/")
        for says, changes in KINDS[kind](path, texts[path], texts)
    ]


def drawn(seed: int, count: int, texts: Texts) -> list[Mutant]:
    """As many of each kind; what was spoilt least so far, a topic or another file, comes first,
    and of those what the fewest kinds can spoil, so that every topic has its turn."""
    chance, spoilt = random.Random(seed), Counter[str]()
    every = {kind: mutants(kind, texts) for kind in KINDS}
    reach = Counter(one for some in every.values() for one in {slip.subject for slip in some})
    found: list[Mutant] = []
    for number, left in enumerate(every.values()):
        chance.shuffle(left)
        for _ in range(min(len(left), (count + number) // len(KINDS))):
            turns = [(spoilt[one.subject], "topics/" not in one.path, reach[one.subject])
                     for one in left]  # fmt: skip
            one = left.pop(turns.index(min(turns)))
            spoilt[one.subject] += 1
            found.append(one)
    return found


def _rows(path: str, text: str) -> Iterator[re.Match[str]]:
    """The rows of the table in a file."""
    start = text.find("\nchoose:\n")
    if start >= 0 and path.endswith(".yaml"):
        yield from _ROW.finditer(text, start + len("\nchoose:\n") - 1)


def _put(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]
