"""Fields of e-signature services: one for each line that a signer fills in, and none that an
answer could make."""

from __future__ import annotations

import pytest
from support.command import example
from support.examples import starter
from support.files import house, text

from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement, Paragraph, Role, Run, SignatureBlock
from drafter.agreement.signing import forged_fields
from drafter.kinds import TEXT, Kind, NotAValue, read_value
from drafter.word.write import to_docx


def to_sign(service: str) -> Agreement:
    selection = starter().select(starter().read_file(example("smart-handbag"))).selection
    return assemble(selection, Instructions("signature", signing=service)).agreement


def fields(agreement: Agreement) -> list[list[str]]:
    """The fields of each block."""
    blocks = [one for one in agreement.elements if isinstance(one, SignatureBlock)]
    return [[line.field for line in one.lines if line.field] for one in blocks]


class DescribeTheFields:
    @pytest.mark.parametrize(
        ("service", "first"),
        [
            ("docusign", ["~~signature1~~", "~~name1~~", "~~date1~~", "~~signature2~~"]),
            ("acrobat-sign", [
                "{{Sig1_es_:signer1:signature}}", "{{Nme1_es_:signer1:fullname}}",
                "{{Dte1_es_:signer1:date}}", "{{Sig2_es_:signer2:signature}}",
            ]),
            ("dropbox-sign", [
                "[sig|req|signer1]", "[text|req|signer1|Name]", "[date|req|signer1]",
                "[sig|req|signer2]",
            ]),
        ],
    )  # fmt: skip
    def it_has_one_for_each_line_of_a_signer(self, service: str, first: list[str]) -> None:
        """The director signs in the presence of a witness, who is a signer too."""
        assert fields(to_sign(service))[0][:4] == first

    def it_tells_the_signers_in_order(self) -> None:
        signers = to_sign("docusign").signers
        assert [one.number for one in signers] == [1, 2, 3]
        assert [one.line for one in signers][:2] == [
            "Signature of director",
            "Signature of witness",
        ]

    def it_writes_them_in_a_style_that_only_a_service_reads(self) -> None:
        data = to_docx(to_sign("docusign"), house())
        style = '<w:rStyle w:val="SigningField"/></w:rPr><w:t>~~signature1~~</w:t>'
        assert style in text(data)
        assert '<w:color w:val="FFFFFF"/>' in text(data, "word/styles.xml").split("SigningField")[1]

    def it_has_none_unless_a_service_is_named(self) -> None:
        data = to_docx(to_sign(""), house())
        assert "SigningField" not in text(data) + text(data, "word/styles.xml")


class DescribeForgedFields:
    @pytest.mark.parametrize(
        "words",
        [
            "{{Sig_es_:signer1:signature}}", "pay {{!price}} now", "{{ *city_es_:signer1 }}",
            "[sig|req|signer1]", "[ TEXT | req | signer2 ]", "~~signature1~~",
        ],
    )  # fmt: skip
    def it_refuses_one_at_the_door_of_the_answers(self, words: str) -> None:
        with pytest.raises(NotAValue, match="would become a field of an e-signature service"):
            read_value(words, Kind(TEXT))

    @pytest.mark.parametrize("words", ["[Name]", "{{ title }}", "{% if x %}", "a ~~ b", "[sig]"])
    def it_takes_words_that_are_none(self, words: str) -> None:
        assert read_value(words, Kind(TEXT)) == words

    def it_finds_one_that_two_answers_make_together(self) -> None:
        runs = (Run("{{Sig_es_"), Run(":signer1:signature}}"))
        (fault,) = forged_fields([Paragraph("exit.1", Role.CLAUSE, "1.1", runs)])
        assert fault.rule == "forged-field"
