"""What SECURITY.md says drafter does not do: no network, no other program, no text run as code."""

from __future__ import annotations

import ast
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter import load_library

DRAFTER = Path(__file__).resolve().parent.parent / "drafter"
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib",
           "xmlrpc", "asyncio", "requests", "urllib3", "httpx", "aiohttp", "distributed", "dask",
           "psycopg"}  # fmt: skip
PROGRAMS = {"subprocess", "pty", "ctypes", "cffi"}
CODE = {"pickle", "marshal", "shelve", "code", "codeop", "runpy"}
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen", "execv", "execve", "spawnv",
         "urlopen", "startfile"}  # fmt: skip
CALLED = {"re": "compile"}


def imported(tree: ast.AST) -> Iterator[str]:
    """The first names of all modules that a file imports, and `urllib.request` whole."""
    for node in ast.walk(tree):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (one if one.startswith("urllib") else one.split(".")[0] for one in names)


def called(tree: ast.AST) -> Iterator[str]:
    """The names of all functions that a file calls; `re.compile` makes no code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            at = node.func
            if isinstance(at, ast.Name):
                yield at.id
            elif isinstance(at, ast.Attribute):
                owner = at.value.id if isinstance(at.value, ast.Name) else ""
                if CALLED.get(owner) != at.attr:
                    yield at.attr


def it_imports_no_network_no_other_program_and_nothing_that_runs_text() -> None:
    """But what lays out pages, which runs LibreOffice, and what asks a cluster that is named."""
    refused = NETWORK | PROGRAMS | CODE | {"urllib.request"}
    found = {(path.relative_to(DRAFTER).as_posix(), one) for path in DRAFTER.rglob("*.py")
             for one in imported(ast.parse(path.read_text("utf-8"))) if one in refused}  # fmt: skip
    assert found == {("cli/office.py", "subprocess"), ("executors/cluster.py", "distributed")}


def it_calls_nothing_that_does() -> None:
    """But what writes the methods of data classes from the names of their fields."""
    found = {(path.relative_to(DRAFTER).as_posix(), one) for path in DRAFTER.rglob("*.py")
             for one in called(ast.parse(path.read_text("utf-8"))) if one in CALLS}  # fmt: skip
    assert found == {("data_classes.py", "exec")}


def it_drafts_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that anything tries to open is refused, and the draft is made all the same."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    library = load_library()
    answers = library.read_file(DRAFTER.parent / "examples" / "short-campaign" / "answers.yaml")
    assert library.draft(answers).to_docx().startswith(b"PK")
