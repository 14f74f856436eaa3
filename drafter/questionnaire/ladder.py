"""What a question says about other answers: when it is asked, and what is recommended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.conditions.model import Names
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import quoted
from drafter.kinds import NotAValue, read_value
from drafter.kinds.model import Value
from drafter.questionnaire.conditions import condition_at
from drafter.questionnaire.model import Nature, Question, Recommendation
from drafter.questionnaire.questions import Entries
from drafter.yaml_nodes import Node, YamlFile

_NEVER_RECOMMENDED: Mapping[Nature | None, tuple[str, str]] = {
    Nature.FACT: ("asks for a fact", "remove `recommend:`: only who knows it can say it"),
    Nature.COUNSEL: ("is for counsel to decide", "remove one of the two"),
}


@dataclass(frozen=True, slots=True)
class UnfinishedQuestion:
    """A question whose kind is known and whose conditions are still nodes."""

    file: YamlFile
    question: Question
    entries: Entries

    def finished(self, names: Names) -> Question:
        """The question with its conditions and recommendations read."""
        self._check_references(names)
        ask_when = self.entries.get("ask when")
        return replace(
            self.question,
            ask_when=None if ask_when is None else condition_at(self.file, ask_when, names),
            recommend=tuple(self._ladder(names)),
        )

    def _check_references(self, names: Names) -> None:
        for question in (self.question, *self.question.fields.values()):
            if question.kind.sort.refers and question.kind.of:
                target = names.kind(question.kind.of)
                if target is None or not target.sort.has_records:
                    of = quoted(question.kind.of)
                    says = f"`{question.id}` refers to {of}, which is no list"
                    cure = "name a list question under `of:`"
                    self.file.fault("unknown-list", says, self.entries.get("type"), cure)

    def _ladder(self, names: Names) -> Iterator[Recommendation]:
        node = self.entries.get("recommend")
        if node is not None and self.question.nature in _NEVER_RECOMMENDED:
            is_so, cure = _NEVER_RECOMMENDED[self.question.nature]
            says = f"`{self.question.id}` {is_so}, so nothing is recommended"
            self.file.fault("recommendation", says, node, cure)
        for step in self.file.items(node):
            if getattr(step, "value", None) == "no-opinion":
                yield Recommendation(None)
                continue
            entries = self.file.mapping(step, ("take", "when", "because"), ("take", "because"))
            if "take" in entries:
                yield self._step(entries, names)

    def _step(self, entries: Entries, names: Names) -> Recommendation:
        when = entries.get("when")
        return Recommendation(
            self._taken(entries["take"]),
            None if when is None else condition_at(self.file, when, names),
            self.file.scalar(entries.get("because")),
        )

    def _taken(self, node: Node) -> Value | None:
        kind = self.question.kind
        words = self.file.scalars(node) if kind.sort.several else self.file.scalar(node)
        try:
            return read_value(words, kind)
        except NotAValue as fault:
            self.file.fault("recommendation", f"`take`: {fault.says}", node, fault.cure)
            return None
