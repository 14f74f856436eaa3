"""YAML is read as it is typed; what would change a value in silence is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.diagnostics import print_diagnostic
from drafter.yaml_nodes import YamlFile, places, plain


def data(text: str) -> object:
    file = YamlFile("a.yaml", text)
    root = file.root()
    assert root is not None, file.faults
    found = plain(file, root)
    assert not file.faults
    return found


def faults(text: str) -> list[str]:
    file = YamlFile("a.yaml", text)
    root = file.root()
    if root is not None:
        plain(file, root)
    return [f"{f.place} {f.rule}: {f.says} | {f.cure}" for f in file.faults]


class DescribeAScalar:
    @pytest.mark.parametrize(
        "word",
        "NO yes on 012 0x1F 1:30 1_000 1e3 2027-03-05 .inf << = 3.10".split(),
    )
    def it_stays_the_text_that_was_typed(self, word: str) -> None:
        assert data(f"a: {word}") == {"a": word}
        assert data(f'a: "{word}"') == {"a": word}

    def it_is_nothing_where_null_is_typed_without_quotes(self) -> None:
        assert data('{a: null, b: ~, c: "null"}') == {"a": None, "b": None, "c": "null"}


QUOTES = "put words with `: `, ` #` or a leading `[`, `{`, `*`, `&` in quotes"
SPECIAL = "yaml-special: tags, anchors and aliases are not used | write the value out, in quotes"

TWICE = "duplicate-key: `a` stands twice | keep one of the two"
TABBED = (
    "yaml-syntax: this cannot be read as YAML | "
    "indent with spaces: a tab stands at the start of the line"
)
NO_YAML = f"yaml-syntax: this cannot be read as YAML | {QUOTES}"
EMPTY = "empty-file: the file says nothing | write it, or remove it"
NESTED = ("[", '{"a":', "- ", "? ", '["]",')


class DescribeAFileAtFault:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a: !!int 3", [f"a.yaml:1:4 {SPECIAL}"]),
            ("a: ! x", [f"a.yaml:1:4 {SPECIAL}"]),
            ("a: !!python/object/apply:os.system [id]", [f"a.yaml:1:4 {SPECIAL}"]),
            ("a: &b x\nc: *b", [f"a.yaml:1:4 {SPECIAL}", f"a.yaml:2:4 {SPECIAL}"]),
            ("a: 1\nb: 2\na: 3", [f"a.yaml:3:1 {TWICE}"]),
            ("? [a, b]\n: c", ["a.yaml:1:3 wrong-shape: one value is expected here | "]),
            ("a: [1", [f"a.yaml:2:1 {NO_YAML}"]),
            ("a: x: y", [f"a.yaml:1:5 {NO_YAML}"]),
            ("\ta: 1", [f"a.yaml:1:1 {TABBED}"]),
            ("a: 1\n---\nb: 2", [f"a.yaml:2:1 {NO_YAML}"]),
            (
                "a: 1\nb: x\x00y",
                ["a.yaml:2:5 yaml-syntax: the character U+0000 cannot stand in a file | remove it"],
            ),
            (  # YAML takes it for the end of a line, and puts a space in its place
                'a: "x\x85y"',
                ["a.yaml:1:6 yaml-syntax: the character U+0085 cannot stand in a file | remove it"],
            ),
            (
                'a: "x\u2028y"',
                ["a.yaml:1:6 yaml-syntax: the character U+2028 cannot stand in a file | remove it"],
            ),
            ("", [f"a.yaml:1:1 {EMPTY}"]),
            ("# only words", [f"a.yaml:1:1 {EMPTY}"]),
        ],
    )
    def it_is_told_where_and_how_to_mend_it(self, text: str, expected: list[str]) -> None:
        assert faults(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            *(opening * 100_000 for opening in NESTED),
            "\n".join(" " * depth + "a:" for depth in range(1000)),
        ],
        ids=[*NESTED, "indented"],
    )
    def it_is_refused_when_it_is_nested_without_end(self, text: str) -> None:
        assert [fault.split(": ")[1] for fault in faults(text)] == ["nested too deeply | "]

    def it_has_the_words_of_the_parser_in_a_note_only(self) -> None:
        file = YamlFile("a.yaml", "a: x: y")
        assert file.root() is None
        (note,) = file.faults[0].notes
        assert note.startswith("the YAML parser says: ")

    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
    def it_never_breaks_the_reader(self, text: str) -> None:
        faults(text)


class DescribeAPlace:
    def it_counts_the_lines_before_the_front_matter(self) -> None:
        file = YamlFile("a.md", "needs: x\nneeds: y", offset=1)
        root = file.root()
        assert root is not None
        file.mapping(root)
        assert print_diagnostic(file.faults[0]).split("\n")[1:4] == [
            "  --> a.md:3:1",
            "   |",
            " 3 | needs: y",
        ]

    def it_is_known_for_every_value_and_key(self) -> None:
        file = YamlFile("a.yaml", "answers:\n  parties: {a: {name: X}}\n")
        root = file.root()
        assert root is not None
        found = places(file, root)
        assert str(found["answers", "parties", "a", "name"]) == "a.yaml:2:23"
        assert str(found["answers", "parties", ""]) == "a.yaml:2:3"


class DescribeANumber:
    @pytest.mark.parametrize("word", ["-1", "1.5", "9" * 5000, "٣", "many"])
    def it_is_a_whole_number_of_bearable_size(self, word: str) -> None:
        file = YamlFile("a.yaml", f"at least: {word}")
        root = file.root()
        assert root is not None
        assert file.number(file.mapping(root)["at least"]) is None
        assert "is not a whole number" in file.faults[0].says
