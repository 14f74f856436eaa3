"""A file that counsel finished, as it is judged before it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.gate.model import Gate

_SHOWN = 8  # paragraphs that a message names


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A file that counsel finished, as far as it is judged: the paragraphs that read otherwise
    than the approved wordings; whose comments and tracked changes are in it, and how many;
    whether it has the watermark of a draft."""

    name: str
    paragraphs: tuple[str, ...]
    changes: Mapping[str, int]
    comments: Mapping[str, int]
    has_watermark: bool

    def gates(self, purpose: str) -> Iterator[Gate]:
        """Why it may not leave as it is."""
        if self.paragraphs:
            shown = "; ".join(self.paragraphs[:_SHOWN])
            more = f"; and {len(self.paragraphs) - _SHOWN} more" if self.paragraphs[_SHOWN:] else ""
            says = f"words of {self.name} that no approval covers: {shown}{more}"
            cure = "if they may go out: --override counsel-words --reason WORDS"
            yield Gate.overridable("counsel-words", "counsel-words", says, cure)
        if self.has_watermark:
            says = f"{self.name} has the watermark of a draft"
            cure = "work on the file that was issued, or take the watermark out in Word"
            yield Gate("draft-watermark", Diagnostic("draft-watermark", says, None, cure), True)
        yield from self._marks("comments-left", self.comments, purpose)
        yield from self._marks("tracked-changes-left", self.changes, purpose)

    def _marks(self, rule: str, authors: Mapping[str, int], purpose: str) -> Iterator[Gate]:
        """Comments of drafter tell the other side our reasons, and nothing signed has any mark."""
        marks = rule.removesuffix("-left").replace("-", " ")
        ours = any(author.startswith("drafter") for author in authors)
        is_firm = purpose == "signature" or (rule == "comments-left" and ours)
        if authors:
            whose = ", ".join(f"{number} by {author}" for author, number in authors.items())
            cure = f"settle the {marks} in Word"
            cure += "" if is_firm else f"; if they may go out: --override {rule} --reason WORDS"
            yield Gate(
                rule, Diagnostic(rule, f"{self.name} has {marks}: {whose}", None, cure), is_firm
            )
