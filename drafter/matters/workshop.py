"""What agreements are made with: library, house styles, registry and approvals of a workspace.

A workshop is named by its places, is small and travels to other processes; each opens it for
itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.drafting import HOUSE, Library, load_library, load_style, style_file
from drafter.gate import Approvals
from drafter.matters.ingredients import Ingredients
from drafter.registry import open_registry
from drafter.workspace.approvals import read_approvals
from drafter.workspace.settings import APPROVALS, Workspace, house_style_in

if TYPE_CHECKING:
    from drafter.registry.registry import Registry
    from drafter.word.house_style import HouseStyle


Told = Callable[[Diagnostic], None]
"""Told what is to be known of what is opened."""


@dataclass(frozen=True, slots=True)
class WorkshopPlaces:
    """The places. `registry` is a path or URL; without `library` the starter library is used;
    `folder` is the workspace's own; `author` whom the files that go out name; `signing`
    the e-signature service of files for signature."""

    library: Path | str | None
    folder: Path | None = None
    templates: Path | None = None
    cache: Path | None = None
    registry: str = ""
    files: Path | None = None
    author: str = ""
    signing: str = ""

    def open(self) -> Workshop:
        """The workshop ready for work."""
        return Workshop(self)

    def absolute(self) -> WorkshopPlaces:
        """The same places, whatever folder somebody stands in."""
        library, folder, templates, cache, files = (
            Path(one).absolute() if one else None
            for one in (self.library, self.folder, self.templates, self.cache, self.files)
        )
        where = self.registry
        registry = str(Path(where).absolute()) if where and "://" not in where else where
        return WorkshopPlaces(library, folder, templates, cache, registry, files, self.author)


def workshop_of(
    workspace: Workspace, library: Path | str | None = None, cache: Path | None = None
) -> WorkshopPlaces:
    """The workshop of a workspace, with its own library unless another one is named."""
    return WorkshopPlaces(
        library or workspace.library,
        workspace.folder,
        workspace.templates,
        cache,
        workspace.registry,
        workspace.files,
        workspace.author,
        workspace.signing,
    )


class Workshop:
    """Library, registry and house styles, each opened once, when it is first needed."""

    def __init__(self, places: WorkshopPlaces, told: Told = lambda one: None) -> None:
        self.places, self._told = places, told
        self._styles: dict[str, HouseStyle] = {}

    @cached_property
    def library(self) -> Library:
        """The clause library. Raises `Refused` with its faults."""
        return load_library(self.places.library, self.places.cache)

    @cached_property
    def ingredients(self) -> Ingredients:
        """The digests of what the library holds now."""
        return Ingredients(self.library.clauses)

    @cached_property
    def registry(self) -> Registry:
        """The registry: what happened so far. Raises `Refused` where it cannot be used."""
        registry = open_registry(self.places.registry, self.places.files)
        for one in registry.told:
            self._told(one)
        return registry

    def style(self, name: str) -> HouseStyle:
        """A house style: of the workspace by its name, of drafter by its name, or a file.

        Raises `Refused`.
        """
        if name not in self._styles:
            self._styles[name] = load_style(self._file(name), self.places.cache)
        return self._styles[name]

    def approvals(self, today: str) -> Approvals:
        """The approvals of the workspace, as judged on a day (ISO date)."""
        folder = self.places.folder
        return Approvals(read_approvals(folder / APPROVALS) if folder else (), today)

    def _file(self, name: str) -> Path:
        templates = self.places.templates
        return (house_style_in(templates, name or HOUSE) if templates else None) or style_file(name)
