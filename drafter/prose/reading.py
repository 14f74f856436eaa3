"""What a reader of clause text carries along: the names it may use and the faults it found."""

from __future__ import annotations

from collections.abc import Iterable

from drafter import kinds
from drafter.conditions.model import Condition, Names, Subject
from drafter.conditions.names import WithRecord, kind_of, known_after
from drafter.conditions.read import read_condition
from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.kinds import Kind
from drafter.prose.faults import FAULTS

DEPTH = 8  # guards that may govern one sentence


@dataclass(frozen=True, slots=True)
class ProseReading:
    """Faults and labels are shared by the whole text; names and depth belong to a block."""

    names: Names
    language: str = "en"
    depth: int = 0
    faults: list[Diagnostic] = field(default_factory=list)
    labels: dict[str, Place] = field(default_factory=dict)
    guessed: dict[str, str] = field(default_factory=dict)

    def fault(self, rule: str, place: Place, cure: str = "", note: str = "", **words: str) -> None:
        """Note a fault of the table, its sentence and cure filled with `words`."""
        says, usual = FAULTS[rule]
        cure = cure or usual.format(**words)
        self.faults.append(
            Diagnostic(rule, says.format(**words), place, cure, (note,) if note else ())
        )

    def has_room(self, place: Place) -> bool:
        """Whether one more guard may govern what follows."""
        if self.depth >= DEPTH:
            self.fault("too-deep", place)
        return self.depth < DEPTH

    def deeper(self) -> ProseReading:
        """The same beneath one more guard."""
        return ProseReading(
            self.names, self.language, self.depth + 1, self.faults, self.labels, self.guessed
        )

    def condition(self, text: str, place: Place) -> Condition | None:
        """A condition read with the names that stand here."""
        condition, faults = read_condition(text, self.names, place)
        self.faults.extend(faults)
        return condition

    def label(self, label: str, place: Place) -> str:
        """Note a label; it may stand once in a text."""
        if label in self.labels:
            self.fault("label-twice", place, note=f"first at {self.labels[label]}", label=label)
        self.labels.setdefault(label, place)
        return label

    def looping(self, record: str, named: str, record_place: Place, place: Place) -> ProseReading:
        """The names inside a loop over a list; the places are those of the two words."""
        listed = self.names.kind(named)
        if self.names.kind(record) is not None:
            self.fault("name-taken", record_place, name=record)
        if listed is None:
            self._unknown((named,), place)
        elif not listed.sort.has_records:
            self.fault("not-a-list", place, name=named)
        return replace(self, names=WithRecord(self.names, record, named), guessed={})

    def kind(self, subject: Subject, place: Place) -> Kind | None:
        """The kind of a subject, following its dots; a fault and None when it has none."""
        for length in range(1, len(subject) + 1):
            kind = kind_of(subject[:length], self.names)
            if kind is None:
                self._unknown(subject[:length], place)
                return None
            if kind.sort == kinds.RECORD and not kind.fields:
                return None  # a record of a list that is at fault itself
        return kind

    def _unknown(self, subject: Subject, place: Place) -> None:
        name = ".".join(subject)
        if name not in self.guessed:
            self.guessed[name] = did_you_mean(subject[-1], known_after(subject, self.names))
        self.fault("unknown-name", place, cure=self.guessed[name], name=name)


def one_of(values: Iterable[str]) -> str:
    """Values in a row, for a message: `a`, `b`."""
    return ", ".join(f"`{value}`" for value in values)
