"""One walk through an XML part before anything builds a tree of it: how much it is, what it holds.

The walk keeps nothing of the part, so that a flood costs no memory, and stops at the first limit.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place, quoted
from drafter.ooxml.namespaces import WORD

DEEPEST = 200  # elements inside one another
MOST_NODES = 500_000  # elements and attributes of a part
MOST_PARAGRAPHS = 20_000  # of a part: about six hundred pages
MOST_CHARACTERS = 1_200_000  # of the words of a part: about four hundred pages

FOREIGN = {
    "altChunk": "text of another file",
    "object": "an embedded object",
    "control": "an ActiveX control",
    "subDoc": "another document",
    "movie": "a film",
}
"""Elements that bring in what is not Word text."""

_REACHING = {
    "DATABASE",
    "DDE",
    "DDEAUTO",
    "EMBED",
    "HTMLACTIVEX",
    "IMPORT",
    "INCLUDE",
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK",
    "PRINT",
    "RD",
}
_NUMBERS = {
    **dict.fromkeys(("bookmarkStart", "bookmarkEnd", "commentReference", "ins", "del"), ("id",)),
    **dict.fromkeys(("pPrChange", "comment", "footnote", "endnote"), ("id",)),
    **dict.fromkeys(("ilvl", "numId", "abstractNumId", "start", "startOverride"), ("val",)),
    **dict.fromkeys(("lvlRestart", "outlineLvl"), ("val",)),
    "lvl": ("ilvl",),
    "lvlOverride": ("ilvl", "numId"),
    "num": ("numId",),
}
_NUMBER = re.compile(r"-?\d{1,10}")
_FIELD_NAME = re.compile(r"\s*(=|[^\W\d]\w*|$)")
_VML = "urn:schemas-microsoft-com:vml}"
_OFFICE_HREF = "urn:schemas-microsoft-com:office:office}href"
_WORD = WORD + "}"


@dataclass(slots=True)
class Scan:
    """What a part holds: its root, the elements under it, and every fault."""

    root: str = ""
    under: set[str] = field(default_factory=set)
    faults: list[Diagnostic] = field(default_factory=list)


def scan(data: bytes, place: str) -> Scan:
    """Walk through the part at `place`; names of elements are as in ElementTree without `{`."""
    walk = _Walk(place)
    try:
        walk.plain(data)
        walk.parser.Parse(data, True)
    except _Stop:
        pass
    except (expat.ExpatError, ValueError, LookupError):
        walk.fault("broken-part", "the part is not well-formed XML", "save it again")
    return walk.found


@dataclass(slots=True)
class _Field:
    """A field that is open: its code, whether its result has begun, whether its name is itself the
    result of a field."""

    code: list[str] = field(default_factory=list)
    shows: bool = False
    computed: bool = False


class _Stop(Exception):
    """Nothing more of the part is worth reading."""


class _Walk:
    def __init__(self, place: str) -> None:
        self.place, self.found = place, Scan()
        self.depth = self.nodes = self.paragraphs = self.characters = 0
        self.fields = [_Field()]  # the open ones, innermost last; the first takes stray codes
        self.text, self.code = False, False
        self.parser = expat.ParserCreate("UTF-8", "}")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words

    def fault(self, rule: str, says: str, cure: str = "remove it in Word and save again") -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        if len(self.found.faults) < 20 and not any(x.says == says for x in self.found.faults):
            self.found.faults.append(Diagnostic(rule, says, Place(self.place, line, column), cure))

    def _stop(self, says: str, rule: str = "unsafe-part", cure: str = "") -> None:
        self.fault(rule, says, cure)
        raise _Stop

    def plain(self, data: bytes) -> None:
        """Refuse what is not UTF-8, whatever the part declares."""
        try:
            data.decode()
        except UnicodeDecodeError:
            self._stop("the part is not written in UTF-8")
        if b"\0" in data:
            self._stop("the part is not written in UTF-8")

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding or "utf-8").casefold() not in ("utf-8", "us-ascii"):
            self._stop(f"the part is not written in UTF-8 but in {quoted(encoding)}")

    def _document_type(self, *_: object) -> None:
        self._stop("the part declares a document type")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.nodes += 1 + len(attributes)
        if self.depth > DEEPEST:
            self._stop(f"more than {DEEPEST} elements stand inside one another")
        if self.nodes > MOST_NODES:
            self._stop(f"the part has more than {MOST_NODES:,} elements and attributes")
        if self.depth == 1:
            self.found.root = name
        elif self.depth == 2:
            self.found.under.add(name)
        if name.startswith(_WORD):
            self._word(name[len(_WORD) :], attributes)
        elif name.startswith(_VML):
            self._drawing(attributes)

    def _word(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            self.paragraphs += 1
            if self.paragraphs > MOST_PARAGRAPHS:
                self._stop(f"the part has more than {MOST_PARAGRAPHS:,} paragraphs")
        elif name in ("t", "delText"):
            self.text = True
        elif name in ("instrText", "delInstrText"):
            self.code = True
        elif name == "fldChar":
            self._field_mark(attributes.get(f"{_WORD}fldCharType", ""))
        elif name == "fldSimple":
            self._field(_Field([attributes.get(f"{_WORD}instr", "")]))
        elif name in FOREIGN:
            self.fault("unsafe-content", f"the part holds {FOREIGN[name]} (w:{name})")
        for key in _NUMBERS.get(name, ()):
            self._number(name, key, attributes.get(f"{_WORD}{key}", "0"))

    def _number(self, name: str, key: str, given: str) -> None:
        if not _NUMBER.fullmatch(given):
            says = f"w:{key} of w:{name} is {quoted(given)}, which is no number"
            self.fault("impossible-value", says, "open it in Word and save again")

    def _drawing(self, attributes: dict[str, str]) -> None:
        for key in ("src", "href", _OFFICE_HREF):
            target = attributes.get(key, "")
            if target and not target.startswith("#"):
                self.fault("unsafe-link", f"a drawing leads to {quoted(target)}")

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate":
            self.fields[-1].shows = True
        elif kind == "end" and len(self.fields) > 1:
            self._field(self.fields.pop())
            outer = self.fields[-1]
            if len(self.fields) > 1 and not outer.shows and not "".join(outer.code).strip():
                outer.computed = True

    def _field(self, done: _Field) -> None:
        code = "".join(done.code)
        name = _FIELD_NAME.match(code)
        if done.computed or name is None or name[1].upper() in _REACHING:
            self.fault("unsafe-content", f"the field {quoted(code.strip())} could reach out")

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.text = self.code = False
        if self.depth == 0:
            for left in self.fields:
                self._field(left)

    def _words(self, text: str) -> None:
        if self.text:
            self.characters += len(text)
            if self.characters > MOST_CHARACTERS:
                self._stop(f"the part has more than {MOST_CHARACTERS:,} characters of words")
        elif self.code:
            self.fields[-1].code.append(text)
