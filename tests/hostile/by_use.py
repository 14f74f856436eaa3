"""What people found by using drafter, and what measuring found, each with what holds it mended.

U: inputs that others who do this job had reported, and inputs of a first use. T: where time and
memory went; what holds a figure is a test, or a benchmark that prints it.
"""

# ruff: noqa: E501
from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """One finding: its name, what it was, and what holds it, by its path from the top."""

    id: str
    says: str
    held_by: tuple[str, ...]


_C = "tests/consistency/test_relations.py::DescribeAContradiction"
_BAD = "tests/consistency/test_bad_inputs.py::DescribeABadAnswer"
_TYPED = "tests/intake/test_typed.py::DescribeWhatPeopleType"
_SLIP = "tests/cli/test_slips.py::"
_WAYS = "tests/cli/test_every_way_tells.py::"
_BATCH = "tests/regeneration/test_batch.py::"
_ASKING = "tests/cli/test_asking.py::"
_GROWTH = "benchmarks/growth.py"
_COST = "tests/agreement/test_what_a_draft_costs.py::"
_TARGETS = ("benchmarks/targets.py", "tests/benchmarks/test_same_words.py::DescribeTarget")
FOUND = (
    Found("U1", "an amount copied out of the draft", (f"{_SLIP}DescribeWhatIsPrintedOfOne::it_can_be_copied_back_into_the_answers", f"{_TYPED}::it_reads_every_plain_form")),
    Found("U2", "no amount, a slip in a currency", (_C, _BAD, "tests/kinds/test_codes.py::DescribeCodes")),
    Found("U3", "days that are none, years of two figures", (_C, "tests/questionnaire/test_values.py::DescribeAValue::it_is_never_guessed_or_rounded")),
    Found("U4", "lines of an answer", (f"{_SLIP}DescribeLinesInASentence", "tests/word/test_answers.py::DescribeLines::it_breaks_lines_without_making_paragraphs",)),
    Found("U5", "one party twice, one short name twice", (_C, _BAD)),
    Found("U6", "a name that is a defined term", (_C, _BAD)),
    Found("U7", "periods of nothing, of one, of weeks", (_C, f"{_TYPED}::it_guesses_nothing")),
    Found("U8", "one party on both sides", (_C, _BAD)),
    Found("U9", "rows that contradict or repeat each other", (_C, _BAD)),
    Found("U10", "text at the command that no file can show", ("tests/cli/test_printed_options.py::DescribeOptionsThatArePrinted",)),
    Found("U11", "names of files", (f"{_SLIP}DescribeASlip::it_may_be_a_place_where_no_file_can_be", f"{_BATCH}DescribeNames::it_keeps_any_words_inside_the_folder")),
    Found("U12", "a batch that overwrites another deal", (f"{_BATCH}DescribeTheDealOfAFile",)),
    Found("U13", "days and authors of changes", ("tests/cli/test_printed_options.py::DescribeOptionsThatArePrinted::it_refuses_marks_that_word_cannot_read",)),
    Found("U14", "counts below one", (_C,)),
    Found("U15", "one of what is printed in numbers", (f"{_SLIP}DescribeWhatIsPrintedOfOne::it_is_in_the_singular", "tests/examples/test_cover_words.py::DescribeNumbers::it_counts_one_as_one_and_many_as_many")),
    Found("U16", "references and terms in a special term", ("tests/consistency/test_relations.py::DescribeASpecialTerm",)),
    Found("U17", "periods in different units", (_C, _BAD)),
    Found("U18", "thirds, and a party that gets no share", ("tests/consistency/test_relations.py::DescribeShares", _C)),
    Found("U19", "comments in an answers file", ("tests/questionnaire/test_rewriting.py::DescribeAnyFile::it_is_read_as_what_was_written_and_keeps_its_comments", "tests/cli/test_ask_store.py::DescribeAFile::it_keeps_what_a_person_wrote_into_it")),
    Found("U20", "a house style without its other file", ("tests/word/test_house.py::DescribeMissingThings", f"{_SLIP}DescribeASlip::it_may_be_a_misspelt_house_style")),
    Found("U21", "dates as a reader of YAML makes them", ("tests/questionnaire/test_answers.py::DescribeAnswersFromAYamlReader",)),
    Found("U22", "warnings that a quiet run swallows", (_WAYS + "DescribeEveryCommandThatDrafts", _WAYS + "DescribeWhatStays")),
    Found("U23", "counts of what a draft rests on", (_WAYS + "DescribeEveryCommandThatDrafts::it_tells_all_in_words",)),
    Found("U24", "facts that nobody gave", ("tests/examples/test_facts.py::DescribeFactsThatNobodyGave",)),
    Found("U25", "issued without a word of its recommendations", (_WAYS + "DescribeEveryCommandThatDrafts::it_tells_of_recommendations_that_were_taken_when_it_is_issued", "tests/test_gate.py::DescribePurposes::it_tells_what_nobody_confirmed_in_one_fault_with_the_command")),
    Found("U26", "commands of the README", ("tests/test_readme.py::DescribeTheReadme::it_shows_commands_that_work_one_after_the_other",)),
    Found("U27", "a topic begun in the library that is shipped", ("tests/cli/test_new.py::DescribeTheScaffold::it_writes_into_no_library_that_is_not_yours",)),
    Found("U28", "a check that breaks on a broken library", ("tests/cli/test_broken_library.py::DescribeABrokenLibrary", "tests/rules/test_any_library.py::DescribeAnyLibrary")),
    Found("U29", "one slip told as forty-five faults", ("tests/cli/test_check_proof.py::DescribeAnAuthorsSlips::it_counts_the_cases_that_a_table_stops_beneath_the_table",)),
    Found("U30", "not known, and then refused", ("tests/examples/test_facts.py::DescribeWhatIsUnknownOnPurpose",)),
    Found("U31", "a party's number that nobody knows", ("tests/examples/test_facts.py::DescribeWhatIsUnknownOnPurpose::it_prints_a_blank_for_the_unknown_number_of_a_party", "tests/examples/test_facts.py::DescribeWhatIsUnknownOnPurpose::it_waits_for_whatever_is_unknown_of_a_party")),
    Found("U32", "blanks that go out unmentioned", ("tests/cli/test_registry.py::DescribeIssuing::it_lists_the_blanks", "tests/cli/test_registry.py::DescribeIssuing::it_lists_what_a_schedule_leaves_in_brackets")),
    Found("U33", "how much has to be typed", ("tests/cli/test_ask_session.py::DescribeAWholeSitting",)),
    Found("U34", "keys and lists that differ from place to place", (_ASKING + "DescribeARow", "tests/intake/test_typed.py::DescribeALongList", _ASKING + "DescribeATableOfASection::it_says_why_and_takes_nothing_by_that", _ASKING + "DescribeAList::it_says_inside_a_record_why_it_asks_and_which_keys_there_are", _ASKING + "DescribeCommands::it_tells_what_a_menu_takes")),
    Found("U35", "back from the review; numbers that move", (_ASKING + "DescribeCommands::it_goes_back_from_the_review_to_the_last_question", _ASKING + "DescribeATableOfASection::it_is_gone_back_to_from_the_review", "tests/intake/test_form_laws.py::DescribeANumber")),
    Found("U36", "amounts and times as people say them", (f"{_TYPED}::it_reads_every_plain_form",)),
    Found("U37", "fields typed a line too early", (_ASKING + "DescribeARow::it_fills_a_record_and_echoes_each_field", "tests/kinds/test_email.py", "tests/consistency/test_register_numbers.py")),
    Found("U38", "outputs of other kinds", ("tests/cli/test_outputs.py::DescribeOutputs",)),
    Found("U39", "a library of a million letters at the prompt", (f"{_SLIP}DescribeWhatIsPrintedOfOne::it_is_one_line_at_the_prompt",)),
    Found("U40", "forty approvals by hand", ("tests/cli/test_registry.py::DescribeApproving::it_takes_all_wordings_of_an_agreement_and_shows_what_changed_since",)),
    Found("U41", "a page a field in the browser", ("tests/intake_service/test_people.py::DescribeASection",)),
    Found("U42", "what a library asks besides, in a plan", ("tests/regeneration/test_plan.py::DescribeReasons::it_names_the_answer_to_a_new_question", "tests/regeneration/test_plan.py::DescribeReasons::it_names_a_topic_that_waits_for_the_answer_to_a_new_question")),
    Found("U43", "large files, tables and many comments", ("tests/merging/test_large_files.py", "tests/redline/test_effort.py", "tests/ooxml/test_door.py::DescribeTheDoor")),
    Found("U44", "what looks at an agreement without writing one", (_WAYS + "DescribeCommandsThatLook",)),
    Found("U45", "how many deals one client makes", ("tests/web/test_form.py::DescribeHowManyDeals",)),
    Found("U46", "what a changed library newly finds of old agreements", ("tests/regeneration/test_plan.py::DescribeNewFindings",)),
    Found("T1", "drafting, warm, against others", (*_TARGETS, _COST + "DescribeADraftOnceMore")),
    Found("T2", "a first draft and a first word of help", (*_TARGETS, "benchmarks/commands.py", "tests/cli/test_start.py")),
    Found("T3", "more clauses than are needed, more wordings than are chosen", ("benchmarks/kept_wordings.py", _COST + "DescribeALibraryWithMoreThanIsPrinted", _COST + "DescribeALongerAgreement")),
    Found("T4", "records of a list, two by two", (_GROWTH, "tests/conditions/test_two.py::DescribeATestOfTwo::it_looks_at_no_more_pairs_than_there_are_records")),
    Found("T5", "an answer in a full deal", ("tests/intake/test_form_laws.py::DescribeTheOrderOfAnswering",)),
    Found("T6", "a plan with nothing to do", ("benchmarks/regeneration.py", "tests/regeneration/test_plan.py::DescribeWhoIsAffected::it_says_plainly_that_there_is_nothing_to_do", "tests/regeneration/test_what_a_plan_costs.py::DescribeAPlanWithNothingToDo")),
    Found("T7", "two files compared", ("benchmarks/regeneration.py", "tests/redline/test_effort.py")),
    Found("T8", "a whole check", ("benchmarks/proving.py", _GROWTH, "tests/rules/test_what_a_check_costs.py::DescribeAWholeCheck")),
    Found("T9", "thousands of drafts in one process", ("benchmarks/soak.py", "tests/test_worked_out.py::DescribeOnceForEach::it_is_forgotten_with_the_library")),
    Found("T10", "the same bytes, however it is remembered", ("tests/library/test_cache.py::DescribeMemory::it_gives_the_same_draft", "tests/examples/test_deals.py::DescribeSameBytes")),
    Found("T11", "a library that is read without its memory", ("benchmarks/commands.py", "tests/library/test_cache.py::DescribeMemory")),
    Found("T12", "long lists of every sort, from answers to bytes", (_GROWTH, "tests/agreement/test_long_lists.py")),
    Found("T13", "explanations, remembered by the answers that their tables read", ("tests/selection/test_explained.py::DescribeRememberedExplanations",)),
    Found("T14", "what is read or said alike in every agreement of a library", ("tests/test_worked_out.py::DescribeOnceForEach", "tests/agreement/test_memory.py::DescribeTheMemoryOfALibrary")),
    Found("T15", "classes that cost before they are used", ("tests/test_data_classes.py::DescribeAFrozenDataClass::it_writes_its_methods_once", "tests/cli/test_start.py")),
    Found("T16", "a look for rubbish in the middle of a draft", ("tests/test_uncollected.py::DescribeADraft",)),
)  # fmt: skip
