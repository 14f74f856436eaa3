"""What a hurried person gets wrong is told: of all these bad answers none drafts without a word.

A file, a batch, a terminal and a web form judge answers in one place, the form; one answer of each
kind goes every way in.
"""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support.bad_inputs import AMOUNTS, BAD, BESIDE, CODES, CURRENCIES, NAMES, TWICE, Bad
from support.command import Command
from support.examples import starter
from support.fresh_inputs import FRESH

from examples.web_intake import create_app

EACH = [AMOUNTS[0], BESIDE[0], CURRENCIES[0], TWICE[0], NAMES[0], CODES[2]]


def named(one: Bad) -> str:
    return f"{one.path} {one.says}"


@cache
def said(record: str) -> str:
    """What a form says of a deal."""
    form = starter().form(json.loads(record))
    told = [one.rule.message for one in form.findings if not one.pending]
    return "\n".join([*(one.says for one in form.faults), *told])


@pytest.fixture
def drafter(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


@pytest.mark.parametrize("bad", [*BAD, *FRESH], ids=named)
class DescribeABadAnswer:
    def it_is_told_and_was_not_told_before(self, bad: Bad) -> None:
        assert bad.says in said(json.dumps(bad.data()))
        assert bad.says not in said(json.dumps(bad.data(bad=False)))


@pytest.mark.parametrize("bad", EACH, ids=named)
class DescribeOneOfEachKind:
    def it_is_told_at_the_terminal_and_by_a_batch(
        self, bad: Bad, drafter: Command, tmp_path: Path
    ) -> None:
        file = tmp_path / "deal.json"
        file.write_text(json.dumps(bad.data()), "utf-8")
        drafted = drafter("draft", file, "-o", tmp_path / "a.docx")
        batched = drafter("batch", file, "-o", tmp_path / "out", "--processes", "1")
        assert bad.says in " ".join((drafted.out + drafted.err).split())
        assert bad.says in " ".join((batched.out + batched.err).split())

    def it_is_told_in_the_browser(self, bad: Bad, tmp_path: Path) -> None:
        app = create_app(tmp_path, starter())
        deals = app.extensions["deals"]
        reference = deals.new(bad.data()["precedent"])
        with deals.changing(reference) as (form, save):
            save(form.made(bad.data()))
        browser = app.test_client()
        pages = [
            browser.get(f"/deal/{reference}{page}").text
            for page in ("/clash", "/warnings", "/check")
        ]
        assert plain(bad.says) in plain("\n".join(pages))


def plain(page: Any) -> str:
    """The words of a page without marks."""

    return " ".join(re.sub(r"`|<[^>]+>", "", html.unescape(page)).split())
