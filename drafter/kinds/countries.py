"""Countries by their English names, and those that take an article (ISO 3166-1)."""

from __future__ import annotations

CODES = frozenset(
    """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
""".split()
)
"""Every country code (ISO 3166-1 alpha-2)."""
WITH_ARTICLE = frozenset(
    "AE BS CD CF CG CK DO FK FO GM KM KY MH MP NL PH SB SC TC UM US GB VG VI BQ PW".split()
)
NAMES = dict(
    pair.split("=")
    for pair in """
AD=Andorra|AE=United Arab Emirates|AF=Afghanistan|AG=Antigua and Barbuda|AL=Albania|AM=Armenia
AO=Angola|AR=Argentina|AT=Austria|AU=Australia|AZ=Azerbaijan|BA=Bosnia and Herzegovina|BB=Barbados
BD=Bangladesh|BE=Belgium|BF=Burkina Faso|BG=Bulgaria|BH=Bahrain|BI=Burundi|BJ=Benin|BM=Bermuda
BN=Brunei|BO=Bolivia|BR=Brazil|BS=Bahamas|BT=Bhutan|BW=Botswana|BY=Belarus|BZ=Belize|CA=Canada
CD=Democratic Republic of the Congo|CF=Central African Republic|CG=Republic of the Congo
CH=Switzerland|CI=Côte d’Ivoire|CL=Chile|CM=Cameroon|CN=China|CO=Colombia|CR=Costa Rica|CU=Cuba
CV=Cape Verde|CY=Cyprus|CZ=Czechia|DE=Germany|DJ=Djibouti|DK=Denmark|DM=Dominica
DO=Dominican Republic|DZ=Algeria|EC=Ecuador|EE=Estonia|EG=Egypt|ER=Eritrea|ES=Spain|ET=Ethiopia
FI=Finland|FJ=Fiji|FM=Micronesia|FR=France|GA=Gabon|GB=United Kingdom|GD=Grenada|GE=Georgia
GG=Guernsey|GH=Ghana|GI=Gibraltar|GM=Gambia|GN=Guinea|GQ=Equatorial Guinea|GR=Greece|GT=Guatemala
GW=Guinea-Bissau|GY=Guyana|HK=Hong Kong|HN=Honduras|HR=Croatia|HT=Haiti|HU=Hungary|ID=Indonesia
IE=Ireland|IL=Israel|IM=Isle of Man|IN=India|IQ=Iraq|IR=Iran|IS=Iceland|IT=Italy|JE=Jersey
JM=Jamaica|JO=Jordan|JP=Japan|KE=Kenya|KG=Kyrgyzstan|KH=Cambodia|KI=Kiribati|KM=Comoros
KN=Saint Kitts and Nevis|KP=North Korea|KR=South Korea|KW=Kuwait|KY=Cayman Islands|KZ=Kazakhstan
LA=Laos|LB=Lebanon|LC=Saint Lucia|LI=Liechtenstein|LK=Sri Lanka|LR=Liberia|LS=Lesotho|LT=Lithuania
LU=Luxembourg|LV=Latvia|LY=Libya|MA=Morocco|MC=Monaco|MD=Moldova|ME=Montenegro|MG=Madagascar
MH=Marshall Islands|MK=North Macedonia|ML=Mali|MM=Myanmar|MN=Mongolia|MO=Macao|MR=Mauritania
MT=Malta|MU=Mauritius|MV=Maldives|MW=Malawi|MX=Mexico|MY=Malaysia|MZ=Mozambique|NA=Namibia|NE=Niger
NG=Nigeria|NI=Nicaragua|NL=Netherlands|NO=Norway|NP=Nepal|NR=Nauru|NZ=New Zealand|OM=Oman|PA=Panama
PE=Peru|PG=Papua New Guinea|PH=Philippines|PK=Pakistan|PL=Poland|PR=Puerto Rico|PT=Portugal
PW=Palau Islands|PY=Paraguay|QA=Qatar|RO=Romania|RS=Serbia|RU=Russia|RW=Rwanda|SA=Saudi Arabia
SB=Solomon Islands|SC=Seychelles|SD=Sudan|SE=Sweden|SG=Singapore|SI=Slovenia|SK=Slovakia
SL=Sierra Leone|SM=San Marino|SN=Senegal|SO=Somalia|SR=Suriname|SS=South Sudan
ST=São Tomé and Príncipe|SV=El Salvador|SY=Syria|SZ=Eswatini|TD=Chad|TG=Togo|TH=Thailand
TJ=Tajikistan|TL=Timor-Leste|TM=Turkmenistan|TN=Tunisia|TO=Tonga|TR=Türkiye|TT=Trinidad and Tobago
TV=Tuvalu|TW=Taiwan|TZ=Tanzania|UA=Ukraine|UG=Uganda|US=United States of America|UY=Uruguay
UZ=Uzbekistan|VA=Vatican City|VC=Saint Vincent and the Grenadines|VE=Venezuela|VN=Vietnam
VU=Vanuatu|WS=Samoa|YE=Yemen|ZA=South Africa|ZM=Zambia|ZW=Zimbabwe
""".strip()
    .replace("\n", "|")
    .split("|")
)
