"""The deal of a sitting: each answer is saved at once, and what it did is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from textwrap import shorten
from typing import Any

from drafter.cli.asking import reports, screens
from drafter.cli.asking.conversation import Conversation
from drafter.data_classes import dataclass, field
from drafter.intake.answer_text import print_answer
from drafter.intake.effect import Effect
from drafter.intake.form import Form
from drafter.intake.model import LEFT_FOR_LATER, TAKEN, UNKNOWN, State
from drafter.questionnaire.model import Question


@dataclass(slots=True)
class AddressBook:
    """The parties that a workspace knows, by their ids; `keep` puts one more into the book, and is
    None where there is no workspace. `list_name` is the list that they may stand in."""

    parties: dict[str, dict[str, Any]] = field(default_factory=dict)
    keep: Callable[[str, Mapping[str, Any]], str] | None = None
    list_name: str = "parties"


@dataclass(slots=True)
class Saving:
    """The form, and the way to save it; `by` and `on` stand beside each answer. `before` are the
    forms that an undo goes back to, `did` is what the last answer did; `shown` are the questions to
    go back to, `goal` the one to go to next, `left` those that are left for later in
    this sitting; `each` asks every question by itself, else only what
    nothing recommends, and the rest as a table of each section."""

    form: Form
    talk: Conversation
    keep: Callable[[Form], None]
    look: screens.ScreenLook = field(default_factory=screens.ScreenLook)
    by: str = ""
    on: str = ""
    before: list[Form] = field(default_factory=list)
    did: Effect | None = None
    title: str = "deal"
    shown: list[str] = field(default_factory=list)
    goal: str = ""
    left: set[str] = field(default_factory=set)
    each: bool = True
    book: AddressBook = field(default_factory=AddressBook)

    def refuse(self, says: str) -> None:
        """Say what is wrong; when lines are piped, stop there."""
        self.talk.refuse(self.look.wrapped(says[:1].upper() + says[1:]))

    def put(self, path: str, value: Any, how: str = "") -> bool:
        """Save one answer and tell what it did; False after a message when it is at fault."""
        before, after = self.form, self.answered({path: value}, how)
        if faults := after.faults_of(path):
            self.refuse(f"{faults[0].says}. {faults[0].cure}".strip())
            return False
        self.move(after)
        if "." not in path:
            self.tell(before, self._words(before.library.questionnaire.questions[path], value, how))
        return True

    def answered(self, patch: Mapping[str, Any], how: str = "") -> Form:
        """The form after a patch, signed."""
        return self.form.answer(patch, self.by, self.on, how)

    def leave_for_later(self, names: Collection[str]) -> None:
        """Keep that somebody left questions for later; what was answered stays."""
        asked, given = self.form.asked, self.form.data["answers"]
        self.left |= set(names)
        waiting = [name for name in names if name in asked and name not in given]
        waiting = [name for name in waiting if asked[name].state in (State.OPEN, State.OPTIONAL)]
        if waiting:
            self.move(self.answered(dict.fromkeys(waiting), LEFT_FOR_LATER))
            self.talk.say(f"Left for later: {len(waiting)}. :r shows which.")

    def move(self, after: Form) -> None:
        """Go on to another form, and save it."""
        self.before.append(self.form)
        self.form = after
        self.keep(after)

    def _words(self, question: Question, value: Any, how: str) -> str:
        if value is UNKNOWN:
            return "not known yet; it stands as a blank in a draft"
        if value is None:
            return "left blank"
        words = print_answer(self.form, question, value)
        words = shorten(words, 160, placeholder=" [...]")
        now = self.form.asked.get(question.id)
        if now is None or now.state is State.MAY_COME:
            return f"{words}; used once an earlier answer makes this asked"
        return f"{words}, as recommended" if how == TAKEN else words

    def tell(self, before: Form, words: str) -> None:
        """What was saved and did, and the rules that it woke."""
        self.did = self.form.since(before)
        self.talk.lines(reports.saved_lines(words, self.did, self.look))
        old = {one.id for one in before.findings if not one.pending}
        for clash in self.form.clashes:
            if clash.finding.id not in old:
                self.talk.lines(reports.clash_lines(self.form, clash, self.look))
        for finding in self.form.findings:
            fresh = not finding.pending and finding.id not in old
            if fresh and finding.rule.severity != "block":
                self.talk.lines(reports.finding_lines(self.form, finding, self.look))
