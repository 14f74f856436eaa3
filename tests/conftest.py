"""What all tests share: one cache, no deadlines, on a build machine the same examples every time.

`HYPOTHESIS_PROFILE=deep` tries many more examples than a desk or a build machine does.
"""

import gc
import os
import shutil
import tempfile

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile(
    "deep", deadline=None, max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "2000"))
)
settings.register_profile("many", deadline=None, max_examples=10_000)
_here = "ci" if os.environ.get("CI") else "desk"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", _here))


collect_ignore = ["support/office_acts.py"]  # run by the Python that LibreOffice brings
_CACHE = "DRAFTER_TESTS_CACHE"
_LONG = ("examples/test_cover", "cli/test_broken_library", "proof/", "redline/test_compare",
         "cli/test_new", "cli/test_registry", "examples/test_deals", "cli/test_ask",
         "matters/test_storage", "proofreading/test_hostile", "intake/test_form_laws",
         "test_any_deal")  # fmt: skip


def pytest_configure(config):
    """One cache for all tests, their workers and the programs they start; none from before.

    The tests keep libraries and drafts by the dozen, which are no garbage: it is looked for seldom.
    """
    gc.set_threshold(100_000, 20, 50)
    config.option.loadscopereorder = False  # by their number of tests: the longest have few
    if _CACHE not in os.environ:
        os.environ[_CACHE] = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(
            prefix="drafter-tests-"
        )
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(_CACHE), ignore_errors=True))


def pytest_collection_modifyitems(items):
    """The files that take long come first, so that no worker waits for one of them in the end."""
    items.sort(key=lambda one: not one.nodeid.removeprefix("tests/").startswith(_LONG))


def pytest_addoption(parser):
    parser.addoption("--refresh-golden", action="store_true", help="write tests/examples/golden")
