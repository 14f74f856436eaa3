"""What reads files from outside, each fed with bytes: it may refuse them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from support.drafts import docx
from support.files import parts, zipped
from support.names import DEAL
from support.small import files
from support.whole import ANSWERS, WHOLE

from drafter.conditions.read import read_condition
from drafter.diagnostics import Place, Refused
from drafter.drafting import Library, of_files
from drafter.ooxml.package import read_package
from drafter.proofreading.proofread import proofread
from drafter.prose.read import read_prose
from drafter.questionnaire.answers_file import read_answers_file
from drafter.questionnaire.rewriting import as_yaml
from drafter.redline.compare import compare
from drafter.tables.reading import read_sheets

Reader = Callable[[bytes], object]
DOCUMENT, TOPIC = "word/document.xml", "topics/exit/by-notice.md"


@cache
def library() -> Library:
    """A library with a file of each sort."""
    return of_files(files(WHOLE))


@cache
def base() -> bytes:
    """A finished draft."""
    return docx("workout-rewards")


def answers(data: bytes) -> None:
    """An answers file, read into a form and drafted."""
    record, _ = read_answers_file(Path("fuzz.yaml"), data)
    library().form(record)
    library().draft(record)


def condition(data: bytes) -> None:
    read_condition(data.decode("utf-8", "replace"), DEAL, Place("fuzz.yaml", 1, 1))


def clause(data: bytes) -> None:
    read_prose(data.decode("utf-8", "replace"), "fuzz.md", DEAL)


def topic(data: bytes) -> None:
    """A library with another clause file."""
    of_files(files({**WHOLE, TOPIC: data.decode("utf-8", "replace")}))


def questionnaire(data: bytes) -> None:
    """A library with another questionnaire."""
    of_files(files({**WHOLE, "questionnaire/02-more.yaml": data.decode("utf-8", "replace")}))


def package(data: bytes) -> None:
    read_package(data, "fuzz.docx")


def document(data: bytes) -> None:
    """A Word file whose text is something else: through the door, proofread and compared."""
    whole = zipped({**parts(base()), DOCUMENT: data})
    read, _ = read_package(whole, "fuzz.docx")
    if read:
        proofread(read)
        compare(base(), whole)


def table(data: bytes) -> None:
    read_sheets(data, "fuzz.csv")


READERS: Mapping[str, tuple[Reader, Callable[[], bytes]]] = {
    "answers": (answers, lambda: as_yaml(ANSWERS).encode()),
    "condition": (condition, lambda: b"some grant has (field is answered) and not cap > EUR 5"),
    "clause": (
        clause,
        lambda: b"{if new_results} Each **Party** pays {cap}, see [@exit].\n  - one",
    ),
    "topic": (topic, lambda: WHOLE[TOPIC].encode()),
    "questionnaire": (questionnaire, lambda: WHOLE["questionnaire/02-more.yaml"].encode()),
    "package": (package, base),
    "document": (document, lambda: parts(base())[DOCUMENT]),
    "table": (table, lambda: b"id,precedent,notice\na,simple,30 days\n"),
}
"""Each reader by its name, with what the corpus begins from."""


def fed(name: str) -> Reader:
    """A reader that may refuse what it is fed."""
    reader, _ = READERS[name]

    def feed(data: bytes) -> None:
        with suppress(Refused):
            reader(data)

    return feed
