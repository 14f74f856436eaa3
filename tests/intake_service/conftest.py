"""One intake service for a file of tests, over a workspace of its own; and the deals of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemBytecodeCache
from support.intake import Someone

from drafter import start_workspace
from examples.intake_service import create_app
from examples.intake_service.parts import Part
from examples.intake_service.service import Service
from examples.intake_service.settings import Settings
from examples.intake_service.store import Act

START = 1_800_000_000  # 15 January 2027
DAY = 24 * 60 * 60


class Clock:
    """A clock that stands until it is moved."""

    now = START

    def __call__(self) -> float:
        return self.now


def settings_in(folder: Path, **more: Any) -> Settings:
    """Settings over a workspace in a folder."""
    secret = folder / "intake.secret"
    secret.write_bytes(b"a secret for tests".ljust(32, b"."))
    cache = os.environ.get("XDG_CACHE_HOME", "")
    base = {"database": f"sqlite:///{folder / 'intake.db'}", "secret": str(secret), "cache": cache}
    return Settings(folder, **(base | {"patience": 60} | more))


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("firm")
    start_workspace(folder)
    return folder


@pytest.fixture(scope="session")
def app(firm: Path, clock: Clock) -> Any:
    made = create_app(settings_in(firm), clock)
    made.jinja_env.bytecode_cache = FileSystemBytecodeCache(os.environ["XDG_CACHE_HOME"])
    return made


@pytest.fixture(scope="session")
def service(app: Any) -> Service:
    return app.extensions["intake"]


@pytest.fixture
def deal(service: Service, clock: Clock) -> int:
    clock.now = START
    act = Act(START, Part.COUNSEL, "the administrator", "started the deal")
    return service.store.deals.new("Workout Rewards", "co-marketing", act)


@pytest.fixture
def link(service: Service, deal: int) -> Callable[..., str]:
    def made(part: str, name: str = "", of: int = 0, days: int = 30) -> str:
        act = Act(START, Part.COUNSEL, "the administrator", "made a link")
        expires = START + days * DAY
        return service.store.links.new(of or deal, Part(part), name or f"The {part}", expires, act)

    return made


@pytest.fixture
def someone(app: Any, link: Callable[..., str]) -> Callable[..., Someone]:
    def opened(part: str, **more: Any) -> Someone:
        return Someone(app, link(part, **more))

    return opened
