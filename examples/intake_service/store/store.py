"""The store: one database, and what is kept in it."""

from __future__ import annotations

from dataclasses import dataclass

from examples.intake_service.store.database import Database, open_database
from examples.intake_service.store.deals import Deals
from examples.intake_service.store.links import Links
from examples.intake_service.store.tables import NEWEST
from examples.intake_service.store.talk import Talk


@dataclass(frozen=True, slots=True)
class Store:
    """What the service keeps. Safe for many threads and processes: a change is one transaction,
    and a deal that somebody else saved meanwhile is not saved over."""

    database: Database
    deals: Deals
    links: Links
    talk: Talk

    @property
    def told(self) -> str:
        """What was done to the store when it was opened; empty where nothing was."""
        form = self.database.upgraded_from
        says = f"the store had form {form} and was brought to form {NEWEST}; no answer changed"
        return f"{says}. A service that reads form {form} opens it no longer." if form else ""


def open_store(url: str) -> Store:
    """The store at a URL, its tables made or brought up where need be. Raises `WrongStore`."""
    database = open_database(url)
    return Store(database, Deals(database), Links(database), Talk(database))
