"""`drafter schema`."""

import json

from jsonschema import Draft202012Validator


class DescribeSchema:
    def it_prints_a_json_schema_of_the_answers(self, drafter):
        outcome = drafter("schema")
        schema = json.loads(outcome.out)
        Draft202012Validator.check_schema(schema)
        assert outcome.code == 0
        assert schema["$defs"]["governing_law"]["title"] == "Which law governs the agreement?"
