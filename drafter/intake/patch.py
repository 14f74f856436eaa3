"""A patch on a deal record: what was answered, said to be unknown, taken back or left blank.

The record comes out in the order of the questionnaire, so that the order of answering leaves no
trace; records keep the order that they were given in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drafter.intake.question_state import LEFT_BLANK, LEFT_FOR_LATER, UNKNOWN
from drafter.questionnaire.model import Questionnaire
from drafter.questionnaire.record import PROPOSED

DealRecord = dict[str, Any]
_WITHOUT_ANSWER = (LEFT_BLANK, LEFT_FOR_LATER)  # marks that stand where no answer does


def patched(
    data: Mapping[str, Any],
    patch: Mapping[str, Any],
    signed: Mapping[str, str],
    questionnaire: Questionnaire,
) -> DealRecord:
    """The record after a patch. `signed` (by, on, how) stands beside each question it touches."""
    answers = {name: _copied(value) for name, value in _mapping(data.get("answers")).items()}
    unknown = set(_words(data.get("unknown")))
    given = dict(_mapping(data.get("given")))
    beside = {key: word for key, word in signed.items() if word}
    for path, value in patch.items():
        name = path.partition(".")[0]
        unknown = {one for one in unknown if not _replaced(one, path, value)}
        before = answers.get(name)
        _put(answers, path, None if value is UNKNOWN else value)
        if value is UNKNOWN:
            unknown.add(path)
        changed = [one for one in given if _touched(one, path, before, answers.get(name))]
        given = {one: mark for one, mark in given.items() if one not in changed}
        kept = value is not None or "." in path or beside.get("how") in _WITHOUT_ANSWER
        given[_marked(path, given, beside)] = beside if kept else {}
    order = {name: index for index, name in enumerate(questionnaire.questions)}
    return {
        **data,
        "answers": _ordered(answers, order),
        "unknown": sorted(unknown, key=lambda path: (order.get(path.partition(".")[0], 0), path)),
        "given": _ordered({name: one for name, one in given.items() if one}, order),
    }


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _words(value: object) -> Iterable[str]:
    return (one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def _copied(value: Any) -> Any:
    """A value whose records can change without the form before noticing."""
    if not isinstance(value, Mapping):
        return value
    return {id: dict(one) if isinstance(one, Mapping) else one for id, one in value.items()}


def _put(answers: DealRecord, path: str, value: Any) -> None:
    name, *inside = path.split(".", 2)
    if not inside:
        answers.pop(name, None)
        if value is not None:
            answers[name] = _copied(value)
        return
    records = answers[name] if isinstance(answers.get(name), dict) else {}
    fields = records[inside[0]] if isinstance(records.get(inside[0]), dict) else {}
    fields = {key: one for key, one in fields.items() if key != inside[-1]}
    answers[name] = {**records, inside[0]: fields | ({} if value is None else {inside[-1]: value})}


def _replaced(unknown: str, path: str, value: Any) -> bool:
    """Whether a patch says something else about what was unknown."""
    name, *inside = unknown.split(".", 2)
    if unknown == path:
        return True
    if path != name or len(inside) < 2:
        return False
    fields = _mapping(value).get(inside[0])  # the list is given anew, without this record or with
    return not isinstance(fields, Mapping) or inside[1] in fields


def _marked(path: str, given: Mapping[str, Any], beside: Mapping[str, str]) -> str:
    """Beside what a mark stands: the question. A field has one of its own where it is proposed,
    or where the whole list is: to answer one field accepts no other."""
    name = path.partition(".")[0]
    own = PROPOSED in (beside.get("how"), _mapping(given.get(name)).get("how"))
    return path if own else name


def _touched(mark: str, path: str, before: object, after: object) -> bool:
    """Whether a patch answers, changes or takes out the field that a mark stands beside."""
    if not mark.startswith(f"{path}."):
        return mark == path and "." in path
    now = _field(after, mark)
    return now is None or now != _field(before, mark)


def _field(records: object, path: str) -> Any:
    _, id, *field = path.split(".", 2)
    return _mapping(_mapping(records).get(id)).get(*field or [""])


def _ordered(answers: Mapping[str, Any], order: Mapping[str, int]) -> DealRecord:
    def place(path: str) -> int:
        return order.get(path.partition(".")[0], len(order))

    return {name: answers[name] for name in sorted(answers, key=place)}
