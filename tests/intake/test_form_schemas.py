"""The schemas for stock renderers of forms."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft7Validator
from support.command import NAMES, answers_of
from support.deals import deals
from support.examples import starter

from drafter.intake.form_schemas import RENDERERS, form_schema

FORMS = {one: form_schema(one, starter().clauses) for one in RENDERERS}
VALIDATORS = {one: Draft7Validator(form["schema"]) for one, form in FORMS.items()}


def controls(element: dict[str, Any]) -> list[dict[str, Any]]:
    """Every control beneath an element of a layout."""
    inner = [found for one in element.get("elements", []) for found in controls(one)]
    return [element, *inner] if element["type"] == "Control" else inner


@pytest.mark.parametrize("renderer", RENDERERS)
class DescribeASchemaForARenderer:
    def it_is_of_the_draft_that_both_read(self, renderer: str) -> None:
        Draft7Validator.check_schema(FORMS[renderer]["schema"])
        assert FORMS[renderer]["schema"]["$schema"].endswith("/draft-07/schema#")

    @pytest.mark.parametrize("name", NAMES)
    def it_accepts_the_examples(self, renderer: str, name: str) -> None:
        assert VALIDATORS[renderer].is_valid(answers_of(name))

    def it_refuses_an_option_that_is_none(self, renderer: str) -> None:
        data = answers_of("workout-rewards")
        data["answers"]["collaboration_model"] = "tacticle"
        assert not VALIDATORS[renderer].is_valid(data)

    def it_shows_an_option_by_its_label(self, renderer: str) -> None:
        law = FORMS[renderer]["schema"]["$defs"]["governing_law"]["oneOf"]
        assert {"const": "england-wales", "title": "England and Wales"} in law


class DescribeAnyDeal:
    @settings(max_examples=15, suppress_health_check=list(HealthCheck),
              phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
    @given(deals(starter().clauses))
    def it_is_never_refused_where_the_form_accepts_it(self, deal: dict[str, Any]) -> None:
        if not starter().form(deal).faults:
            assert all(one.is_valid(deal) for one in VALIDATORS.values())


class DescribeTheLayoutForJsonForms:
    """This renderer draws what the layout names, and hides by the layout's rules."""

    def it_has_a_control_for_each_question(self) -> None:
        found = [one["scope"] for one in controls(FORMS["jsonforms"]["uischema"])]
        asked = [
            f"#/properties/answers/properties/{one}"
            for one in starter().clauses.questionnaire.questions
        ]
        assert found == ["#/properties/precedent", *asked]

    def it_shows_a_question_when_it_is_asked(self) -> None:
        (control,) = [
            one
            for one in controls(FORMS["jsonforms"]["uischema"])
            if one["scope"].endswith("/orchestrator")
        ]
        shown = Draft7Validator(control["rule"]["condition"]["schema"])
        assert control["rule"]["effect"] == "SHOW"
        assert shown.is_valid({"orchestration": "neutral-orchestrator"})
        assert not shown.is_valid({"orchestration": "group"})
