"""Who runs the service: its commands, who is signed in, and what happens when many come."""

import ast
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import examples.intake_service
from examples.intake_service.app import app_of
from examples.intake_service.commands import main
from examples.intake_service.door import at_the_door
from examples.intake_service.parts import Part
from examples.intake_service.service import Service, start_service
from examples.intake_service.settings import FILE, Settings, WrongSettings
from examples.intake_service.store import Act, open_store

START = 1_800_000_000
ACT = Act(START, Part.COUNSEL, "Counsel", "did it")
PROXY = {"signed_in_header": "X-Forwarded-User", "staff": {"ines": Part.COUNSEL}}


def run(*arguments):
    """A command: its exit code and what it says."""
    made = CliRunner().invoke(main, [str(one) for one in arguments])
    return made.exit_code, made.output.strip()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace that `init` made ready, with a deal."""
    folder = tmp_path_factory.mktemp("run") / "firm"
    assert run("init", folder)[0] == 0
    store = open_store(f"sqlite:///{folder / 'intake.db'}")
    store.deals.new("Smart handbag", "co-development", ACT)
    store.database.close()
    return folder


class DescribeTheCommands:
    def it_makes_a_folder_ready_with_a_secret_of_its_owner(self, folder):
        secret = folder / "intake.secret"
        assert (len(secret.read_bytes()), secret.stat().st_mode & 0o077) == (32, 0)
        assert (folder / "drafter.toml").is_file()
        assert run("init", folder)[0] == 1

    def it_makes_lists_and_revokes_links(self, folder):
        code, said = run("new-link", folder, 1, "counsel", "--name", "Ines", "--days", 2,
                         "--address", "https://intake.example/")  # fmt: skip
        assert (code, said.startswith("https://intake.example/l/1.")) == (0, True)
        assert said.partition(".example/l/")[2] not in run("links", folder, 1)[1]
        assert run("links", folder, 1)[1].split("\t")[:3] == ["1", "counsel", "Ines"]
        assert run("revoke-link", folder, 1)[0] == 0
        assert run("links", folder, 1)[1].endswith("revoked")
        assert run("revoke-link", folder, 1) == (1, "no living link has the number 1")
        assert run("new-link", folder, 9, "counsel", "--name", "Ines")[0] == 1
        assert run("new-link", folder, 1, "boss", "--name", "Ines")[0] == 2

    def it_lists_deals_by_words_of_their_names(self, folder):
        assert run("deals", folder, "HANDBAG") == (0, "1\tSmart handbag\trevision 1")
        assert run("deals", folder, "robot") == (0, "")

    def it_backs_up_and_restores(self, folder, tmp_path):
        assert run("backup", folder, tmp_path / "backup")[0] == 0
        other = tmp_path / "other"
        other.mkdir()
        (other / FILE).write_text((folder / FILE).read_text())
        assert run("restore", other, tmp_path / "backup")[0] == 0
        assert run("deals", other)[1] == run("deals", folder)[1]
        assert run("restore", other, tmp_path / "backup")[0] == 1

    def it_serves_nothing_without_a_secret(self, service, tmp_path):
        for secret in (tmp_path / "none", tmp_path):
            settings = replace(service.settings, secret=str(secret))
            with pytest.raises(WrongSettings, match="secret"):
                app_of(replace(service, settings=settings))
        (tmp_path / "short").write_bytes(b"short")
        with pytest.raises(WrongSettings, match="shorter than 32 bytes"):
            app_of(replace(service, settings=replace(settings, secret=str(tmp_path / "short"))))

    def it_says_that_an_older_registry_was_brought_up(self, tmp_path, capsys):
        firm = shutil.copytree("tests/fixtures/first_workspace", tmp_path / "firm")
        service = start_service(Settings(firm, f"sqlite:///{firm / 'intake.db'}"))
        assert len(service.desk.registry.agreements()) == 4
        assert capsys.readouterr().err.startswith("registry-renewed: ")

    def it_says_what_is_wrong_and_does_nothing(self, tmp_path, folder):
        assert FILE in run("deals", tmp_path)[1]
        code, said = run("new-deal", folder, "no-such", "--name", "X")
        assert (code, "co-development" in said) == (1, True)


class DescribeWhoIsSignedIn:
    """A proxy says so, and is believed only where the settings name its header."""

    @pytest.fixture
    def behind_a_proxy(self, service: Service):
        settings = replace(service.settings, **PROXY)
        return app_of(replace(service, settings=settings)).test_client()

    def it_reaches_every_deal_in_its_part_and_finds_them_by_name(self, behind_a_proxy, deal):
        ines = {"X-Forwarded-User": "ines"}
        page = behind_a_proxy.get("/?words=rewards", headers=ines).text
        assert f'href="/deals/{deal}"' in page
        assert "You are ines, counsel" in behind_a_proxy.get(f"/deals/{deal}", headers=ines).text
        listed = behind_a_proxy.get("/api/deals?words=rewards", headers=ines).json
        assert deal in {one["deal"] for one in listed["deals"]}
        assert behind_a_proxy.get(f"/api/deals/{deal}", headers=ines).json["part"] == "counsel"

    def it_starts_a_deal_on_the_page_of_deals(self, behind_a_proxy, service):
        ines = {"X-Forwarded-User": "ines"}
        page = behind_a_proxy.get("/", headers=ines).text
        sent = {"token": page.split('name="token" value="')[1].split('"')[0],
                "name": "New cup", "precedent": "co-development"}  # fmt: skip
        for wrong in ({"name": ""}, {"name": "a\nb"}, {"precedent": "x"}):
            assert behind_a_proxy.post("/", data=sent | wrong, headers=ines).status_code == 422
        reply = behind_a_proxy.post("/", data=sent, headers=ines)
        number = int(reply.headers["Location"].rpartition("/")[2])
        assert service.store.deals.get(number).name == "New cup"

    @pytest.mark.parametrize("headers", [
        {}, {"X-Forwarded-User": ""}, {"X-Forwarded-User": "mallory"}, {"Remote-User": "ines"},
    ])  # fmt: skip
    def it_is_nobody_otherwise(self, behind_a_proxy, deal, headers):
        assert behind_a_proxy.get(f"/deals/{deal}", headers=headers).status_code == 404
        assert behind_a_proxy.get(f"/api/deals/{deal}", headers=headers).status_code == 401
        assert "Smart handbag" not in behind_a_proxy.get("/", headers=headers).text


class DescribeTheDoor:
    def it_answers_everybody_or_tells_them_to_come_back(self):
        """Nobody is lost, and no more than so many are worked for at once."""
        at_work, most, lock = [0], [0], threading.Lock()
        go_on = threading.Event()

        def application(environ, start):
            with lock:
                at_work[0] += 1
                most[0] = max(most[0], at_work[0])
            go_on.wait(10)
            with lock:
                at_work[0] -= 1
            start("200 OK", [])
            return [b"done"]

        told = []

        def come(_):
            answer = door({}, lambda status, headers: told.append((status[:3], dict(headers))))
            if len(told) >= CROWD - AT_ONCE:
                go_on.set()
            return b"".join(answer)

        door = at_the_door(application, AT_ONCE, 0)
        with ThreadPoolExecutor(CROWD) as many:
            answers = list(many.map(come, range(CROWD)))
        codes = [code for code, _ in told]
        assert (codes.count("200"), codes.count("503")) == (AT_ONCE, CROWD - AT_ONCE)
        assert most == [AT_ONCE]
        assert {headers["Retry-After"] for code, headers in told if code == "503"} == {"3"}
        assert answers.count(b"done") == AT_ONCE


CROWD, AT_ONCE = 50, 3


class DescribeThePackage:
    def it_takes_of_drafter_only_what_is_public_so_that_it_can_be_copied(self):
        package = Path(examples.intake_service.__file__).parent
        trees = [ast.parse(file.read_text(encoding="utf-8")) for file in package.rglob("*.py")]
        taken = {node.module for tree in trees for node in ast.walk(tree)
                 if isinstance(node, ast.ImportFrom) and node.module}  # fmt: skip
        ours = {one for one in taken if one.split(".")[0] in ("drafter", "examples")}
        assert {one for one in ours if not one.startswith("examples.intake_service")} == {"drafter"}
