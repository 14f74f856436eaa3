"""The faults of a template of a house style, found before anything is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafter.agreement.tag_reading import ROOTS
from drafter.diagnostics import Diagnostic, Place, did_you_mean, note_from
from drafter.word.tag_limits import beyond_limits
from drafter.word.tag_paths import TagPlaces
from drafter.word.tagged_parts import PLACES, TAGS, sandbox

MOST_TAGS = 500  # of a part
LONGEST_TAG, LONGEST_WORD = 60, 200  # words and signs; characters
DEEPEST_BLOCKS = 8  # tests and loops inside one another
LARGEST_PART = 3_000_000  # bytes of a part with tags
_XML = re.compile(r"<[^>]*>")
_OF_CELLS = re.compile(r"\{%-?\s*(colspan|cellbg|hm)\b")
_FORMATTED = re.compile(r"\{\{(p|r|tr|tc) ")


def unknown_tag(part: str, name: str, where: str = "") -> Diagnostic:
    """A tag that names nothing, with the nearest name that would do."""
    says = f"the tag `{{{{ {name} }}}}`{where} names nothing that can be printed here"
    return Diagnostic("unknown-tag", says, Place(part), did_you_mean(name, (*TAGS, *ROOTS)))


def template_faults(part: str, source: str, places: TagPlaces) -> Iterator[Diagnostic]:
    """Everything in a template that cannot be read, names nothing, or is not allowed."""
    from jinja2 import TemplateError, meta

    try:
        beyond = sorted(set(_too_much(source)))
        tree: Any = None if beyond else sandbox().parse(source)
    except TemplateError as fault:
        cure, note = "tags look like {{ title }}", note_from("tag parser", fault.message)
        yield Diagnostic("broken-tag", "a tag cannot be read", Place(part), cure, (note,))
        return
    beyond = beyond or sorted(set(beyond_limits(tree)))
    for what in beyond:
        says = f"{what} is more than a house style may do"
        cure = "print a value, test it, walk its members, or its lines with `splitlines()`"
        yield Diagnostic("unsafe-tag", says, Place(part), cure)
    if not beyond:
        for name in sorted(meta.find_undeclared_variables(tree) - {*TAGS, *PLACES, *ROOTS}):
            yield unknown_tag(part, name, places.of(name))


def format_faults(part: str, text: str) -> Iterator[Diagnostic]:
    """Tags that stand for formatted text or set a cell: what they print would lie outside all
    words, where Word shows nothing."""
    for found in dict.fromkeys(_OF_CELLS.findall(_XML.sub("", text))):
        says, cure = f"`{found}` sets a cell, which a tag may not", "set the cell in Word"
        yield Diagnostic("unsafe-tag", says, Place(part), cure)
    for found in dict.fromkeys(_FORMATTED.findall(_XML.sub("", text))):
        says = f"`{{{{{found} …}}}}` stands for formatted text, of which there is none here"
        yield Diagnostic("unsafe-tag", says, Place(part), "write {{ and a space: {{ title }}")


def size_faults(part: str, text: str) -> Iterator[Diagnostic]:
    """Whether a part is small enough to look for tags in it."""
    for found, most, what in (
        (len(text), LARGEST_PART, "characters in a part with tags"),
        (text.count("{{") + text.count("{%") + text.count("{#"), MOST_TAGS, "tags in a part"),
    ):
        if found > most:
            says = f"{found:,} {what} are too many; {most:,} is the most"
            yield Diagnostic("unsafe-tag", says, Place(part), "keep cover and headers short")


def _too_much(source: str) -> Iterator[str]:
    """What is too deep or too long to be read at all."""
    long = blocks = 0
    last = ""
    for _, kind, word in sandbox().lex(source):
        if kind in ("variable_begin", "block_begin"):
            long = 0
        elif kind in ("name", "operator", "string", "integer", "float"):
            long += 1
            if long > LONGEST_TAG or len(word) > LONGEST_WORD:
                yield f"a tag of {LONGEST_TAG} words, or {LONGEST_WORD} characters a word,"
                return
            opens = last == "block_begin" and word in ("if", "for")
            blocks += opens - (last == "block_begin" and word in ("endif", "endfor"))
            if blocks > DEEPEST_BLOCKS:
                yield f"a test or loop inside {DEEPEST_BLOCKS} others"
                return
        last = kind if kind != "whitespace" else last
