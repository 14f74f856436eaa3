"""Answers files of several parties laid over each other."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.diagnostics import Refused
from drafter.intake.answered_file import AnsweredFile
from drafter.intake.overlay import overlaid

NAMES = st.sampled_from(["aims", "cap", "fee", "law", "term"])
ROWS = st.dictionaries(st.sampled_from("ab"), st.dictionaries(NAMES, st.sampled_from("12")))
ANSWERS = st.dictionaries(NAMES, st.sampled_from(["1", "2"]) | ROWS, max_size=4)


def file(name, answers, **beside):
    return AnsweredFile(name, {"precedent": "x", "answers": answers, **beside})


def outcome(files):
    """The record, or every fault in words."""
    try:
        return overlaid(list(files))
    except Refused as refused:
        return [(fault.says, fault.place) for fault in refused.diagnostics]


class DescribeAnOverlay:
    def it_takes_what_one_says_and_what_all_say_alike(self):
        merged = overlaid([file("a", {"fee": "5", "law": "GB"}), file("b", {"law": "GB"})])
        assert merged["answers"] == {"fee": "5", "law": "GB"}

    def it_makes_one_matrix_of_the_aims_that_each_wrote_alone(self):
        ours = {"aims": {"proof": {"holder": "north", "wants": "proof"}}}
        theirs = {"aims": {"reach": {"holder": "south", "wants": "customers"}}}
        merged = overlaid([file("a", ours), file("b", theirs)])
        assert merged["answers"] == {"aims": {**ours["aims"], **theirs["aims"]}}
        assert merged["given"] == {"aims": {"by": "a; b"}}

    def it_lists_every_difference_with_its_values_and_files_and_guesses_none(self):
        one = file("a", {"cap": "5", "aims": {"x": {"wants": "proof"}}, "fee": "1"})
        other = file("b", {"cap": "6", "aims": {"x": {"wants": "fame"}}, "fee": "1"})
        assert [says for says, _ in outcome([one, other])] == [
            "`cap` differs: a says 5; b says 6",
            "`aims.x.wants` differs: a says proof; b says fame",
        ]

    def it_does_not_mix_two_agreements(self):
        other = AnsweredFile("b", {"precedent": "y", "answers": {}})
        assert outcome([file("a", {}), other]) == [
            ("`precedent` differs: a says x; b says y", None)
        ]

    def it_hears_who_knows(self):
        merged = overlaid([file("a", {}, unknown=["law", "fee"]), file("b", {"law": "GB"})])
        assert merged["unknown"] == ["fee"]

    def it_says_who_answered_what_and_when(self):
        said = {"law": {"by": "Counsel", "on": "2027-03-01", "how": "taken"}}
        later = {"law": {"by": "Board", "on": "2027-04-01"}}
        one, other = file("a", {"law": "GB"}, given=said), file("b", {"law": "GB"}, given=later)
        assert overlaid([one])["given"] == said
        assert overlaid([one, other])["given"] == {
            "law": {"by": "Counsel; Board", "on": "2027-04-01"}
        }

    def it_keeps_a_proposal_where_somebody_else_answered_the_rest_of_the_list(self):
        """The list is answered as a whole, so each proposed field has its own mark."""
        mail = {"aims": {"by": "South, mail", "on": "2027-03-04", "how": "proposed"}}
        theirs = {"aims": {"reach": {"holder": "south"}, "proof": {"wants": "proof"}}}
        ours = {"aims": {"proof": {"holder": "north", "wants": "proof"}}}
        merged = overlaid([file("a", theirs, given=mail), file("b", ours)])
        assert merged["given"] == {
            "aims": {"by": "b", "proposed_by": "South, mail", "proposed_on": "2027-03-04"},
            "aims.reach.holder": mail["aims"],
            "aims.proof.wants": {
                "by": "b",
                "proposed_by": "South, mail",
                "proposed_on": "2027-03-04",
            },
        }

    def it_keeps_what_somebody_left_blank_or_for_later_until_another_answers(self):
        left = {
            "fee": {"by": "North", "how": "left blank"},
            "term": {"by": "North", "how": "left for later"},
            "law": {"by": "North", "on": "2027-03-01"},
        }
        one = file("a", {}, given=left, unknown=["law"])
        merged = overlaid([one, file("b", {"term": "2 years"})])
        assert merged["given"] == {**left, "term": {"by": "b"}}
        assert merged["unknown"] == ["law"]

    def it_keeps_a_list_that_all_propose_as_one_proposal(self):
        def of(who, holder):
            mark = {"aims": {"by": who, "how": "proposed"}}
            return file(who, {"aims": {holder: {"holder": holder}}}, given=mark)

        merged = overlaid([of("a", "north"), of("b", "south")])
        assert merged["given"] == {"aims": {"by": "a; b", "how": "proposed"}}

    @given(st.lists(ANSWERS, min_size=1, max_size=3), st.data())
    def it_takes_nothing_for_accepted_that_is_only_proposed(self, parts, data):
        """Every field that some files propose and no file answers is proposed afterwards."""
        marked = [
            data.draw(st.sets(st.sampled_from(sorted(part)) if part else st.nothing()))
            for part in parts
        ]
        files = [
            file(f"file-{number}", part, given={name: {"how": "proposed"} for name in names})
            for number, (part, names) in enumerate(zip(parts, marked, strict=True))
        ]
        merged = outcome(files)
        if isinstance(merged, dict):
            answered = [
                {name: one for name, one in part.items() if name not in names}
                for part, names in zip(parts, marked, strict=True)
            ]
            for name, *field, _ in leaves(merged["answers"]) - set().union(*map(leaves, answered)):
                if field or not isinstance(merged["answers"][name], dict):
                    mark = merged["given"].get(".".join((name, *field)), merged["given"][name])
                    assert len(field) == 1 or mark["how"] == "proposed"

    @given(st.lists(ANSWERS, min_size=1, max_size=3))
    def it_does_not_matter_in_which_order_the_files_are_given(self, parts):
        files = [file(f"file-{number}", part) for number, part in enumerate(parts)]
        outcomes = [outcome(some) for some in itertools.permutations(files)]
        assert all(one == outcomes[0] for one in outcomes)

    @given(st.lists(ANSWERS, min_size=1, max_size=3))
    def it_says_nothing_that_no_file_said_and_leaves_nothing_out(self, parts):
        merged = outcome([file(f"file-{number}", part) for number, part in enumerate(parts)])
        if isinstance(merged, dict):
            for part in parts:
                assert within(part, merged["answers"])
            assert leaves(merged["answers"]) <= set().union(*map(leaves, parts))

    @given(ANSWERS)
    def it_is_the_file_itself_of_one_and_of_twice_the_same(self, answers):
        assert overlaid([file("a", answers)])["answers"] == answers
        assert overlaid([file("a", answers), file("b", answers)])["answers"] == answers

    def it_is_refused_where_a_list_and_a_word_meet(self):
        with pytest.raises(Refused):
            overlaid([file("a", {"aims": {"x": {"wants": "1"}}}), file("b", {"aims": "none"})])


def leaves(value, path=()):
    """Each answer at its place."""
    if not isinstance(value, dict) or not value:
        return {(*path, str(value))}
    return set().union(*(leaves(one, (*path, key)) for key, one in value.items()))


def within(part, whole):
    if not isinstance(part, dict):
        return part == whole
    return isinstance(whole, dict) and all(
        key in whole and within(one, whole[key]) for key, one in part.items()
    )
