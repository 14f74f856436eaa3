"""A line read: the answer that it gives, or the command that it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from drafter.cli.asking import reports, screens
from drafter.cli.asking.commands import command
from drafter.cli.asking.conversation import Moved, Stopped
from drafter.cli.asking.deal import Saving
from drafter.data_classes import dataclass
from drafter.intake.model import UNKNOWN, Asked
from drafter.kinds import NotAValue, read_typed
from drafter.kinds.picking import Ambiguous, Candidate

_PICK = "Type the number of a line or the start of its words. :q stops; all typed so far is saved."


@dataclass(slots=True)
class TypedLine(Saving):
    """A sitting in which lines are read. `edit` opens an editor."""

    edit: Callable[[str], str | None] = lambda text: None

    def typed(self, text: str, asked: Asked, lines: Sequence[Candidate]) -> Any:
        """The answer that a line gives; None where it is a command, or none at all."""
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
            return self.until_read(ambiguous.read, Moved)
        except NotAValue as fault:
            return self.refuse(f"{fault.says}: {fault.cure}" if fault.cure else f"{fault.says}.")

    def until_read(
        self, read: Callable[[str], Any], away: type[Exception] | None, why: str = _PICK
    ) -> Any:
        """What a reply picks. `away` is raised when the person turns from the lines; `why` is what
        a ? is answered with."""
        while True:
            text = self.talk.line()
            if text == ":q":
                raise Stopped
            if text in ("?", ":h"):
                self.talk.lines(self._wrapped(why) if text == "?" else self._wrapped(*screens.HELP))
                continue
            if away is not None and (text.startswith(":") or not text):
                self.goal = self.shown[-1] if self.shown else ""
                raise away
            answer = self.reading(lambda text=text: read(text)) if text else None  # type: ignore[misc]
            if answer is not None:
                return answer

    def _wrapped(self, *says: str) -> list[str]:
        return [line for one in says for line in self.look.wrapped(one, "  ")]
