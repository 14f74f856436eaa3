"""Cross-references as live fields: what Word will compute is what the agreement says.

One field with Word's full number (`\\w`) where that is what a reference prints; elsewhere one
field (`\\n`) for each label: in a schedule, whose paragraphs Word would number "Schedule 2" first,
and where labels would run into one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.agreement.model import Element, Paragraph, Role, Run
from drafter.agreement.number import own
from drafter.agreement.scheme import Scheme
from drafter.ooxml.bookmarks import bookmark_name
from drafter.ooxml.fields import field
from drafter.ooxml.runs import run as plain_run

NBSP = "\u00a0"
Labels = tuple[tuple[str, str, str], ...]
"""The labels that make up a reference, outermost first: what stands before, block, label."""


def labels_of(elements: Iterable[Element], scheme: Scheme) -> dict[str, Labels]:
    """For each numbered block the labels of a reference to it, where Word's own full number is
    not what it prints."""
    found: dict[str, Labels] = {}
    last: dict[Role, tuple[str, str]] = {}
    for element in elements:
        if not isinstance(element, Paragraph) or element.role not in scheme.steps:
            continue
        last[element.role] = (element.block, own(element.number).replace(" ", NBSP))
        if element.role not in scheme.whole:
            steps = scheme.steps[element.role]
            found[element.block] = tuple(
                (step.before, *last[step.role]) for step in steps if step.role in last
            )
    return found


def reference(
    run: Run, numbers: Mapping[str, str], labels: Mapping[str, Labels], style: str = ""
) -> str:
    """A reference run as fields whose words are exactly the run's own.

    A target without a number cannot be computed by Word; its name stands as plain words.
    """
    if made_of := labels.get(run.about):
        return "".join(
            (plain_run(before.replace(" ", NBSP), style) if before else "")
            + field(f"REF {bookmark_name(block)} \\n \\h", label, style)
            for before, block, label in made_of
        )
    if run.about not in numbers:
        return plain_run(run.text, style)
    return field(f"REF {bookmark_name(run.about)} \\w \\h", run.text, style)
