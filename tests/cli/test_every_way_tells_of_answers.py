"""What is odd about answers is told in the same words by every way in, and by every way out."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from support.bad_inputs import Bad
from support.command import Command
from support.examples import starter
from support.six_findings import REFUSED, SIX
from support.terminal import PROGRAM, environment

from drafter import Refused
from examples.web_intake import create_app


@pytest.fixture
def deal(bad: Bad, tmp_path: Path) -> Path:
    """The answers file of a deal with a bad answer."""
    file = tmp_path / "deal.json"
    file.write_text(json.dumps(bad.data()), "utf-8")
    return file


def library(drafter: Command, deal: Path, bad: Bad) -> str:
    try:
        made = starter().draft(bad.data())
    except Refused as refused:
        return "\n".join(one.says for one in refused.diagnostics)
    return "\n".join(one.says for one in (*made.warnings, *made.notes))


def drafted(drafter: Command, deal: Path, bad: Bad) -> str:
    return str(drafter("draft", deal, "-o", deal.with_name("a.docx")).err)


def as_data(drafter: Command, deal: Path, bad: Bad) -> str:
    outcome = drafter("draft", deal, "-o", deal.with_name("a.docx"), "--json")
    return outcome.err if bad is REFUSED else plain_json(outcome.out)


def batched(drafter: Command, deal: Path, bad: Bad) -> str:
    return str(drafter("batch", deal, "-o", deal.with_name("out"), "--processes", "1").err)


def summary(drafter: Command, deal: Path, bad: Bad) -> str:
    batched(drafter, deal, bad)
    return (deal.with_name("out") / "summary.html").read_text("utf-8")


def ledger(drafter: Command, deal: Path, bad: Bad) -> str:
    batched(drafter, deal, bad)
    name = "rejects.jsonl" if bad is REFUSED else ".drafter-batch.jsonl"
    lines = (deal.with_name("out") / name).read_text("utf-8").splitlines()
    return "\n".join(map(plain_json, lines)).replace("\\", "")


def missing(drafter: Command, deal: Path, bad: Bad) -> str:
    return str(drafter("ask", "-o", deal, "--resume", "--non-interactive").err)


def asked_as_data(drafter: Command, deal: Path, bad: Bad) -> str:
    ask = [*PROGRAM, "ask", "-o", str(deal), "--resume", "--json"]
    asked = subprocess.run(ask, input=b"", capture_output=True, env=environment(), check=False)
    return plain_json(asked.stdout.decode())


def in_the_browser(drafter: Command, deal: Path, bad: Bad) -> str:
    app = create_app(deal.parent / "deals", starter())
    deals = app.extensions["deals"]
    reference = deals.new(bad.data()["precedent"])
    with deals.changing(reference) as (form, save):
        save(form.made(bad.data()))
    browser = app.test_client()
    pages = ("/clash", "/warnings", "/check")
    return "\n".join(browser.get(f"/deal/{reference}{page}").text for page in pages)


def plain_json(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False)


Way = Callable[[Command, Path, Bad], str]
WAYS: list[Way] = [library, drafted, as_data, batched, summary, ledger, missing, asked_as_data,
                   in_the_browser]  # fmt: skip


@pytest.mark.parametrize("bad", SIX, ids=lambda one: one.path)
@pytest.mark.parametrize("way", WAYS, ids=lambda one: one.__name__)
class DescribeEveryWay:
    def it_tells_what_is_odd(self, way: Way, drafter: Command, deal: Path, bad: Bad) -> None:
        said = unescape(re.sub(r"`|<[^>]+>", "", way(drafter, deal, bad)))
        assert bad.says in " ".join(said.split())


@pytest.mark.parametrize("bad", SIX[:-1], ids=lambda one: one.path)
class DescribeTheReport:
    def it_tells_what_is_odd(self, drafter: Command, deal: Path, bad: Bad) -> None:
        report = deal.with_name("r.json")
        drafter("draft", deal, "-o", deal.with_name("a.docx"), "--report", report)
        told: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["findings"]
        assert [one["says"] for one in told if bad.says in one["says"]] != []


class DescribeTheSummaryOfABatch:
    @pytest.mark.parametrize("bad", SIX[3:4])
    def it_counts_the_notes_beside_the_warnings(
        self, drafter: Command, deal: Path, bad: Bad
    ) -> None:
        page = summary(drafter, deal, bad)
        heads, cells = (re.findall(rf"<{one}\b[^>]*>([^<]*)", page) for one in ("th", "td"))
        (row,) = (deal.with_name("out") / ".drafter-batch.jsonl").read_text("utf-8").splitlines()
        noted = json.loads(json.loads(row)[-1])["counts"]["notes"]
        assert (int(cells[heads.index("Notes") - 1]), noted > 0) == (noted, True)
