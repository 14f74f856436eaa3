"""`ask when` as the `if` of a JSON Schema, as far as a schema can say it.

What it cannot say (dates compared, pairs of records) is left out where that shows a question too
often; where it would hide one, the question is shown always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from drafter.conditions.model import (
    All,
    Answered,
    Compares,
    Condition,
    Has,
    Holds,
    Is,
    Not,
    RecordsTest,
)
from drafter.conditions.model import Either as Either
from drafter.kinds.sort import Schema
from drafter.questionnaire.model import (
    Classification,
    Measure,
    NamedCondition,
    Question,
    Questionnaire,
)

_YES, _NO = ["yes", "true", True], ["no", "false", False]


class SchemaCondition(NamedTuple):
    """A condition as a schema; not exact where a part of it was left out."""

    schema: Schema
    exact: bool = True


def asked_if(question: Question, questionnaire: Questionnaire) -> SchemaCondition | None:
    """The `if` of a question; None where it is always asked, or a schema cannot say when."""
    if question.ask_when is None:
        return None
    return _Sayer(questionnaire, questionnaire.questions).schema_of(question.ask_when, True)


class _Sayer:
    """Says conditions over the questions of one object: the answers, or a record's fields."""

    def __init__(self, questionnaire: Questionnaire, names: Mapping[str, Question]) -> None:
        self.questionnaire, self.names = questionnaire, names

    def schema_of(self, condition: Condition, holds: bool) -> SchemaCondition | None:
        """The condition, or that it does not hold."""
        match condition:
            case Not(part):
                return self.schema_of(part, not holds)
            case All(parts) | Either(parts):
                every = isinstance(condition, All) is holds
                return self._parts([self.schema_of(part, holds) for part in parts], every)
            case Holds((name,)):
                return self._holds(name, holds)
            case Is((name,), values):
                return self._is(name, values, holds)
            case Has((name,), values, every, ground=False):
                return self._has(name, values, every, holds)
            case Answered((name,)):
                told: Schema = {"required": [name]}
                return (
                    SchemaCondition(told if holds else {"not": told})
                    if name in self.names
                    else None
                )
            case Compares((name,), operator, int(amount)):
                return self._counted(name, operator, amount, holds)
            case RecordsTest(quantifier, name, inner, _):
                return self._records(quantifier, name, inner, holds)
            case _:
                return None

    def _parts(self, parts: list[SchemaCondition | None], every: bool) -> SchemaCondition | None:
        known = [one for one in parts if one is not None]
        if not known or (not every and len(known) < len(parts)):
            return None
        exact = len(known) == len(parts) and all(one.exact for one in known)
        if len(known) == 1:
            return SchemaCondition(known[0].schema, exact)
        return SchemaCondition(
            {"allOf" if every else "anyOf": [one.schema for one in known]}, exact
        )

    def _holds(self, name: str, holds: bool) -> SchemaCondition | None:
        fact = self.questionnaire.facts.get(name)
        if fact is not None and isinstance(fact.rule, NamedCondition):
            return self.schema_of(fact.rule.when, holds)
        return self._value(name, {"enum": _YES if holds else _NO}) if fact is None else None

    def _is(self, name: str, values: tuple[str, ...], holds: bool) -> SchemaCondition | None:
        fact = self.questionnaire.facts.get(name)
        if fact is not None and isinstance(fact.rule, Classification):
            rows = [when for row, when in fact.rule.rows.items() if (row in values) is holds]
            return self._parts([self.schema_of(when, True) for when in rows], every=False)
        if fact is not None:
            return None
        one: Schema = {"enum": list(values)}
        return self._value(name, one if holds else {"not": one})

    def _has(
        self, name: str, values: tuple[str, ...], every: bool, holds: bool
    ) -> SchemaCondition | None:
        tests: list[Schema] = [
            {"anyOf": [{"type": "array", "contains": {"const": one}}, {"const": one}]}
            for one in values
        ]
        test: Schema = {"allOf" if every else "anyOf": tests}
        return self._value(name, test if holds else {"not": test})

    def _value(self, name: str, test: Schema) -> SchemaCondition | None:
        if name not in self.names:
            return None
        return SchemaCondition({"properties": {name: test}, "required": [name]})

    def _counted(
        self, name: str, operator: str, amount: int, holds: bool
    ) -> SchemaCondition | None:
        """How many records a list has."""
        fact = self.questionnaire.facts.get(name)
        rule = fact.rule if fact else None
        if not isinstance(rule, Measure) or rule.how != "count" or rule.where is not None:
            return None
        bounds: Schema = {"type": "object"} | _BOUNDS[operator](amount)
        return self._value(rule.list, bounds if holds else {"not": bounds})

    def _records(
        self, quantifier: str, name: str, inner: Condition, holds: bool
    ) -> SchemaCondition | None:
        question = self.names.get(name)
        if question is None or not question.kind.sort.has_records:
            return None
        fields = _Sayer(self.questionnaire, question.fields)
        one = fields.schema_of(inner, quantifier == "every")
        if one is None or not one.exact:
            return None
        # `some … has x` is: not every record lacks it; one that leaves it open lacks nothing yet
        each: Schema = {"additionalProperties": one.schema}
        found = each if quantifier in ("every", "no") else {"not": each}
        return self._value(name, found if holds else {"not": found})


_BOUNDS: Mapping[str, Callable[[int], Schema]] = {
    "<": lambda n: {"maxProperties": max(n - 1, 0)},
    "<=": lambda n: {"maxProperties": n},
    "=": lambda n: {"minProperties": n, "maxProperties": n},
    ">=": lambda n: {"minProperties": n},
    ">": lambda n: {"minProperties": n + 1},
}
