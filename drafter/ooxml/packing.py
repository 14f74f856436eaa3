"""The package: a zip archive with the same bytes for the same parts.

Parts that never change are deflated once and copied; nothing of the clock or the machine is kept.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

LEVEL = 4  # half the work of zlib's own choice for a twelfth more bytes
SMALL = 4096  # bytes
_FIRST = {"[Content_Types].xml": 0, "_rels/.rels": 1}
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION, _UNIX, _UTF8, _DEFLATED = 20, 3 << 8, 0x800, 8
_DATE, _TIME = (1 << 5) | 1, 0  # the first of January 1980, the earliest a zip can say
_MODE = 0o644 << 16


class Packed(NamedTuple):
    """A part ready for the archive: name, CRC-32, unpacked size and deflated bytes."""

    name: str
    crc: int
    size: int
    deflated: bytes


def packed(name: str, data: bytes, level: int = LEVEL) -> Packed:
    """Deflate one part; a small one needs a small window, which is much quicker to set up."""
    window, memory = (-12, 5) if len(data) <= SMALL else (-15, 8)
    squeeze = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return Packed(name, zlib.crc32(data), len(data), squeeze.compress(data) + squeeze.flush())


def archive(parts: Iterable[Packed]) -> bytes:
    """The archive: content types, package relationships, then all parts by name."""
    local: list[bytes] = []
    central: list[bytes] = []
    offset = 0
    for name, crc, size, data in sorted(parts, key=lambda part: (_FIRST.get(part[0], 2), part[0])):
        title = name.encode()
        flag = 0 if name.isascii() else _UTF8
        facts = (flag, _DEFLATED, _TIME, _DATE, crc, len(data), size, len(title), 0)
        local += (_LOCAL.pack(b"PK\3\4", _VERSION, *facts), title, data)
        rest = (*facts, 0, 0, 0, _MODE, offset)
        central += (_CENTRAL.pack(b"PK\1\2", _UNIX | _VERSION, _VERSION, *rest), title)
        offset += _LOCAL.size + len(title) + len(data)
    count, length = len(central) // 2, sum(map(len, central))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, length, offset, 0)
    return b"".join((*local, *central, end))
