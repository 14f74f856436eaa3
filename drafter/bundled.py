"""Where the clause library and the house styles that come with drafter lie.

In a wheel they are carried inside the package; in a checkout they stand at its root, where lawyers
edit them.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def starter_library() -> Path:
    """The folder of the clause library that comes with drafter.

    >>> starter_library().name
    'clause_library'
    """
    return _folder("clause_library")


def house_styles() -> Path:
    """The folder of the house styles (Word files without clause text) that come with drafter.

    >>> house_styles().name
    'templates'
    """
    return _folder("templates")


def _folder(name: str) -> Path:
    carried = _PACKAGE / "_bundled" / name
    return carried if carried.is_dir() else _PACKAGE.parent / name
