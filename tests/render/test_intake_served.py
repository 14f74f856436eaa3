"""The intake service as it is run: one command, processes of its own, and a crowd at its door."""

import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from socket import create_connection, socket
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from support.command import answers_of
from support.terminal import environment

from examples.intake_service.parts import Part
from examples.intake_service.store import Act, open_store

DATA = answers_of("workout-rewards")


class DescribeTheServiceUnderGunicorn:
    """One command serves it; whoever comes is answered or told to come back."""

    CROWD = 120

    @pytest.fixture
    def served(self, tmp_path):
        """The address of a service that does little at once, and the link of a deal."""
        firm, command = tmp_path / "firm", [sys.executable, "-m", "examples.intake_service"]
        options = {"check": True, "capture_output": True, "text": True, "env": environment()}
        subprocess.run([*command, "init", firm], **options)
        settings = (firm / "intake.toml").read_text().replace("https = true ", "https = false")
        (firm / "intake.toml").write_text(settings + "at_once = 1\npatience = 1\n")
        with socket() as free:
            free.bind(("127.0.0.1", 0))
            bind = f"127.0.0.1:{free.getsockname()[1]}"
        store = open_store(f"sqlite:///{firm / 'intake.db'}")
        act = Act(int(time.time()), Part.COUNSEL, "the administrator", "did it")
        deal = store.deals.new("Workout Rewards", DATA["precedent"], act)
        store.deals.save(store.deals.get(deal), DATA, act)
        token = store.links.new(deal, Part.COUNSEL, "Counsel", act.at + 3600, act)
        server = subprocess.Popen([*command, "serve", firm, "--bind", bind], env=environment())
        wait_for(f"http://{bind}/healthz")
        yield f"http://{bind}/api/deals/{deal}", token
        server.terminate()
        assert server.wait(60) == 0

    def it_loses_nobody_of_a_crowd_and_tells_some_to_come_back(self, served):
        address, token = served
        ask = Request(f"{address}/draft.docx", headers={"Authorization": f"Bearer {token}"})

        def come(_):
            try:
                with urlopen(ask, timeout=120) as reply:
                    return reply.status, reply.read()[:2]
            except HTTPError as told:
                return told.code, told.headers["Retry-After"]

        with ThreadPoolExecutor(self.CROWD) as many:
            replies = Counter(many.map(come, range(self.CROWD)))
        assert set(replies) <= {(200, b"PK"), (503, "3")}
        assert replies[200, b"PK"]
        assert sum(replies.values()) == self.CROWD
        assert come(0) == (200, b"PK")

    def it_is_kept_from_nobody_by_who_connects_and_says_nothing(self, served):
        address = urlsplit(served[0])
        silent = [create_connection((address.hostname, address.port)) for _ in range(self.CROWD)]
        with urlopen(f"http://{address.netloc}/healthz", timeout=20) as reply:
            assert reply.status == 200
        for one in silent:
            one.close()


def wait_for(address):
    for _ in range(600):
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the service does not answer")
