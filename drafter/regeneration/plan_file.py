"""A plan as JSON: written whole, and read back only if it is one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.regeneration.model import (
    AffectedAgreement,
    ChangedParagraph,
    Edit,
    NewFinding,
    Plan,
    PlannedAct,
    ReasonForChange,
    Recommended,
)

KIND = "drafter plan"
VERSION = 1


def plan_data(plan: Plan) -> dict[str, Any]:
    """A plan as plain data.

    >>> plan_data(Plan("5f0c", {}, (), 12))["unchanged"]
    12
    """
    return {"kind": KIND, "version": VERSION, **asdict(plan)}


def plan_text(plan: Plan) -> str:
    """A plan as it is saved."""
    return json.dumps(plan_data(plan), ensure_ascii=False, indent=1) + "\n"


def read_plan(path: Path) -> Plan:
    """A saved plan. Raises `Refused` for a file that is none."""
    place = Place(path.as_posix())
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        says = f"{path}: {error.strerror}"
        raise Refused([Diagnostic("plan-file", says, place, "check the path")]) from None
    except ValueError:
        raise Refused([_no_plan(path, place)]) from None
    if not isinstance(data, dict) or (data.get("kind"), data.get("version")) != (KIND, VERSION):
        raise Refused([_no_plan(path, place)])
    try:
        return _plan(data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused([_no_plan(path, place)]) from None


def _no_plan(path: Path, place: Place) -> Diagnostic:
    cure = "make one: drafter plan -o PLAN"
    return Diagnostic("plan-file", f"{path} is no plan of this drafter", place, cure)


def _plan(data: Mapping[str, Any]) -> Plan:
    recommended = {
        id: tuple(Recommended(**one) for one in some)
        for id, some in data.get("recommended", {}).items()
    }
    entries = tuple(map(_entry, data["entries"]))
    library, unchanged = str(data["library"]), int(data["unchanged"])
    styles, under_way = dict(data["styles"]), dict(data.get("under_way", {}))
    findings = {
        id: tuple(NewFinding(**one) for one in some)
        for id, some in data.get("findings", {}).items()
    }
    without = int(data.get("without_findings", 0))
    return Plan(library, styles, entries, unchanged, recommended, under_way, findings, without)


def _entry(data: Mapping[str, Any]) -> AffectedAgreement:
    """An entry; what an earlier drafter did not write yet is as it is by default."""
    return AffectedAgreement(
        **{
            **data,
            "act": PlannedAct(data["act"]),
            "reasons": tuple(ReasonForChange(**one) for one in data.get("reasons", ())),
            "changes": tuple(map(_change, data.get("changes", ()))),
            "faults": tuple(map(_fault, data.get("faults", ()))),
        }
    )


def _change(data: Mapping[str, Any]) -> ChangedParagraph:
    return ChangedParagraph(**{**data, "edits": tuple(Edit(**one) for one in data["edits"])})


def _fault(data: Mapping[str, Any]) -> Diagnostic:
    place, notes, questions = (data.get(key) for key in ("place", "notes", "questions"))
    return Diagnostic(
        **{
            **data,
            "place": place and Place(**place),
            "notes": tuple(notes or ()),
            "questions": tuple(questions or ()),
        }
    )
