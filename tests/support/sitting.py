"""A person at `drafter ask` who has the facts of a deal at hand, and types as little as may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from drafter.intake.records import fields_in_order
from drafter.questionnaire.model import Question
from support.examples import starter
from support.terminal import Terminal

_ROW = re.compile(r"^ {1,3}(\d+\.\d+) ([* ]) (.*(?:\n {8}\S.*)*)", re.MULTILINE)
TYPED = {  # as people type it, where that is not what the file holds
    "2027-03-01": "1 March 2027", "reward_amount": "USD 2.40", "reward_cap": "30k usd",
    "yes": "y",
}  # fmt: skip


class Person:
    """Answers what is on the screen from `wanted`; `sent` are the lines that it took."""

    def __init__(self, at: Terminal, wanted: Mapping[str, Any]) -> None:
        self.at, self.wanted = at, wanted
        self.questions = {q.asks: q for q in starter().clauses.questionnaire.questions.values()}
        self.sent: list[str] = []

    def type(self, line: str) -> str:
        """One line, counted; the screen that answers it."""
        self.sent.append(line)
        return self.at.type(line)

    def go_on(self, screen: str, until: str = "") -> str:
        """Answer until a question comes up, or until the draft is offered; the last screen."""
        while "Draft it now?" not in screen.replace("\n", " "):
            if until and self.asked(screen) == until:
                break
            screen = self._answer(screen)
        return screen

    def asked(self, screen: str) -> str:
        """The question on the screen that is asked by itself; empty at a table."""
        words = " ".join(screen.split())
        asks = max(self.questions, key=words.rfind)
        return "" if _ROW.search(_last(screen)) else self.questions[asks].id

    def _answer(self, screen: str) -> str:
        if found := list(_ROW.finditer(_last(screen))):
            return self.type(self._mended(found))
        name = self.asked(screen)
        question = starter().clauses.questionnaire.questions[name]
        if question.fields:
            return self._list(question)
        return self.type(typed(question, self.wanted[name]) if name in self.wanted else ":n")

    def _mended(self, found: list[re.Match[str]]) -> str:
        """What a table needs: a list opened, or the rows that stand otherwise, or Enter alone."""
        parts = []
        for number, mark, words in (row.groups() for row in found):
            text = " ".join(words.split())
            question = self.questions[max(filter(text.startswith, self.questions), key=len)]
            value = self.wanted.get(question.id)
            waits = mark == "*" or text.endswith(("[to answer]", "[may stay blank]"))
            if value is None or not waits or _stands(question, text, value):
                continue
            if question.fields:
                return f"{number} {self._rows(question)}"
            parts.append(f"{number} {typed(question, value)}")
        return "; ".join(parts)

    def _list(self, question: Question) -> str:
        screen = self.type(self._rows(question))
        return self.type("done") if "A row:" in _last(screen) else screen

    def _rows(self, question: Question) -> str:
        records = self.wanted[question.id].values()
        return " | ".join("; ".join(self._parts(question, fields)) for fields in records)

    def _parts(self, question: Question, fields: Mapping[str, Any]) -> Iterator[str]:
        for name in fields_in_order(question):
            yield typed(question.fields[name], fields[name]) if name in fields else ""


def _last(screen: str) -> str:
    """What is asked now, below what the line before did."""
    return screen[max(0, screen.rfind("\n-- ")) :]


def _stands(question: Question, text: str, value: Any) -> bool:
    option = question.option(value) if isinstance(value, str) else None
    return option is not None and text.endswith(f"? {option.label}")


def typed(question: Question, value: Any) -> str:
    """An answer as a person types it."""
    words = ", ".join(value) or "none" if isinstance(value, list) else value
    return TYPED.get(question.id, TYPED.get(words, words))
