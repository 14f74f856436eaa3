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
settings.register_profile("deep", deadline=None, max_examples=2000)
_here = "ci" if os.environ.get("CI") else "desk"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", _here))


_CACHE = "DRAFTER_TESTS_CACHE"


def pytest_configure(config):
    """One cache for all tests, their workers and the programs they start; none from before.

    The tests keep libraries and drafts by the dozen, which are no garbage: it is looked for seldom.
    """
    gc.set_threshold(100_000, 20, 50)
    if _CACHE not in os.environ:
        os.environ[_CACHE] = os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(
            prefix="drafter-tests-"
        )
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(_CACHE), ignore_errors=True))


def pytest_addoption(parser):
    parser.addoption("--refresh-golden", action="store_true", help="write tests/examples/golden")
