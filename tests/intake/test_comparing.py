"""Two sets of answers compared, question by question."""

from support.small import PARTIES, small

from drafter.intake.form import form

REST = {"topics/exit/by-notice.md": "Leave by {notice} notice; {residue} has the rest.\n"}
START = {"parties": PARTIES, "notice": "30 days", "lead": "north"}


def of(answers=START, **beside):
    return form(small(**REST), {"precedent": "simple", "answers": answers, **beside})


def told(one, other):
    return {each.path: (str(each.one), str(each.other)) for each in one.differences(other)}


class DescribeTwoSetsOfAnswers:
    def it_is_silent_where_they_are_the_same(self):
        assert told(of(), of()) == {}

    def it_marks_what_was_given_recommended_and_confirmed(self):
        confirmed = of().confirm("ownership", by="GC")
        given = of({**START, "ownership": "maker"})
        assert told(of(), confirmed) == {"ownership": ("All (recommended)", "All (confirmed)")}
        assert told(confirmed, given)["ownership"] == ("All (confirmed)", "The maker (given)")

    def it_says_what_is_unknown_set_aside_or_not_answered(self):
        answers = {"parties": PARTIES, "residue": "lead", "ownership": "maker"}
        other = of({**answers, "ownership": "joint"}, unknown=["notice"])
        assert told(of(answers), other) == {
            "ownership": ("The maker (given)", "All (given)"),
            "residue": ("The lead (given)", "set aside"),
            "notice": ("not answered", "not known yet"),
        }

    def it_reaches_the_fields_of_records_and_takes_a_name_for_no_other_answer(self):
        parties = {"north": {"name": "Norden"}, "south": {"size": "large", "name": "South"},
                   "east": {"name": "East"}}  # fmt: skip
        assert told(of(), of({**START, "parties": parties})) == {
            "parties": ("north, south (given)", "north, south, east (given)"),
            "parties.north.name": ("North (given)", "Norden (given)"),
            "parties.south.size": ("not answered", "Large (given)"),
            "parties.east.name": ("not answered", "East (given)"),
            "ownership": ("All (recommended)", "not answered"),
        }

    def it_reaches_what_stands_beside_the_answers(self):
        kept = [{"what": "R1", "by": "GC", "on": "2027-03-05", "reason": "known"}]
        term = {"cup": {"heading": "Cup", "text": "Return it.", "reason": "lent"}}
        assert told(of(), of(overrides=kept, special_terms=term)) == {
            "overrides.R1": ("not answered", "known (GC, 2027-03-05)"),
            "special_terms.cup": ("not answered", "Cup; Return it.; lent"),
        }
