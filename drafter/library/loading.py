"""What the readers of a library's files share: the files, the names, the faults so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place, did_you_mean, quoted
from drafter.kinds import DATE
from drafter.library.files import LibraryFiles
from drafter.library.model import LEFT_OUT, Row
from drafter.questionnaire.model import Questionnaire
from drafter.yaml_nodes import Node, YamlFile

_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(slots=True)
class Loading:
    """One loading of a library."""

    files: LibraryFiles
    names: Questionnaire = field(default_factory=Questionnaire)
    faults: list[Diagnostic] = field(default_factory=list)
    language: str = "en"

    def fault(self, rule: str, says: str, place: Place | None, cure: str) -> None:
        """Note a fault of the library's shape."""
        self.faults.append(Diagnostic(rule, says, place, cure))

    # --- paths ---

    def folders(self, top: str) -> list[str]:
        """The folders in a folder of the library."""
        paths = (path.split("/") for path in self.files.under(top, ""))
        return sorted({parts[1] for parts in paths if len(parts) == 3})

    def named(self, folder: str, ending: str) -> Iterator[tuple[str, str]]:
        """The id and the path of each file that lies directly in a folder."""
        for path in self.files.under(folder, ending):
            name = path[len(folder) + 1 :]
            if "/" not in name and name != "README.md":
                yield name.removesuffix(ending), path

    def check_id(self, id: str, path: str) -> None:
        """A folder or file that is an identity bears a name that conditions can speak."""
        if not _ID.fullmatch(id):
            place = Place(self.files.shown(path))
            cure = "lower case letters, digits and hyphens, a letter first"
            self.fault("bad-id", f"{quoted(id)} is no id", place, cure)

    # --- YAML files ---

    def yaml(
        self, path: str, keys: tuple[str, ...], required: tuple[str, ...] = ()
    ) -> tuple[YamlFile, dict[str, Node]]:
        """A YAML file and its top entries; without required keys it may be empty or absent."""
        if path not in self.files.texts:
            return YamlFile(self.files.shown(path), ""), {}
        file = self.files.yaml(path)
        return file, entries_of(file, keys, required)

    def missing_file(self, path: str) -> None:
        """Note that a folder lacks the file that says what it is."""
        place = Place(self.files.shown(path))
        self.fault(
            "missing-file", f"{place.file} is missing", place, "write it, or remove the folder"
        )

    # --- tables and their texts ---

    def check_rows(
        self, rows: Iterable[Row], texts: Mapping[str, object], folder: str, broken: Iterable[str]
    ) -> None:
        """Every row but `left-out` has a text, and every text a row; `broken` rows have faults."""
        named = {row.variant: row for row in rows}
        shown = self.files.shown(folder)
        for variant, row in named.items():
            if variant != LEFT_OUT and variant not in texts:
                cure = f"write {shown}/{variant}.md"
                self.fault("missing-text", f"no text for {quoted(variant)}", row.place, cure)
        for name in sorted(texts):
            place = Place(f"{shown}/{name}.md")
            if name == LEFT_OUT:
                says = f"`{LEFT_OUT}` prints nothing and has no text"
                self.fault("unused-text", says, place, "remove the file, or rename it")
            elif name not in {*named, *broken}:
                near = did_you_mean(name, named.keys() - texts.keys() - {LEFT_OUT})
                cure = near or "add a row, or remove the file"
                self.fault("unused-text", f"no row of the table chooses `{name}`", place, cure)


def entries_of(
    file: YamlFile, keys: tuple[str, ...], required: tuple[str, ...] = ()
) -> dict[str, Node]:
    """The top entries of a YAML file; without required keys it may be empty."""
    if not file.text.strip() and not required:
        return {}
    root = file.root()
    return {} if root is None else file.mapping(root, keys, required)


def day(file: YamlFile, node: Node | None) -> str:
    """A date as it is typed (ISO 8601), or nothing."""
    word = file.scalar(node)
    if word and DATE.amount(word) is None:
        file.fault("wrong-type", f"{quoted(word)} is not {DATE.wanted}", node)
        return ""
    return word
