"""A registry as a person uses it: carried elsewhere in one file, and freed of one party."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from support.amending import at, desk_of, firm, signed
from support.registers import new_registry
from support.workspaces import deal

from drafter import Refused
from drafter.desk import Desk
from drafter.matters.history import history
from drafter.registry.registry import Registry


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A signed agreement and its amendment."""
    folder = tmp_path_factory.mktemp("carried")
    desk = desk_of(firm(folder / "firm"), folder / "cache")
    signed(desk)
    desk.amend("A-0001", deal(notice="90 days"), at("2027-04-01"))
    return desk


def exported(desk: Desk) -> bytes:
    out = io.BytesIO()
    desk.registry.export(out)
    return out.getvalue()


def empty(folder: Path) -> Registry:
    return new_registry(folder)


class DescribeAnExport:
    """One file, the same for the same registry, and whole when it comes in."""

    def it_is_the_same_file_twice(self, desk):
        assert exported(desk) == exported(desk)

    def it_comes_in_as_it_was(self, desk, tmp_path):
        book = empty(tmp_path)
        assert book.take_in(io.BytesIO(exported(desk)), "x.tar") == 2
        assert book.verify() == ()
        assert book.head() == desk.registry.head()
        assert book.revision("A-0002").amends == desk.registry.revision("A-0002").amends

    @pytest.mark.parametrize("words", [b"A deal", b"may leave"])
    def it_does_not_come_in_where_a_word_was_changed(self, desk, tmp_path, words):
        """Neither a row nor a file of it stays."""
        data = exported(desk)
        assert data.count(words)
        book = empty(tmp_path)
        with pytest.raises(Refused):
            book.take_in(io.BytesIO(data.replace(words, words.upper())), "x.tar")
        assert (book.agreements(), book.verify()) == ((), ())

    @pytest.mark.parametrize("data", [b"", b"no tar", b"\0" * 10240])
    def it_is_refused_where_it_is_none(self, tmp_path, data):
        with pytest.raises(Refused):
            empty(tmp_path).take_in(io.BytesIO(data), "x.tar")

    def it_does_not_come_into_a_registry_that_holds_something(self, desk):
        with pytest.raises(Refused, match="the registry is not empty"):
            desk.registry.take_in(io.BytesIO(exported(desk)), "x.tar")


class DescribeAHistory:
    def it_tells_of_an_agreement_and_its_amendments(self, desk):
        found = [(one.agreement, one.as_text()) for one in history(desk.registry, "A-0001")]
        assert found == [
            ("A-0001", "drafted as revision 1"),
            ("A-0001", "revision 1 issued"),
            ("A-0001", "revision 1 signed"),
            ("A-0002", "drafted as revision 1"),
        ]

    def it_says_what_was_noted(self, desk):
        last = history(desk.registry, "A-0001")[-1]
        assert last.noted == ("amends A-0001",)


class DescribeTheAgreementsOfAParty:
    def it_finds_them_by_words_of_its_name(self, desk):
        assert [one.id for one in desk.registry.find(party="nort")] == ["A-0001", "A-0002"]
        assert desk.registry.find(party="West") == ()

    def it_finds_them_in_small_and_large_letters_of_any_language(self, tmp_path):
        """A name that is looked for to be erased is not missed for its first letter."""
        desk = desk_of(firm(tmp_path / "firm"), tmp_path / "cache")
        parties = {"one": {"name": "Müller Ölwerk"}, "two": {"name": "Čapek"}}
        draft = desk.library.draft({**deal(), "answers": {**deal()["answers"], "parties": parties}})
        held = desk.record(draft, at("2027-03-01"), "Öl").held
        for name in ("MÜLLER ÖLWERK", "čapek"):
            assert [one.id for one in desk.registry.find(party=name)] == [held.id]
        assert [one.id for one in desk.registry.find(matter="öl")] == [held.id]
