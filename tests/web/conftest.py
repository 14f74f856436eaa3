"""The web form over the starter library, a visitor with one deal, and that deal as it is saved."""

import json
import os

import pytest
from jinja2 import FileSystemBytecodeCache
from support.examples import starter
from support.visitor import Visitor

from drafter import load_style
from examples.web_intake import create_app


@pytest.fixture
def app(tmp_path):
    app = create_app(tmp_path / "deals", starter(), load_style())
    app.testing = True
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(os.environ["XDG_CACHE_HOME"])
    return app


@pytest.fixture
def visitor(app):
    one = Visitor(app)
    one.start("co-marketing")
    return one


@pytest.fixture
def saved(app):
    """The one deal of the folder, as it was saved."""

    def read():
        (file,) = app.extensions["deals"].folder.iterdir()
        return json.loads(file.read_text(encoding="utf-8"))

    return read
