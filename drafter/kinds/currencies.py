"""Currencies by their English names (ISO 4217), for a search by a part of the name."""

from __future__ import annotations

from drafter.kinds.picking import Candidate

CODES = frozenset(
    """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG
XOF XPF YER ZAR ZMW ZWG
""".split()
)
"""The currencies in use (ISO 4217), funds and metals apart."""
WHOLE = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
"""Those that have no smaller unit."""

COMMON = ("GBP", "EUR", "USD")
DOLLARS = ("USD", "CAD", "AUD")
_NAMES = """
AED=United Arab Emirates dirham|ARS=Argentine peso|AUD=Australian dollar|BDT=Bangladeshi taka
BGN=Bulgarian lev|BHD=Bahraini dinar|BRL=Brazilian real|CAD=Canadian dollar|CHF=Swiss franc
CLP=Chilean peso|CNY=Chinese yuan renminbi|COP=Colombian peso|CRC=Costa Rican colón
CZK=Czech koruna|DKK=Danish krone|DOP=Dominican peso|DZD=Algerian dinar|EGP=Egyptian pound|EUR=Euro
GBP=Pound sterling|GEL=Georgian lari|GHS=Ghanaian cedi|HKD=Hong Kong dollar|HUF=Hungarian forint
IDR=Indonesian rupiah|ILS=Israeli new shekel|INR=Indian rupee|ISK=Icelandic króna
JMD=Jamaican dollar|JOD=Jordanian dinar|JPY=Japanese yen|KES=Kenyan shilling
KRW=South Korean won|KWD=Kuwaiti dinar|KZT=Kazakh tenge|LKR=Sri Lankan rupee|MAD=Moroccan dirham
MDL=Moldovan leu|MXN=Mexican peso|MYR=Malaysian ringgit|NGN=Nigerian naira|NOK=Norwegian krone
NZD=New Zealand dollar|OMR=Omani rial|PEN=Peruvian sol|PHP=Philippine peso|PKR=Pakistani rupee
PLN=Polish złoty|QAR=Qatari riyal|RON=Romanian leu|RSD=Serbian dinar|SAR=Saudi riyal
SEK=Swedish krona|SGD=Singapore dollar|THB=Thai baht|TND=Tunisian dinar|TRY=Turkish lira
TTD=Trinidad and Tobago dollar|TWD=New Taiwan dollar|TZS=Tanzanian shilling|UAH=Ukrainian hryvnia
UGX=Ugandan shilling|USD=United States dollar|UYU=Uruguayan peso|VND=Vietnamese dong
XAF=Central African CFA franc|XOF=West African CFA franc|ZAR=South African rand
"""
_PAIRS = (pair.partition("=") for pair in _NAMES.strip().replace("\n", "|").split("|"))
CURRENCIES = tuple(Candidate(code, f"{name} ({code})") for code, _, name in _PAIRS)


def by_code(codes: tuple[str, ...]) -> list[Candidate]:
    """Currencies by their codes, in the order of the codes."""
    known = {one.id: one for one in CURRENCIES}
    return [known[code] for code in codes]
