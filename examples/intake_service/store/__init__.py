"""What the service keeps: deals, links, comments, decisions and what happened, in one database."""

from examples.intake_service.store.database import Database, WrongStore
from examples.intake_service.store.deals import Deals, Repeated
from examples.intake_service.store.links import LinkRefused, Links
from examples.intake_service.store.model import Act, Comment, Deal, Decision, Link, Listed
from examples.intake_service.store.store import Store, open_store
from examples.intake_service.store.talk import Talk

__all__ = [
    "Act", "Comment", "Database", "Deal", "Deals", "Decision", "Link", "LinkRefused", "Links",
    "Listed", "Repeated", "Store", "Talk", "WrongStore", "open_store",
]  # fmt: skip
