"""Every job is done once or reported, whichever process dies."""

from __future__ import annotations

from support.counting import Counting, results

from drafter.executors.crew import Crew
from drafter.executors.jobs import DIED

TWO = Crew(2)


class DescribeManyJobs:
    """Over processes that may die."""

    def it_gives_the_same_in_one_process_and_in_two(self, tmp_path):
        assert results(Counting(tmp_path)) == results(Counting(tmp_path), TWO)

    def it_makes_each_process_ready_once(self, tmp_path):
        results(Counting(tmp_path), TWO)
        ready = (tmp_path / "ready").read_text().split()
        assert len(set(ready)) == len(ready) <= 2

    def it_reports_a_job_that_fails_and_does_the_rest(self, tmp_path):
        found = results(Counting(tmp_path))
        assert "ZeroDivisionError" in found.pop(13)
        assert found == {job: str(job * job) for job in range(60) if job != 13}

    def it_does_every_job_though_processes_die(self, tmp_path):
        trade = Counting(tmp_path, kills_once=frozenset({3, 30}))
        assert results(trade, TWO) == results(Counting(tmp_path))

    def it_reports_a_job_that_kills_every_process(self, tmp_path):
        found = results(Counting(tmp_path, kills_always=frozenset({7})), TWO)
        assert found.pop(7) == DIED
        assert found[59] == str(59 * 59)

    def it_says_of_each_job_why_no_process_could_be_made_ready(self, tmp_path):
        found = results(Counting(tmp_path, refuses="the library is another one"), TWO, count=3)
        assert set(found.values()) == {"the library is another one"}
