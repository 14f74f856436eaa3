"""Which tests decided a condition, and what would have to change for a false one to hold.

Both are conditions again, so that one printer (`say.source`) serves all.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.judge import judge
from drafter.conditions.model import All, Condition, Either, Not, Scope


def grounds(condition: Condition, scope: Scope) -> tuple[Condition, ...]:
    """The tests that made the condition what it is in this deal, in reading order."""
    return tuple(_grounds(condition, scope))


def _grounds(condition: Condition, scope: Scope) -> Iterator[Condition]:
    match condition:
        case Not(part):
            yield from _grounds(part, scope)
        case All(parts) | Either(parts):
            verdict = judge(condition, scope)
            deciding = [part for part in parts if judge(part, scope) is verdict]
            settled = verdict is isinstance(condition, Either)  # one part is enough
            for part in deciding[:1] if settled else deciding:
                yield from _grounds(part, scope)
        case _:
            yield condition


def lacking(condition: Condition, scope: Scope) -> Condition | None:
    """What is still missing for the condition to hold; None when it holds."""
    if judge(condition, scope):
        return None
    match condition:
        case All(parts):
            left = [rest for part in parts if (rest := lacking(part, scope)) is not None]
            return left[0] if len(left) == 1 else All(tuple(left))
        case Either(parts):
            return Either(tuple(lacking(part, scope) or part for part in parts))
        case _:
            return condition
