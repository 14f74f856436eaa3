"""drafter drafts collaboration agreements from answers, and says why each clause is in.

>>> from drafter import load_library
>>> library = load_library()
>>> agreement = library.draft({"precedent": "co-marketing", "answers": {}})
Traceback (most recent call last):
...
drafter.diagnostics.Refused: essential: `parties` is not answered, ...

The public library is what this module names; nothing else is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.checking import check_library
    from drafter.diagnostics import Diagnostic, Refused
    from drafter.drafting import Agreement, Library, load_library, load_style
    from drafter.intake.model import UNKNOWN, Form

__version__ = "0.1.0"
__all__ = [
    "Agreement",
    "Diagnostic",
    "Form",
    "Library",
    "Refused",
    "UNKNOWN",
    "__version__",
    "check_library",
    "load_library",
    "load_style",
]


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first used, so that importing drafter stays cheap."""
    if name in ("Diagnostic", "Refused"):
        from drafter import diagnostics

        return getattr(diagnostics, name)
    if name in ("Form", "UNKNOWN"):
        from drafter.intake import model

        return getattr(model, name)
    if name == "check_library":
        from drafter import checking

        return getattr(checking, name)
    if name in __all__:
        from drafter import drafting

        return getattr(drafting, name)
    raise AttributeError(name)
