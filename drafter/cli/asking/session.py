"""The interview: one line in, one form on. It saves after every answer and invents none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafter.cli.asking import reports, screens
from drafter.cli.asking.saving import Saving
from drafter.cli.asking.talk import Moved, Stopped
from drafter.intake.model import LEFT_BLANK, TAKEN, UNKNOWN, Asked, Form, State
from drafter.intake.words import choices
from drafter.kinds import NotAValue, read_typed
from drafter.kinds.picking import Ambiguous, Choice, picked

PRECEDENT = "precedent"
KEPT = object()  # Enter at a question that is answered: it stays as it is


@dataclass(slots=True)
class Session(Saving):
    """One sitting. `draft` makes the Word file and says so, `edit` opens an editor; `shown` are
    the questions to go back to, `goal` the one to go to next."""

    title: str = "deal"
    draft: Callable[[Form], bool] = lambda form: False
    edit: Callable[[str], str | None] = lambda text: None
    shown: list[str] = field(default_factory=list)
    goal: str = ""

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
        titles = [Choice(id, one.title) for id, one in precedents.items()]
        self.talk.say("Which agreement is it?")
        self.talk.lines(screens.choice_lines(titles, None, self.look))
        before = self.form
        if before.precedent:
            self.talk.say(f"Now: {before.precedent.title}. Enter keeps it.")
        away = Moved if before.precedent else None
        id = self._until_read(lambda text: picked(text, titles), away)
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
            from drafter.cli.asking.records import ask_records

            ask_records(self, asked)
            return
        while True:
            answer, how = self._answer(asked, lines)
            if answer is KEPT or self.put(name, answer, how):
                return

    def _answer(self, asked: Asked, lines: Sequence[Choice]) -> tuple[Any, str]:
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

    def typed(self, text: str, asked: Asked, lines: Sequence[Choice]) -> Any:
        """The answer that a line gives; None where it is a command, or none at all."""
        from drafter.cli.asking.commands import command

        if not text:
            return None
        if text == ":k":
            return UNKNOWN
        if text == ":e":
            return self._edited(asked)
        if text == "?":
            self.talk.lines(reports.why_lines(self.form, asked, lines, self.look))
            return None
        if text == "*":
            return self.refuse("There is no recommendation here.")
        if text.startswith(":") and not text.startswith("::"):
            command(self, text, asked)
            return None
        words = text[1:] if text.startswith("::") else text
        return self.reading(lambda: read_typed(words, asked.question.kind, lines))

    def _edited(self, asked: Asked) -> Any:
        if not asked.question.kind.sort.free:
            return self.refuse("An editor opens for a text only.")
        words = self.edit(str(asked.answer or ""))
        return words.strip("\n") or None if words is not None else None

    def reading(self, read: Callable[[], Any]) -> Any:
        """What was read; None after a message when it cannot be read and somebody is there."""
        try:
            return read()
        except Ambiguous as ambiguous:
            self.talk.lines(self.look.wrapped(ambiguous.says))
            self.talk.lines(screens.choice_lines(ambiguous.readings, None, self.look))
            return self._until_read(ambiguous.read, Moved)
        except NotAValue as fault:
            return self.refuse(f"{fault.says}: {fault.cure}" if fault.cure else f"{fault.says}.")

    def _until_read(self, read: Callable[[str], Any], away: type[Exception] | None) -> Any:
        """What a reply picks. `away` is raised when the person turns from the lines."""
        while True:
            text = self.talk.line()
            if text == ":q":
                raise Stopped
            if away is not None and (text.startswith(":") or not text):
                self.goal = self.shown[-1] if self.shown else ""
                raise away
            answer = self.reading(lambda text=text: read(text)) if text else None  # type: ignore[misc]
            if answer is not None:
                return answer

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
                from drafter.cli.asking.commands import command

                command(self, text, None)
            elif text:
                self.refuse("Type y or n.")
