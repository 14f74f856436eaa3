"""What mkdocs calls: pages that the program tells, and pages that lie beside this folder."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from command_pages import print_commands
from library_pages import print_public_library
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from rule_pages import print_rules, with_links

ROOT = Path(__file__).resolve().parents[2]
MADE = {
    "commands.md": print_commands,
    "public-library.md": print_public_library,
    "what-rules-mean.md": print_rules,
}
BESIDE = {
    "index.md": "README.md",
    "contributing.md": "CONTRIBUTING.md",
    "security.md": "SECURITY.md",
    "examples/library-update.md": "examples/library-update/README.md",
    "examples/web-intake.md": "examples/web_intake/README.md",
}
"""Pages of the site that lie elsewhere in the project: none is copied."""

_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#]+)(#[^)]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages of docs/, and those made of the program and found beside it."""
    for uri, printed in MADE.items():
        files.append(File.generated(config, uri, content=printed()))
    for uri, path in BESIDE.items():
        files.append(File.generated(config, uri, abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A link of the project leads to the page of the site; to no page, it stays as words."""
    uri = page.file.src_uri
    if uri in MADE:
        return markdown
    told = with_links(markdown) if uri == "rules.md" else markdown
    return _LINK.sub(lambda link: _led(link, uri), told)


def _led(link: re.Match[str], uri: str) -> str:
    words, target, anchor = link.groups(default="")
    home = posixpath.dirname(BESIDE.get(uri, f"docs/{uri}"))
    path = posixpath.normpath(posixpath.join(home, target))
    to = _page_of(path)
    if to:
        return f"[{words}]({posixpath.relpath(to, posixpath.dirname(uri) or '.')}{anchor})"
    return words if words.strip("`/") in path else f"{words} (`{path}`)"


def _page_of(path: str) -> str | None:
    """The page of the site that a file or folder of the project is."""
    if path.startswith("docs/"):
        return path.removeprefix("docs/")
    places = {place: uri for uri, place in BESIDE.items()}
    return places.get(path) or places.get(f"{path}/README.md")
