"""Opening a registry: the engine, the transactions, the newest tables."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError

from drafter.diagnostics import NOTE, Diagnostic, Place, Refused, note_from
from drafter.registry.address import url_of, without_password
from drafter.registry.cabinet import Cabinet
from drafter.registry.model import Step
from drafter.registry.registry import Registry
from drafter.registry.tables import HEAD

if TYPE_CHECKING:
    from alembic.config import Config


PATIENCE = 60  # seconds to wait for somebody else's short transaction
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def opened(where: str, files: Path | None, step: Step) -> Registry:
    """The registry that is at a path or URL, its tables brought up to date."""
    url, cabinet = url_of(where), _cabinet(where, files)
    try:
        engine = _engine(url)
        if not _has_tables(url, engine):
            raise Refused([_missing(where, cabinet)])
        told = () if _is_new(engine) else (_renewed(engine, where),)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise Refused([_unusable(where, error)]) from None
    return Registry(engine, cabinet, step, told)


def created(where: str, files: Path | None, step: Step) -> Registry:
    """A new registry at a path or URL, where none is and no kept files wait for one."""
    url, cabinet = url_of(where), _cabinet(where, files)
    try:
        if url.get_backend_name() == "sqlite":
            Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
        engine = _engine(url)
        if _has_tables(url, engine):
            says = f"there is a registry at {without_password(where)}"
            raise Refused(
                [Diagnostic("registry", says, Place(without_password(where)), "use it as it is")]
            )
        if next(cabinet.digests(), None):
            raise Refused([_missing(where, cabinet)])
        _migrate(engine)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise Refused([_unusable(where, error)]) from None
    return Registry(engine, cabinet, step)


def _cabinet(where: str, files: Path | None) -> Cabinet:
    folder = files or _folder_of_files(url_of(where))
    if folder is None:
        cure = "name a folder: `files` under [registry] in drafter.toml"
        raise Refused([Diagnostic("registry", "the registry has no folder for files", None, cure)])
    return Cabinet(folder)


def _has_tables(url: URL, engine: Engine) -> bool:
    """Whether a registry was ever made here; asking makes none."""
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        if not path.exists() or not path.stat().st_size:
            return False
    with engine.connect() as connection, connection.begin():
        return inspect(connection).has_table("alembic_version")


def _missing(where: str, cabinet: Cabinet) -> Diagnostic:
    shown = without_password(where)
    if next(cabinet.digests(), None):
        says = f"{shown}: the registry is gone or empty, and its files lie in {cabinet.folder}"
        cure = "restore it from a backup; a new one would give out ids a second time"
    else:
        says = f"{shown}: there is no registry"
        cure = "make one: drafter registry init; or restore it from a backup"
    return Diagnostic("no-registry", says, Place(shown), cure)


def _folder_of_files(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return Path(url.database).with_suffix(".files")


def _engine(url: URL) -> Engine:
    """A server may have been started anew since it was last asked: it is greeted first."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_engine(url, pool_pre_ping=True)


def _sqlite(url: URL) -> Engine:
    """One that writes, or where nothing can be written one that only reads."""
    if not _is_read_only(Path(url.database or "")):
        engine = create_engine(url, connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", _set_up)
    else:
        engine = create_engine(_read_only(url), connect_args={"timeout": PATIENCE})
        event.listen(engine, "connect", _transactions_are_ours)
    event.listen(engine, "connect", _reads_any_letter)
    event.listen(engine, "begin", _begin)
    return engine


def _is_read_only(database: Path) -> bool:
    """Whether the database or the folder that it needs for its second file takes no writing."""
    if not database.exists():
        return False
    return not all(os.access(path, os.W_OK) for path in (database, database.parent))


def _read_only(url: URL) -> URL:
    """SQLite reads what nobody can write only when told so; steps that lie in its second file
    must be read through that, which needs it to be there."""
    path = Path(url.database or "").resolve()
    pending = path.with_name(path.name + "-wal")
    settled = not pending.exists() or not pending.stat().st_size
    query = "mode=ro&immutable=1" if settled else "mode=ro"
    return make_url(f"sqlite:///file:{quote(path.as_posix())}?{query}&uri=true")


def _transactions_are_ours(connection: Any, record: object) -> None:
    connection.isolation_level = None  # they begin where we say so


def _reads_any_letter(connection: Any, record: object) -> None:
    """Of its own, SQLite knows the small and large letters of English alone."""
    connection.create_function("lower", 1, _lower, deterministic=True)


def _lower(words: object) -> object:
    return words.lower() if isinstance(words, str) else words


def _set_up(connection: Any, record: object) -> None:
    _transactions_are_ours(connection, record)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Who is going to write waits at the door, so that nobody fails half-way in."""
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_new(engine: Engine) -> bool:
    """Whether the tables are the ones that this drafter reads."""
    with engine.connect() as connection, connection.begin():
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return bool(found == HEAD)


def _renewed(engine: Engine, where: str) -> Diagnostic:
    """Bring a registry of an earlier drafter into today's form, and say so."""
    shown = without_password(where)
    if engine.dialect.name == "sqlite" and _is_read_only(Path(where.removeprefix("sqlite:///"))):
        says = f"{shown}: it has the form of an earlier drafter, and nothing can be written here"
        cure = "open it once where it can be written: drafter registry list"
        raise Refused([Diagnostic("registry", says, Place(shown), cure)])
    _migrate(engine)
    notes = () if engine.dialect.name != "sqlite" else _shrunk(engine)
    says = f"{shown}: the registry was brought into the form of this drafter; nothing in it changed"
    cure = "an earlier drafter cannot open it any more"
    return Diagnostic("registry-renewed", says, None, cure, notes, severity=NOTE)


def _shrunk(engine: Engine) -> tuple[str, ...]:
    """SQLite keeps the room of rows that are gone, unless there is room to write it anew."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM")
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except Exception as error:
        return (f"its file keeps its size: {error}",)
    finally:
        connection.close()
    return ()


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


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _unusable(where: str, error: Exception) -> Diagnostic:
    if isinstance(error, ImportError | NoSuchModuleError):
        says, cure = "its database driver is not installed", "pip install 'drafter[postgres]'"
    else:
        says, cure = "it cannot be opened", "check the path or URL under [registry] in drafter.toml"
    shown, note = without_password(where), note_from("database", _reason(error))
    return Diagnostic("registry", f"{shown}: {says}", Place(shown), cure, (note,))


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().splitlines()[0]
