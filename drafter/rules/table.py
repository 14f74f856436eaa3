"""The table of rules. A rule with a module of its own has its page there; the others lie in
`pages/`, a file for each moment at which rules speak."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from drafter.data_classes import dataclass
from drafter.rules.of_style import all_lints, meaning

_PAGES = Path(__file__).parent / "pages"
_RULE = re.compile(r"^## (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule means: its page, when it speaks and what follows from it.

    >>> rule = all_rules()["tab"]
    >>> rule.title
    'A tab stands in a line of clause text.'
    >>> rule.when
    'When clause text is read'
    """

    rule: str
    page: str
    when: str
    effect: str

    @property
    def title(self) -> str:
        """What the rule says, in its first sentence or two."""
        return " ".join(self.page.split("\n\n")[0].split())

    def as_data(self) -> dict[str, str]:
        """The same as plain data, for `--json`."""
        return {"rule": self.rule, "says": self.title, "when": self.when,
                "effect": self.effect, "means": self.page}  # fmt: skip


@cache
def all_rules() -> Mapping[str, Meaning]:
    """Every rule by its name, in the order in which they speak."""
    return {one.rule: one for path in sorted(_PAGES.glob("*.md")) for one in _chapter(path)}


def _chapter(path: Path) -> Iterator[Meaning]:
    """The rules that speak at one moment: those with a module or table of their own first."""
    head, *pages = _RULE.split(path.read_text("utf-8"))
    title, effect = head.removeprefix("# ").strip().split("\n\n", 1)
    own = _WITH_A_MODULE.get(path.stem, dict)()
    written = dict(zip(pages[::2], (page.strip() for page in pages[1::2]), strict=True))
    for rule, whole in {**own, **written}.items():
        page, _, its_own = whole.partition("\n\nEffect: ")
        yield Meaning(rule, page, title, " ".join((its_own or effect).split()))


def _with_modules(folder: str) -> dict[str, str]:
    """The pages of rules with a module each, as their docstrings have them."""
    modules = import_module(f"drafter.rules.{folder}").rules()
    return {module.RULE: inspect.getdoc(module) or "" for module in modules}


def _of_style() -> dict[str, str]:
    return {rule: meaning(lint) for rule, lint in all_lints().items()}


_WITH_A_MODULE: Mapping[str, Callable[[], dict[str, str]]] = {
    "05-of-files": partial(_with_modules, "of_files"),
    "06-of-all-answers": partial(_with_modules, "of_all_answers"),
    "07-of-upkeep": partial(_with_modules, "of_upkeep"),
    "08-of-style": _of_style,
}
