"""An answers file is read as it is written, or refused with one clear message."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.examples import starter

from drafter.diagnostics import Refused
from drafter.questionnaire.answers import LARGEST_FILE, read_answers_file

ENDLESS = Path("/dev/zero")


def refusal(path: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_answers_file(path)
    folder = f"{path.parent.as_posix()}/"
    return [f"{d.says} | {d.cure}".replace(folder, "") for d in refused.value.diagnostics]


class DescribeAFileThatIsNoAnswersFile:
    @pytest.mark.parametrize(
        ("write", "expected"),
        [
            (lambda path: None, "deal.yaml: No such file or directory | check the path"),
            (Path.mkdir, "deal.yaml: this is a folder | name the answers file in it"),
            (lambda path: path.touch(), "the file says nothing | write it, or remove it"),
            (
                lambda path: path.write_bytes(b"\x89PNG\r\n\xff"),
                "deal.yaml: this is no UTF-8 text | save it as YAML or JSON in UTF-8",
            ),
            (
                lambda path: path.write_bytes(b"PK\x03\x04"),
                "the character U+0003 cannot stand in a file | remove it",
            ),
            (
                lambda path: path.write_bytes(b"a" * (LARGEST_FILE + 1)),
                "deal.yaml: larger than 4 MB | an answers file holds answers only",
            ),
            (
                lambda path: path.write_text("[1, 2]"),
                "an answers file says `precedent:` and `answers:` | ",
            ),
        ],
        ids=["missing", "folder", "empty", "binary", "zip", "too large", "a list"],
    )
    def it_is_refused(self, tmp_path: Path, write: Callable[[Path], object], expected: str) -> None:
        path = tmp_path / "deal.yaml"
        write(path)
        assert refusal(path) == [expected]

    def it_is_not_read_without_end(self) -> None:
        assert refusal(ENDLESS) == ["zero: this is a device, not a file | name a file"]


class DescribeAJsonFile:
    def it_says_what_json_says(self, tmp_path: Path) -> None:
        said = {"precedent": "simple", "answers": {"a": 'tab\tquote" \\ud83d 😀', "b": [1, True]}}
        path = tmp_path / "deal.json"
        for ascii_only in (True, False):
            for indent in (None, 2, "\t"):
                path.write_text(json.dumps(said, ensure_ascii=ascii_only, indent=indent), "utf-8")
                data, _ = read_answers_file(path)
                assert data["answers"] == {**said["answers"], "b": ["1", "true"]}  # type: ignore[dict-item]

    def it_is_refused_by_name_where_it_spells_half_a_character(self, tmp_path: Path) -> None:
        path = tmp_path / "deal.json"
        path.write_text(
            r'{"precedent": "co-marketing", "answers": {"project_name": "A \ud83d\ude00 \ud800",'
            r' "project_purpose": "sell \\ud800"}}'
        )
        with pytest.raises(Refused) as refused:
            starter().read_file(path)
        (fault,) = refused.value.diagnostics
        assert fault.says == "`project_name`: character 5 (U+D800) cannot stand in a document"
        assert fault.place
        assert r'"A \U0001F600 \ud800"' in fault.place.source


class DescribeAYamlFile:
    def it_may_begin_with_a_byte_order_mark(self, tmp_path: Path) -> None:
        path = tmp_path / "deal.yaml"
        path.write_bytes(b"\xef\xbb\xbfprecedent: simple\r\nanswers: {}\r\n")
        assert read_answers_file(path)[0] == {"precedent": "simple", "answers": {}}
