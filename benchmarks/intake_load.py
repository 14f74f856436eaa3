"""How many people one intake service bears on this machine, drafting included.

`python -m benchmarks.intake_load` starts the service on loopback with a deal of its own, finds what
it can do when asked as fast as it answers, then asks at half and at four fifths of that, and then
two hundred at once. Every request is counted: answered, told to come back, or lost. It ends with 1
where a promise of `LIMITS` is not kept.
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

import yaml

from examples.intake_service.fields import digest
from examples.intake_service.parts import Part
from examples.intake_service.settings import FILE
from examples.intake_service.store import Act, Store, open_store

DEAL, NAME = Path("examples/workout-rewards/answers.yaml"), "Workout Rewards"
PORT, WORKERS = 8917, 3
SECONDS, CLIENTS, CROWD = 20, 8, 200
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


def at_a_rate(crowd: Crowd, rate: float, seconds: float) -> list[Asked]:
    """What a crowd gets that comes at random moments, so many a second, whoever still waits."""
    chance, moments, at = random.Random(1), [], 0.0
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
    crowd = Crowd(people)
    as_fast_as_answered(crowd, CLIENTS, SECONDS)  # each deal is read once, in each process
    alone = as_fast_as_answered(Crowd(people[:1]), 1, SECONDS)
    than = percentile(alone, 0.95)
    told("one person", alone)
    most = as_fast_as_answered(crowd, CLIENTS, SECONDS)
    told(f"{CLIENTS} as fast as they are answered", most, than)
    capacity = sum(one.code in ANSWERED for one in most) / SECONDS
    print(f"{'capacity':34} {capacity:.1f} requests a second")
    kept = [_borne(crowd, share, capacity, than) for share in LIMITS]
    with ThreadPoolExecutor(CROWD) as many:
        at_once = list(many.map(Person.act, people))
    told(f"{CROWD} at once", at_once)
    kept.append(all(one.code in (*ANSWERED, COME_BACK) for one in at_once))
    print("each promise is kept" if all(kept) else "a promise is not kept")
    return all(kept)


def _borne(crowd: Crowd, share: float, capacity: float, than: float) -> bool:
    """Whether a share of the capacity is borne: all answered, and in time."""
    found = at_a_rate(crowd, capacity * share, SECONDS)
    told(f"{share:.0%} of it", found, than)
    in_time = percentile(found, 0.95) <= LIMITS[share] * than
    return in_time and all(one.code in ANSWERED for one in found)


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
