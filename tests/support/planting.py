"""Faults planted in a Word file, two of each kind, each with the words by which it is known.

Nothing of the file is understood but its paragraphs: a fault is a run or a paragraph put in by
hand, as an editor would, so that drafts of ours and anybody's forms take the same faults.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from drafter.ooxml.namespaces import DECLARATION, OFFICE, PACKAGE, WORD, W
from drafter.word.labels import read_numbering, value
from support.files import parts, zipped

DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
_XML = "{http://www.w3.org/XML/1998/namespace}space"
_LONG = 80  # characters of a paragraph that takes a fault
ElementTree.register_namespace("w", WORD)
ElementTree.register_namespace("r", OFFICE)


class Planted(NamedTuple):
    """A planted fault: the rule that should speak, and words that its remark must have."""

    rule: str
    sign: str


@dataclass
class Ground:
    """A file in which faults are planted: its parts, its main text, where faults may go."""

    parts: dict[str, bytes]
    root: Element
    hosts: list[Element]
    noun: str
    numbered: Element | None
    planted: list[Planted] = field(default_factory=list)
    used: int = 0

    def host(self) -> Element:
        """The next paragraph that takes a fault, spread over the whole text."""
        self.used += 1
        return self.hosts[self.used * 7 % len(self.hosts)]

    def add(self, rule: str, words: str, sign: str = "", looks: str = "") -> Element:
        """Words put at the end of a paragraph, known by `sign` or by themselves."""
        run = made_run(f" {words}", looks)
        self.host().append(run)
        self.planted.append(Planted(rule, sign or words))
        return run

    def paragraph(self, words: str, settings: Element | None = None) -> Element:
        """A paragraph of its own, behind another one."""
        node = Element(f"{W}p")
        if settings is not None:
            node.append(settings)
        if words:
            node.append(made_run(words))
        host = self.host()
        above = next(one for one in self.root.iter() if host in list(one))
        above.insert(list(above).index(host) + 1, node)
        return node


def made_run(words: str, looks: str = "") -> Element:
    """A run; `looks` is what its settings hold, as XML."""
    run = Element(f"{W}r")
    if looks:
        run.append(ElementTree.fromstring(f'<w:rPr xmlns:w="{WORD}">{looks}</w:rPr>'))
    text = SubElement(run, f"{W}t")
    text.text = words
    text.set(_XML, "preserve")
    return run


def planted(data: bytes) -> tuple[bytes, list[Planted]]:
    """The file with two faults of each kind, and what they are."""
    ground = _ground(data)
    for kind in KINDS:
        kind(ground)
    ground.parts[DOCUMENT] = ElementTree.tostring(ground.root, "UTF-8", xml_declaration=True)
    return zipped(ground.parts), ground.planted


def _ground(data: bytes) -> Ground:
    contents = parts(data)
    root = ElementTree.fromstring(contents[DOCUMENT])
    body = root.find(f"{W}body")
    assert body is not None
    hosts = [one for one in body.findall(f"{W}p") if len(_words(one)) >= _LONG
             and one.find(f".//{W}fldChar") is None and one.find(f".//{W}hyperlink") is None
             and re.search(r"[.;]$", _words(one).strip())]  # fmt: skip
    words = " ".join(map(_words, body.iter(f"{W}p")))
    nouns = [
        len(re.findall(rf"\b{noun} \d", words, re.IGNORECASE)) for noun in ("clause", "section")
    ]
    noun = "clause" if nouns[0] > nouns[1] else "Section"
    return Ground(contents, root, hosts, noun, _numbered(contents, body))


def _words(node: Element) -> str:
    return "".join(each.text or "" for each in node.iter(f"{W}t"))


def _numbered(contents: dict[str, bytes], body: Element) -> Element | None:
    """A paragraph that Word numbers, if there is one."""
    if "word/numbering.xml" not in contents or "word/styles.xml" not in contents:
        return None
    lists = read_numbering(ElementTree.fromstring(contents["word/styles.xml"]),
                           ElementTree.fromstring(contents["word/numbering.xml"]))  # fmt: skip
    for one in body.findall(f"{W}p"):
        settings = one.find(f"{W}pPr")
        direct = None if settings is None else settings.find(f"{W}numPr")
        number = lists.number(value(settings, "pStyle"), direct)
        if number.label.strip() and re.search(r"\d", number.label) and _words(one):
            return one
    return None


def _undefined(ground: Ground) -> None:
    ground.add("term-not-defined", "The Escrow Agent must agree to this.", "Escrow Agent")
    ground.add("term-not-defined", "Nobody may give a Standstill Notice.", "Standstill Notice")


def _unused(ground: Ground) -> None:
    for term in ("Lunar Calendar", "Harbour Fee"):
        ground.paragraph(f"“{term}” means what the parties have agreed to call so.")
        ground.planted.append(Planted("term-not-used", term))


def _again(ground: Ground) -> None:
    for term in ("Quiet Season", "Sample Sheet"):
        ground.paragraph(f"“{term}” means what the first of these says.")
        ground.paragraph(f"“{term}” means what the second of these says.")
        ground.host().append(made_run(f" Each party keeps the {term} in mind."))
        ground.planted.append(Planted("term-defined-again", term))


def _other_letters(ground: Ground) -> None:
    for term, slip in (("Sample Garment", "sample Garment"), ("Fitting Day", "Fitting day")):
        ground.paragraph(f"“{term}” means what the parties have made together for a test.")
        for _ in range(3):
            ground.host().append(made_run(f" Each party looks at the {term} with care."))
        ground.add("term-in-other-letters", f"Nobody may spoil the {slip} before that.", slip)


def _to_nothing(ground: Ground) -> None:
    host = ground.host()
    host.append(made_run(" This follows from "))
    _field(host, "REF _Ref990001 \\w \\h", "8.17")
    ground.planted.append(Planted("reference-to-nothing", "_Ref990001"))
    ground.add("reference-to-nothing", "See Error! Reference source not found.",
               "Error! Reference source not found.")  # fmt: skip


def _out_of_date(ground: Ground) -> None:
    if ground.numbered is not None:
        _mark(ground.numbered, "_Ref990002")
    for name, shown in (("_Ref990002", "93.4"), ("_Ref990003", "the wheel of the cart")):
        if name == "_Ref990002" and ground.numbered is None:
            continue
        if name == "_Ref990003":
            _mark(ground.host(), name)
        host = ground.host()
        host.append(made_run(" That is said in "))
        _field(host, f"REF {name}{' ' + chr(92) + 'w' if name.endswith('2') else ''} \\h", shown)
        ground.planted.append(Planted("reference-out-of-date", shown))


def _mark(node: Element, name: str) -> None:
    start, end = Element(f"{W}bookmarkStart"), Element(f"{W}bookmarkEnd")
    for one in (start, end):
        one.set(f"{W}id", name[-6:])
    start.set(f"{W}name", name)
    at = 1 if node.find(f"{W}pPr") is not None else 0
    node.insert(at, start)
    node.append(end)


def _field(host: Element, code: str, shown: str) -> None:
    for kind in ("begin", "", "separate", "shown", "end"):
        run = SubElement(host, f"{W}r")
        if kind == "":
            SubElement(run, f"{W}instrText").text = f" {code} "
        elif kind == "shown":
            SubElement(run, f"{W}t").text = shown
        else:
            SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)


def _typed(ground: Ground) -> None:
    if ground.numbered is not None:
        for number in ("97.3", "88.1(c)"):
            ground.add("typed-reference-to-nothing", f"This follows {ground.noun} {number} alone.",
                       number)  # fmt: skip


def _annex(ground: Ground) -> None:
    ground.add("annex-not-there", "It is listed in Schedule 97 as agreed.", "Schedule 97")
    ground.add("annex-not-there", "It is drawn in Exhibit Q as agreed.", "Exhibit Q")


def _typed_numbers(ground: Ground) -> None:
    if ground.numbered is not None:
        for number in ("41.7", "(zz)"):
            ground.paragraph(f"{number}\tThe parties meet when one of them asks for it.")
            ground.planted.append(Planted("typed-in-number", number))


def _empty(ground: Ground) -> None:
    settings = ground.numbered.find(f"{W}pPr") if ground.numbered is not None else None
    for _ in range(2 if settings is not None else 0):
        assert settings is not None
        ground.paragraph("", copy.deepcopy(settings))
        ground.planted.append(Planted("empty-numbered-paragraph", ""))


def _left(ground: Ground) -> None:
    ground.add("left-blank", "It is paid on the [●] of each month.", "[●]")
    ground.add("left-blank", "The rate of interest is ______ each year.", "______")
    ground.add("left-bracket", "Notice is given [seven days/nine days] before.", "[seven days/nine")
    ground.add(
        "left-bracket", "The tests are made in [name of the town] first.", "[name of the town]"
    )
    for words in ("which is still to be agreed with the bank", "as the tax adviser has to say"):
        ground.add("left-highlight", words, words, '<w:highlight w:val="yellow"/>')
    ground.add("left-placeholder", "It is made by {{ maker_name }} alone.", "{{ maker_name }}")
    ground.add("left-placeholder", "The bank account is TBC by then.", "TBC")


def _figures(ground: Ground) -> None:
    ground.add("figures-and-words", "It is paid within thirty (20) days.", "thirty (20)")
    ground.add("figures-and-words", "At most forty-five (54) pieces are made.", "forty-five (54)")


def _dates(ground: Ground) -> None:
    ground.add("no-such-date", "It begins on 31 June 2027 at noon.", "31 June 2027")
    ground.add("no-such-date", "It ends on February 30, 2028 at noon.", "February 30, 2028")
    ground.add(
        "other-weekday", "They meet on Monday, 3 March 2027 at noon.", "Monday, 3 March 2027"
    )
    ground.add("other-weekday", "They part on Friday, May 5, 2027 at noon.", "Friday, May 5, 2027")


def _signs(ground: Ground) -> None:
    ground.add("unmatched-bracket", "It is kept (whole and dry as it came.", "(whole and dry")
    ground.add("unmatched-bracket", "It is kept cool and dark] as it came.", "dark]")
    ground.add("unmatched-quote", "They call it “the long winter of work.", "“the long winter")
    ground.add("unmatched-quote", "They call it the short summer” of work.", "short summer”")
    ground.add("doubled-word", "It is sent to the the warehouse.", "the the")
    ground.add("doubled-word", "It is sent and and kept there.", "and and")


def _spacing(ground: Ground) -> None:
    ground.add("uneven-spacing", "It is weighed  twice in the morning.", "weighed twice in")
    ground.add("uneven-spacing", "It is washed , then it is pressed.", "washed , then")
    ground.add("uneven-spacing", "It is folded,then it is boxed.", "folded,then")


def _looks(ground: Ground) -> None:
    for words, look in (
        (
            "which the machine shows on its screen",
            '<w:rFonts w:ascii="Papyrus" w:hAnsi="Papyrus"/>',
        ),
        ("and which the label says in large print", '<w:sz w:val="47"/>'),
    ):
        ground.add("uneven-look", words, words, look)


def _changes(ground: Ground) -> None:
    for kind, tag in (("ins", "t"), ("del", "delText")):
        change = SubElement(ground.host(), f"{W}{kind}")
        change.set(f"{W}id", f"9900{len(kind)}{kind == 'ins':d}")
        change.set(f"{W}author", "An editor")
        run = made_run(f" words that were {kind}")
        run[0].tag = f"{W}{tag}"
        change.append(run)
        ground.planted.append(Planted("tracked-change", f"words that were {kind}"))


def _hidden(ground: Ground) -> None:
    for words in ("the real price is lower", "do not show this to them"):
        ground.add("hidden-words", words, words, "<w:vanish/>")


def _comments(ground: Ground) -> None:
    told = ("is this still right", "ask the other side")
    each = ""
    for id, words in enumerate(told, 99001):
        reference = SubElement(SubElement(ground.host(), f"{W}r"), f"{W}commentReference")
        reference.set(f"{W}id", str(id))
        each += (f'<w:comment w:id="{id}" w:author="An editor"><w:p><w:r><w:t>{words}</w:t></w:r>'
                 "</w:p></w:comment>")  # fmt: skip
        ground.planted.append(Planted("left-comment", words))
    empty = f'{DECLARATION}<w:comments xmlns:w="{WORD}"></w:comments>'.encode()
    whole = ground.parts.get(COMMENTS, empty).decode()
    each = each.replace("<w:comment ", f'<w:comment xmlns:w="{WORD}" ')
    ground.parts[COMMENTS] = whole.replace("</w:comments>", f"{each}</w:comments>").encode()


def _properties(ground: Ground) -> None:
    core = "docProps/core.xml"
    ground.parts[core] = (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>The other firm</dc:creator>'
        "<cp:lastModifiedBy>A trainee</cp:lastModifiedBy></cp:coreProperties>"
    ).encode()
    ground.planted += [Planted("telling-property", words) for words in
                       ("The other firm", "A trainee")]  # fmt: skip


Kind = Callable[[Ground], None]
KINDS: tuple[Kind, ...] = (
    _undefined, _unused, _again, _other_letters, _to_nothing, _out_of_date, _typed, _annex,
    _typed_numbers, _empty, _left, _figures, _dates, _signs, _spacing, _looks, _changes, _hidden,
    _comments, _properties,
)  # fmt: skip


def missed(before: Iterator[tuple[str, str]], after: Iterator[tuple[str, str]],
           faults: list[Planted]) -> list[Planted]:  # fmt: skip
    """The planted faults that no new remark is about. A remark: its rule, and all that it says."""
    new = list(after)
    for one in before:
        if one in new:
            new.remove(one)
    lost: list[Planted] = []
    for fault in faults:
        found = next((one for one in new if one[0] == fault.rule and fault.sign in one[1]), None)
        if found is None:
            lost.append(fault)
        else:
            new.remove(found)
    return lost
