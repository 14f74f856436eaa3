"""The table of rules. A rule with a module of its own has its page there; the others lie in
`pages/`, a file for each moment at which rules speak."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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


def _of_the_library() -> dict[str, str]:
    from drafter.checks import all_checks

    return {rule: _page(check.__module__) for rule, check in all_checks().items()}


def _of_all_answers() -> dict[str, str]:
    from drafter.checks.prove import all_proofs

    return {rule: inspect.getdoc(module) or "" for rule, module in all_proofs().items()}


def _of_reviews() -> dict[str, str]:
    from drafter.checks.review import all_reviews, dated_reviews, paged_reviews

    reviews = {**all_reviews(), **paged_reviews(), **dated_reviews()}
    return {rule: _page(check.__module__) for rule, check in reviews.items()}


def _of_style() -> dict[str, str]:
    from drafter.checks.lints import all_lints, meaning

    return {rule: meaning(lint) for rule, lint in all_lints().items()}


def _page(module: str) -> str:
    return inspect.getdoc(sys.modules[module]) or ""


_WITH_A_MODULE: Mapping[str, Callable[[], dict[str, str]]] = {
    "05-whole-library": _of_the_library,
    "06-all-answers": _of_all_answers,
    "07-review": _of_reviews,
    "08-style": _of_style,
}
