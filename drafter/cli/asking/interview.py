"""The interview: one line in, one form on. It saves after every answer and invents none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from drafter.cli.asking import reports, screens
from drafter.cli.asking.commands import REVIEW, TABLE, command
from drafter.cli.asking.conversation import Moved
from drafter.cli.asking.reading import TypedLine
from drafter.cli.asking.records import ask_records
from drafter.cli.asking.section_table import ask_section
from drafter.data_classes import dataclass
from drafter.intake.answer_text import choices
from drafter.intake.form import Form
from drafter.intake.model import LEFT_BLANK, TAKEN, Asked, State
from drafter.intake.short_form import left_for_later, next_section, only_known
from drafter.kinds.picking import Candidate, picked

PRECEDENT = "precedent"
_WHICH = (
    "It decides which clauses there are and what is asked. Type the number of a line or the start "
    "of its words; :g precedent changes it later, and what is answered stays."
)
KEPT = object()  # Enter at a question that is answered: it stays as it is


@dataclass(slots=True)
class Session(TypedLine):
    """One sitting. `draft` makes the Word file and says so."""

    draft: Callable[[Form], bool] = lambda form: False
    tables_begun: bool = False

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
        if goal == REVIEW:
            return self._finish()
        asked = self.form.asked.get(goal) or self._next()
        section = goal.removeprefix(TABLE) if goal.startswith(TABLE) else self._next_section()
        if asked is not None and not goal.startswith(TABLE):
            self._ask(asked)
        elif section in self.form.section_names:
            self.tables_begun = True
            ask_section(self, section)
        else:
            return self._finish()
        return True

    def _next(self) -> Asked | None:
        """The next question asked by itself: any one, or before the tables what only a person
        can know."""
        if self.each:
            return self.form.next
        waiting = () if self.tables_begun else only_known(self.form)
        left = self.left | left_for_later(self.form)
        return next((one for one in waiting if one.question.id not in left), None)

    def _next_section(self) -> str:
        later = left_for_later(self.form)
        return "" if self.each else next_section(self.form, self.left | later, later)

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
        id = self.until_read(lambda text: picked(text, titles), away, _WHICH)
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
        """Review, and offer the draft. False: the sitting is over."""
        self.shown += [REVIEW] if self.shown[-1:] != [REVIEW] else []
        self.talk.lines(reports.review_lines(self.form, self.title, self.look))
        if self.form.clashes:
            self.talk.lines(reports.warning_lines(self.form, self.look))
        while True:
            self.talk.lines(self.look.wrapped(self._offer()))
            text = self.talk.line().casefold()
            if text in ("y", "yes"):
                if self.draft(self.form):
                    return False
            elif text in ("n", "no", ":q"):
                return False
            elif text == "m" and self.form.next is not None:
                self.each = True
                return True
            elif text.startswith(":"):
                command(self, text, None)
            elif text:
                self.refuse("Type y or n.")

    def _offer(self) -> str:
        waits = len(self.form.missing)
        says = f"{waits} to answer: each stands as a blank in the draft. " if waits else ""
        if self.form.clashes:
            says += "What cannot stand (:w) keeps it from being drafted until it is settled. "
        more = ", m goes on with the rest one at a time" if self.form.next else ""
        return f"{says}Draft it now? y drafts it{more}, n or :q stops, :g 3.2 changes an answer."
