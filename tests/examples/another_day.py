"""Imported first, it moves the clock of a process by eleven years and a little."""

import datetime
import time

MOVED = 11 * 366 * 86_400 + 4_321  # seconds

_now, _nanoseconds = time.time, time.time_ns


def _parts(read):
    return lambda seconds=None: read(time.time() if seconds is None else seconds)


time.time = lambda: _now() + MOVED
time.time_ns = lambda: _nanoseconds() + MOVED * 10**9
time.localtime, time.gmtime = _parts(time.localtime), _parts(time.gmtime)


class _Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


class _DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

    today = now


datetime.date, datetime.datetime = _Date, _DateTime
