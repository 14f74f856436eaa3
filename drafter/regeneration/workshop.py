"""Where an agreement is drafted again: library, house styles and registry, named by their places.

A workshop is small and travels to other processes; each opens it for itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.drafting import HOUSE, Library, load_library, load_style, style_file
from drafter.matters.made_of import Ingredients
from drafter.workspace.settings import house_style_in

if TYPE_CHECKING:
    from drafter.registry.registry import Registry
    from drafter.word.house import HouseStyle


@dataclass(frozen=True, slots=True)
class Workshop:
    """The places. `registry` is a path or URL; without `library` the starter library is used;
    `folder` is the workspace's own."""

    library: str | None
    folder: Path | None = None
    templates: Path | None = None
    cache: Path | None = None
    registry: str = ""
    files: Path | None = None

    def open(self) -> OpenWorkshop:
        """The workshop ready for work. Raises `Refused` for a library at fault."""
        return OpenWorkshop(self, load_library(self.library, self.cache))


@dataclass(slots=True)
class OpenWorkshop:
    """A library with its ingredients, and house styles, each loaded once."""

    places: Workshop
    library: Library
    _styles: dict[str, HouseStyle] = field(default_factory=dict)
    _ingredients: Ingredients | None = None

    @property
    def ingredients(self) -> Ingredients:
        """The digests of what the library holds now."""
        if self._ingredients is None:
            self._ingredients = Ingredients(self.library.clauses)
        return self._ingredients

    def registry(self) -> Registry:
        """The registry of the workspace. Raises `Refused` where it cannot be used."""
        from drafter.registry import open_registry

        return open_registry(self.places.registry, self.places.files)

    def style(self, name: str) -> HouseStyle:
        """A house style by the name that it was recorded under. Raises `Refused`."""
        if name not in self._styles:
            self._styles[name] = load_style(self._file(name), self.places.cache)
        return self._styles[name]

    def _file(self, name: str) -> Path:
        templates = self.places.templates
        return (house_style_in(templates, name or HOUSE) if templates else None) or style_file(name)
