"""The house style changed since the file went out: counsel's file keeps the one it went out in."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from support.counsel import expected_of, marked_up
from support.files import changed, parts
from support.merging import DEAL, drafted, library, read_lines
from support.resolve import rejected

from drafter.merging.merge import merge
from drafter.word.house import load_house
from drafter.word.house_style import HouseStyle
from drafter.word.read import read_docx

RUN = "drafter, run 2"
CHANGES = ("a clause", "item", "reworded", "two")
EDITED = (
    "a word", "a sentence", "retyped wholly", "a clause deleted", "an own section", "two swapped",
    "styles renamed", "tracked replacement", "a row added", "much",
)  # fmt: skip


def other_house(contents: dict[str, bytes]) -> None:
    """Other styles by name and id, numbers that go on in letters."""
    styles, lists = (contents[f"word/{part}.xml"].decode() for part in ("styles", "numbering"))
    for old, new in (("Clause Heading", "Firm Heading"), ("Subclause", "Firm Subclause")):
        assert f'w:name w:val="{old}"' in styles, old
        styles = styles.replace(f'w:name w:val="{old}"', f'w:name w:val="{new}"')
        id, other = (f'="{name.replace(" ", "")}"' for name in (old, new))
        styles, lists = styles.replace(id, other), lists.replace(id, other)
    contents["word/styles.xml"] = styles.encode()
    assert 'w:val="lowerLetter"' in lists
    contents["word/numbering.xml"] = lists.replace("lowerLetter", "upperLetter").encode()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> HouseStyle:
    path: Path = changed(tmp_path_factory.mktemp("firm"), other_house)
    roles = path.with_suffix(".yaml").read_text("utf-8")
    for old, new in (("Clause Heading", "Firm Heading"), ("Subclause", "Firm Subclause")):
        roles = roles.replace(f": {old}\n", f": {new}\n")
    path.with_suffix(".yaml").write_text(roles, "utf-8")
    return load_house(path)


@cache
def received(edit: str) -> bytes:
    return marked_up(drafted(), edit)


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


class DescribeAnotherHouseStyle:
    @pytest.mark.parametrize("edit", EDITED)
    def it_puts_the_new_words_into_the_style_of_the_file(self, edit, house):
        fresh = library(*CHANGES).draft(DEAL).to_docx(house)
        assert {"Firm Heading", "Firm Subclause"} <= {one.style for one in read_docx(fresh)}
        back = received(edit)
        document = merge(drafted(), back, fresh, author=RUN).document
        assert as_read(rejected(document, RUN)) == as_read(back)
        want = expected_of(back, (edit,), CHANGES)
        assert Counter(read_lines(document)) == Counter(want.lines)
        for part in ("word/styles.xml", "word/numbering.xml"):
            assert parts(document)[part] == parts(back)[part], part
        assert {one.style for one in read_docx(document)} <= {one.style for one in read_docx(back)}
