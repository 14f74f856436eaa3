"""A template that a file is attached to: Word looks for it on opening, wherever it lies."""

from __future__ import annotations

import re

from drafter.diagnostics import WARNING, Diagnostic, Place, quoted
from drafter.ooxml.links import RELS, links_part, read_links

_KIND = "attachedTemplate"
_MENTION = re.compile(rb"<(\w+:)?attachedTemplate\b[^>]*?(?:/>|>\s*</(\w+:)?attachedTemplate\s*>)")


def without_template(
    parts: dict[str, bytes], file: str
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts without what attaches a template, and a warning that names each template."""
    kept, told = dict(parts), list[Diagnostic]()
    for name, data in parts.items():
        if _KIND.encode() not in data:
            continue
        if name.endswith(RELS):
            links = read_links(data)
            rest = [link for link in links if link.kind != _KIND]
            kept[name] = links_part(rest).encode()
            if not rest:
                del kept[name]
            for link in links:
                if link.kind == _KIND:
                    says = f"the attached template {quoted(link.target)} is left out"
                    cure = "nothing to do: the styles are in the file itself"
                    place = Place(f"{file}/{name}")
                    told.append(Diagnostic("attached-template", says, place, cure, (), WARNING))
        else:
            kept[name] = _MENTION.sub(b"", data)
    return kept, told
