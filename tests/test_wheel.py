"""Who installs drafter from a wheel gets the starter library and the house styles with it."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = (".py", ".pyc")
CARRIED = ("clause_library", "templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


class DescribeTheWheel:
    """A wheel is drafter away from its checkout."""

    @pytest.mark.parametrize("folder", CARRIED)
    def it_carries_every_file(self, wheel: Path, folder: str) -> None:
        """Each text of the library and each house style lies under `_bundled`."""
        here = {str(file.relative_to(ROOT)) for file in texts_and_styles(ROOT / folder)}
        carried = {name.removeprefix("drafter/_bundled/") for name in ZipFile(wheel).namelist()}
        assert here
        assert here <= carried

    def it_finds_what_it_carries(self, wheel: Path, tmp_path: Path) -> None:
        """Once installed, the two folders are the carried ones."""
        ZipFile(wheel).extractall(tmp_path)
        said = subprocess.run(
            [sys.executable, "-c", ASK], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        bundled = tmp_path / "drafter" / "_bundled"
        assert said.stdout.split("\n")[:2] == [str(bundled / folder) for folder in CARRIED]


ASK = """
from drafter.bundled import house_styles, starter_library
print(starter_library(), house_styles(), sep="\\n")
"""


def texts_and_styles(folder: Path) -> list[Path]:
    """The files of a folder, without tools and what editors and Python leave behind."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in TOOLS]
    return [path for path in files if not path.name.startswith((".", "~"))]
