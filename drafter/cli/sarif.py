"""Findings as SARIF 2.1.0, the OASIS format that code review pages and editors show in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from drafter import __version__
from drafter.diagnostics import Diagnostic, Place
from drafter.rules.table import all_rules

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Diagnostic], facts: Mapping[str, Any]) -> dict[str, Any]:
    """One run of drafter as a SARIF log: the rules that spoke with their pages, each finding, and
    under `properties` the facts that are no findings, such as how much was proved.

    A path stands as the library was named: from the folder that drafter was started in, or whole.
    """
    names = list(dict.fromkeys(one.rule for one in findings))
    driver = {"name": "drafter", "semanticVersion": __version__, "rules": [*map(_rule, names)]}
    results = [_result(one, names.index(one.rule)) for one in findings]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": dict(facts),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> dict[str, Any]:
    known = all_rules().get(name)
    if known is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": known.title},
        "help": {"text": f"{known.page}\n\nSpeaks {known.when.lower()}. {known.effect}"},
    }


def _result(finding: Diagnostic, index: int) -> dict[str, Any]:
    cure = (f"help: {finding.cure}",) if finding.cure else ()
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": "\n".join([finding.says, *finding.notes, *cure])},
    }
    return result | ({"locations": [_location(finding.place)]} if finding.place else {})


def _location(place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.source:
        region |= {"endColumn": place.column + max(1, place.width)}
        region |= {"snippet": {"text": place.source}}
    artifact = {"uri": quote(PurePath(place.file).as_posix(), safe="/")}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
