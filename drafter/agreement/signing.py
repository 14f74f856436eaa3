"""Fields of an e-signature service on the lines that are filled in by hand, a signer each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.agreement.model import Element, Paragraph, Run, SignatureBlock, Signer, Table
from drafter.diagnostics import Diagnostic, quoted
from drafter.kinds.signing_fields import signing_field_in

DOCUSIGN, ACROBAT, DROPBOX = PROVIDERS = ("docusign", "acrobat-sign", "dropbox-sign")
SIGNATURE, NAME, TITLE, DATE = "signature", "name", "title", "date"
_SECOND, _WITNESS = "second", "witness"
_ACROBAT = {SIGNATURE: ("Sig", ":signature"), NAME: ("Nme", ":fullname"), TITLE: ("Ttl", ":title"),
            DATE: ("Dte", ":date")}  # fmt: skip
_DROPBOX = {SIGNATURE: "sig", DATE: "date"}


def with_fields(
    elements: Iterable[Element], provider: str
) -> tuple[tuple[Element, ...], tuple[Signer, ...]]:
    """The elements with a field on each line that a signer fills in, and the signers in order."""
    signers: list[Signer] = []
    fielded = [_fielded(one, provider, signers) for one in elements]
    return tuple(fielded), tuple(signers)


def forged_fields(elements: Iterable[Element]) -> Iterator[Diagnostic]:
    """Words of the agreement that a service would take for a field."""
    for element in elements:
        for block, words in _words(element):
            if field := signing_field_in(words):
                says = f"`{block}` holds {quoted(field)}, which becomes a field when it is signed"
                yield Diagnostic("forged-field", says, None, "write it otherwise")


def _words(element: Element) -> Iterator[tuple[str, str]]:
    if isinstance(element, Paragraph):
        yield element.block, _text(element.runs)
    elif isinstance(element, Table):
        yield from ((block, _text(cell)) for block, cells in element.rows for cell in cells)
    else:
        yield element.block, _text(element.lead)
        yield from ((element.block, _text(line.printed)) for line in element.lines)


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _fielded(element: Element, provider: str, signers: list[Signer]) -> Element:
    if not isinstance(element, SignatureBlock):
        return element
    numbers: dict[str, int] = {}
    lines = []
    for line in element.lines:
        who, what = _who_and_what(line.asks)
        if line.printed or not what:
            lines.append(line)
            continue
        if who not in numbers:
            numbers[who] = len(signers) + 1
            signers.append(Signer(numbers[who], _text(element.lead), line.label))
        lines.append(line._replace(field=_field(provider, what, numbers[who])))
    return element._replace(lines=tuple(lines))


def _who_and_what(asks: str) -> tuple[str, str]:
    """Of a line: the first signatory, the second or the witness, and what is filled in."""
    first, _, rest = asks.partition(" ")
    if first in (_SECOND, _WITNESS):
        return first, rest or SIGNATURE
    return "", asks


def _field(provider: str, what: str, signer: int) -> str:
    if provider == DOCUSIGN:
        return f"~~{what}{signer}~~"
    if provider == ACROBAT:
        short, kind = _ACROBAT.get(what, (what.capitalize(), ""))
        return f"{{{{{short}{signer}_es_:signer{signer}{kind}}}}}"
    kind = _DROPBOX.get(what, "text")
    label = "" if what in _DROPBOX else f"|{what.capitalize()}"
    return f"[{kind}|req|signer{signer}{label}]"
