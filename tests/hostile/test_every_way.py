"""Hostile answers by every way in: they come out letter for letter, or are refused, and nothing is
written."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.command import Command
from support.small import files
from support.visitor import Visitor
from support.whole import ANSWERS, WHOLE
from support.workspaces import Practice

from drafter.diagnostics import Refused
from drafter.drafting import of_files
from drafter.word.read import print_docx
from examples.web_intake import create_app

LITERAL = (
    "{{ 7*7 }} {% for a in b %}x{% endfor %} {{r a}}",
    "{fee} [@exit] **Party** {if pilot} {#here} {place parties}",
    "A & B <w:p/> </w:t></w:r></w:p> ]]> <!-- &amp;",
    "{ DDEAUTO c:\\\\windows\\\\cmd.exe } =cmd|' /C calc'!A0 INCLUDETEXT",
    "https://evil.example javascript:alert(1) file:///etc/passwd",
    "_cl_exit__1 _Toc1 \\s1\\ {{sig}} [sig]",
    "'; DROP TABLE agreements; -- $(reboot) `id`",
)
IMPOSSIBLE = ("a\x00b", "a\x0bb", "a\x1bb", "a\ufffeb", "a\u202eb")
UNSEEN = (
    *(f"a{one}b" for one in "\u200b\u2060\u00ad\u034f\ufeff\U000e0041"),
    *"\u2800\u3164",
)
SIGNING = ("{{sig_es_:signer1}}", "[sig|req|signer1]", "~~signature1~~")
Way = Callable[[str, Path, Command], str]


def deal(purpose: str) -> dict[str, Any]:
    data = deepcopy(ANSWERS)
    data["answers"]["purpose"] = purpose
    return data


def firm(folder: Path) -> Path:
    return Practice(folder / "firm", dict(WHOLE)).library


def by_library(purpose: str, folder: Path, drafter: Command) -> str:
    """What the library drafts; nothing where it refuses this very answer."""
    try:
        return print_docx(of_files(files(WHOLE)).draft(deal(purpose)).to_docx())
    except Refused as refused:
        return "" if {one.questions for one in refused.diagnostics} == {("purpose",)} else "?"


def by_command(name: str, text: str, folder: Path, drafter: Command) -> str:
    """What is drafted from a file of answers; nothing where it is refused."""
    answers, output = folder / name, folder / "out"
    answers.write_text(text, "utf-8")
    library = firm(folder)
    output.mkdir()
    where = output if name.endswith(".jsonl") else output / "a.docx"
    command = "batch" if name.endswith(".jsonl") else "draft"
    outcome = drafter(command, answers, "-o", where, "--library", library)
    made = list(output.glob("*.docx"))
    assert outcome.code == (0 if made else 1), outcome
    return print_docx(made[0].read_bytes()) if made else ""


def by_yaml(purpose: str, folder: Path, drafter: Command) -> str:
    text = yaml.safe_dump(deal(purpose), allow_unicode=False)
    return by_command("answers.yaml", text, folder, drafter)


def by_json(purpose: str, folder: Path, drafter: Command) -> str:
    return by_command("answers.json", json.dumps(deal(purpose)), folder, drafter)


def by_batch(purpose: str, folder: Path, drafter: Command) -> str:
    return by_command("deals.jsonl", json.dumps(deal(purpose)), folder, drafter)


def by_form(purpose: str, folder: Path, drafter: Command) -> str:
    library = of_files(files(WHOLE))
    app = create_app(folder / "deals", library)
    app.testing = True
    visitor = Visitor(app)
    visitor.start("simple")
    reply = visitor.send("questions/purpose", answer=purpose)
    (file,) = (folder / "deals").iterdir()
    saved = json.loads(file.read_text("utf-8"))["answers"]
    assert (reply.status_code == 303) is ("purpose" in saved)
    return print_docx(library.draft(deal(saved["purpose"])).to_docx()) if saved else ""


WAYS: dict[str, Way] = {"library": by_library, "yaml": by_yaml, "json": by_json,
                        "batch": by_batch, "web form": by_form}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
class DescribeText:
    @pytest.mark.parametrize("text", LITERAL)
    def it_comes_out_letter_for_letter(
        self, way: str, text: str, tmp_path: Path, drafter: Command
    ) -> None:
        assert f"the purpose {text}" in WAYS[way](text, tmp_path, drafter)

    @pytest.mark.parametrize("text", IMPOSSIBLE, ids=ascii)
    def it_is_refused_where_no_document_can_hold_it(
        self, way: str, text: str, tmp_path: Path, drafter: Command
    ) -> None:
        assert WAYS[way](text, tmp_path, drafter) == ""

    @pytest.mark.parametrize("text", UNSEEN, ids=ascii)
    def it_is_refused_where_nobody_sees_a_part_of_it(
        self, way: str, text: str, tmp_path: Path, drafter: Command
    ) -> None:
        assert WAYS[way](text, tmp_path, drafter) == ""

    @pytest.mark.parametrize("text", SIGNING)
    def it_is_refused_where_a_signing_service_would_make_a_field_of_it(
        self, way: str, text: str, tmp_path: Path, drafter: Command
    ) -> None:
        assert WAYS[way](text, tmp_path, drafter) == ""


class DescribeHalfACharacter:
    @pytest.mark.parametrize("way", ["library", "json", "batch"])
    def it_is_refused_where_it_can_be_spelled(
        self, way: str, tmp_path: Path, drafter: Command
    ) -> None:
        assert WAYS[way]("a\ud800b", tmp_path, drafter) == ""
