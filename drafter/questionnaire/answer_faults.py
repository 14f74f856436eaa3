"""The faults of answers, gathered while they are read: each with its place and its question."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, did_you_mean, quoted
from drafter.questionnaire.model import Questionnaire
from drafter.questionnaire.record import Places

AnswerPath = tuple[str, ...]
_MOST_FAULTS = 500  # that are told one by one


@dataclass(slots=True)
class AnswerFaults:
    """Faults by the path of the answer that they are of (`answers`, question, record, field)."""

    questionnaire: Questionnaire
    at: Places
    found: list[Diagnostic] = field(default_factory=list)
    untold: int = 0

    def collected(self) -> tuple[Diagnostic, ...]:
        """The faults; of very many the first, and how many more there are."""
        if not self.untold:
            return tuple(self.found)
        says = f"{self.untold:,} more faults of these answers are not told"
        more = Diagnostic("more-faults", says, None, "mend those that are, and read them again")
        return (*self.found, more)

    def unknown_question(self, name: str, path: AnswerPath) -> None:
        """A name that no question has, or that of a fact."""
        if name in self.questionnaire.facts:
            says, cure = f"`{name}` is worked out from other answers", "remove it"
        else:
            says = f"no question is called {quoted(name)}"
            cure = self.near(name, self.questionnaire.questions)
        self.add("unknown-question", says, path, cure)

    def two_answers(self, path: str, here: AnswerPath) -> None:
        """An answer that is said to be unknown as well."""
        says = f"`{path}` is answered and said to be unknown"
        self.add("two-answers", says, here, "remove one of the two")

    def near(self, name: str, known: Iterable[str]) -> str:
        """The known name that was meant, as a cure; not looked for in a flood of faults."""
        return did_you_mean(name, known) if len(self.found) < _MOST_FAULTS else ""

    def add(self, rule: str, says: str, path: AnswerPath, cure: str = "") -> None:
        """One fault more; of very many only their number is kept."""
        if len(self.found) >= _MOST_FAULTS:
            self.untold += 1
            return
        place = self.at.get(path) or self.at.get(path[:-1])
        named = ".".join(part for part in path[1:] if part)  # `list.record.field` for a field
        questions = (named,) if named and path[0] == "answers" else ()
        self.found.append(Diagnostic(rule, says, place, cure, questions=questions))


def dotted(path: AnswerPath) -> str:
    """An answer as a message names it: `list.record.field`."""
    return quoted(".".join(path[1:]))
