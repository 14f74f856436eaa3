"""The web form in a browser: a whole deal, and no fault that axe can see, wide and narrow."""

import subprocess
from pathlib import Path
from shutil import which
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright
from support.browser import faults, press
from support.command import answers_of, example
from support.examples import starter
from support.terminal import PROGRAM, environment
from support.visitor import typed
from werkzeug.serving import WSGIRequestHandler, make_server

from examples.web_intake import create_app
from examples.web_intake.deals import Deals

SCRIPT = "<script>document.title = 'run'</script>"
WIDE, NARROW = 1280, 320
ASIDE = {"lock_in": "6 months", "pilot_scope": "one city"}  # neither is asked in this deal
TERM = {"heading": "Cup return", "text": "Each member returns the cup.", "after": "exit",
        "by": "", "reason": "cups are lent"}  # fmt: skip

PAGES = (  # of a deal; beside them there is the start page alone
    "", "/check", "/clash", "/sections/money", "/questions/unequal_parties",
    "/questions/result_kinds", "/questions/effective_date", "/lists/parties", "/lists/parties/1",
    "/lists/parties/1/name", "/lists/parties/1/country", "/lists/parties/2/remove",
    "/lists/parties/1/short-name", "/special-terms", "/special-terms/1",
    "/special-terms/1/remove", "/set-aside", "/warnings", "/warnings/R106", "/recommended",
    "/proposed", "/agreement", "/questions/nothing",
)  # fmt: skip
FILES = {"static", "checking.draft", "checking.record"}


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        """No line a request."""


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """The form on a free port: its address and its folder."""
    folder = tmp_path_factory.mktemp("deals")
    server = make_server("127.0.0.1", 0, create_app(folder, starter()), request_handler=Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder
    server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as tools:
        chromium = tools.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """A page as a visitor without JavaScript has it."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def clashing(service):
    """A deal that is answered, two of its answers against each other."""
    deals, data = Deals(service[1], starter()), answers_of("workout-rewards")
    more = {"exit_right": "any-time", "minimum_commitment": "yes", "brand_depth": "announcement",
            "announcements": "no-announcements"}  # fmt: skip
    deal = deals.new(data["precedent"])
    with deals.changing(deal) as (form, save):
        save(form.answer({**data["answers"], **more, **ASIDE}).put_term(TERM))
    return deal


def start(page, address, precedent):
    page.goto(f"{address}/start")
    page.check(f"input[value={precedent}]")
    go_on(page)
    return page.url


def go_on(page):
    press(page, "main form button:has-text('Continue') >> nth=-1")


def fill(page, value):
    """Answer the page that is open and press Continue."""
    for one in (value or ["!none"]) if isinstance(value, list) else [typed(value)]:
        choice = page.locator(f'[name=answer][value="{one}"]:not([type=text])')
        if choice.count():
            choice.check()
    if page.locator("#answer").count():
        page.fill("#answer", typed(value))
    go_on(page)


def answer(page, deal, name, value):
    """Answer a question, or each field of each record in the order that the form leads to."""
    if not isinstance(value, dict):
        page.goto(f"{deal}/questions/{name}")
        return fill(page, value)
    for number, (id, fields) in enumerate(value.items(), 1):
        page.goto(f"{deal}/lists/{name}")
        press(page, "#add")
        while page.url != f"{deal}/lists/{name}":
            fill(page, fields.get(page.url.rpartition("/")[2], ""))
        page.goto(f"{deal}/lists/{name}/{number}/short-name")
        fill(page, id)
        page.goto(f"{deal}/lists/{name}")
    return go_on(page)


def write_term(page, deal, term):
    """Write a special term on a page of its own."""
    page.goto(f"{deal}/special-terms")
    press(page, "#add")
    place = "replaces" if "replaces" in term else "after"
    page.check(f"#place-{place}")
    page.select_option("#clause", term[place])
    for name in ("heading", "text", "by", "reason"):
        page.fill(f"#{name}", term.get(name, ""))
    go_on(page)


def drafted_by_command(name, folder):
    """The file that `drafter draft` makes of an example."""
    made = folder / "draft.docx"
    subprocess.run([*PROGRAM, "draft", example(name), "-o", made, "--quiet"], check=True,
                   capture_output=True, env=environment(), timeout=120)  # fmt: skip
    return made.read_bytes()


class DescribeADealInABrowser:
    def it_makes_the_smart_handbag_agreement_that_the_command_line_makes(
        self, page, service, tmp_path
    ):
        data = answers_of("smart-handbag")
        deal = start(page, service[0], data["precedent"])
        for name, value in data["answers"].items():
            answer(page, deal, name, value)
        for term in data["special_terms"].values():
            write_term(page, deal, term)
        page.goto(f"{deal}/check")
        with page.expect_download() as download:
            page.click("text=Download the draft")
        made = Path(download.value.path()).read_bytes()
        assert made == drafted_by_command("smart-handbag", tmp_path)

    def it_shows_script_as_text(self, browser, service):
        page = browser.new_page()
        deal = start(page, service[0], "co-marketing")
        answer(page, deal, "project_name", SCRIPT)
        page.goto(f"{deal}/check")
        assert SCRIPT in page.inner_text("main")
        assert page.title().startswith("Check your answers")


class DescribeThePages:
    @pytest.mark.parametrize("width", [WIDE, NARROW])
    def it_has_no_fault_that_axe_sees_and_never_scrolls_sideways(
        self, browser, service, clashing, width
    ):
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        page, deal = context.new_page(), f"{service[0]}/deal/{clashing}"
        for path in ("/start", *(f"/deal/{clashing}{one}" for one in PAGES)):
            page.goto(service[0] + path)
            assert faults(page) == [], path
        for wrong in ("soon", "01/05/2027"):
            answer(page, deal, "effective_date", wrong)
            assert faults(page) == [], wrong
            assert page.evaluate("document.activeElement.className") == "problem"
        write_term(page, deal, {**TERM, "reason": ""})
        assert faults(page) == []
        page.goto(f"{deal}/warnings/R106")
        assert faults(page) == []
        press(page, "text=Keep them")
        assert faults(page) == []
        answer(page, deal, "exit_right", "no-exit")
        assert page.locator(".did li").count()
        assert faults(page) == []
        context.close()

    def it_is_every_page(self, tmp_path):
        """None is left out of the test above."""
        routes = create_app(tmp_path, starter()).url_map
        at = routes.bind("localhost")
        seen = {at.match(path)[0] for path in ("/", "/start", *(f"/deal/x{one}" for one in PAGES))}
        assert {one.endpoint for one in routes.iter_rules() if "GET" in one.methods} - FILES == seen
