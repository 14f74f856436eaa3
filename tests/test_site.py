"""The documentation as a site: every page in its place, and what the program tells beside them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from support.command import ROOT, Command

import drafter
from drafter.cli.app import cli
from drafter.rules.table import all_rules

_FETCHED = re.compile(r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=\"((?:https?:)?//[^\"]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built strictly: a page without a place, or a link that leads nowhere, ends it."""
    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder)))
    return folder


def headings(page: Path) -> dict[str, str]:
    """Each heading of a page by its anchor, as it reads."""
    found = re.findall(r'<h[1-6] id="([^"]+)">(.*?)<a ', page.read_text("utf-8"))
    return dict(found)


def commands(ctx: click.Context) -> Iterator[str]:
    """Each command, and those of a group, as they are typed."""
    yield ctx.command_path
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            one = ctx.command.get_command(ctx, name)
            assert one is not None
            yield from commands(click.Context(one, info_name=name, parent=ctx))


class DescribeTheSite:
    def it_has_every_page_of_the_documentation(self, site: Path) -> None:
        docs = ROOT / "docs"
        pages = {path.relative_to(docs).with_suffix(".html") for path in docs.rglob("*.md")}
        assert {str(page) for page in pages if not (site / page).exists()} == set()

    def it_has_a_section_for_every_command(self, site: Path) -> None:
        typed = list(commands(click.Context(cli, info_name="drafter")))
        assert [*headings(site / "commands.html").values()] == ["The command line", *typed]

    def it_prints_the_help_of_each_as_a_terminal_of_eighty_columns_does(
        self, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        page = html.unescape((site / "commands.html").read_text("utf-8"))
        for typed in commands(click.Context(cli, info_name="drafter")):
            said = Command(capsys)(*typed.split()[1:], "--help").out
            assert said.startswith(f"Usage: {typed} ")
            assert said in page, typed

    def it_has_a_section_for_every_rule(self, site: Path) -> None:
        told = headings(site / "what-rules-mean.html")
        assert [rule for rule in all_rules() if told.get(rule.lower()) != rule] == []

    def it_leads_from_the_list_of_rules_to_each(self, site: Path) -> None:
        listed = (site / "rules.html").read_text("utf-8")
        led = set(re.findall(r'"what-rules-mean\.html#([^"]+)"', listed))
        assert led == {rule.lower() for rule in all_rules()}

    def it_has_a_section_for_every_public_name(self, site: Path) -> None:
        told = set(headings(site / "public-library.html").values())
        assert set(drafter.__all__) - {"__version__"} - told == set()

    def it_says_a_call_as_it_is_written(self, site: Path) -> None:
        page = (site / "public-library.html").read_text("utf-8")
        assert "check_library(\n    path: Path | str | None = None,\n" in page
        assert "take(*names: str, by: str" in page
        assert "ForwardRef" not in page
        assert re.search("0x[0-9a-f]{6}", page) is None, "an address differs from run to run"

    def it_leads_to_no_file_that_it_has_not(self, site: Path) -> None:
        """What lies in the project alone stays as words."""
        start = (site / "index.html").read_text("utf-8")
        assert "Apache License 2.0 (<code>LICENSE</code>)" in start
        assert '<a href="contributing.html"><code>CONTRIBUTING.md</code></a>' in start

    def it_fetches_nothing(self, site: Path) -> None:
        pages = "".join(path.read_text("utf-8") for path in sorted(site.rglob("*.html")))
        assert _FETCHED.findall(pages) == []
