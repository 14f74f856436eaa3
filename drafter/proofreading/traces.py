"""What must not leave the house: tracked changes, comments, hidden words, telling properties."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proofreading.model import FinishedText, Remark
from drafter.word.finished.model import FileTrace, FinishedParagraph

_CHANGES = {"inserted": "inserted", "deleted": "deleted", "change": "formatted otherwise"}
_PROGRAMS = ("drafter",)  # authors that tell nothing
_SETTLE = "accept or reject it in Word"
_SHOWN = 60  # characters of a comment or of changed words


def changes(text: FinishedText) -> Iterator[Remark]:
    """Tracked changes, one remark a paragraph and kind."""
    for one in text.file.paragraphs:
        for kind, done in _CHANGES.items():
            found = [trace for trace in one.traces if trace.kind == kind]
            if found:
                who = ", ".join(sorted({trace.who or "somebody" for trace in found}))
                words = _cut("".join(trace.words for trace in found))
                said = f": {words}" if words else ""
                yield Remark("tracked-change", f"a tracked change is open: {done} by {who}{said}",
                             _SETTLE, one)  # fmt: skip


def comments(text: FinishedText) -> Iterator[Remark]:
    """Comments, each with its author and its first words."""
    for one in text.file.paragraphs:
        yield from (_comment(trace, one) for trace in one.traces if trace.kind == "comment")
    yield from (_comment(trace, None) for trace in text.file.traces if trace.kind == "comment")


def _comment(trace: FileTrace, one: FinishedParagraph | None) -> Remark:
    says = f"a comment of {trace.who or 'somebody'} stands here: {_cut(trace.words)}"
    return Remark("left-comment", says, "settle it, then delete it in Word", one)


def hidden(text: FinishedText) -> Iterator[Remark]:
    """Words that the file holds and nobody sees."""
    for one in text.file.paragraphs:
        words = "".join(trace.words for trace in one.traces if trace.kind == "hidden").strip()
        if words:
            yield Remark("hidden-words", f"words are hidden: {_cut(words)}",
                         "delete them, or take Hidden off them in Word's Font dialog",
                         one)  # fmt: skip


def properties(text: FinishedText) -> Iterator[Remark]:
    """Properties of the file that name a person, a firm, a template or a matter."""
    cure = "remove it in Word: File, Info, Check for Issues, Inspect Document"
    own = [trace for trace in text.file.traces if trace.kind == "custom property"]
    for trace in text.file.traces:
        if trace.kind == "property" and trace.words not in _PROGRAMS:
            says = f"the file names its {trace.who}: {_cut(trace.words)}"
            yield Remark("telling-property", says, cure, severity=WARNING)
    if own:
        named = ", ".join(f"{trace.who} ({_cut(trace.words)})" for trace in own[:5])
        more = f" and {len(own) - 5} more" if len(own) > 5 else ""
        says = f"the file has properties of its own: {named}{more}"
        yield Remark("telling-property", says, cure, severity=WARNING)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + "…"
