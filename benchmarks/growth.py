"""Measures how the time of large inputs grows: `python -m benchmarks.growth`.

Each input is read at a size and at twice the size; the ratio of the two is the result. Two is
linear, four is quadratic.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from benchmarks.deal import ANSWERS
from drafter.checking import check_files
from drafter.diagnostics import Refused
from drafter.drafting import Library, load_library
from drafter.library.files import LibraryFiles
from drafter.questionnaire.answers_file import read_answers_file

ROUNDS, MOST = 3, 2.8
FOLDER = "topics/work"
_SMALLEST = {
    "questionnaire/01-deal.yaml": "section: The deal\nquestions:\n  parties: {asks: Who?, type: "
    "list, one: party, fields: {name: {asks: Name?, type: text}}}\n",
    f"{FOLDER}/topic.yaml": "heading: Work\n",
    "precedents/deal.yaml": "title: A deal\nparts: [{heading: Terms, topics: [work]}]\n",
}
Answers = Mapping[str, Any]


def main() -> None:
    """Print a line for each input: seconds at two sizes, and their ratio."""
    library, record = load_library(), read_answers_file(ANSWERS)[0]
    drafted: dict[str, tuple[int, Callable[[int], Answers]]] = {
        "decisions that somebody decides": (2_000, decisions),
        "licences, each of a field": (200, grants),
        "names that no question has": (20_000, unknown),
    }
    for says, (size, answers) in drafted.items():
        _tell(says, size, [_draft(library, record, answers(many)) for many in (size, 2 * size)])
    for says, words in {"words in one line": "the work and ", "sentences": "It ends.\n",
                        "capitals in one line": "the Deliverable and "}.items():  # fmt: skip
        _tell(says, 160_000, [_check(words * (many // len(words))) for many in (160_000, 320_000)])


def decisions(many: int) -> Answers:
    """Reserved decisions that differ, all with one decider."""
    return {"reserved_decisions": {f"one-{n}": {"decision": f"decision {n}", "decider": "maison-v"}
                                   for n in range(many)}}  # fmt: skip


def grants(many: int) -> Answers:
    """Exclusive licences of as many fields."""
    fields = {f"field-{n}": {"label": f"Goods {n}", "definition": f"goods of sort {n}",
                             "holder": "maison-v"} for n in range(many)}  # fmt: skip
    licences = {f"grant-{n}": {"licensor": "maison-v", "licensee": "terawear",
                               "field": f"field-{n}", "territories": ["GB"],
                               "exclusivity": "exclusive"} for n in range(many)}  # fmt: skip
    return {"fields": fields, "grants": licences}


def unknown(many: int) -> Answers:
    """Names that no question has."""
    return {f"nonsense_{n}": "x" for n in range(many)}


def _draft(library: Library, record: Answers, answers: Answers) -> float:
    def run() -> None:
        with suppress(Refused):
            library.draft({**record, "answers": {**record["answers"], **answers}})

    return _least(run)


def _check(text: str) -> float:
    files = LibraryFiles("library", {**_SMALLEST, f"{FOLDER}/text.md": text}, "")
    return _least(lambda: check_files(files, date(2027, 1, 1)))


def _least(run: Callable[[], object]) -> float:
    return min(_seconds(run) for _ in range(ROUNDS))


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _tell(says: str, size: int, seconds: list[float]) -> None:
    one, two = seconds
    ratio = two / one
    print(f"{says:<34} {size:>7,} {one:7.3f} s   twice {two:7.3f} s   x {ratio:.1f}"
          f"{'' if ratio <= MOST else '   MISSED'}")  # fmt: skip


if __name__ == "__main__":
    main()
