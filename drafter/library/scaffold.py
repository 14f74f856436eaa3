"""New topics, variants and questions: files to be filled in, as text.

What is still to be written says TBD, and `check` reports every TBD until it is gone. Nothing is
written here: each function gives the texts by their path below the library's folder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.library.files import LibraryFiles

TBD = "TBD"
_ID = re.compile(r"[a-z][a-z0-9-]*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FRONT = f"""\
---
position: {TBD}
summary: "{TBD}: one plain sentence for the key-terms sheet"
note: "{TBD}: for which deal it is, and whom it favours"
---
"""
_EXTRA = {
    "choice": f"    options: {{first: {TBD}, second: {TBD}}}\n",
    "several choices": f"    options: {{first: {TBD}, second: {TBD}}}\n",
    "reference": f"    of: {TBD}\n",
    "list": f"    one: {TBD}\n    at least: 1\n    fields:\n"
    f"      name: {{asks: {TBD}, type: text}}\n",
}


def new_topic(
    files: LibraryFiles, id: str, heading: str = "", variants: Sequence[str] = ()
) -> dict[str, str]:
    """A topic with its variants. Raises `Refused` for an id that is taken or no id."""
    path = f"topics/{id}/topic.yaml"
    _check(_ID, id, "a topic", path in files.texts)
    names = variants or ("standard",)
    for name in names:
        _check(_ID, name, "a wording", False)
    head = f"heading: {heading or TBD}\nsettles: {TBD}\n"
    table = "" if len(names) == 1 else "choose:\n" + "".join(f"  {one}: {TBD}\n" for one in names)
    return {path: head + table} | {f"topics/{id}/{one}.md": _variant_file("") for one in names}


def new_variant(files: LibraryFiles, topic: str, id: str) -> dict[str, str]:
    """A variant, with a row for it in its topic's table. Raises `Refused` as `new_topic` does."""
    table = f"topics/{topic}/topic.yaml"
    if table not in files.texts:
        known = {path.split("/")[1] for path in files.under("topics", "topic.yaml")}
        raise _refused(f"there is no topic `{topic}`", did_you_mean(topic, known))
    path = f"topics/{topic}/{id}.md"
    _check(_ID, id, "a wording", path in files.texts)
    rivals = [
        one.rsplit("/", 1)[1].removesuffix(".md") for one in files.under(f"topics/{topic}", ".md")
    ]
    text = files.texts[table]
    return {path: _variant_file(text), table: _with_row(text, id, rivals)}


def new_question(
    files: LibraryFiles, section: str, id: str, sort: str = "yes/no"
) -> dict[str, str]:
    """A question at the end of a section, named by its file. Raises `Refused` as `new_topic`."""
    sections = {
        path.split("/")[1].removesuffix(".yaml"): path
        for path in files.under("questionnaire", ".yaml")
    }
    if section not in sections:
        raise _refused(f"there is no section `{section}`", did_you_mean(section, sections))
    taken = any(
        re.search(rf"^  {re.escape(id)}:", files.texts[path], re.MULTILINE)
        for path in sections.values()
    )
    _check(_NAME, id, "a question", taken)
    before = files.texts[sections[section]].rstrip("\n")
    entry = (
        f"  {id}:\n    asks: {TBD}\n    type: {sort}\n{_EXTRA.get(sort, '')}"
        f"    why: {TBD}\n    nature: counsel decides\n"
    )
    return {sections[section]: f"{before}\n{entry}"}


def _variant_file(topic: str) -> str:
    """A variant with a clause for each point that its topic must cover."""
    covers = re.search(r"^covers: \[(.+)\]", topic, re.MULTILINE)
    points = covers[1].split(", ") if covers else []
    clauses = [f"{TBD}: {point}. {{#{point}}}" for point in points]
    return _FRONT + "\n\n".join(clauses or [f"{TBD}: the rule, one sentence a line."]) + "\n"


def _with_row(text: str, id: str, rivals: Sequence[str]) -> str:
    """The table with a row for the new variant after its last; a first table names the rivals."""
    rows = re.search(r"^choose:\n(?:  .*\n?)*", text, re.MULTILINE)
    if rows is None:
        table = "".join(f"  {one}: {TBD}\n" for one in (*rivals, id))
        return f"{text.rstrip()}\nchoose:\n{table}"
    row = rows[0].rstrip("\n") + f"\n  {id}: {TBD}\n"
    return text[: rows.start()] + row + text[rows.end() :]


def _check(form: re.Pattern[str], id: str, what: str, taken: bool) -> None:
    if not form.fullmatch(id):
        mark = "_" if form is _NAME else "-"
        raise _refused(f"`{id}` cannot name {what}", f"lower-case letters, digits and `{mark}`")
    if taken:
        raise _refused(f"`{id}` is there already", "choose another name, or edit it")


def _refused(says: str, cure: str) -> Refused:
    return Refused([Diagnostic("new", says, None, cure)])
