"""The attacks that drafter must withstand, each with the tests that make it.

S: input that means harm. F: what goes wrong around a file or a run. K: runs that are killed.
`refused`: the attack is turned away, or cut out, with a message; `survived`: it comes in and does no harm.
"""

# ruff: noqa: E501
from __future__ import annotations

from typing import NamedTuple

REFUSED, SURVIVED = "refused", "survived"


class Attack(NamedTuple):
    """One attack: its name, what it is, how it must end, and its tests below `tests/`."""

    id: str
    says: str
    ends: str
    tests: tuple[str, ...]


_WAYS = "hostile/test_every_way.py::DescribeText::"
_PRINTED = "word/test_answers.py::DescribeHostileAnswers::"
_STYLE = "word/test_house.py::DescribeDangers::"
_DOOR = "ooxml/test_door.py::DescribeTheDoor::it_refuses_an_attack_whichever_way_it_comes"
ATTACKS = (
    Attack("S1", "template tags in answers", SURVIVED,
           (f"{_WAYS}it_comes_out_letter_for_letter", f"{_PRINTED}it_never_computes_what_an_answer_says")),
    Attack("S2", "clause marks in answers", SURVIVED,
           (f"{_PRINTED}it_adds_no_paragraph_element_or_field",
            "cli/test_bad_input.py::DescribeAnswersAsData")),
    Attack("S3", "XML in answers", SURVIVED, (f"{_PRINTED}it_prints_them_letter_for_letter",)),
    Attack("S4", "characters that no document can hold", REFUSED,
           (f"{_WAYS}it_is_refused_where_no_document_can_hold_it",
            "hostile/test_every_way.py::DescribeHalfACharacter",
            "questionnaire/test_values.py::DescribeText::it_holds_no_character_that_a_document_cannot_show")),
    Attack("S5", "line breaks in answers", SURVIVED,
           ("questionnaire/test_values.py::DescribeText::it_breaks_lines_only_where_it_may",
            "word/test_answers.py::DescribeLines::it_breaks_lines_without_making_paragraphs")),
    Attack("S6", "text that runs the other way, every script", SURVIVED,
           ("word/test_answers.py::DescribeLines::it_marks_words_that_run_from_right_to_left",
            "questionnaire/test_values.py::DescribeText::it_keeps_letters_of_every_script")),
    Attack("S7", "far too much of everything", REFUSED,
           ("questionnaire/test_answers.py::DescribeVeryMuch", "conditions/test_two.py::DescribeATestOfTwo",
            "cli/test_bad_input.py::DescribeBadFiles::it_refuses_ten_megabytes",
            "questionnaire/test_answers_file.py::DescribeAFileThatIsNoAnswersFile")),
    Attack("S8", "numbers, money and dates that are none", REFUSED,
           ("questionnaire/test_values.py::DescribeAValue::it_is_never_guessed_or_rounded",
            "questionnaire/test_answers.py::DescribeAnAnswerAtFault", "kinds/test_codes.py::DescribeCodes")),
    Attack("S9", "house style: templates that do more", REFUSED,
           ("word/test_house.py::DescribeTags::it_refuses_a_template_that_does_more",)),
    Attack("S10", "house style: unknown tags", REFUSED,
           ("word/test_house.py::DescribeTags::it_names_the_part_of_an_unknown_tag_and_the_nearest_known",)),
    Attack("S11", "Word files: floods and odd packages", REFUSED,
           (_DOOR, f"{_STYLE}it_refuses_a_flood_before_unpacking_it", f"{_STYLE}it_refuses_names_that_lead_away",
            f"{_STYLE}it_refuses_two_parts_of_one_name", f"{_STYLE}it_refuses_more_parts_than_a_style_can_have")),
    Attack("S12", "Word files: document types and entities", REFUSED,
           (f"{_STYLE}it_refuses_a_document_type_in_any_part", "matters/test_received.py::DescribeAFileThatCameBack::"
            "it_is_refused_with_a_document_type")),
    Attack("S13", "Word files: macros, objects, links that lead out", REFUSED,
           (f"{_STYLE}it_refuses_macros_and_embedded_objects", f"{_STYLE}it_refuses_foreign_content", f"{_STYLE}it_refuses_links_that_lead_out",
            "ooxml/test_door.py::DescribeAnAttachedTemplate", "cli/test_nothing_swallowed.py::DescribeACutTemplate")),
    Attack("S14", "Word files: fields that reach out", REFUSED,
           (f"{_STYLE}it_refuses_fields_that_reach_out",
            "ooxml/test_door.py::DescribeFieldsOfAReceivedFile")),
    Attack("S15", "house style: tags inside field codes", REFUSED,
           (f"{_STYLE}it_refuses_fields_that_reach_out",)),
    Attack("S16", "field codes and formulas in answers", SURVIVED,
           (f"{_WAYS}it_comes_out_letter_for_letter",
            "tables/test_tables.py::DescribeRejects::it_holds_no_formula_that_a_spreadsheet_would_run")),
    Attack("S17", "bookmark and style names in answers", SURVIVED,
           (f"{_PRINTED}it_adds_no_paragraph_element_or_field",
            f"{_WAYS}it_is_refused_where_a_signing_service_would_make_a_field_of_it")),
    Attack("S18", "addresses in answers", SURVIVED,
           (f"{_WAYS}it_comes_out_letter_for_letter", f"{_PRINTED}it_adds_no_paragraph_element_or_field")),
    Attack("S19", "file names from answers, links in the folder", SURVIVED,
           ("regeneration/test_batch.py::DescribeNames", "regeneration/test_batch.py::DescribeRunningItAgain::"
            "it_follows_no_link_in_the_folder", "cli/test_registry.py::DescribeHostileNames")),
    Attack("S20", "YAML that means something else", REFUSED, ("test_yaml_nodes.py::DescribeAFileAtFault",
                                                              "test_yaml_nodes.py::DescribeAScalar")),
    Attack("S21", "library files that are none", REFUSED,
           ("library/test_loading.py::DescribeTheFilesOfALibrary", "test_input_files.py::DescribeReadingAFile")),
    Attack("S22", "clause text and conditions without end", REFUSED,
           ("conditions/test_faults.py::DescribeAFaultyCondition", "conditions/test_faults.py::DescribeAConditionWithoutEnd",
            "prose/test_any_text.py::DescribeAnyText")),
    Attack("S23", "SQL and shell in names", SURVIVED, ("registry/test_recording.py::DescribeHostileNames",
                                                       "registry/test_recording.py::DescribeFinding")),
    Attack("S24", "the web form: scripts, foreign forms, floods", REFUSED,
           ("web/test_form.py::DescribeSafety",
            "web/test_form.py::DescribeAQuestion::it_shows_script_as_text_and_never_runs_it")),
    Attack("S25", "any text that is let in comes out, in the same bytes", SURVIVED,
           (f"{_PRINTED}it_gives_back_any_text_that_is_let_in", "word/test_answers.py::DescribeSameBytes")),
    Attack("S26", "any library that a person can write", SURVIVED,
           ("rules/test_any_library.py::DescribeAnyLibrary", "cli/test_broken_library.py::DescribeABrokenLibrary::"
            "it_is_told_and_never_our_fault", "library/test_loading.py::DescribeADamagedLibrary")),
    Attack("S27", "characters that nobody sees, answers that are blank", REFUSED,
           (f"{_WAYS}it_is_refused_where_nobody_sees_a_part_of_it",
            "questionnaire/test_values.py::DescribeText::it_shows_something")),
    Attack("F1", "redline: hostile files, old and new", REFUSED, ("ooxml/test_door.py::DescribeTheDoor", "redline/test_compare.py::DescribeForeignFiles")),
    Attack("F2", "an act without its file, a file without its act", SURVIVED,
           ("matters/test_one_act.py::DescribeAnActThatCannotLayItsFile", "test_disk.py::DescribeAnActWithAFile",
            "test_disk.py::DescribeWriting")),
    Attack("F3", "batch: files of other deals", SURVIVED, ("regeneration/test_batch.py::DescribeTheDealOfAFile",)),
    Attack("F4", "countries and currencies that are none", REFUSED, ("kinds/test_codes.py::DescribeCodes",)),
    Attack("F5", "a registry that is gone or not ours", REFUSED,
           ("matters/test_one_act.py::DescribeARegistryThatIsGone", "registry/test_migrations.py")),
    Attack("F6", "erased text that is left", SURVIVED,
           ("registry/test_erasing.py::DescribeErasure", "matters/test_one_act.py::DescribeErasing")),
    Attack("F7", "figures out of bounds, answers that contradict", REFUSED,
           ("questionnaire/test_answers.py::DescribeAnAnswerAtFault", "consistency/test_relations.py::DescribeAContradiction")),
    Attack("F8", "house style: work without end", REFUSED,
           ("word/test_house.py::DescribeTags::it_refuses_a_template_that_does_more",)),
    Attack("F9", "house style: addresses in drawings", REFUSED,
           (f"{_STYLE}it_refuses_links_that_lead_out", _DOOR)),
    Attack("F10", "a workspace half made", SURVIVED, ("matters/test_one_act.py::DescribeStartingAWorkspace",)),
    Attack("F11", "inputs whose time could grow with their square", SURVIVED,
           ("conditions/test_two.py::DescribeATestOfTwo", "test_diagnostics.py::DescribeTheWordsOfAMessage",
            "questionnaire/test_answers.py::DescribeVeryMuch", "redline/test_effort.py",
            "prose/test_faults.py", "agreement/test_long_lists.py", "merging/test_large_files.py")),
    Attack("F12", "pipes, devices, folders where files belong", REFUSED,
           ("test_input_files.py::DescribeEveryCommandThatReads", "test_input_files.py::DescribeReadingAFile")),
    Attack("F13", "outputs that land on inputs", REFUSED,
           ("cli/test_outputs.py::DescribeOutputs", "test_disk.py::DescribeOverlaps")),
    Attack("F14", "house style: links and headers that are gone", REFUSED,
           (f"{_STYLE}it_wants_the_links_of_the_document", f"{_STYLE}it_wants_each_header_that_the_document_names")),
    Attack("F15", "a file that came back is another, or none", REFUSED,
           ("matters/test_received.py::DescribeAFileThatCameBack", _DOOR)),
    Attack("F16", "batch: the disk is full, the power goes", SURVIVED,
           ("hostile/test_full_disk.py::DescribeABatchOnAFullDisk", "hostile/test_full_disk.py::DescribeTheIndexOfABatch")),
    Attack("F17", "many write one name, or one registry, at once", SURVIVED,
           ("registry/test_two_at_once.py", "test_disk.py::DescribeManyWritersInOneFolder",
            "test_disk.py::DescribeWriting::it_lets_one_of_two_writers_of_a_name_win")),
    Attack("F18", "rows and files changed behind our back", REFUSED,
           ("registry/test_verifying.py::DescribeTampering", "cli/test_registry.py::DescribeVerifying")),
    Attack("F19", "a harmed cache", SURVIVED,
           ("word/test_prepared.py::DescribeMemory::it_is_made_anew_when_it_is_harmed",
            "library/test_cache.py::DescribeMemory::it_is_made_anew_when_it_is_harmed")),
    Attack("F20", "a disk that fails at any step, and power cuts", SURVIVED,
           ("matters/test_storage.py::DescribeAHistory", "matters/test_storage.py::DescribeWhatLiesThereAlready")),
    Attack("F21", "signing and approving: the disk is full", SURVIVED,
           ("hostile/test_full_disk.py::DescribeAFirmOnAFullDisk",)),
    Attack("F22", "ordinary slips", REFUSED, ("cli/test_slips.py::DescribeASlip",)),
    Attack("F23", "findings that a command might swallow", SURVIVED,
           ("cli/test_every_way_tells.py", "cli/test_nothing_swallowed.py")),
    Attack("F24", "passwords in the address of a registry", REFUSED, ("registry/test_address.py::DescribeAUrl",)),
    Attack("K1", "record and issue killed", SURVIVED,
           ("registry/test_interruption.py", "matters/test_one_act.py::DescribeAKilledRun")),
    Attack("K2", "apply killed", SURVIVED, ("regeneration/test_killed.py",)),
    Attack("K3", "batch killed", SURVIVED, ("regeneration/test_batch.py::DescribeRunningItAgain::"
                                            "it_goes_on_where_a_killed_run_stopped",)),
    Attack("K4", "starting a workspace killed", SURVIVED,
           ("matters/test_one_act.py::DescribeStartingAWorkspace::it_takes_up_a_start_that_was_killed",)),
    Attack("K5", "the interview killed, its disk full", SURVIVED, ("cli/test_ask_store.py::DescribeAFile",)),
)  # fmt: skip


def by_test(node: str) -> list[Attack]:
    """The attacks that a test belongs to; `node` is its id below `tests/`."""
    return [attack for attack in ATTACKS for name in attack.tests if _begins(node, name)]


def _begins(node: str, name: str) -> bool:
    return node == name or node.startswith((f"{name}::", f"{name}["))
