"""Whatever is wrong with the input: a message with place, words and cure; exit 1; no file."""

import copy
import json

import pytest
from support.command import answers_of, example, write_answers
from support.copies import own_library


@pytest.fixture
def refused(drafter, tmp_path):
    """Draft broken answers and give back what was said; nothing may have been written."""

    def run(answers, *options):
        output = tmp_path / "out.docx"
        outcome = drafter("draft", answers, "-o", output, *options)
        assert outcome.code == 1
        assert not output.exists()
        assert [path.name for path in tmp_path.glob(".out*")] == []
        return outcome.err

    return run


def changed(tmp_path, change):
    data = copy.deepcopy(answers_of("smart-handbag"))
    change(data["answers"])
    return write_answers(tmp_path, data)


ANSWER_FAULTS = {
    "an unknown question": (
        lambda a: a.update(excit_notice="30 days"),
        ["error[unknown-question]: no question is called `excit_notice`", "`exit_notice`"],
    ),
    "a misspelt option": (
        lambda a: a.update(foreground_ownership="by-sujbect"),
        ["`foreground_ownership`: there is no option `by-sujbect`", "did you mean `by-subject`?"],
    ),
    "a wrong type": (
        lambda a: a.update(exit_notice="thirty"),
        ["`exit_notice`: `thirty` is not a period such as 30 days"],
    ),
    "a field that the record does not have": (
        lambda a: a["parties"]["terawear"].update(adress="x"),
        ["`parties` has no field `adress`", "did you mean `address`?"],
    ),
    "a reference to a record that is not there": (
        lambda a: a.update(protected_party="mason-v"),
        ["`parties` has no record `mason-v`", "did you mean `maison-v`?"],
    ),
    "a control character": (
        lambda a: a.update(project_name="Smart\x07Bag"),
        ["`project_name`: character 6 (U+0007) cannot stand in a document"],
    ),
    "a character that turns the line round": (
        lambda a: a.update(project_name="Smart\u202eBag"),
        ["RIGHT-TO-LEFT OVERRIDE"],
    ),
    "a line break in a line": (
        lambda a: a.update(project_name="Smart\nBag"),
        ["`project_name`: this answer is one line"],
    ),
    "an answer that is too long": (
        lambda a: a.update(project_name="x" * 10_001),
        ["`project_name`: longer than 10,000 characters"],
    ),
    "an essential answer that is missing": (
        lambda a: a.clear(),
        ["error[essential]: `parties` is not answered"],
    ),
}


class DescribeBadAnswers:
    """An answers file at fault is refused whole."""

    @pytest.mark.parametrize("name", ANSWER_FAULTS)
    def it_names_the_fault_and_the_cure(self, refused, tmp_path, name):
        change, words = ANSWER_FAULTS[name]
        said = refused(changed(tmp_path, change))
        for one in words:
            assert one in said
        assert f"  --> {tmp_path.as_posix()}/answers.yaml:" in said

    def it_tells_all_faults_of_one_run_together(self, refused, tmp_path):
        def change(answers):
            answers.update(excit_notice="30 days", exit_notice="thirty", project_name="a\x00")

        said = refused(changed(tmp_path, change), "--style", "no-such-style")
        assert "excit_notice" in said
        assert "thirty" in said
        assert "U+0000" in said
        assert "no-such-style" in said
        assert "4 faults: nothing was written" in said

    def it_refuses_contradictory_answers_by_the_rule_that_they_break(self, refused, tmp_path):
        def change(answers):
            answers.update(pilot_length="3 months", gate_month="5 months")

        said = refused(changed(tmp_path, change))
        assert "error[R44]" in said
        assert "pilot_length: 3 months" in said
        assert "gate_month: 5 months" in said

    def it_points_at_the_line_and_column(self, refused, tmp_path):
        path = tmp_path / "answers.yaml"
        path.write_text("precedent: co-development\nanswers:\n  new_results: maybe\n")
        assert f"{path.as_posix()}:3:16\n" in refused(path)


class DescribeBadFiles:
    """A file that is no answers file says so."""

    def it_refuses_a_folder(self, refused, tmp_path):
        assert "this is a folder" in refused(tmp_path)

    def it_refuses_a_file_that_is_not_there(self, refused, tmp_path):
        assert "No such file" in refused(tmp_path / "none.yaml")

    def it_refuses_an_empty_file(self, refused, tmp_path):
        path = tmp_path / "answers.yaml"
        path.write_text("")
        assert "the file says nothing" in refused(path)

    def it_refuses_a_binary_file(self, refused, tmp_path):
        path = tmp_path / "answers.yaml"
        path.write_bytes(bytes(range(256)))
        assert "this is no UTF-8 text" in refused(path)

    def it_refuses_ten_megabytes(self, refused, tmp_path):
        path = tmp_path / "answers.yaml"
        path.write_text("precedent: co-development\n" + "# x\n" * 2_600_000)
        assert "larger than 4 MB" in refused(path)

    def it_refuses_yaml_that_stops_in_the_middle(self, refused, tmp_path):
        path = tmp_path / "answers.yaml"
        path.write_text("precedent: co-development\nanswers: {a: [1, 2\n")
        assert "error[yaml-syntax]" in refused(path)

    def it_refuses_an_unknown_precedent(self, refused, tmp_path):
        path = tmp_path / "answers.yaml"
        path.write_text("precedent: co-developmnt\nanswers: {}\n")
        assert "did you mean `co-development`?" in refused(path)


class DescribeOutput:
    """No file is replaced, none half-written."""

    def it_keeps_a_file_that_exists(self, drafter, tmp_path):
        output = tmp_path / "deal.docx"
        output.write_text("mine")
        outcome = drafter("draft", example("workout-rewards"), "-o", output)
        assert outcome.code == 1
        assert "use --force to replace it" in outcome.err
        assert output.read_text() == "mine"

    def it_replaces_it_when_told_to(self, drafter, tmp_path):
        output = tmp_path / "deal.docx"
        output.write_text("mine")
        outcome = drafter("draft", example("workout-rewards"), "-o", output, "--force")
        assert outcome.code == 0
        assert output.read_bytes().startswith(b"PK")

    def it_refuses_a_folder_that_is_not_there(self, drafter, tmp_path):
        outcome = drafter("draft", example("workout-rewards"), "-o", tmp_path / "no" / "a.docx")
        assert outcome.code == 1
        assert "make it first" in outcome.err

    def it_refuses_a_folder_as_a_file(self, drafter, tmp_path):
        outcome = drafter("draft", example("workout-rewards"), "-o", tmp_path)
        assert outcome.code == 1
        assert "is a folder" in outcome.err


class DescribeBrokenLibrary:
    """A broken clause file keeps the draft from being made, and the message says where."""

    @pytest.fixture
    def library(self):
        return own_library()

    def it_names_the_clause_file(self, drafter, library, tmp_path):
        path = library / "topics" / "survival" / "agreement-ends.md"
        path.write_text(path.read_text() + "\nThe {exit_notise} runs.\n")
        output = tmp_path / "a.docx"
        outcome = drafter("draft", example("smart-handbag"), "-o", output, "--library", library)
        assert outcome.code == 1
        assert "error[unknown-name]: nothing is called `exit_notise`" in outcome.err
        assert f"{path.as_posix()}:{path.read_text().count(chr(10))}:5" in outcome.err
        assert not output.exists()

    def it_is_told_by_check_as_well(self, drafter, library):
        path = library / "topics" / "exit" / "topic.yaml"
        path.write_text(path.read_text().replace("exit_right is any-time", "exit_right is anytime"))
        outcome = drafter("check", "--library", library)
        assert outcome.code == 1
        assert "`exit_right` has no option `anytime`" in outcome.out
        assert "did you mean `any-time`?" in outcome.out


class DescribeAnswersAsData:
    """An answer comes out letter for letter, whatever it looks like."""

    def it_prints_syntax_as_text(self, drafter, tmp_path):
        hostile = "A & B <w:p> {{ 7*7 }} {% for %} [@exit] **bold** {exit_notice} \\{ ]]>"
        data = answers_of("workout-rewards")
        data["answers"]["project_name"] = hostile
        answers = write_answers(tmp_path, data)
        output = tmp_path / "a.docx"
        assert drafter("draft", answers, "-o", output).code == 0
        from drafter.word.read import print_docx

        assert hostile in print_docx(output.read_bytes())
        assert hostile in drafter("show", "agreement", answers).out


def it_reads_json_as_it_reads_yaml(drafter, tmp_path):
    """The same deal in JSON drafts the same agreement."""
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers_of("workout-rewards"), indent=1))
    from_json = drafter("show", "agreement", path)
    assert from_json.code == 0
    assert from_json.out == drafter("show", "agreement", example("workout-rewards")).out


class DescribeManyFaults:
    def it_shows_as_many_of_a_kind_as_can_be_read_and_counts_the_others(self, refused, tmp_path):
        """A file with a thousand unknown names does not bury its one other fault."""
        data = copy.deepcopy(answers_of("smart-handbag"))
        data["unknown"] = [f"nobody_asks_{number}" for number in range(100)]
        data["answers"]["exit_notice"] = "thirty"
        said = refused(write_answers(tmp_path, data))
        assert "`exit_notice`: `thirty` is not a period such as 30 days" in said
        assert said.count("error[unknown-question]") == 60
        assert "40 more like these: unknown-question" in said
        assert "101 faults: nothing was written" in said
