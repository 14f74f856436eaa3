"""The forms that the service has at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from support.examples import starter

from examples.intake_service.forms import Forms, Whose

DEAL = yaml.load(Path("examples/workout-rewards/answers.yaml").read_text(), yaml.BaseLoader)


def renamed(name: str) -> dict[str, Any]:
    return {**DEAL, "answers": {**DEAL["answers"], "project_name": name}}


class DescribeAForm:
    def it_is_the_same_from_the_one_before_as_read_anew(self):
        forms, library = Forms(starter()), starter()
        forms.of(Whose(1), renamed("One"))
        for change in (renamed("Two"), {"precedent": "co-marketing", "answers": {}}):
            assert forms.of(Whose(1), change) == library.form(change)

    def it_is_at_hand_while_its_record_stands(self):
        forms = Forms(starter())
        first = forms.of(Whose(1), renamed("One"))
        assert forms.of(Whose(1), renamed("One")) is first
        assert forms.of(Whose(1), renamed("Two")).data["answers"]["project_name"] == "Two"

    def it_is_another_for_the_other_side(self):
        forms = Forms(starter())
        ours = forms.of(Whose(1), renamed("Ours"))
        theirs = forms.of(Whose(1, ("project_name",), False), renamed("Theirs"))
        assert forms.of(Whose(1), renamed("Ours")) is ours
        assert theirs.data["answers"]["project_name"] == "Theirs"

    def it_goes_when_it_was_asked_for_longest_ago(self):
        forms = Forms(starter(), most=2)
        first, second = (forms.of(Whose(number), renamed("One")) for number in (1, 2))
        forms.of(Whose(1), renamed("One"))
        forms.of(Whose(3), renamed("One"))
        assert forms.of(Whose(1), renamed("One")) is first
        assert forms.of(Whose(2), renamed("One")) is not second
