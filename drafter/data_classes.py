"""Data classes whose methods are written when they are first used.

They do what those of the standard library do, which reads their fields. It would also write up to
ten methods of each as source text where a class is defined, and a command would pay for hundreds
of classes that it never makes a value of.

>>> @dataclass(frozen=True, slots=True)
... class Spot:
...     line: int
...     column: int = 1
>>> replace(Spot(3), column=7)
Spot(line=3, column=7)
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, asdict, field, fields, replace
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["asdict", "dataclass", "field", "fields", "replace"]

_ORDER = ("__lt__", "__le__", "__gt__", "__ge__")


class _Factory:
    """Stands for a default that is made for each value."""

    def __repr__(self) -> str:
        return "<factory>"


_MADE = _Factory()


class _Late:
    """A method of a class that is written when it is first looked up."""

    def __init__(self, cls: type, name: str, write: Callable[[type], Any]) -> None:
        self.cls, self.name, self.write = cls, name, write

    def __get__(self, value: object, cls: type | None = None) -> Any:
        written = self.write(self.cls)
        setattr(self.cls, self.name, written)
        return written.__get__(value, cls)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen=False, eq=True, repr=True, order=False, **more):
        """The decorator of the standard library, with the options that are in use."""

        def decorated(cls: type) -> type:
            read = dataclasses.dataclass(init=False, repr=False, eq=False, **more)(cls)
            late = {"__init__": _frozen_init if frozen else _init}
            late |= {"__repr__": _repr} if repr else {}
            late |= {"__eq__": _eq} if eq else {}
            late |= {"__hash__": _hash} if eq and frozen else {}
            late |= {name: _ordering(name) for name in _ORDER if order}
            ready = _FROZEN if frozen else {"__hash__": None} if eq else {}
            _complete(read, {name: _Late(read, name, how) for name, how in late.items()} | ready)
            return read

        return decorated


def _complete(cls: type, methods: dict[str, Any]) -> None:
    """What the class does not say itself."""
    own = vars(cls)
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)


# --- what all frozen values have ---------------------------------------------------------------


def _refuse(value: object, name: str, given: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_forget(value: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _held(value: Any) -> list[Any]:
    return [getattr(value, one.name) for one in fields(value)]


def _restore(value: Any, held: list[Any]) -> None:
    for one, given in zip(fields(value), held, strict=True):
        object.__setattr__(value, one.name, given)


_FROZEN = {
    "__setattr__": _refuse,
    "__delattr__": _refuse_to_forget,
    "__getstate__": _held,
    "__setstate__": _restore,
}


# --- what is written late ----------------------------------------------------------------------


def _init(cls: type) -> Callable[..., None]:
    return _written(cls, "self.field{0} = {1}")


def _frozen_init(cls: type) -> Callable[..., None]:
    slotted = "__slots__" in vars(cls)
    return _written(cls, "set{0}(self, {1})" if slotted else "self.__dict__[name{0}] = {1}")


def _written(cls: Any, assignment: str) -> Callable[..., None]:
    """`__init__`, whose lines are of this form: {0} is the number of a field, {1} what it takes."""
    every = fields(cls)
    taken, lines, held = ["self"], ["pass"], {"made": _MADE}
    for number, one in enumerate(every):
        held |= _held_by(cls, number, one)
        taken += [f"field{number}"] if one.init else []
        value = _value(number, one)
        lines += [assignment.format(number, value)] if value else []
    lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    code = _compiled(f"def __init__({', '.join(taken)}):\n " + "\n ".join(lines))
    init = FunctionType(_named(code, every), held, "__init__", _defaults(every))
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    init.__annotations__ = {one.name: one.type for one in every if one.init} | {"return": None}
    return init


def _held_by(cls: type, number: int, one: Field[Any]) -> dict[str, Any]:
    """What the line of a field uses."""
    return {
        f"name{number}": one.name,
        f"set{number}": getattr(getattr(cls, one.name, None), "__set__", None),
        f"make{number}": one.default_factory,
        f"given{number}": one.default,
    }


def _value(number: int, one: Field[Any]) -> str:
    """What a field takes; nothing where it waits for `__post_init__`."""
    if one.default_factory is not MISSING:
        make, own = f"make{number}()", f"field{number}"
        return f"{make} if {own} is made else {own}" if one.init else make
    if one.init:
        return f"field{number}"
    return "" if one.default is MISSING else f"given{number}"


def _defaults(every: Iterable[Field[Any]]) -> tuple[Any, ...]:
    """Those of the parameters, which stand last."""
    defaults = ((one, one.default if one.default_factory is MISSING else _MADE) for one in every)
    return tuple(default for one, default in defaults if one.init and default is not MISSING)


@cache
def _compiled(source: str) -> CodeType:
    """Many classes share it: it has numbers where they have names."""
    made: dict[str, Any] = {}
    exec(source, made)
    code: CodeType = made["__init__"].__code__
    return code


def _named(code: CodeType, every: Iterable[Field[Any]]) -> CodeType:
    """The code with the names of the fields."""
    own = {f"field{number}": one.name for number, one in enumerate(every)}
    here, there = (
        tuple(own.get(name, name) for name in names) for names in (code.co_varnames, code.co_names)
    )
    return code.replace(co_varnames=here, co_names=there)


def _repr(cls: Any) -> Callable[[Any], str]:
    shown = [one.name for one in fields(cls) if one.repr]

    @recursive_repr()
    def printed(self: Any) -> str:
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({held})"

    return printed


def _compared(cls: Any) -> Callable[[Any], Any]:
    """The values of the fields that count, of one value of the class."""
    names = [one.name for one in fields(cls) if one.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _eq(cls: type) -> Callable[[Any, Any], Any]:
    return _comparing(cls, operator.eq)


def _comparing(cls: type, compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    held = _compared(cls)

    def compared(self: Any, other: object) -> Any:
        return compare(held(self), held(other)) if type(other) is type(self) else NotImplemented

    return compared


def _ordering(name: str) -> Callable[[type], Callable[[Any, Any], Any]]:
    return lambda cls: _comparing(cls, getattr(operator, name))


def _hash(cls: type) -> Callable[[Any], int]:
    held = _compared(cls)
    return lambda self: hash(held(self))
