"""The schemas that editors check the files of a library with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from support.command import Command
from support.examples import starter
from support.small import SMALL

from drafter.bundled import starter_library
from drafter.file_schemas import SCHEMAS, file_schema
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files

KINDS = {
    "topic.yaml": "topic",
    "definition.yaml": "definition",
    "cases": "case",
    "consistency": "rule",
    "facts": "facts",
    "precedents": "precedent",
    "questionnaire": "questions",
    "renamed.yaml": "renamed",
    "words.yaml": "words",
}


def kind_of(path: Path) -> str:
    """The kind of a file of the library, by its name or its folder."""
    return KINDS.get(path.name) or KINDS[path.relative_to(starter_library()).parts[0]]


def files() -> Iterator[Path]:
    """Every YAML file of the starter library that has a schema."""
    root = Path(starter_library())
    return (path for path in sorted(root.rglob("*.yaml")) if path.parent.name != "printing")


def typed(text: str) -> object:
    """A YAML text as an editor sees it, where `yes` is a word."""
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def schemas() -> dict[str, Draft202012Validator]:
    made = {kind: file_schema(kind, starter().clauses) for kind in SCHEMAS}
    return {kind: Draft202012Validator(schema) for kind, schema in made.items()}


class DescribeTheSchemas:
    """An editor marks what drafter would refuse, and nothing that it reads."""

    def it_has_a_schema_for_each_kind(self, schemas: dict[str, Draft202012Validator]) -> None:
        for one in schemas.values():
            Draft202012Validator.check_schema(one.schema)

    def it_refuses_no_file_of_the_library(self, schemas: dict[str, Draft202012Validator]) -> None:
        refused = [
            f"{path.name}: {fault.message}"
            for path in files()
            for fault in schemas[kind_of(path)].iter_errors(typed(path.read_text("utf-8")))
        ]
        assert refused == []

    @pytest.mark.parametrize(
        ("kind", "text"),
        [
            ("topic", "heading: Work\nwithin: exti\n"),
            ("topic", "heading: Work\nsetles: who works\n"),
            ("precedent", "title: Sale\nparts: [{heading: A, topics: [exti]}]\n"),
            ("precedent", "title: Sale\n"),
            ("rule", "severity: blok\nwhen: two_parties\nmessage: No.\n"),
            ("questions", "section: A\nquestions: {pets: {asks: How many, type: nubmer}}\n"),
            ("questions", "section: A\nquestions: {pets: {asks: Any, type: yes/no, optinal: no}}"),
            ("facts", "few: {wen: two_parties}\n"),
            ("case", "precedent: sale\nanswers: {}\nexpect: {}\n"),
            ("definition", "term: Work\n"),
            ("renamed", "topic: {a: b}\n"),
            ("words", "name: [London]\n"),
        ],
    )
    def it_refuses_a_slip(
        self, schemas: dict[str, Draft202012Validator], kind: str, text: str
    ) -> None:
        assert not schemas[kind].is_valid(typed(text))

    @pytest.mark.parametrize("key", ["heading", "settles", "choose"])
    def it_refuses_a_key_that_the_reader_refuses(self, key: str) -> None:
        path = "topics/results/topic.yaml"
        spoiled = SMALL[path].replace(f"{key}:", f"{key}x:", 1)
        clauses, faults = load_files(LibraryFiles("library", SMALL | {path: spoiled}, ""))
        assert f"`{key}x` is not used here" in [fault.says for fault in faults]
        schema = Draft202012Validator(file_schema("topic", clauses))
        assert not schema.is_valid(typed(spoiled))
        assert schema.is_valid(typed(SMALL[path]))


class DescribeTheEditorsLine:
    def it_stands_in_a_new_topic_where_the_schemas_are_written(
        self, drafter: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And the line leads to the schema from where the file lies."""
        monkeypatch.chdir(tmp_path)
        for name, text in SMALL.items():
            path = tmp_path / "library" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        drafter("schema", "--library", "library", "--into", "library/.schemas")
        drafter("--library", "library", "new", "topic", "pets")
        topic = tmp_path / "library/topics/pets/topic.yaml"
        first, *_ = topic.read_text("utf-8").splitlines()
        assert first.startswith("# yaml-language-server: $schema=")
        assert (topic.parent / first.split("=", 1)[1]).resolve().is_file()
