"""Riders, computed lists, definitions in use, the survival list, special terms, execution."""

from typing import ClassVar

import pytest
from support.libraries import draft, lines

from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.diagnostics import Refused

TRIAL = "choose:\n  short: pilot\n  left-out: not pilot\n"


class DescribeRiders:
    """A rider's paragraphs take the next numbers of its host."""

    TOPICS: ClassVar = {
        "work": "First.\n\n{place law}\n\nLast, see [@law.rule]. {#last}",
        "topics/law/topic.yaml": "within: work\n",
        "topics/law/text.md": "Law. {#rule}\n\n{place local}\n\nSee [@.rule] and [@work.last].",
        "topics/local/topic.yaml": "within: law\n" + TRIAL,
        "topics/local/short.md": "Local.",
    }

    def it_stands_where_it_is_placed(self):
        assert lines(self.TOPICS, pilot="yes") == [
            "1. Work", "1.1 First.", "1.2 Law.", "1.3 Local.",
            "1.4 See clause 1.2 and clause 1.5.", "1.5 Last, see clause 1.2.",
        ]  # fmt: skip

    def it_leaves_nothing_when_it_is_left_out(self):
        assert lines(self.TOPICS, pilot="no")[3:] == [
            "1.3 See clause 1.2 and clause 1.4.", "1.4 Last, see clause 1.2."]  # fmt: skip


class DescribeComputedLists:
    """Parties, schedules and the order of precedence are never typed."""

    TOPICS: ClassVar = {"work": "Schedules:\n\n{place schedules}\n\nOrder:\n\n{place precedence}",
              "schedule-plan": "Plan.",
              "topics/schedule-trial/topic.yaml": "heading: Trial\n" + TRIAL,
              "topics/schedule-trial/short.md": "Trial."}  # fmt: skip

    def it_lists_the_schedules_that_stand(self):
        assert lines(self.TOPICS, pilot="yes")[1:8] == [
            "1.1 Schedules:", "   (a) Schedule 1 (Plan); and", "   (b) Schedule 2 (Trial).",
            "1.2 Order:", "   (a) the clauses of this Agreement; and",
            "   (b) the schedules of this Agreement, in the order of their numbers.",
            "Schedule 1 Plan",
        ]  # fmt: skip

    def it_names_the_only_schedule_in_the_order_of_precedence(self):
        assert lines(self.TOPICS, pilot="no")[1:6] == [
            "1.1 Schedules:", "   (a) Schedule 1 (Plan).", "1.2 Order:",
            "   (a) the clauses of this Agreement; and", "   (b) Schedule 1."]  # fmt: skip

    @pytest.mark.parametrize(
        ("parties", "last"), [(1, "(1) Alder"), (2, "(2) Birch"), (3, "(3) Cedar")]
    )
    def it_lists_the_parties(self, parties, last):
        printed = lines({"parties": "{place parties}", "work": "Yes."}, parties=parties)
        assert printed[parties].startswith(last)
        assert printed[parties].endswith("”).")
        assert [line[-5:] for line in printed[1:parties]] == ["; and"] * (parties > 1) if (
            parties < 3) else [line[-1] for line in printed[1:parties]] == [";", "d"]  # fmt: skip


class DescribeDefinitions:
    """Every term in use is defined, with the terms that its definition uses, and no other."""

    TOPICS: ClassVar = {
        "definitions": "{place definitions}\n\nThat is all.",
        "work": "The Result and the apple. **Widget** means a thing.",
        "definitions/result.md": "---\nterm: Result\nforms: [Result, Results]\n---\n"
        "means an Asset: {and}\n  - first made\n  - in the Zone\n",
        "definitions/asset.md": "---\nterm: Asset\nforms: [Asset]\n---\nmeans a thing.\n",
        "definitions/zone.md": "---\nterm: eZone\nforms: [Zone]\n---\nmeans all.\n",
        "definitions/unused.md": "---\nterm: Unused\nforms: [Unused]\n---\nmeans nothing.\n",
    }

    def it_defines_what_is_used_sorted_whatever_the_case(self):
        assert lines(self.TOPICS)[1:7] == [
            "Asset means a thing.",
            "eZone means all.",
            "Result means an Asset:",
            "   (a) first made; and",
            "   (b) in the Zone.",
            "1.1 That is all.",
        ]
        assert draft(self.TOPICS).report()["definitions"] == ["asset", "zone", "result"]

    def it_takes_the_text_that_its_table_picks(self):
        folder = {
            "definitions/asset.md": "",
            "definitions/asset/definition.yaml": "term: Asset\nforms: [Asset]\n"
            "choose:\n  big: pilot\n  small: not pilot\n",
            "definitions/asset/big.md": "means much.",
            "definitions/asset/small.md": "means little.",
        }
        topics = {path: text for path, text in (self.TOPICS | folder).items() if text}
        assert lines(topics, pilot="yes")[1] == "Asset means much."
        assert lines(topics, pilot="no")[1] == "Asset means little."
        bracket = "[Not decided yet: Is there a pilot? Wordings still possible: big, small.]"
        assert lines(topics)[1] == f"Asset {bracket}"


class DescribeSurvival:
    """The variants say what survives; the list of it is computed."""

    TOPICS: ClassVar = {
        "work": "Work.\n\nPay. {#pay}",
        "topics/secrecy/topic.yaml": "heading: Secrecy\n",
        "topics/secrecy/text.md": "---\nsurvives: yes\n---\nKeep it.",
        "survival": "{place surviving-clauses} survive.\nThe rest ends.",
        "topics/schedule-plan/topic.yaml": "heading: Plan\n",
        "topics/schedule-plan/text.md": "---\nsurvives: [keep]\n---\nPlan.\n\nKeep. {#keep}",
    }

    def it_lists_clauses_labels_and_paragraphs_of_schedules(self):
        assert lines(self.TOPICS)[6] == (
            "3.1 clause 2 and paragraph 2 of Schedule 1 survive. The rest ends.")  # fmt: skip

    def it_leaves_the_sentence_out_when_nothing_survives(self):
        topics = {"work": self.TOPICS["work"], "survival": self.TOPICS["survival"]}
        assert lines(topics)[-1] == "2.1 The rest ends."

    def it_goes_and_comes_with_the_numbers_of_a_house_style(self):
        """Where nothing that survives has a number, there is nothing to list."""
        numbered = draft(self.TOPICS)
        bare = numbered.numbered(Scheme({}, {}))
        assert "survive" not in bare.text()
        assert bare.numbered(SHIPPED).text() == numbered.text()

    def it_leaves_no_empty_paragraph_behind(self):
        topics = {"survival": "{place surviving-clauses} survive.\n\nSee [@.rest]. {#rest}"}
        assert lines(topics) == ["1. Survival", "1.1 See clause 1.1."]


class DescribeSpecialTerms:
    """A clause of this deal alone, after a topic or in its place."""

    TOPICS: ClassVar = {
        "work": "Work, see [@fees.fee].",
        "fees": "Fees. {#fee}",
        "schedule-plan": "Plan.",
    }

    def term(self, **place):
        return {"gift": {"heading": "Gift {x}", "text": "One gift\na year.\n\n[@none] & more.",
                         "reason": "asked for", **place}}  # fmt: skip

    def it_stands_after_a_topic(self):
        assert lines(self.TOPICS, special=self.term(after="work")) == [
            "1. Work", "1.1 Work, see clause 3.1.", "2. Gift {x}", "2.1 One gift a year.",
            "2.2 [@none] & more.", "3. Fees", "3.1 Fees.", "Schedule 1 Plan", "1. Plan.",
        ]  # fmt: skip

    def it_takes_the_place_of_a_topic_and_answers_for_its_labels(self):
        assert lines(self.TOPICS, special=self.term(replaces="fees"))[:3] == [
            "1. Work", "1.1 Work, see clause 2.", "2. Gift {x}"]  # fmt: skip

    def it_stands_among_the_schedules(self):
        assert lines(self.TOPICS, special=self.term(after="schedule-plan"))[-3:] == [
            "Schedule 2 Gift {x}", "1. One gift a year.", "2. [@none] & more."]  # fmt: skip

    def it_stands_in_the_report(self):
        report = draft(self.TOPICS, special=self.term(after="work")).report()
        assert report["special_terms"] == [{"id": "gift", **self.term(after="work")["gift"]}]

    @pytest.mark.parametrize(
        ("place", "words"),
        [
            ({}, "special term `gift` has no place"),
            ({"after": "fees", "replaces": "work"}, "special term `gift` has no place"),
            ({"after": "fee"}, "names `fee`, which is no topic of the precedent"),
            ({"after": "work", "text": " \n "}, "the answer is empty"),
            ({"after": "work", "heading": "a\x07"}, "cannot stand in a document"),
        ],
    )
    def it_is_refused_where_it_cannot_stand(self, place, words):
        with pytest.raises(Refused) as refused:
            draft(self.TOPICS, special=self.term(**place))
        assert [words in one.says for one in refused.value.diagnostics] == [True]

    def it_stands_behind_another_one_after_the_same_topic(self):
        more = {"heading": "More", "text": "One more.", "reason": "asked for", "after": "work"}
        said = lines(self.TOPICS, special=self.term(after="work") | {"more": more})
        assert said[2:7] == ["2. Gift {x}", "2.1 One gift a year.", "2.2 [@none] & more.",
                             "3. More", "3.1 One more."]  # fmt: skip

    def it_is_refused_where_another_one_stands_already(self):
        terms = self.term(replaces="fees") | {"more": self.term(replaces="fees")["gift"]}
        with pytest.raises(Refused, match="both replace `fees`"):
            draft(self.TOPICS, special=terms)


class DescribeExecution:
    """Each party signs in a block of its own, organisations by an office."""

    BLOCKS: ClassVar = {
        "plain": ["Signed for and on behalf of Alder Limited", "Signature:", "Name:",
                  "Title: Director", "Date:", "Signed by Cedar", "Signature:", "Name:", "Date:"],
        "by": ["Alder Limited", "By:", "Name:", "Title: Director", "Date:",
               "Cedar", "By:", "Name:", "Date:"],
        "deed": ["Executed as a deed by Alder Limited, acting by its authorised signatory",
                 "Signature:", "Name:", "Title: Director", "Date:", "Signature of witness:",
                 "Name of witness:", "Address of witness:", "Occupation of witness:",
                 "Signed as a deed by Cedar in the presence of a witness",
                 "Signature:", "Name:", "Date:", "Signature of witness:", "Name of witness:",
                 "Address of witness:", "Occupation of witness:"],
    }  # fmt: skip

    @pytest.mark.parametrize("form", BLOCKS)
    def it_signs_for_organisations_and_individuals(self, form):
        topics = {"work": "Yes.", "execution": f"{{place signatures as {form}}}"}
        printed = lines(topics, parties=3)
        alder, birch, cedar = (
            next(index for index, line in enumerate(printed) if name in line)
            for name in ("Alder", "Birch", "Cedar")
        )
        assert printed[alder:birch] + printed[cedar:] == self.BLOCKS[form]

    def it_signs_plainly_unless_told_otherwise(self):
        topics = {"work": "Yes.", "execution": "{place signatures}"}
        assert lines(topics)[3] == "Signed for and on behalf of Alder Limited"
