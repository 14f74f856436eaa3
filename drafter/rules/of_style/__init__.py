"""Drafting lints: how the text of a library is written. `check` runs them; drafting never does.

A variant may silence one with a reason: `waive: {L17: both hold the key, so both must sign}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from drafter.diagnostics import NOTE, WARNING, Diagnostic
from drafter.rules.of_style import (
    categories,
    numbers,
    references,
    sentences,
    standards,
    words,
)
from drafter.rules.of_style.model import Lint, Page

_TOLD = "`drafter check` tells it, and does not end with 1 for it."
_EFFECT = {WARNING: f"A warning: {_TOLD}", NOTE: f"A note: {_TOLD}"}


@cache
def all_lints() -> Mapping[str, Lint]:
    """Every lint by its id, L01 first."""
    themes = (words, categories, standards, numbers, references, sentences)
    lints = {lint.id: lint for theme in themes for lint in theme.LINTS}
    return dict(sorted(lints.items()))


def run_lints(pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """What the lints find in these variants and definitions, waived findings apart."""
    for page in pages:
        yield from _page(page)


def _page(page: Page) -> Iterator[Diagnostic]:
    reading = [lint for lint in all_lints().values() if lint.reads(page)]
    here = {lint.id for lint in all_lints().values() if page.lexicon.language in lint.languages}
    waived = dict.fromkeys((id for id in page.front.waive if id in here), False)
    for lint in reading:
        for hit in lint.hits(page):
            if lint.id in waived:
                waived[lint.id] = True
            else:
                yield lint.fault(hit)
    for id, used in waived.items():
        if not used:
            yield Diagnostic(
                "idle-waiver",
                f"`waive:` silences {id}, which finds nothing here",
                page.place,
                "remove it",
                severity=WARNING,
            )


def meaning(lint: Lint) -> str:
    """What `drafter rule` prints of a lint."""
    says = lint.says.replace("{found}", "…")
    scope = f"{lint.scope}, in {_named(lint.languages)}"
    lines = [f"{says[0].upper()}{says[1:]}.", "", f"Cure: {lint.cure}.", ""]
    lines += [f"Reads: {scope}."]
    lines += ["", "Bad:", ""] + [_indented(text) for text in lint.fires] + ["", "Good:", ""]
    lines += [_indented(text) for text in lint.passes]
    lines += ["", f"Approximate: {lint.approximate}."] if lint.approximate else []
    lines += ["", f"Effect: {_EFFECT[lint.severity]}"] if lint.severity in _EFFECT else []
    return "\n".join(lines)


def _named(languages: Iterable[str]) -> str:
    return " and ".join({"en": "English"}.get(one, one) for one in languages)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
