"""An agreement, or a sheet about one, as a page of HTML."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.model import Agreement, Element, Paragraph, Role, Run, Said, Table
from drafter.library.markup import Html, document, element, joined

_HEADINGS = {
    Role.TITLE: "h1",
    Role.PART_HEADING: "h2",
    Role.FRONT_HEADING: "h2",
    Role.SCHEDULE_HEADING: "h2",
    Role.CLAUSE_HEADING: "h3",
}
_DEEPER = {
    Role.SUBCLAUSE: "deep",
    Role.SUBSUBCLAUSE: "deeper",
    Role.SCHEDULE_ITEM: "deep",
    Role.SCHEDULE_SUBITEM: "deeper",
    Role.DEFINITION_ITEM: "deep",
    Role.DEFINITION_SUBITEM: "deeper",
}
_STYLE = (
    "body{font:16px/1.45 Georgia,serif;margin:2rem auto;max-width:46rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border:1px solid #999;padding:.35rem .5rem;text-align:left;vertical-align:top}"
    "p{margin:.5rem 0 .5rem 3.5rem;text-indent:-3.5rem}p.plain{margin-left:0;text-indent:0}"
    "p.deep{margin-left:6rem}p.deeper{margin-left:8rem}"
    ".number{display:inline-block;min-width:3.5rem;text-indent:0}mark{background:#e9ecf2}"
    "u{text-decoration:underline dotted #b45309}.status{letter-spacing:.1em}"
)


def print_html(agreement: Agreement) -> str:
    """One page that fetches nothing; blanks are marked, and so is what nobody has confirmed."""
    status = agreement.cover.get("status", "")
    top = element("p", status, class_="plain status") if status else Html()
    body = (block for one in agreement.printed for block in _blocks(one))
    return document(agreement.title, agreement.language, _STYLE, top, *body)


def _blocks(one: Element) -> Iterator[Html]:
    if isinstance(one, Paragraph):
        yield _paragraph(one)
    elif isinstance(one, Table):
        yield _table(one)
    else:
        yield element("p", _words(one.lead), class_="plain")
        for line in one.lines:
            yield element("p", f"{line.label}: ", _words(line.printed), class_="plain")


def _paragraph(one: Paragraph) -> Html:
    words, heading = _words(one.runs), _HEADINGS.get(one.role)
    if heading:
        number = f"{one.number} " if one.number else ""
        return element(heading, number, words, id=one.block)
    number = element("span", one.number, class_="number") if one.number else Html()
    kind = _DEEPER.get(one.role, "" if one.number else "plain")
    return element("p", number, words, id=one.block, **({"class_": kind} if kind else {}))


def _table(one: Table) -> Html:
    heads = element("tr", *(element("th", _words(cell), scope="col") for cell in one.headings))
    rows = [
        element("tr", *(element("td", _words(cell)) for cell in cells), id=block)
        for block, cells in one.rows
    ]
    return element("table", element("thead", heads), element("tbody", *rows), id=one.block)


def _words(runs: tuple[Run, ...]) -> Html:
    return joined(_run(one) for one in runs)


def _run(one: Run) -> Html:
    words = Html(joined([one.text]).replace("\n", "<br>"))
    if one.said is Said.BLANK or one.doubt:
        return element("mark", words)
    if one.assumed:
        return element("u", words)
    return element("b", words) if one.said is Said.TERM else words
