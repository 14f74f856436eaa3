"""Cross-references as live fields: what Word will compute is what the agreement says.

Word's full number (`\\w`) of a paragraph in a schedule would begin with "Schedule 2", so such a
reference is made of one field for each level: "3(a)" is the paragraph's own "3" and the item's
own "(a)".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.agreement.model import Element, Paragraph, Role, Run
from drafter.ooxml.bookmarks import bookmark_name
from drafter.ooxml.fields import field
from drafter.ooxml.runs import run as plain_run

_SCHEDULE_LEVELS = {
    Role.SCHEDULE_HEADING: 0,
    Role.SCHEDULE_PARAGRAPH: 1,
    Role.SCHEDULE_ITEM: 2,
    Role.SCHEDULE_SUBITEM: 3,
}

Steps = tuple[tuple[str, str], ...]
"""The blocks that make up a number inside a schedule, outermost first, with their own labels."""


def schedule_steps(elements: Iterable[Element]) -> dict[str, Steps]:
    """For each numbered block of a schedule, the steps of its number without the schedule's own."""
    found: dict[str, Steps] = {}
    above: list[tuple[str, str]] = []
    for element in elements:
        if not isinstance(element, Paragraph) or element.role not in _SCHEDULE_LEVELS:
            continue
        level = _SCHEDULE_LEVELS[element.role]
        own = (element.block, element.number.rstrip("."))
        if level == 0:
            found[element.block], above = (own,), []
        else:
            above = [*above[: level - 1], own]
            found[element.block] = tuple(above)
    return found


def reference(
    run: Run, numbers: Mapping[str, str], steps: Mapping[str, Steps], style: str = ""
) -> str:
    """A reference run as fields whose words are exactly the run's own.

    A target without a number cannot be computed by Word; its name stands as plain words.
    """
    own = steps.get(run.about)
    if own and "".join(label for _, label in own) == run.text:
        return "".join(
            field(f"REF {bookmark_name(block)} \\n \\h", label, style) for block, label in own
        )
    if run.about not in numbers:
        return plain_run(run.text, style)
    return field(f"REF {bookmark_name(run.about)} \\w \\h", run.text, style)
