"""`drafter answers diff`: two answers files compared."""

import json

from support.command import answers_of, write_answers


class DescribeTheDifference:
    def it_is_listed_by_section_and_is_data_too(self, drafter, tmp_path):
        one = write_answers(tmp_path, answers_of("workout-rewards"))
        other = one.rename(tmp_path / "old.yaml")
        one.write_bytes(other.read_bytes())
        assert drafter("confirm", one, "exit_notice", "--by", "GC").code == 0
        outcome = drafter("answers", "diff", other, one)
        assert (outcome.code, outcome.out) == (0, (
            "Ending\n"
            "  exit_notice  How much notice must a party give to leave?\n"
            "      - 30 days (recommended)\n"
            "      + 30 days (confirmed)\n"
        ))  # fmt: skip
        assert json.loads(drafter("answers", "diff", other, one, "--json").out) == [{
            "path": "exit_notice", "section": "Ending",
            "asks": "How much notice must a party give to leave?",
            "one": {"answer": "30 days", "how": "recommended"},
            "other": {"answer": "30 days", "how": "confirmed"},
        }]  # fmt: skip

    def it_is_refused_for_a_file_at_fault(self, drafter, tmp_path):
        one = write_answers(tmp_path, {"precedent": "nope", "answers": {}})
        assert drafter("answers", "diff", one, one).code == 1
