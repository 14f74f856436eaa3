"""What a lawyer reads, word for word."""

import pytest
from support.command import NAMES, Command, example
from support.examples import drafted

HEAD = 40


@pytest.fixture
def drafter(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    return Command(capsys)


@pytest.mark.parametrize("name", NAMES)
def it_prints_the_agreement(name, golden):
    """Every clause, number and reference of an example."""
    golden(f"{name}.txt", drafted(name).text().replace("\u00a0", " "))


class DescribeCommands:
    """What the commands print about the smart handbag."""

    def it_explains_some_topics(self, drafter, golden):
        topics = ("foreground-ip", "joint-ownership", "exit-ip", "schedule-exit-table")
        said = [drafter("explain", example("smart-handbag"), topic).out for topic in topics]
        golden("explain.txt", "\n".join(said))

    def it_lists_the_clauses_of_a_draft(self, drafter, golden, tmp_path):
        outcome = drafter("draft", example("smart-handbag"), "-o", tmp_path / "a.docx")
        golden("draft.txt", outcome.out)

    def it_shows_a_topic(self, drafter, golden):
        golden("topic.txt", drafter("show", "topic", "foreground-ip").out)

    def it_shows_the_head_of_the_questionnaire(self, drafter, golden):
        printed = drafter("show", "questionnaire").out.splitlines(keepends=True)
        golden("questionnaire.txt", "".join(printed[:HEAD]))
