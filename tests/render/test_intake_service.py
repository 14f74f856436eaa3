"""The intake service in a browser: three people finish one deal through three links."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright
from support.browser import faults, press
from support.command import answers_of
from support.intake import spelled
from support.terminal import PROGRAM, environment
from werkzeug.serving import WSGIRequestHandler, make_server

from drafter import start_workspace
from examples.intake_service import create_app
from examples.intake_service.parts import Part
from examples.intake_service.settings import Settings
from examples.intake_service.shown import slug
from examples.intake_service.store import Act

DATA = answers_of("workout-rewards")
ASKED = ["cure_time", "general_cap"]  # of the other side, the second in private
COUNSEL = (
    "",
    "/sections/project",
    "/lists/parties",
    "/recommended",
    "/warnings",
    "/review",
    "/history",
    "/sides",
    "/links",
    "/preview",
    "/key-terms",
    "/comments/cure_time",
    "/special-terms",
    "/proposed",
    "/sections/nothing",
)
REQUESTER = ("", "/lists/background_items")
APPROVER = ("", "/review")
FILES = {"static", "entry.health", "overview.revision", "files.draft", "files.record",
         "files.answers", "files.approved"}  # fmt: skip
WRONG = {"counsel": ("project", "effective_date"), "other-side": ("risk", "general_cap")}
OTHER = ("", "/sections/ending", "/sections/risk", "/history", "/comments/cure_time")


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        """No line a request."""


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """The service on a free port: its address, and itself."""
    folder = tmp_path_factory.mktemp("firm")
    start_workspace(folder)
    (folder / "secret").write_bytes(bytes(32))
    app = create_app(Settings(folder, f"sqlite:///{folder / 'intake.db'}", str(folder / "secret"),
                              https=False, patience=60))  # fmt: skip
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    made = app.extensions["intake"]
    yield f"http://127.0.0.1:{server.server_port}", made, app.url_map
    server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as tools:
        chromium = tools.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def deal(service):
    _, made, _ = service
    act = Act(made.now, Part.COUNSEL, "the administrator", "started the deal")
    return made.store.deals.new("Workout Rewards", DATA["precedent"], act)


@pytest.fixture
def enter(browser, service, deal):
    """A page of somebody who opened a link; without JavaScript unless told."""
    contexts = []

    def opened(part, **more):
        address, made, _ = service
        act = Act(made.now, Part.COUNSEL, "the administrator", "made a link")
        token = made.store.links.new(deal, Part(part), f"The {part}", made.now + 3600, act)
        contexts.append(browser.new_context(**({"java_script_enabled": False} | more)))
        page = contexts[-1].new_page()
        page.goto(f"{address}/l/{token}")
        press(page, "main button")
        page.deal, page.token = f"{address}/deals/{deal}", token
        assert page.url == page.deal
        return page

    yield opened
    for one in contexts:
        one.close()


def fill(page, path, value):
    """Answer one question of the page that is open, if it has it."""
    for one in spelled(value) if isinstance(value, list) else [spelled(value)]:
        field = page.locator(f'[name="a:{path}"]')
        if not field.count():
            return
        choice = page.locator(f'[name="a:{path}"][value="{one}"]:not([type=text])')
        if choice.count():
            choice.check()
        elif field.first.evaluate("one => one.tagName") == "SELECT":
            field.select_option(one)
        else:
            field.fill(", ".join(value) if isinstance(value, list) else one)


def answer(page, service, answers):
    """Answer questions, each list on its page and the others section by section."""
    questions = service[1].library.clauses.questionnaire.questions
    sections = {}
    for name, value in answers.items():
        if isinstance(value, dict):
            for fields in value.values():
                page.goto(f"{page.deal}/lists/{name}")
                for field, one in fields.items():
                    fill(page, f"{name}.+.{field}", one)
                press(page, "text=Save and add more")
        else:
            sections.setdefault(slug(questions[name].section), {})[name] = value
    for _ in range(2):  # an answer brings questions that its page had not
        for section, named in sections.items():
            page.goto(f"{page.deal}/sections/{section}")
            for name, value in named.items():
                fill(page, name, value)
            press(page, "text=Save and stay here")
            assert not page.locator(".problem").count(), page.inner_text("main")


def downloaded(page, words):
    with page.expect_download() as download:
        page.click(f"text={words}")
    return Path(download.value.path()).read_bytes()


def let_pass(page):
    """Confirm what is recommended, then let the rest of the gate pass, all by name."""
    page.goto(f"{page.deal}/recommended")
    page.fill("#by", "General Counsel")
    press(page, "text=Confirm all of them")
    page.goto(f"{page.deal}/review")
    while page.locator("[id^=by-]").count():
        form = page.locator("form", has=page.locator("[id^=by-]")).first
        form.locator("[id^=by-]").fill("General Counsel")
        form.locator("[id^=why-]").fill("The form is new")
        with page.expect_navigation():
            form.locator("button").click()


class DescribeADealOfThreePeople:
    def it_ends_in_the_approved_file_that_the_command_line_makes(self, enter, service, tmp_path):
        counsel, requester, other = enter("counsel"), enter("requester"), enter("other-side")
        counsel.goto(f"{counsel.deal}/sides")
        for name in ASKED:
            counsel.check(f'[name="side:{name}"][value=other-side]')
        counsel.check('[name="private:general_cap"]')
        press(counsel, "text=Save")
        answer(requester, service, DATA["answers"])
        answer(other, service, {"cure_time": "20 days", "general_cap": "USD 50000"})
        assert "50,000" not in requester.content()
        let_pass(counsel)
        press(counsel, "text=I have reviewed")
        if counsel.locator("#disclosed").count():
            counsel.check("#disclosed")
        press(counsel, "text=Approve revision")
        approved = downloaded(counsel, "Approved file")
        counsel.goto(counsel.deal)
        (tmp_path / "answers.json").write_bytes(downloaded(counsel, "Answers file"))
        other.goto(other.deal)
        assert downloaded(other, "Approved file") == approved
        made = tmp_path / "draft.docx"
        subprocess.run([*PROGRAM, "draft", tmp_path / "answers.json", "-o", made, "--quiet"],
                       check=True, capture_output=True, env=environment(), timeout=120)  # fmt: skip
        assert approved == made.read_bytes()


class DescribeThePages:
    def it_has_no_fault_that_axe_sees_and_never_scrolls_sideways(self, enter, service, deal):
        made = service[1]
        there = made.store.deals.get(deal)
        act = Act(made.now, Part.COUNSEL, "the administrator", "read a file")
        made.store.deals.save(there, made.library.form(DATA).data, act)
        now = made.store.deals.get(deal)
        made.store.deals.share(
            replace(now, asked_of=dict.fromkeys(ASKED, Part.OTHER_SIDE), private=tuple(ASKED[1:])),
            act,
        )
        shape = {"java_script_enabled": True, "bypass_csp": True}
        for part, paths in (("counsel", COUNSEL), ("other-side", OTHER),
                            ("requester", REQUESTER), ("approver", APPROVER)):  # fmt: skip
            page = enter(part, **shape)
            for path in paths:
                page.goto(page.deal + path)
                assert faults_wide_and_narrow(page) == [], path
            page.goto(f"{service[0]}/l/{page.token}")
            assert faults_wide_and_narrow(page) == [], "a link"
            if part not in WRONG:
                continue
            wrong = WRONG[part]
            page.goto(f"{page.deal}/sections/{wrong[0]}")
            fill(page, wrong[1], "soon")
            press(page, "text=Save and go on")
            page.wait_for_selector(".problem:focus")
            assert faults_wide_and_narrow(page) == []

    def it_has_none_for_whoever_has_no_link(self, browser, service):
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        for path in ("/", "/deals/1", "/l/unknown", "/nothing"):
            page.goto(service[0] + path)
            assert faults_wide_and_narrow(page) == [], path
        context.close()

    def it_is_every_page(self, service):
        """None is left out of the tests above."""
        paths = {"/", "/l/x", *(f"/deals/1{one}" for one in (*COUNSEL, *OTHER))}
        at = service[2].bind("localhost")
        pages = {one.endpoint for one in service[2].iter_rules()
                 if "GET" in one.methods and not one.endpoint.startswith("api.")}  # fmt: skip
        assert pages - FILES == {at.match(path)[0] for path in paths}

    def it_keeps_the_agreement_fresh_while_somebody_answers(self, enter, service, deal):
        made = service[1]
        act = Act(made.now, Part.COUNSEL, "the administrator", "read a file")
        made.store.deals.save(made.store.deals.get(deal), made.library.form(DATA).data, act)
        reader, writer = enter("counsel", java_script_enabled=True), enter("requester")
        reader.goto(f"{reader.deal}/preview")
        answer(writer, service, {"project_name": "Another Cup"})
        reader.wait_for_selector("text=Another Cup", timeout=30_000)
        assert re.search("Revision 3", reader.inner_text("main"))


def faults_wide_and_narrow(page):
    """What is wrong at a desk's width and at a phone's."""
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        found += faults(page)
    return found
