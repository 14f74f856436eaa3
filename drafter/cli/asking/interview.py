"""The interview: one line in, one form on. It saves after every answer and invents none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.cli.asking import reports, screens
from drafter.cli.asking.commands import command
from drafter.cli.asking.conversation import Moved
from drafter.cli.asking.reading import TypedLine
from drafter.cli.asking.records import ask_records
from drafter.intake.answer_text import choices
from drafter.intake.form import Form
from drafter.intake.model import LEFT_BLANK, TAKEN, Asked, State
from drafter.kinds.picking import Candidate, picked

PRECEDENT = "precedent"
KEPT = object()  # Enter at a question that is answered: it stays as it is


@dataclass(slots=True)
class Session(TypedLine):
    """One sitting. `draft` makes the Word file and says so."""

    draft: Callable[[Form], bool] = lambda form: False

    def run(self) -> None:
        """Ask until nothing is left. Raises `Stopped`, `InputEnded`, `BadLine`."""
        while True:
            try:
                if not self._step():
                    return
            except Moved:
                continue

    def _step(self) -> bool:
        goal, self.goal = self.goal, ""
        if self.form.precedent is None or goal == PRECEDENT:
            self._choose_precedent()
            return True
        asked = self.form.asked.get(goal) or self.form.next
        if asked is None:
            return self._finish()
        self._ask(asked)
        return True

    # --- which agreement ---

    def _choose_precedent(self) -> None:
        precedents = self.form.library.precedents
        titles = [Candidate(id, one.title) for id, one in precedents.items()]
        self.talk.say("Which agreement is it?")
        self.talk.lines(screens.choice_lines(titles, None, self.look))
        before = self.form
        if before.precedent:
            self.talk.say(f"Now: {before.precedent.title}. Enter keeps it.")
        away = Moved if before.precedent else None
        id = self.until_read(lambda text: picked(text, titles), away)
        self.move(before.choose(id))
        if before.precedent:
            self.tell(before, precedents[id].title)
        else:
            self.talk.say(f"Saved: {precedents[id].title}.")

    # --- one question ---

    def _ask(self, asked: Asked) -> None:
        name = asked.question.id
        if not self.shown or self.shown[-1] != name:
            self.shown.append(name)
        lines = choices(self.form, asked.question)
        self.talk.lines(screens.question_screen(self.form, asked, lines, self.look))
        if asked.question.kind.sort.has_records:
            ask_records(self, asked)
            return
        while True:
            answer, how = self._answer(asked, lines)
            if answer is KEPT or self.put(name, answer, how):
                return

    def _answer(self, asked: Asked, lines: Sequence[Candidate]) -> tuple[Any, str]:
        while True:
            text = self.talk.line()
            if (
                not text
                and asked.state is not State.OPEN
                and (asked.answer is not None or asked.state is State.UNKNOWN)
            ):
                return KEPT, ""
            if text == "*" and asked.offer is not None:
                return asked.offer.answer, TAKEN
            if text == "-" and asked.question.optional:
                return None, LEFT_BLANK
            answer = self.typed(text, asked, lines)
            if answer is not None:
                return answer, ""

    # --- the end ---

    def _finish(self) -> bool:
        """Nothing waits for an answer: review, and offer the draft. False: the sitting is over."""
        self.talk.lines(reports.review_lines(self.form, self.title, self.look))
        if self.form.clashes:
            self.talk.lines(reports.warning_lines(self.form, self.look))
        while True:
            self.talk.say("Draft it now? y drafts it, n or :q stops, :g 3.2 changes an answer.")
            text = self.talk.line().casefold()
            if text in ("y", "yes"):
                if self.draft(self.form):
                    return False
            elif text in ("n", "no", ":q"):
                return False
            elif text.startswith(":"):
                command(self, text, None)
            elif text:
                self.refuse("Type y or n.")
