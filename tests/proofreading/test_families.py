"""Each family of rules: what it marks, and what a careful reader lets stand."""

from __future__ import annotations

import pytest
from support.finished import field, found, marked, p, proofs

USES = [
    p(f"Each party keeps the Secret Recipe in a safe{end}") for end in (".", " place.", " box.")
]
SECRET = p("“Secret Recipe” means what only the cook knows.")
CLAUSES = [p("Work", "Heading"), p("The parties work.", "Clause"), p("They do it well.", "Clause"),
           p("by day; and", "Item"), p("by night.", "Item")]  # fmt: skip


def rules(*paragraphs: str) -> list[str]:
    return [rule for rule, _ in found(*paragraphs)]


class DescribeTerms:
    def it_marks_one_that_nothing_defines(self) -> None:
        assert found(p("It is sent to the Escrow Agent by post.")) == [
            ("term-not-defined", "Escrow Agent")]  # fmt: skip

    @pytest.mark.parametrize("words", [
        "It follows the Companies Act and the rules of the High Court in it.",
        "It follows the Copyright, Designs and Patents Act 1988 in all of it.",
        "It is sent on the first Monday in May by the VAT office.",
        "Each party is to keep the Sealed Box (“Sealed Box”) as it was. The Sealed Box is red.",
        "It is paid into an account (the Escrow Account). The Escrow Account is at a bank.",
        "I know that Closed Book means, for these purposes, a book. The Closed Book is red.",
    ])  # fmt: skip
    def it_lets_names_and_definitions_of_any_form_stand(self, words: str) -> None:
        assert found(p(words)) == []

    def it_marks_one_that_is_defined_twice_and_says_where(self) -> None:
        (one,) = proofs(SECRET, *USES, p("“Secret Recipe” means the blue book.", "Clause")).remarks
        assert (one.rule, one.says) == (
            "term-defined-again", "`Secret Recipe` is defined in paragraph 2 too")  # fmt: skip

    def it_lets_a_definition_stand_that_sends_to_another(self) -> None:
        again = p("“Secret Recipe” has the meaning that the first page gives it.")
        assert found(SECRET, *USES, again) == []

    def it_lets_a_definition_stand_that_adds_to_another(self) -> None:
        more = p("For this purpose “Secret Recipe” shall also mean every copy of it.")
        assert found(SECRET, *USES, more) == []

    def it_marks_one_that_is_never_used(self) -> None:
        assert found(SECRET) == [("term-not-used", "“Secret Recipe”")]

    def it_takes_two_names_of_one_definition_for_one_term(self) -> None:
        both = p("“Secret Recipe” or “SR” means what only the cook knows.")
        assert found(both, p("Each party keeps the SR in a safe.")) == []

    @pytest.mark.parametrize("slip", ["secret Recipe", "Secret recipe", "secret recipe"])
    def it_marks_other_letters(self, slip: str) -> None:
        assert found(SECRET, *USES, p(f"Nobody may tell the {slip} to a guest.")) == [
            ("term-in-other-letters", slip)]  # fmt: skip

    def it_lets_small_letters_stand_where_they_are_usual(self) -> None:
        plain = [
            p(f"Nobody may tell the secret recipe to {who}.") for who in ("one", "two", "a son")
        ]
        assert found(SECRET, *USES, *plain) == []


class DescribeReferences:
    def it_marks_one_without_a_target(self) -> None:
        assert rules(p("See ", inside=field(r"REF _Ref1 \w \h", "4.2"))) == ["reference-to-nothing"]

    def it_marks_a_number_that_the_file_no_longer_has(self) -> None:
        (one,) = proofs(p("Work", "Heading"), marked("_Ref1", "They meet.", "Clause"),
                        p("See ", inside=field(r"REF _Ref1 \w \h", "4.2"))).remarks  # fmt: skip
        assert (one.rule, one.says) == (
            "reference-out-of-date", "it shows `4.2`, and its target is `1.1`")  # fmt: skip

    @pytest.mark.parametrize(("switch", "shown"), [("w", "1.1(a)"), ("n", "(a)"), ("r", "(a)"),
                                                   ("w", "1.1 (a)")])  # fmt: skip
    def it_lets_what_word_would_show_stand(self, switch: str, shown: str) -> None:
        text = [p("Work", "Heading"), p("They meet:", "Clause"), marked("_R", "often.", "Item")]
        assert found(*text, p("See ", inside=field(f"REF _R \\{switch} \\h", shown))) == []

    def it_marks_one_to_words_that_were_changed(self) -> None:
        text = [
            marked("Name", "the blue cart"),
            p("See ", inside=field("REF Name", "the red cart")),
        ]
        assert found(*text) == [("reference-out-of-date", "the red cart")]

    def it_marks_a_typed_one_that_leads_nowhere(self) -> None:
        assert found(*CLAUSES, p("As clauses 1.1, 1.2(b) and 7.3 say.")) == [
            ("typed-in-reference", "1.1"), ("typed-in-reference", "1.2(b)"),
            ("typed-reference-to-nothing", "7.3")]  # fmt: skip

    @pytest.mark.parametrize("words", [
        "As section 42 of the Sale of Goods Act says.", "As GDPR Article 28 says.",
        "As section 9 of title 17 says.", "As Clause 9 of the Framework says.",
    ])  # fmt: skip
    def it_leaves_laws_and_other_documents_alone(self, words: str) -> None:
        assert found(*CLAUSES, p(words)) == []

    def it_marks_a_schedule_that_is_not_there_once(self) -> None:
        text = [p("As Schedule 2 says, and Schedule 1."), p("Schedule 2 is long.", "Clause"),
                p("Schedule 1"), p("Prices, as Schedule 2 has them.")]  # fmt: skip
        assert found(*text) == [("annex-not-there", "Schedule 2")]


class DescribeNumbers:
    def it_marks_one_that_is_typed_where_word_counts(self) -> None:
        assert found(*CLAUSES, p("1.3 They rest.")) == [("typed-in-number", "1.3")]

    def it_marks_a_number_with_nothing_behind_it(self) -> None:
        (one,) = proofs(*CLAUSES, p("", "Clause")).remarks
        assert (one.rule, one.place) == ("empty-numbered-paragraph", "paragraph 7 (1.3)")


class DescribeLeftovers:
    @pytest.mark.parametrize(("words", "rule", "what"), [
        ("It is paid on [●] at noon.", "left-blank", "[●]"),
        ("It is paid to ______ at noon.", "left-blank", "______"),
        ("It is paid to {{ payee }} at noon.", "left-placeholder", "{{ payee }}"),
        ("It is paid to «Payee» at noon.", "left-placeholder", "«Payee»"),
        ("It is paid in TBC at noon.", "left-placeholder", "TBC"),
        ("It is paid [by post/by hand].", "left-bracket", "[by post/by hand]"),
    ])  # fmt: skip
    def it_marks_what_was_to_be_filled_in(self, words: str, rule: str, what: str) -> None:
        assert found(p(words)) == [(rule, what)]

    @pytest.mark.parametrize("words", [
        "By: ______________", "Name: ____________ Title: ___________", "______________",
        "[Signature page follows]", "[x] by post", "[Intentionally left blank]",
    ])  # fmt: skip
    def it_leaves_lines_for_signing_and_standing_words_alone(self, words: str) -> None:
        assert found(p(words)) == []

    def it_marks_highlights_as_one_where_they_touch(self) -> None:
        look = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
        runs = f"<w:r>{look}<w:t>by </w:t></w:r><w:r>{look}<w:t>post</w:t></w:r>"
        assert found(p("It is sent ", inside=runs)) == [("left-highlight", "by post")]

    def it_marks_a_control_that_nobody_filled_in(self) -> None:
        control = ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
                   '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>date</w:t>'
                   "</w:r></w:sdtContent></w:sdt>")  # fmt: skip
        assert found(p("It ends on ", inside=control)) == [("left-placeholder", "date")]


class DescribeFiguresAndDates:
    @pytest.mark.parametrize(("words", "wrong"), [
        ("thirty (30) days", False), ("thirty (20) days", True), ("forty-five (45) days", False),
        ("one hundred and twenty (120) days", False), ("ten percent (10%)", False),
        ("two thousand five hundred euros (2,500)", False), ("five thousand (EUR 6,000)", True),
        ("thirtieth (30th) day", False), ("clause five (a)", False),
    ])  # fmt: skip
    def it_compares_words_with_figures(self, words: str, wrong: bool) -> None:
        assert rules(p(f"It takes {words} to do so.")) == ["figures-and-words"] * wrong

    @pytest.mark.parametrize(("words", "wrong"), [
        ("31 June 2027", ["no-such-date"]), ("30 June 2027", []), ("29 February 2027",
        ["no-such-date"]), ("29 February 2028", []), ("29 February", []), ("31/02/2027",
        ["no-such-date"]), ("02/31/2027", ["no-such-date"]), ("12/31/2027", []), ("2027-02-30",
        ["no-such-date"]), ("the 31st day of April, 2027", ["no-such-date"]),
        ("Friday, 5 March 2027", []), ("Monday, 5 March 2027", ["other-weekday"]),
        ("Monday, March 5, 2027", ["other-weekday"]), ("Friday, March 5, 2027", []),
    ])  # fmt: skip
    def it_looks_dates_up_in_the_calendar(self, words: str, wrong: list[str]) -> None:
        assert rules(p(f"It ends on {words} at noon.")) == wrong


class DescribeSigns:
    @pytest.mark.parametrize(("words", "rule"), [
        ("It is kept (dry and cool.", "unmatched-bracket"),
        ("It is kept dry] and cool.", "unmatched-bracket"),
        ("They call it “winter.", "unmatched-quote"),
        ("It is sent to the the house.", "doubled-word"),
    ])  # fmt: skip
    def it_marks_halves_and_doubles(self, words: str, rule: str) -> None:
        assert rules(p(words)) == [rule]

    @pytest.mark.parametrize("words", [
        "It is kept a) dry and b) cool.", "It is said that that is so.", "It is 6\" long (or so).",
        "It is made by “בית בע\"מ” and sold.",
    ])  # fmt: skip
    def it_lets_labels_and_good_english_stand(self, words: str) -> None:
        assert found(p(words)) == []

    @pytest.mark.parametrize(("words", "at"), [
        ("It is kept  dry and cool.", "  "),
        ("It is kept.  It is cool.", "  "),
        ("It is kept , and it is cool.", " ,"),
        ("It is kept (dry and cool ).", " )"),
        ("It is kept,and it is cool.", ","),
        ("It is kept dry.The rest is not.", "."),
    ])  # fmt: skip
    def it_marks_blanks_too_many_and_too_few(self, words: str, at: str) -> None:
        assert found(p(words)) == [("uneven-spacing", at)]

    @pytest.mark.parametrize("words", [
        "It is due on 1 ,5 or so.", "See https://a.example/b.Bcd,efg for it.", "It is ( x ) so.",
        "It is kept at 5.5 degrees, e.g.in a shed.", "Title: Director  Date: 5 May",
        "The sum of 1,000 is due at 9:30 to A.B.Co.",
    ])  # fmt: skip
    def it_lets_figures_addresses_and_boxes_stand(self, words: str) -> None:
        assert "uneven-spacing" not in rules(p(words))

    def it_takes_two_blanks_after_every_stop_for_the_way_of_its_author(self) -> None:
        assert found(*[p("It is kept dry.  It is cool.")] * 6) == []

    def it_lets_a_pair_run_over_a_few_paragraphs(self) -> None:
        assert found(p("It is kept (dry;"), p("cool; and"), p("dark).")) == []


class DescribeLooks:
    def it_marks_a_few_words_in_another_font(self) -> None:
        odd = '<w:r><w:rPr><w:rFonts w:ascii="Papyrus"/></w:rPr><w:t>and dry.</w:t></w:r>'
        words = "It is to be kept as it came from the house of the other party, "
        (one,) = proofs(p(words, inside=odd)).remarks
        assert (one.rule, one.words) == ("uneven-look", "and dry.")
        assert one.says == "the words look otherwise: font Papyrus where the text has of its own"
