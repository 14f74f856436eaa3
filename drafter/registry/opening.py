"""Opening a registry: the engine, the transactions, the newest tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.registry.cabinet import Cabinet
from drafter.registry.registry import Registry
from drafter.registry.tables import HEAD

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from drafter.registry import Step

PATIENCE = 60  # seconds to wait for somebody else's short transaction
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def opened(where: str, files: Path | None, step: Step) -> Registry:
    """The registry at a path or URL, with the newest tables."""
    url = _url(where)
    folder = files or _beside(url)
    if folder is None:
        cure = "name a folder: `files` under [registry] in drafter.toml"
        raise Refused([Diagnostic("registry", "the registry has no folder for files", None, cure)])
    try:
        engine = _engine(url)
        if not _is_new(engine):
            _migrate(engine)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise Refused([_unusable(where, error)]) from None
    return Registry(engine, Cabinet(folder), step)


def _url(where: str) -> URL:
    try:
        return make_url(where) if "://" in where else URL.create("sqlite", database=where)
    except ArgumentError as error:
        raise Refused([_unusable(where, error)]) from None


def _beside(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database).with_suffix(".files")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Who is going to write waits at the door, so that nobody fails half-way in."""
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_new(engine: Engine) -> bool:
    """Whether the tables are the ones that this drafter reads."""
    with engine.connect() as connection, connection.begin():
        if not inspect(connection).has_table("alembic_version"):
            return False
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return bool(found == HEAD)


def _migrate(engine: Engine) -> None:
    """Bring the tables up to date, all of it or nothing; two who try do it one after the other."""
    from alembic import command
    from alembic.util.exc import CommandError

    config = _config()
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(7260)"))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError:
            cure = "use the drafter that wrote it, or a newer one"
            raise Refused(
                [Diagnostic("registry", "the registry is newer than this drafter", None, cure)]
            ) from None


def scripts() -> ScriptDirectory:
    """The migrations that come with this drafter."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _unusable(where: str, error: Exception) -> Diagnostic:
    if isinstance(error, ImportError | NoSuchModuleError):
        says, cure = "its database driver is not installed", "pip install 'drafter[postgres]'"
    else:
        says, cure = _reason(error), "check the path or URL under [registry] in drafter.toml"
    shown = make_url(where).render_as_string() if "://" in where else where
    return Diagnostic("registry", f"{shown}: {says}", Place(shown), cure)


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().splitlines()[0]
