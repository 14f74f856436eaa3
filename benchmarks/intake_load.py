"""How many people one intake service bears on this machine, drafting included.

`python -m benchmarks.intake_load` starts the service on loopback with deals of its own. In turns it
asks as one person alone, finds what the service can do when asked as fast as it answers, and at
once asks at half, then at four fifths of that; at the end it asks two hundred times at once. Every
request is counted: answered, told to come back, or lost. It ends with 1 where a promise of `LIMITS`
is not kept.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from statistics import median

import yaml

from examples.intake_service.fields import digest
from examples.intake_service.parts import Part
from examples.intake_service.settings import FILE
from examples.intake_service.store import Act, Store, open_store

DEAL, NAME = Path("examples/workout-rewards/answers.yaml"), "Workout Rewards"
PORT, WORKERS = 8917, 2
SECONDS, TURNS, CLIENTS, CROWD = 20, 6, 8, 200
LIMITS = {0.5: 3, 0.8: 6}  # at this share of the capacity: p95, in times of one person alone
MIX = (
    *("GET sections/project",) * 4,
    *("PATCH answers",) * 3,
    "GET preview",
    "GET draft.docx",
    "GET ",
)
"""What people do: they read a section and save it, look at the agreement, take the draft."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: what became of it, and how many seconds it took."""

    code: int
    seconds: float


class Person:
    """A session with a link, on connections of its own."""

    def __init__(self, token: str, deal: int) -> None:
        self.deal, self.token, self.random = deal, token, random.Random(token)
        self.cookie, self.name = "", NAME
        page = self.send("GET", f"/l/{token}")[1]
        form = re.search(r'name="token" value="([^"]+)"', page.decode())
        self.send("POST", f"/l/{token}", f"token={form[1]}".encode() if form else b"")

    def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        """Ask once; 0 where nothing came back."""
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            connection.request(method, path, body, {"Cookie": self.cookie} | kind | headers)
            reply = connection.getresponse()
            found = reply.read()
            if cookie := reply.getheader("Set-Cookie"):
                self.cookie = cookie.partition(";")[0]
            return reply.status, found
        except OSError:
            return 0, b""
        finally:
            connection.close()

    def act(self, what: str = "") -> Asked:
        """Do one thing of the mix."""
        method, _, path = (what or self.random.choice(MIX)).partition(" ")
        began = time.perf_counter()
        if method == "PATCH":
            code = self._save()
        else:
            code, _ = self.send(method, f"/deals/{self.deal}/{path}".rstrip("/"))
        return Asked(code, time.perf_counter() - began)

    def _save(self) -> int:
        """Give the project another name, over the one that this person gave it last."""
        name = f"Workout Rewards {self.random.randrange(10**6)}"
        change = {"path": "project_name", "seen": digest(self.name), "answer": name}
        code, _ = self.send("PATCH", f"/api/deals/{self.deal}/answers",
                            json.dumps({"changes": [change]}).encode(),
                            **{"Content-Type": "application/json",
                               "Authorization": f"Bearer {self.token}"})  # fmt: skip
        self.name = name if code == 200 else self.name
        return code


class Crowd:
    """People of whom each asks one thing at a time: the next to ask is who rested longest."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._resting: SimpleQueue[Person] = SimpleQueue()
        for one in people:
            self._resting.put(one)

    def asks(self, what: str = "") -> Asked:
        """One of them asks; whoever comes while all of them wait for an answer waits too."""
        one = self._resting.get()
        try:
            return one.act(what)
        finally:
            self._resting.put(one)


def as_fast_as_answered(crowd: Crowd, at_once: int, seconds: float) -> list[Asked]:
    """What a crowd gets of whom so many ask at once, the next as soon as one is answered."""
    until = time.perf_counter() + seconds

    def go_on(_: int) -> list[Asked]:
        found = []
        while time.perf_counter() < until:
            found.append(crowd.asks())
        return found

    with ThreadPoolExecutor(at_once) as many:
        return [asked for found in many.map(go_on, range(at_once)) for asked in found]


def at_a_rate(crowd: Crowd, rate: float, seconds: float, chance: random.Random) -> list[Asked]:
    """What a crowd gets that comes at random moments, so many a second, whoever still waits."""
    moments, at = [], 0.0
    while at < seconds:
        moments.append(at)
        at += chance.expovariate(rate)
    began = time.perf_counter()

    def come(moment: float) -> Asked:
        time.sleep(max(0.0, moment - (time.perf_counter() - began)))
        found = crowd.asks()
        return Asked(found.code, time.perf_counter() - began - moment)

    with ThreadPoolExecutor(CROWD) as many:
        return list(many.map(come, moments))


def percentile(found: list[Asked], share: float) -> float:
    """The time within which this share of the requests was answered."""
    times = sorted(one.seconds for one in found)
    return times[min(len(times) - 1, int(share * len(times)))]


ANSWERED, COME_BACK = (200, 303), 503


def told(what: str, found: list[Asked], than: float = 0.0) -> None:
    """Print a line of figures."""
    codes = Counter(one.code for one in found)
    well = sum(codes[code] for code in ANSWERED)
    back, lost = codes[COME_BACK], codes[0]
    wrong = len(found) - well - back - lost
    half, most = percentile(found, 0.5), percentile(found, 0.95)
    times = f"  {most / than:4.1f} times alone" if than else ""
    print(f"{what:34} {len(found):5} asked {well:5} answered {back:4} come back {lost:3} lost "
          f"{wrong:3} wrong   p50 {half * 1000:5.0f} ms  p95 {most * 1000:5.0f} ms{times}",
          flush=True)  # fmt: skip


def measure(people: list[Person]) -> bool:
    """The whole measurement; whether each promise is kept."""
    crowd, chance = Crowd(people), random.Random(1)
    as_fast_as_answered(crowd, CLIENTS, SECONDS)  # each deal is read once, in each process
    turns = [_turn(people[0], crowd, chance) for _ in range(TURNS)]
    kept = [_kept(share, [turn[share] for turn in turns]) for share in LIMITS]
    with ThreadPoolExecutor(CROWD) as many:
        at_once = list(many.map(Person.act, people))
    told(f"{CROWD} at once", at_once)
    kept.append(all(one.code in (*ANSWERED, COME_BACK) for one in at_once))
    print("each promise is kept" if all(kept) else "a promise is not kept")
    return all(kept)


@dataclass(frozen=True, slots=True)
class Borne:
    """What came of one share of the capacity, and the 95th percentile of one person alone."""

    found: list[Asked]
    than: float

    @property
    def times(self) -> float:
        """Its 95th percentile, in times of one person alone."""
        return percentile(self.found, 0.95) / self.than


def _turn(one: Person, crowd: Crowd, chance: random.Random) -> dict[float, Borne]:
    """One person alone; then, for each share, what is borne directly before, and that share of it.

    The pace of a machine changes within a minute: a share of what it bore then is none of what it
    bears now.
    """
    seconds = SECONDS / TURNS
    alone = as_fast_as_answered(Crowd([one]), 1, seconds)
    told("one person", alone)
    than = percentile(alone, 0.95)
    borne = {}
    for share in LIMITS:
        most = as_fast_as_answered(crowd, CLIENTS, seconds)
        capacity = sum(asked.code in ANSWERED for asked in most) / seconds
        borne[share] = Borne(at_a_rate(crowd, capacity * share, 2 * seconds, chance), than)
        told(f"{share:.0%} of {capacity:.0f} a second", borne[share].found, than)
    return borne


def _kept(share: float, turns: list[Borne]) -> bool:
    """Whether a share of the capacity is borne: all answered, and in time in the middle turn."""
    found = [asked for turn in turns for asked in turn.found]
    well = sum(asked.code in ANSWERED for asked in found)
    times = sorted(turn.times for turn in turns)
    print(
        f"{share:.0%} in all: {well} of {len(found)} answered; {median(times):.1f} times alone, "
        f"{times[0]:.1f} to {times[-1]:.1f} in single turns; at most {LIMITS[share]}"
    )
    return well == len(found) and median(times) <= LIMITS[share]


def main() -> int:
    """Serve a new workspace, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        firm = Path(folder) / "firm"
        command = [sys.executable, "-m", "examples.intake_service"]
        subprocess.run([*command, "init", firm], check=True, stdout=subprocess.DEVNULL)
        settings = firm / FILE
        settings.write_text(settings.read_text().replace("https = true ", "https = false"))
        store = open_store(f"sqlite:///{firm / 'intake.db'}")
        bind = ["--bind", f"127.0.0.1:{PORT}", "--workers", str(WORKERS)]
        with subprocess.Popen([*command, "serve", firm, *bind]) as server:
            try:
                wait_until_it_answers()
                return int(not measure(list(people_of(store))))
            finally:
                server.terminate()


def people_of(store: Store) -> Iterator[Person]:
    """Two hundred people, each with a deal of their own that is answered."""
    data = yaml.load(DEAL.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    act = Act(int(time.time()), Part.COUNSEL, "the benchmark", "made it")
    for number in range(CROWD):
        deal = store.deals.new(f"Deal {number}", data["precedent"], act)
        store.deals.save(store.deals.get(deal), data, act)
        name = f"Person {number}"
        yield Person(store.links.new(deal, Part.COUNSEL, name, act.at + 86400, act), deal)


def wait_until_it_answers(port: int = PORT) -> None:
    """Until the library is read and the service answers."""
    for _ in range(600):
        one = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            one.request("GET", "/healthz")
            if one.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            one.close()
    raise SystemExit("the service does not answer")


if __name__ == "__main__":
    sys.exit(main())
