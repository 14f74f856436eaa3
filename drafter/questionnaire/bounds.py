"""How much an answer may be, as a question says it: `at least`, `more than`, `at most`."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.diagnostics import quoted
from drafter.kinds import Bounds, Sort
from drafter.kinds.model import Amount
from drafter.yaml_nodes import Node, YamlFile

BOUNDS = ("at least", "more than", "at most")
OF_AMOUNTS = ("more than", "out of bounds", "no bounds")
COUNTS = ("at least", "at most")


def read_bounds(file: YamlFile, sort: Sort, entries: Mapping[str, Node]) -> Bounds:
    """The bounds of an amount; faults go to the file."""
    if not sort.ordered:
        _check_unordered(file, sort, entries)
        return Bounds()
    amounts = {key: _amount(file, sort, entries[key]) for key in BOUNDS if key in entries}
    least, above, most = (amounts.get(key) for key in BOUNDS)
    if least is not None and above is not None:
        file.fault(
            "wrong-shape",
            "`at least` and `more than` both say where it begins",
            entries["more than"],
            "keep one of the two",
        )
    return Bounds(least, above, most, file.scalar(entries.get("out of bounds")))


def _amount(file: YamlFile, sort: Sort, node: Node) -> Amount | None:
    words = file.scalar(node)
    amount = sort.bound(words)
    if amount is None:
        says = f"{quoted(words)} is no bound of an answer of type {sort.name}"
        file.fault(
            "wrong-type",
            says,
            node,
            "a figure such as 0" if sort.name == "money" else f"write {sort.wanted}",
        )
    return amount


def _check_unordered(file: YamlFile, sort: Sort, entries: Mapping[str, Node]) -> None:
    counted = sort.has_records or sort.several
    for key in OF_AMOUNTS if counted else (*OF_AMOUNTS, *COUNTS):
        if key in entries:
            says = f"`{key}` bounds an amount, and this is of type {sort.name}"
            file.fault("unknown-key", says, entries[key], "drop it")
