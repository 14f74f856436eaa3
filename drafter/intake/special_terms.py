"""What stands beside the answers: special terms of this deal, and warnings that somebody keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from drafter.intake.interview_text import standing
from drafter.intake.model import Snapshot
from drafter.intake.records import id_from

F = TypeVar("F", bound=Snapshot)
SpecialTermTexts = dict[str, dict[str, str]]
FIELDS = ("heading", "text", "after", "replaces", "by", "reason")


def special_terms(form: Snapshot) -> SpecialTermTexts:
    """The special terms as they stand in the file."""
    terms = form.data.get("special_terms")
    terms = terms if isinstance(terms, Mapping) else {}
    return {id: dict(one) for id, one in terms.items() if isinstance(one, Mapping)}


def with_term(form: F, fields: Mapping[str, str], id: str = "") -> F:
    """The form with a special term; a new one, called by its heading, where no id is given.

    Blank fields are left away.
    """
    terms = special_terms(form)
    new = id or id_from(fields.get("heading", ""), terms)
    terms[new] = {key: fields[key] for key in FIELDS if fields.get(key)}
    return _with(form, terms)


def without_term(form: F, id: str) -> F:
    """The form without a special term."""
    return _with(form, {other: one for other, one in special_terms(form).items() if other != id})


def _with(form: F, terms: SpecialTermTexts) -> F:
    data = {key: value for key, value in form.data.items() if key != "special_terms"}
    return form.made(data | ({"special_terms": terms} if terms else {}))


def kept(form: F, rule: str, by: str, on: str, reason: str) -> F:
    """The form in which somebody keeps a warning that stands, for a reason; `rule` is its id.

    Raises `KeyError` for a warning that does not stand now.
    """
    if rule not in {one.id for one in standing(form)}:
        raise KeyError(rule)
    entry: dict[str, Any] = {"what": rule, "by": by, "on": on, "reason": reason}
    overrides = [*form.data.get("overrides", ()), entry]
    return form.made({**form.data, "overrides": overrides})


def reopened(form: F, rule: str) -> F:
    """The form in which a warning is no longer kept."""
    overrides = [one for one in form.data.get("overrides", ()) if one.get("what") != rule]
    return form.made({**form.data, "overrides": overrides})
