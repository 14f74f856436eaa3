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

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.changed_answers import WhatIf, what_if
    from drafter.checking import check_library
    from drafter.desk import Desk, open_desk
    from drafter.diagnostics import Diagnostic, Refused
    from drafter.drafting import Draft, Library, load_library, load_style
    from drafter.gate import Approvals
    from drafter.intake.form import Form
    from drafter.intake.model import UNKNOWN
    from drafter.matters.overriding import override
    from drafter.matters.starting import start_workspace
    from drafter.merging.merge import merge
    from drafter.merging.model import Merged
    from drafter.questionnaire.answers_file import write_answers_file
    from drafter.regeneration.model import Plan
    from drafter.regeneration.outcome import ApplyOutcome
    from drafter.regeneration.plan_file import plan_text, read_plan
    from drafter.registry.model import ListedAgreement, Stamp, Status
    from drafter.workspace.approvals import Approval

__version__ = "0.1.0"
_HOMES = {
    "Draft": "drafting",
    "Approval": "workspace.approvals",
    "Approvals": "gate",
    "Desk": "desk",
    "Diagnostic": "diagnostics",
    "Form": "intake.form",
    "ListedAgreement": "registry.model",
    "Library": "drafting",
    "Merged": "merging.model",
    "ApplyOutcome": "regeneration.outcome",
    "Plan": "regeneration.model",
    "Refused": "diagnostics",
    "Stamp": "registry.model",
    "Status": "registry.model",
    "UNKNOWN": "intake.model",
    "WhatIf": "changed_answers",
    "check_library": "checking",
    "load_library": "drafting",
    "load_style": "drafting",
    "merge": "merging.merge",
    "open_desk": "desk",
    "override": "matters.overriding",
    "plan_text": "regeneration.plan_file",
    "read_plan": "regeneration.plan_file",
    "start_workspace": "matters.starting",
    "what_if": "changed_answers",
    "write_answers_file": "questionnaire.answers_file",
}
__all__ = [
    "Draft",
    "Approval",
    "Approvals",
    "Desk",
    "Diagnostic",
    "Form",
    "ListedAgreement",
    "Library",
    "Merged",
    "ApplyOutcome",
    "Plan",
    "Refused",
    "Stamp",
    "Status",
    "UNKNOWN",
    "WhatIf",
    "__version__",
    "check_library",
    "load_library",
    "load_style",
    "merge",
    "open_desk",
    "override",
    "plan_text",
    "read_plan",
    "start_workspace",
    "what_if",
    "write_answers_file",
]


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first used, so that importing drafter stays cheap."""
    if name in _HOMES:
        return getattr(import_module(f"drafter.{_HOMES[name]}"), name)
    raise AttributeError(name)
