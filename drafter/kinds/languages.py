"""Languages by their English names (ISO 639-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.data_classes import dataclass
from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds.cases import Tested
from drafter.kinds.model import NotAValue, Value
from drafter.kinds.sort import Kind, each_once
from drafter.kinds.texts import OneLineText, one_line

NAMES = frozenset(
    """
Abkhazian|Afar|Afrikaans|Akan|Albanian|Amharic|Arabic|Aragonese|Armenian|Assamese|Avaric|Aymara
Azerbaijani|Bambara|Bashkir|Basque|Belarusian|Bengali|Bislama|Bosnian|Breton|Bulgarian|Burmese
Catalan|Chamorro|Chechen|Chichewa|Chinese|Chuvash|Cornish|Corsican|Cree|Croatian|Czech|Danish
Dhivehi|Dutch|Dzongkha|English|Esperanto|Estonian|Ewe|Faroese|Fijian|Finnish|French|Frisian|Fulah
Gaelic|Galician|Ganda|Georgian|German|Greek|Guarani|Gujarati|Haitian|Hausa|Hebrew|Herero|Hindi
Hungarian|Icelandic|Igbo|Indonesian|Inuktitut|Irish|Italian|Japanese|Javanese|Kannada|Kanuri
Kashmiri|Kazakh|Khmer|Kikuyu|Kinyarwanda|Kirghiz|Kongo|Korean|Kurdish|Kyrgyz|Lao|Latin|Latvian
Limburgish|Lingala|Lithuanian|Luxembourgish|Macedonian|Malagasy|Malay|Malayalam|Maltese|Mandarin
Manx|Maori|Marathi|Marshallese|Mongolian|Nauru|Navajo|Ndebele|Ndonga|Nepali|Norwegian|Occitan
Ojibwa|Oriya|Oromo|Ossetian|Pali|Pashto|Persian|Polish|Portuguese|Punjabi|Quechua|Romanian|Romansh
Rundi|Russian|Samoan|Sango|Sanskrit|Sardinian|Serbian|Shona|Sindhi|Sinhala|Slovak|Slovenian|Somali
Sotho|Spanish|Sundanese|Swahili|Swati|Swedish|Tagalog|Tahitian|Tajik|Tamil|Tatar|Telugu|Thai
Tibetan|Tigrinya|Tonga|Tsonga|Tswana|Turkish|Turkmen|Twi|Uighur|Ukrainian|Urdu|Uzbek|Venda
Vietnamese|Walloon|Welsh|Wolof|Xhosa|Yiddish|Yoruba|Zhuang|Zulu
""".strip()
    .replace("\n", "|")
    .split("|")
)


@dataclass(frozen=True)
class Language(OneLineText):
    """One language or several, kept as they are written: `English`, `Swiss German and French`."""

    name = "language"
    wanted = "a language such as English"
    wanted_typed = wanted
    obvious = False
    example = "English"

    def read_one(self, text: str, kind: Kind) -> Value:
        parts = re.split(r", | and | or ", one_line(text))
        for part in each_once(parts):
            word = part.split(" ")[-1]
            if word not in NAMES:
                says = f"{quoted(text)}: {quoted(part)} is no language of ISO 639"
                raise NotAValue(
                    says, did_you_mean(word.capitalize(), NAMES) or f"write {self.wanted}"
                )
        return text

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        yield "English"

    def made_up(self, name: str) -> str:
        return "English"


LANGUAGE = Language()
