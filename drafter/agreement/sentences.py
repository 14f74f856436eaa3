"""Says sentences: words, answers, choices and references become runs.

Library words give way where an answer that ends in a full stop meets one ("S.A." at the end of a
sentence). What is not decided yet stands in brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import cast

from drafter.agreement.assumed import Assumptions
from drafter.agreement.expand import SentenceAt, TextPlace
from drafter.agreement.fill import Filler
from drafter.agreement.gaps import Gaps
from drafter.agreement.memory import Sayings, SettledRuns
from drafter.agreement.model import KeptRuns, Run, Said
from drafter.agreement.spelling import Speller
from drafter.agreement.stock import Line
from drafter.agreement.stops import ends_in_stop, stopped
from drafter.conditions.judge import value_of
from drafter.conditions.model import Subject
from drafter.data_classes import dataclass, field
from drafter.kinds.model import Missing, Record, Value
from drafter.library.model import LEFT_OUT
from drafter.prose.model import (
    Choice,
    ChoiceCase,
    Fill,
    Inline,
    Reference,
    Settled,
    SurvivingClauses,
    Term,
    TermUse,
    Words,
)

_SPACE = Run(" ")
_OPENS, _OR, _CLOSES = Run("[", doubt=True), Run(" / ", doubt=True), Run("]", doubt=True)


@dataclass(slots=True)
class Sayer:
    """What saying needs of the deal and of the agreement.

    `said` is what reads the same in every agreement, as far as it was said already. `uses` gathers
    the terms in use; `awaited` the questions that brackets wait for.
    """

    filler: Filler
    between_two: bool
    spell: Speller
    gaps: Gaps
    said: Sayings
    assumptions: Assumptions
    uses: dict[str, None] = field(default_factory=dict)
    awaited: dict[str, str] = field(default_factory=dict)

    def sentences(self, spoken: Sequence[SentenceAt], topic: str) -> Sequence[Run]:
        """Sentences in a row, a space between them; those in doubt stand in brackets."""
        for _, at in spoken:
            if at.doubt or (at.rests and self.assumptions.hangs(at)):
                return self._sentences_apart(spoken, topic)
        return self._row(spoken, topic)

    def _sentences_apart(self, spoken: Sequence[SentenceAt], topic: str) -> list[Run]:
        """Sentences of which some are in doubt, or rest on an assumption."""
        runs: list[Run] = []
        for _, group in groupby(spoken, self._standing):
            together = list(group)
            said, at = self._row(together, topic), together[0].at
            said = self.assumptions.marked(said, at)
            if at.doubt:
                said = self.bracketed(said, at.doubt, at)
            runs += (_SPACE, *said) if runs else said
        return runs

    def _standing(self, spoken: SentenceAt) -> object:
        """What parts sentences in a row: a doubt, an assumption."""
        at = spoken.at
        return at.doubt and (at.doubt, at.chain), at.rests if self.assumptions.hangs(at) else ()

    def _row(self, spoken: Sequence[SentenceAt], topic: str) -> Sequence[Run]:
        inlines, at = spoken[0]
        if len(spoken) > 1 and all(type(one.inlines) is Settled for one in spoken):
            return self._kept_row(spoken)
        first = self.line(inlines, at, topic)
        if len(spoken) == 1:
            return first
        runs = list(first)
        for inlines, at in spoken[1:]:
            runs.append(_SPACE)
            runs += self.line(inlines, at, topic)
        return runs

    def _kept_row(self, spoken: Sequence[SentenceAt]) -> Sequence[Run]:
        """A row without answers is said once."""
        key = tuple(id(one.inlines) for one in spoken)
        known = self.said.rows.get(key)
        if known is None:
            known = self.said.rows[key] = self._together(one.inlines for one in spoken)
        self.uses.update(known.uses)
        return known.runs

    def in_stock(self, line: Line) -> Sequence[Run]:
        """A settled line of the stock, with its stop."""
        known = self.said.in_stock.get(id(line))
        if known is None:
            said = self._together(inlines for inlines, _ in line.sentences)
            runs = KeptRuns(stopped(said.runs, line.stop)) if line.stop else said.runs
            known = self.said.in_stock[id(line)] = line, said._replace(runs=runs)
        self.uses.update(known[1].uses)
        return known[1].runs

    def _together(self, spoken: Iterable[tuple[Inline, ...]]) -> SettledRuns:
        rows = [self._known(cast(Settled, one)) for one in spoken]
        runs = [run for row in rows for run in (_SPACE, *row.runs)][1:]
        lines = tuple(line for row in rows for line in row.lines)
        return SettledRuns(lines, KeptRuns(runs), {use: None for row in rows for use in row.uses})

    def with_stop(self, runs: Sequence[Run], stop: str) -> Sequence[Run]:
        """An item of a list with the stop behind it."""
        if type(runs) is not KeptRuns:
            return stopped(runs, stop)
        known = self.said.stopped.get((id(runs), stop))
        if known is None:
            known = runs, KeptRuns(stopped(runs, stop))
            self.said.stopped[id(runs), stop] = known
        return known[1]

    def bracketed(self, runs: Iterable[Run], doubt: Iterable[Subject], at: TextPlace) -> list[Run]:
        """Runs in brackets, and the questions that they wait for noted."""
        for subject in doubt:
            self.awaited.update(self.filler.behind(subject, at))
        return [_OPENS, *(run._replace(doubt=True) for run in runs), _CLOSES]

    def undecided(self, wordings: Sequence[str], at: TextPlace) -> Run:
        """The bracket of an open topic: what it asks, and the variants still possible."""
        behind = dict(pair for subject in at.doubt for pair in self.filler.behind(subject, at))
        names = ", ".join(one for one in wordings if one != LEFT_OUT)
        words = self.filler.words.open
        bracket = words.undecided_or_none if LEFT_OUT in wordings else words.undecided
        text = bracket.format(questions=" ".join(behind.values()), wordings=names)
        return Run(text, Said.BLANK, next(iter(behind)))

    def line(
        self, inlines: tuple[Inline, ...], at: TextPlace, topic: str, cell: bool = False
    ) -> Sequence[Run]:
        """One sentence, heading or cell."""
        if type(inlines) is not Settled:
            return self._line(inlines, at, topic, cell)
        known = self._known(inlines)
        if known.uses:
            self.uses.update(known.uses)
        return known.runs

    def _known(self, inlines: Settled) -> SettledRuns:
        known = self.said.lines.get(id(inlines))
        if known is None:
            known = self.said.lines[id(inlines)] = self._settled(inlines)
        return known

    def _settled(self, inlines: Settled) -> SettledRuns:
        uses = (use for one in inlines if isinstance(one, Words | TermUse) for use in one.uses)
        runs = KeptRuns(self._words(one) for one in inlines)
        return SettledRuns((inlines,), runs, dict.fromkeys(uses))

    def _words(self, inline: Inline) -> Run:
        if isinstance(inline, Words):
            return Run(self.spell((self.between_two and inline.between_two) or inline.text))
        return Run(self.spell(inline.words), Said.TERM if isinstance(inline, Term) else Said.WORDS)  # type: ignore[union-attr]

    def _line(self, inlines: Iterable[Inline], at: TextPlace, topic: str, cell: bool) -> list[Run]:
        runs: list[Run] = []
        for inline in inlines:
            if isinstance(inline, Words):
                self._add_words(runs, inline)
            elif isinstance(inline, Fill):
                runs.append(self.filler.fill(inline, at, cell))
            elif isinstance(inline, Reference):
                runs += self.gaps.refer(inline, at, topic)
            elif isinstance(inline, Choice):
                runs += self._choice(inline, at, topic, cell)
            elif isinstance(inline, SurvivingClauses):
                runs += self.gaps.surviving()
            else:
                self.uses.update(dict.fromkeys(getattr(inline, "uses", ())))
                runs.append(self._words(inline))
        return runs

    def _add_words(self, runs: list[Run], words: Words) -> None:
        text = (self.between_two and words.between_two) or words.text
        if words.uses:
            self.uses.update(dict.fromkeys(words.uses))
        if text[0] == "." and ends_in_stop(runs):
            text = text[1:]
        if text:
            runs.append(Run(self.spell(text)))

    # --- choices ---

    def _choice(self, choice: Choice, at: TextPlace, topic: str, cell: bool) -> Sequence[Run]:
        value = value_of(choice.subject, at.scope)
        if isinstance(value, Missing):
            return self._all_cases(choice, at, topic, cell)
        case = _case(choice, value)
        said = self.line(case.inlines, at, topic, cell) if case else ()
        if not self.assumptions.rests(choice.subject, at.scope):
            return said
        return [run._replace(assumed=True) for run in said]

    def _all_cases(self, choice: Choice, at: TextPlace, topic: str, cell: bool) -> list[Run]:
        """Undecided: every case, in brackets."""
        here = at._replace(doubt=(*at.doubt, choice.subject))
        runs: list[Run] = []
        for case in choice.cases:
            said = self.line(case.inlines, here, topic, cell)
            runs += (_OR, *said) if runs else said
        return self.bracketed(runs, (choice.subject,), at)


def _case(choice: Choice, value: Value | Record) -> ChoiceCase | None:
    if isinstance(value, int) and not isinstance(value, bool):
        wanted = str(value)
        exact = next((case for case in choice.cases if wanted in case.values), None)
        return exact or next((case for case in choice.cases if "more" in case.values), None)
    word = ("yes" if value else "no") if isinstance(value, bool) else value
    return next((case for case in choice.cases if word in case.values), None)
