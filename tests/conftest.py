"""What all tests share: no deadlines, and on a build machine the same examples every time.

`HYPOTHESIS_PROFILE=deep` tries many more examples than a desk or a build machine does.
"""

import os

from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", deadline=None, max_examples=2000)
_here = "ci" if os.environ.get("CI") else "desk"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", _here))


def pytest_addoption(parser):
    parser.addoption("--refresh-golden", action="store_true", help="write tests/examples/golden")
