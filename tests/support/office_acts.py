"""What LibreOffice does to Word files when it is asked by its own interface.

Run by a Python that has LibreOffice's `uno` (on Debian `python3-uno` for /usr/bin/python3):
`office_acts.py PIPE FOLDER`. In the folder, `NAME.ACT.docx` becomes `NAME.ACT.docx.txt`, the text
with numbers as LibreOffice prints it; edited by the steps of `NAME.edit.docx.json`, it becomes
`NAME.edit.docx.kept`, as LibreOffice saves it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

ALL = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
TEXT = {"FilterName": "Text (encoded)", "FilterOptions": "UTF8,LF"}
WORD = {"FilterName": "MS Word 2007 XML"}
BREAK = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK


def main(pipe: str, folder: Path) -> None:
    office = _connected(pipe)
    desktop = office.getServiceManager().createInstanceWithContext(
        "com.sun.star.frame.Desktop", office
    )
    for path in sorted(folder.glob("*.docx")):
        _one(office, desktop, path, path.suffixes[-2][1:])
    desktop.terminate()


def _one(office: Any, desktop: Any, path: Path, act: str) -> None:
    document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, _named(Hidden=True))
    if document is None:
        return
    if act in ALL:
        _order(office, document, ALL[act])
    if act == "edit":
        for step in json.loads(Path(f"{path}.json").read_text("utf-8")):
            _edit(document, *step)
        document.storeToURL(path.as_uri() + ".kept", _named(**WORD))
    else:
        document.storeToURL(path.as_uri() + ".txt", _named(**TEXT))
    document.close(True)


def _edit(document: Any, act: str, words: str = "", new: str = "") -> None:
    """One step: `track`; or `say`, `behind`, `drop`, `bold`, `split` at words of the file."""
    if act == "track":
        document.RecordChanges = True
        return
    found = _found(document, words)
    text = found.getText()
    cursor = text.createTextCursorByRange(found)
    if act == "say":
        cursor.setString(new)
    elif act == "bold":
        cursor.CharWeight = 150.0
    elif act == "split":
        cursor.collapseToEnd()
        text.insertControlCharacter(cursor, BREAK, False)
    elif act == "behind":
        cursor.gotoEndOfParagraph(False)
        text.insertControlCharacter(cursor, BREAK, False)
        text.insertString(cursor, new, False)
    elif act == "drop":
        cursor.gotoStartOfParagraph(False)
        cursor.gotoNextParagraph(True)
        cursor.setString("")


def _found(document: Any, words: str) -> Any:
    """The last place of these words: the contents come first."""
    search = document.createSearchDescriptor()
    search.setSearchString(words)
    places = document.findAll(search)
    assert places.getCount(), words
    return places.getByIndex(places.getCount() - 1)


def _order(office: Any, document: Any, order: str) -> None:
    dispatcher = office.getServiceManager().createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", office
    )
    dispatcher.executeDispatch(document.CurrentController.Frame, order, "", 0, ())


def _named(**values: Any) -> tuple[Any, ...]:
    made = []
    for name, value in values.items():
        made.append(PropertyValue())
        made[-1].Name, made[-1].Value = name, value
    return tuple(made)


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
