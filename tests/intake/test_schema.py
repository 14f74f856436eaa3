"""The schema as a stock validator reads it."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from support.command import NAMES, answers_of
from support.deals import deals
from support.examples import starter

SCHEMA = starter().schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(data):
    """Where the validator finds a fault, as dotted paths."""
    return [".".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(data)]


def broken(change):
    """An example with one change."""
    data = answers_of("workout-rewards")
    change(data)
    return data


def set_to(value, *path):
    def change(data):
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value

    return change


BROKEN = {
    "no precedent": (lambda data: data.pop("precedent"), ""),
    "an agreement that is none": (set_to("co-mining", "precedent"), "precedent"),
    "a key that is none": (set_to({}, "answer"), ""),
    "a question that is none": (set_to("x", "answers", "reward"), "answers"),
    "an option that is none": (set_to("tacticle", "answers", "collaboration_model"),
                               "answers.collaboration_model"),
    "an amount without a currency": (set_to("2.40", "answers", "reward_amount"),
                                     "answers.reward_amount"),
    "a day that is none": (set_to("2027-02-30", "answers", "effective_date"),
                           "answers.effective_date"),
    "a country by its name": (set_to(["France"], "answers", "project_territories"),
                              "answers.project_territories"),
    "a field that is none": (set_to("x", "answers", "parties", "pacer", "phone"),
                             "answers.parties.pacer"),
    "one party alone": (lambda data: data["answers"]["parties"].pop("pacer"), "answers.parties"),
    "an unknown that is no question": (set_to(["reward"], "unknown"), "unknown.0"),
    "an override without a reason": (set_to([{"what": "R8", "by": "Counsel", "on": "today"}],
                                            "overrides"), "overrides.0"),
}  # fmt: skip


class DescribeTheSchema:
    def it_is_one(self):
        Draft202012Validator.check_schema(SCHEMA)

    @pytest.mark.parametrize("name", NAMES)
    def it_accepts_the_examples(self, name):
        assert not faults(answers_of(name))

    @pytest.mark.parametrize("kind", BROKEN)
    def it_refuses_a_broken_one_at_its_place(self, kind):
        change, place = BROKEN[kind]
        assert faults(broken(change)) == [place]

    @settings(max_examples=25, suppress_health_check=list(HealthCheck),
              phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
    @given(deals(starter().clauses))
    def it_never_refuses_what_the_form_accepts(self, deal):
        if not starter().form(deal).faults:
            assert not faults(deal)

    def it_takes_the_words_of_json_for_yes_no_and_numbers(self):
        data = broken(set_to(True, "answers", "new_results"))
        data["answers"]["sample_count"] = 2
        assert not faults(data)

    def it_stands_by_each_question_with_label_section_and_recommendations(self):
        question = SCHEMA["$defs"]["money_model"]
        assert question["title"] == "How does money flow?"
        assert "reward-funding" in question["enum"]
        beside = question["x-drafter"]
        assert (beside["section"], beside["type"]) == ("Money", "choice")
        assert beside["options"]["own-costs"].startswith("Each party bears")
        assert beside["recommend"][0]["take"] == "own-costs"


class DescribeSkipLogic:
    def condition(self, name):
        """The `if` above a question."""
        for one in SCHEMA["properties"]["answers"]["allOf"]:
            if name in one["then"]["properties"]:
                return Draft202012Validator(one["if"])
        raise AssertionError(name)

    def it_asks_by_an_earlier_answer_and_not_before_it_is_there(self):
        asked = self.condition("reward_amount")
        assert asked.is_valid({"money_model": "reward-funding"})
        assert not asked.is_valid({"money_model": "own-costs"})
        assert not asked.is_valid({})

    def it_counts_records_and_looks_into_them(self):
        group = self.condition("orchestration")
        assert group.is_valid({"parties": {"a": {}, "b": {}, "c": {}}})
        assert not group.is_valid({"parties": {"a": {}, "b": {}}})

    @settings(max_examples=25, suppress_health_check=list(HealthCheck),
              phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
    @given(deals(starter().clauses))
    def it_shows_every_question_that_the_form_is_sure_to_ask(self, deal):
        form = starter().form({**deal, "unknown": []})
        used = {name: one for name, one in form.data["answers"].items()
                if name not in form.set_aside}  # fmt: skip
        for one in SCHEMA["properties"]["answers"]["allOf"]:
            (name,) = one["then"]["properties"]
            asked = form.asked.get(name)
            if asked is not None and asked.state.value != "may come":
                assert Draft202012Validator(one["if"]).is_valid(used), name
