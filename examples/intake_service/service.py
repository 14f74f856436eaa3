"""What the pages work with: the desk, the store, the forms and drafts that were made last."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import current_app

from drafter import Desk, Diagnostic, Draft, Form, Library, open_desk
from examples.intake_service.forms import Forms, Whose
from examples.intake_service.parts import Person
from examples.intake_service.seen import View, view
from examples.intake_service.settings import Settings
from examples.intake_service.sharing import Sharing
from examples.intake_service.store import Act, Deal, Store, open_store

KEPT_DRAFTS = 32
TRIES = 20  # of saving against others who save at the same moment
Change = Callable[[Form], Form]


class Crowded(Exception):
    """So many save at once that one of them must come back."""


@dataclass(frozen=True, slots=True)
class Service:
    """One service over a workspace. Its library is read once and never changes."""

    settings: Settings
    desk: Desk
    store: Store
    forms: Forms
    draft: Callable[[Mapping[str, Any]], Draft]
    clock: Callable[[], float]

    @property
    def library(self) -> Library:
        """The clause library of the workspace."""
        return self.desk.library

    @property
    def style(self) -> Any:
        """The house style that drafts are made in."""
        return self.desk.house_style(self.settings.style)

    @property
    def now(self) -> int:
        """Seconds since 1970."""
        return int(self.clock())

    @property
    def today(self) -> str:
        """The day that stands beside an answer in the record."""
        return time.strftime("%Y-%m-%d", time.gmtime(self.clock()))

    def view(self, deal: int, person: Person) -> View:
        """A deal as somebody sees it. Raises `KeyError`."""
        return view(self.store.deals.get(deal), person, self.library, self.forms)

    def full(self, deal: Deal) -> Form:
        """The whole form of a deal, private answers among them: to save, never to show."""
        return self.forms.of(Whose(deal.id), deal.data)

    def sharing(self, deal: Deal) -> Sharing:
        """Who is asked what, and who sees it."""
        return Sharing(self.library, deal)

    def act(self, person: Person, did: str, questions: tuple[str, ...] = ()) -> Act:
        """An act of somebody, now."""
        return Act(self.now, person.part, person.name, did, questions)

    def save(self, deal: int, change: Change, act: Act, key: str = "") -> Form:
        """Change a deal as it stands at the moment of saving; gives the whole form after it.

        Raises `Repeated` for a page that was sent before, `Crowded` where others always come first.
        """
        for _ in range(TRIES):
            there = self.store.deals.get(deal)
            before = self.full(there)
            after = change(before)
            same = after.data == before.data
            if same or self.store.deals.save(there, after.data, act, key):
                self.forms.keep(Whose(deal), after.data, after)
                return after
        raise Crowded


def start_service(settings: Settings, clock: Callable[[], float] = time.time) -> Service:
    """The service of a workspace, its library loaded. Raises drafter's `Refused`, `WrongStore`."""
    cache = Path(settings.cache) if settings.cache else None
    desk = open_desk(settings.workspace, cache=cache, told=_tell)
    library = desk.library

    @lru_cache(maxsize=KEPT_DRAFTS)
    def drafted(text: str) -> Draft:
        return library.draft(json.loads(text))

    return Service(settings, desk, open_store(settings.database), Forms(library),
                   lambda data: drafted(json.dumps(data, ensure_ascii=False)), clock)  # fmt: skip


def _tell(one: Diagnostic) -> None:
    """What is to be known of the registry, for who runs the service: it is opened by a page."""
    print(f"{one.rule}: {one.says} ({one.cure})", file=sys.stderr, flush=True)


def service() -> Service:
    """The service of this application."""
    return current_app.extensions["intake"]  # type: ignore[no-any-return]
