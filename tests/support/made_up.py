"""A made-up language: every printed word stands in ‹ ›, all else is in Cyrillic letters."""

from __future__ import annotations

import re
from typing import Any

import yaml

from drafter.bundled import starter_library
from drafter.drafting import Library
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.printed_words import EXECUTIONS

_BLANK = re.compile(r"(\{[a-z_]+\})")
_LETTER = re.compile(r"[^\W\d_]")
QUESTIONS = """\
section: Сделка
questions:
  parties:
    asks: Кто стороны?
    type: list
    one: party
    called: short_name
    at least: 1
    fields:
      name: {asks: Имя?, type: text}
      short_name: {asks: Кратко?, type: text}
      kind: {asks: Вид?, type: choice, options: {company: {label: Фирма, prints: фирма}, individual: {label: Лицо, prints: лицо}}}
      law_of_incorporation: {asks: Право?, type: text, optional: yes}
      number: {asks: Номер?, type: text, optional: yes}
      address: {asks: Адрес?, type: text, optional: yes}
      signatory_title: {asks: Должность?, type: text, optional: yes}
  start: {asks: Когда?, type: date}
  notice: {asks: Срок?, type: duration}
  longer: {asks: Дольше?, type: duration}
  cap: {asks: Сколько?, type: money}
  share: {asks: Доля?, type: percentage}
  seats: {asks: Мест?, type: whole number}
  places: {asks: Где?, type: jurisdictions}
  nowhere: {asks: Нигде?, type: jurisdictions}
  pilot: {asks: Проба?, type: yes/no}
  way: {asks: Как?, type: choice, options: {hard: Раз, soft: Два}}
  steps:
    asks: Шаги?
    type: list
    one: step
    called: title
    fields: {title: {asks: Шаг?, type: text}, fee: {asks: Плата?, type: money, optional: yes}}
"""  # noqa: E501
TOPICS = {
    "parties": "{place parties}",
    "background": "Стороны хотят этого. {#why}",
    "terms": """\
{place definitions}""",
    "work": """\
С {start} срок {notice} и {longer}, {cap}, {share}, {seats}, {places}, {nowhere}. {#first}

Стороны делают: {or}
  - {if pilot} пробу
  - дело {#deed}

{if pilot} Это в брак. {#second}

Третье. {#third}

[@work] и [@.first, @.second, @.third] и [@work.deed] и [@background.why] и [@schedule-list.row].

{place schedules}

{place precedence}

{table step in steps}
  Шаг: {step.title}
  Плата: {step.fee}""",
    "open": "",
    "late": "[@work.first] ждёт. {#late}",
    "schedule-list": "Строка одна. {#row}\n\nСм. [@.row].",
    "schedule-more": "Строка.",
    "execution": "\n\n".join(f"{{place signatures as {one}}}" for one in EXECUTIONS),
}
ANSWERS = {
    "parties": {
        "alder": {"name": "Ольха", "short_name": "Ольха", "kind": "company", "number": "77",
                  "law_of_incorporation": "где-то", "address": "там", "signatory_title": "глава"},
        "birch": {"name": "Берёза", "short_name": "Берёза", "kind": "individual"},
    },
    "start": "2027-03-01", "notice": "5 working-days", "longer": "1 month", "cap": "EUR 1234.50",
    "share": "2.5 percent", "seats": "12000", "places": ["GB", "FR", "EU"], "nowhere": [],
    "steps": {},
}  # fmt: skip


def printed_words() -> str:
    """The words of British English, marked, as one file."""
    folder = starter_library() / "printing"
    shared, own = (yaml.load((folder / name).read_text("utf-8"), Loader=yaml.BaseLoader)
                   for name in ("en.yaml", "en-uk.yaml"))  # fmt: skip
    return yaml.safe_dump(_marked(_together(shared, own)), allow_unicode=True, sort_keys=False)


def _together(one: Any, other: Any) -> Any:
    if not isinstance(one, dict):
        return other
    return {**one, **other, **{key: _together(one[key], other[key]) for key in one.keys() & other}}


def _marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _marked(one) for key, one in value.items() if key != "term"}
    if isinstance(value, list):
        return [_marked(one) for one in value]
    parts = (part if _BLANK.fullmatch(part) else _quoted(part) for part in _BLANK.split(value))
    return "".join(parts)


def _quoted(words: str) -> str:
    return f"‹{words}›" if _LETTER.search(words) else words


def library() -> Library:
    """A small library in the language `xx`."""
    files = {"questionnaire/01.yaml": QUESTIONS, "printing/xx.yaml": printed_words(),
             "precedents/deal.yaml": _PRECEDENT}  # fmt: skip
    for id, text in TOPICS.items():
        files[f"topics/{id}/topic.yaml"] = "heading: Тема\n"
        survives = "yes" if id == "work" else "no"
        files[f"topics/{id}/text.md"] = f"---\nsurvives: {survives}\n---\n{text}\n"
    files["topics/open/topic.yaml"] = (
        "heading: Тема\nchoose: {hard: way is hard, soft: way is soft, left-out: pilot}\n"
    )
    files["topics/open/hard.md"], files["topics/open/soft.md"] = "Раз.\n", "Два.\n"
    del files["topics/open/text.md"]
    files["topics/late/text.md"] = (
        "---\nconfirm: [проверьте]\nnote: заметка\n---\n"
        "Живут {place surviving-clauses}.\n\n{if pilot} Ждёт.\n"
    )
    loaded, faults = load_files(LibraryFiles("library", files, "digest"))
    assert not faults, [str(fault) for fault in faults]
    return Library(loaded)


_PRECEDENT = """\
title: Сделка
language: xx
parties: 1 or more
opening: [parties, background]
parts: [{heading: Часть, topics: [terms, work, open, late]}]
schedules: [schedule-list, schedule-more]
closing: [execution]
"""
