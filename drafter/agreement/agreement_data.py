"""An agreement as plain data, for programs that show it in a way of their own."""

from __future__ import annotations

from typing import Any

from drafter.agreement.model import Agreement, Element, Paragraph, Run, Table


def agreement_data(agreement: Agreement) -> dict[str, Any]:
    """Its elements in reading order, each with its block, its number and its runs."""
    return {
        "title": agreement.title,
        "language": agreement.language,
        "purpose": agreement.purpose,
        "cover": agreement.cover,
        "elements": [_element(one) for one in agreement.printed],
    }


def _element(one: Element) -> dict[str, Any]:
    if isinstance(one, Paragraph):
        return {"block": one.block, "role": one.role.value, "number": one.number,
                "runs": _runs(one.runs)}  # fmt: skip
    if isinstance(one, Table):
        rows = [{"block": block, "cells": [_runs(cell) for cell in cells]}
                for block, cells in one.rows]  # fmt: skip
        return {"block": one.block, "role": "table", "headings": [_runs(x) for x in one.headings],
                "rows": rows}  # fmt: skip
    lines = [{"label": line.label, "runs": _runs(line.printed)} for line in one.lines]
    return {"block": one.block, "role": "signature", "runs": _runs(one.lead), "lines": lines}


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [
        {"text": one.text, "said": one.said.value}
        | ({"about": one.about} if one.about else {})
        | ({"doubt": True} if one.doubt else {})
        | ({"assumed": True} if one.assumed else {})
        for one in runs
    ]
