"""The style of words that only an e-signature service is to read.

They are white, for a service reads what a page shows: hidden words (`w:vanish`) are gone from the
PDF that it makes. They keep the size of the line, which becomes the size of the field; and the line
to sign on runs on under them.
"""

from __future__ import annotations

FIELD_STYLE = "SigningField"
FIELD_STYLE_XML = (
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{FIELD_STYLE}">'
    '<w:name w:val="Signing Field"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:noProof/>'
    '<w:color w:val="FFFFFF"/><w:u w:val="single" w:color="000000"/></w:rPr></w:style>'
)
