"""The review pack: one page that a head of legal can open anywhere and read with any reader."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from support.command import Command
from support.copies import own_library
from support.examples import starter

from drafter.cli.since import text_of
from drafter.library.review_pack import Earlier, Since, review_pack

VOID = {"meta", "br"}


class Read(HTMLParser):
    """A page as a browser reads it: what is open and closed, ids, links, words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [] if tag in VOID else [tag]
        self.headings += [tag] if tag in ("h1", "h2", "h3") else []
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            self.ids += [value or ""] if name == "id" else []
            self.links += [value or ""] if name == "href" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def pack(since: Since | None = None) -> str:
    clauses = starter().clauses
    return review_pack(clauses, [clauses.precedents["co-marketing"]], text_of, since)


@pytest.fixture(scope="module")
def page() -> Read:
    return Read(pack())


class DescribeThePage:
    def it_is_well_formed_and_needs_nothing_else(self, page: Read) -> None:
        assert page.open == []
        assert all(link.startswith("#") for link in page.links)
        assert not {tag for tag, name, _ in page.attributes if name == "src"}

    def it_leads_only_to_what_is_there_and_names_each_thing_once(self, page: Read) -> None:
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
        assert len(page.ids) == len(set(page.ids))

    def it_can_be_read_aloud(self, page: Read) -> None:
        """A language, one heading of the first level, heads for rows and columns."""
        assert ("html", "lang", "en") in page.attributes
        assert page.headings[0] == "h1"
        assert page.headings.count("h1") == 1
        scopes = {value for tag, name, value in page.attributes if (tag, name) == ("th", "scope")}
        assert scopes == {"row", "col"}

    def it_says_the_tables_in_the_words_of_the_questionnaire(self, page: Read) -> None:
        assert "“May a party leave without giving a reason?” No" in page.words

    def it_has_all_that_is_approved_with_a_variant(self, page: Read) -> None:
        for topic in ("exit", "money"):
            for variant in starter().topics[topic].variants.values():
                front = variant.front
                said = [front.summary, front.note, front.approval_from, front.review_by]
                said += [*front.confirm, *(law.law for law in front.legal_basis)]
                assert [one for one in said if one not in page.words] == []
                assert text_of(variant) in page.words


class DescribeWhatChanged:
    def it_marks_what_is_new_and_what_differs_line_by_line(self) -> None:
        def find(name: str) -> Earlier | None:
            topic, _, variant = name.partition("/")
            one = starter().topics[topic].variants[variant]
            if name == "exit/any-time":
                return Earlier("0" * 64, text_of(one).replace("Each Party bears", "Nobody bears"))
            return None if name == "exit/no-exit" else Earlier(one.digest)

        page = Read(pack(Since("the last approval", find)))
        assert "2 of " in page.words
        assert "variants differ from the last approval" in page.words
        assert "exit/no-exit: new" in page.words
        assert "-Nobody bears its own costs of the end.\n+Each Party bears" in page.words

    def it_compares_with_the_library_in_a_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        before = own_library()
        variant = before / "topics/exit/any-time.md"
        variant.write_text(variant.read_text("utf-8").replace("Each Party bears", "Nobody bears"))
        told = Command(capsys)("show", "playbook", "--html", "--since", str(before))
        assert "1 of " in told.out
        assert "exit/any-time: changed" in told.out

    def it_asks_for_a_folder_a_day_or_approval(self, capsys: pytest.CaptureFixture[str]) -> None:
        told = Command(capsys)("show", "playbook", "--html", "--since", "last Tuesday")
        assert told.code == 2
        assert "last Tuesday is no folder" in told.err
