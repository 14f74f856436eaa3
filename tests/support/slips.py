"""What a person can do to the files of a library by mistake: small slips, several at once."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from support.whole import WHOLE

Slip = Callable[[random.Random, dict[str, str], str], None]
_MARKS = "{}[]()@#*|:-,.'\"\\ \n\t&!%<>=~\0\x07\u00a0\u202e\ufeffé中0aA_"


def slipped(chance: random.Random, texts: dict[str, str] = WHOLE) -> dict[str, str]:
    """The files after one to three slips."""
    files = dict(texts)
    for _ in range(chance.choice((1, 1, 2, 3))):
        if files:
            chance.choice(SLIPS)(chance, files, chance.choice(sorted(files)))
    return files


# --- files ------------------------------------------------------------------------------------


def _delete(chance: random.Random, files: dict[str, str], path: str) -> None:
    del files[path]


def _rename(chance: random.Random, files: dict[str, str], path: str) -> None:
    folder, _, name = path.rpartition("/")
    other = chance.choice(sorted(files))
    names = (f"{folder}/x{name}", f"{folder}x/{name}", name, f"{folder}/deep/{name}", other,
             f"{folder}/left-out.md", f"{folder}/{name.upper()}", f"{folder}/A {name}")  # fmt: skip
    files[chance.choice(names).lstrip("/")] = files.pop(path)


def _copy(chance: random.Random, files: dict[str, str], path: str) -> None:
    files[chance.choice(sorted(files))] = files[path]


def _swap_files(chance: random.Random, files: dict[str, str], path: str) -> None:
    other = chance.choice(sorted(files))
    files[path], files[other] = files[other], files[path]


def _empty(chance: random.Random, files: dict[str, str], path: str) -> None:
    files[path] = chance.choice(("", "\n", "---\n", "---\n---\n", "{}\n", "[]\n", "42\n", "a: b\n"))


def _truncate(chance: random.Random, files: dict[str, str], path: str) -> None:
    files[path] = files[path][: chance.randint(0, len(files[path]))]


# --- lines ------------------------------------------------------------------------------------


def _on_lines(change: Callable[[random.Random, list[str], int], None]) -> Slip:
    def slip(chance: random.Random, files: dict[str, str], path: str) -> None:
        lines = files[path].splitlines(keepends=True)
        if lines:
            change(chance, lines, chance.randrange(len(lines)))
            files[path] = "".join(lines)

    return slip


def _drop_line(chance: random.Random, lines: list[str], here: int) -> None:
    del lines[here]


def _twice(chance: random.Random, lines: list[str], here: int) -> None:
    lines.insert(chance.randrange(len(lines) + 1), lines[here])


def _swap_lines(chance: random.Random, lines: list[str], here: int) -> None:
    there = chance.randrange(len(lines))
    lines[here], lines[there] = lines[there], lines[here]


def _indent(chance: random.Random, lines: list[str], here: int) -> None:
    lines[here] = chance.choice((f"  {lines[here]}", f"\t{lines[here]}", lines[here][2:]))


# --- words ------------------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"([\w-]+)", text) if word]


def _swap_words(chance: random.Random, files: dict[str, str], path: str) -> None:
    words, others = _words(files[path]), _words(files[chance.choice(sorted(files))])
    if words and others:
        words[chance.randrange(len(words))] = chance.choice(others)
        files[path] = "".join(words)


def _misspell(chance: random.Random, files: dict[str, str], path: str) -> None:
    text = files[path]
    at = chance.randrange(len(text) + 1)
    put = chance.choice(_MARKS)
    files[path] = chance.choice((text[:at] + put + text[at:], text[:at] + put + text[at + 1 :],
                                 text[:at] + text[at + 1 :]))  # fmt: skip


SLIPS: tuple[Slip, ...] = (
    _delete, _rename, _copy, _swap_files, _empty, _truncate,
    _on_lines(_drop_line), _on_lines(_twice), _on_lines(_swap_lines), _on_lines(_indent),
    _swap_words, _swap_words, _swap_words, _misspell, _misspell, _misspell,
)  # fmt: skip
