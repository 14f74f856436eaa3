"""Every file from outside goes through one door, whichever command reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from support.attacks import ATTACKS, DOCUMENT, SETTINGS, in_body, link, template
from support.command import answers_of
from support.drafts import docx
from support.files import HOUSE, ROLES, parts, text, zipped

from drafter.diagnostics import Diagnostic, Refused
from drafter.matters.received import match
from drafter.ooxml.package import read_package
from drafter.redline.compare import compare
from drafter.registry.model import Revision
from drafter.word.house import load_house

NAME = "workout-rewards"
Way = Callable[[bytes, Path], None]


@cache
def draft() -> bytes:
    return docx(NAME)


def sent() -> Revision:
    return Revision("A-0001", 1, "draft", "", "", "", "", answers_of(NAME), {}, (), ())


def as_style(data: bytes, folder: Path) -> None:
    path = folder / "firm.docx"
    path.write_bytes(data)
    path.with_suffix(".yaml").write_text(ROLES.read_text("utf-8"), "utf-8")
    load_house(path)


def as_received(data: bytes, folder: Path) -> None:
    match(data, sent(), "back.docx")


def as_old_file(data: bytes, folder: Path) -> None:
    compare(data, draft(), names=("old.docx", "new.docx"))


def as_new_file(data: bytes, folder: Path) -> None:
    compare(draft(), data, names=("old.docx", "new.docx"))


WAYS: dict[str, Way] = {
    "style": as_style,
    "receive": as_received,
    "redline, old": as_old_file,
    "redline, new": as_new_file,
}


def refused(way: str, data: bytes, folder: Path) -> list[Diagnostic]:
    with pytest.raises(Refused) as raised:
        WAYS[way](data, folder)
    return list(raised.value.diagnostics)


@cache
def attacked(attack: str, on: str) -> bytes:
    base = HOUSE.read_bytes() if on == "style" else draft()
    return ATTACKS[attack][0](base)


class DescribeTheDoor:
    @pytest.mark.parametrize("attack", ATTACKS)
    def it_refuses_an_attack_whichever_way_it_comes(self, attack: str, tmp_path: Path) -> None:
        for way in WAYS:
            data = attacked(attack, "style" if way == "style" else "draft")
            rules = {fault.rule for fault in refused(way, data, tmp_path)}
            assert rules == {ATTACKS[attack][1]}, way

    @pytest.mark.parametrize("attack", ["a macro", "a document type", "an id that is no number"])
    def it_names_the_file_and_the_part(self, attack: str, tmp_path: Path) -> None:
        fault = refused("redline, old", attacked(attack, "draft"), tmp_path)[0]
        part = "word/vbaProject.bin" if attack == "a macro" else DOCUMENT
        assert str(fault.place).startswith(f"old.docx/{part}:")

    def it_says_which_limit_was_passed(self, tmp_path: Path) -> None:
        (fault,) = refused("receive", attacked("a flood of paragraphs", "draft"), tmp_path)
        assert fault.says == "the part has more than 20,000 paragraphs"

    def it_points_at_an_impossible_value(self, tmp_path: Path) -> None:
        data = attacked("an id that is no number", "draft")
        fault = refused("redline, new", data, tmp_path)[0]
        assert fault.says == "w:id of w:bookmarkStart is `abc`, which is no number"

    def it_lets_a_long_agreement_in(self) -> None:
        """Four hundred pages: fifteen thousand paragraphs of fourteen words."""
        words = "the parties shall perform their own tasks with care and in good time always"
        data = in_body(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" * 15_000)(draft())
        assert read_package(data, "long.docx")[1] == []

    def it_keeps_a_plain_link(self) -> None:
        data = link("hyperlink", "https://example.org/")(draft())
        assert "https://example.org/" in text(
            compare(draft(), data).data, "word/_rels/document.xml.rels"
        )


class DescribeAnAttachedTemplate:
    """Word would look for it on opening, so it is cut from what drafter writes, and told."""

    def it_is_cut_from_a_redline(self) -> None:
        redline = compare(draft(), template()(draft()))
        assert "evil.example" not in "".join(map(str, parts(redline.data).values()))
        assert b"attachedTemplate" not in parts(redline.data)[SETTINGS]
        assert [told.says for told in redline.told] == [
            "the attached template `http://evil.example/t.dotm` is left out"
        ]

    def it_is_cut_from_a_house_style(self, tmp_path: Path) -> None:
        path = tmp_path / "firm.docx"
        path.write_bytes(template()(HOUSE.read_bytes()))
        path.with_suffix(".yaml").write_text(ROLES.read_text("utf-8"), "utf-8")
        house = load_house(path)
        assert [told.rule for told in house.told] == ["attached-template"]
        assert not [part.name for part in house.constant if "settings.xml.rels" in part.name]

    def it_is_told_of_a_file_that_came_back(self) -> None:
        found = match(template()(draft()), sent(), "back.docx")
        assert [told.rule for told in found.told] == ["attached-template"]


class DescribeFieldsOfAReceivedFile:
    """Counsel's file may hold the fields that Word writes; none that reaches another file."""

    @pytest.mark.parametrize("code", ["PAGE", "DATE", "= 2*3", "IF 1 = 1", "MACROBUTTON NoMacro x"])
    def it_lets_a_field_in(self, code: str) -> None:
        data = in_body(f'<w:p><w:fldSimple w:instr="{code}"/></w:p>')(draft())
        assert read_package(data, "back.docx")[1] == []

    def it_refuses_a_field_whose_name_another_one_makes(self) -> None:
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        begin, end = mark.format("begin"), mark.format("end")
        quote = f"{begin}<w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r>{end}"
        rest = "<w:r><w:instrText> c:/x</w:instrText></w:r>"
        data = in_body(f"<w:p>{begin}{quote}{rest}{end}</w:p>")(draft())
        assert [fault.rule for fault in read_package(data, "back.docx")[1]] == ["unsafe-content"]


class DescribeDataOfOtherPrograms:
    """A file carries data of programs that nobody here knows; nothing reads it."""

    WIDE = '<?xml version="1.0" encoding="utf-16"?><a>\u00e9</a>'.encode("utf-16")

    def it_may_be_written_in_another_encoding(self) -> None:
        data = zipped({**parts(draft()), "customXml/item9.xml": self.WIDE})
        read, told = read_package(data, "a.docx")
        assert (read["customXml/item9.xml"], told) == (self.WIDE, [])

    def it_is_looked_through_all_the_same(self) -> None:
        flood = ("<a>" * 500 + "</a>" * 500).encode("utf-16")
        _, told = read_package(zipped({**parts(draft()), "customXml/item9.xml": flood}), "a.docx")
        assert [one.rule for one in told] == ["unsafe-part"]

    def it_may_not_be_the_document(self) -> None:
        wide = parts(draft())[DOCUMENT].decode().replace("UTF-8", "UTF-16").encode("utf-16")
        _, told = read_package(zipped({**parts(draft()), DOCUMENT: wide}), "a.docx")
        assert [one.rule for one in told] == ["unsafe-part"]
