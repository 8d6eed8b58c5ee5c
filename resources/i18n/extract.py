"""Bring a translation up to date with the source: every text that a user may read, with what is translated already.

usage: python resources/i18n/extract.py TS_FILE

New texts come in as unfinished, vanished ones go. Which texts there are:
literals in ``tr(...)``, the strings of the forms, and the contract's sentences, labels, help texts and class names.
"""

import ast
import dataclasses
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = "Echopatch"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
sys.path.insert(0, str(ROOT))

from core.contract.commands import COMMANDS  # noqa: E402 - the contract needs no installation, only its folder
from core.contract.legend import TERRASAR_X_LEGEND  # noqa: E402
from core.contract.sentences import SENTENCES  # noqa: E402


@dataclass(frozen=True)
class Text:
    """One text to translate."""

    source: str
    place: str
    """The file it stands in, from the root."""


def all_texts(root: Path = ROOT) -> dict[str, list[Text]]:
    """Every text of the source, with the places where it stands."""
    found: dict[str, list[Text]] = {}
    for text in (*_code_texts(root), *_form_texts(root), *_contract_texts()):
        found.setdefault(text.source, []).append(text)
    return found


def read_translations(path: Path) -> dict[str, ElementTree.Element]:
    """The translation of each text in a file, its marks with it."""
    messages = ElementTree.parse(path).getroot().iter("message") if path.exists() else ()  # noqa: S314 - our own file
    return {message.findtext("source", ""): message.find("translation") for message in messages}


def translated(texts: dict[str, list[Text]], known: dict[str, ElementTree.Element]) -> ElementTree.Element:
    """The content of a file: each text with the translation that is known, or none."""
    root = ElementTree.Element("TS", {"version": "2.1", "language": "de", "sourcelanguage": "en"})
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, uses in texts.items():
        message = ElementTree.SubElement(context, "message")
        for place in dict.fromkeys(use.place for use in uses):
            # from the folder of the translation, as Qt's tools want it; without lines, which would change with every edit
            ElementTree.SubElement(message, "location", {"filename": f"../../{place}"})
        ElementTree.SubElement(message, "source").text = source
        message.append(known.get(source, ElementTree.Element("translation", {"type": "unfinished"})))
    return root


def write(root: ElementTree.Element, path: Path) -> None:
    """Write a translation the way Qt's tools do."""
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(f"{HEAD}{body}\n".replace("\n    ", "\n"), encoding="utf-8", newline="\n")


def tr_calls(path: Path) -> Iterator[ast.Call]:
    """Each call of ``tr`` in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node


def host_modules(root: Path = ROOT) -> list[Path]:
    """The modules that speak to the user."""
    return [root / "plugin.py", *sorted((root / "ui").rglob("*.py"))]


def _code_texts(root: Path) -> Iterator[Text]:
    for path in host_modules(root):
        for call in tr_calls(path):
            first = call.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield Text(first.value, path.relative_to(root).as_posix())


def _form_texts(root: Path) -> Iterator[Text]:
    for path in sorted((root / "ui").rglob("*.ui")):
        for element in ElementTree.parse(path).getroot().iter("string"):  # noqa: S314 - our own file
            if element.text and element.get("notr") != "true":
                yield Text(element.text, path.relative_to(root).as_posix())


def _contract_texts() -> Iterator[Text]:
    for command in COMMANDS.values():
        yield Text(command.summary, _place(command.config))
        for config, field in _settings(command.config):
            yield Text(field.metadata["label"], _place(config))
            yield Text(field.metadata["help"], _place(config))
    for code in SENTENCES:
        yield Text(SENTENCES[code], "core/contract/sentences/__init__.py")
    for one in TERRASAR_X_LEGEND:
        yield Text(one.name, "core/contract/legend.py")


def _settings(config: type) -> Iterator[tuple[type, "dataclasses.Field[Any]"]]:
    """Each setting with the group it stands in; choices are words of the command line, which ``ui`` names in ``tr``."""
    for field in dataclasses.fields(config):
        if field.metadata:
            yield config, field
        else:
            yield from _settings(field.default_factory)  # type: ignore[arg-type]


def _place(config: type) -> str:
    return config.__module__.replace(".", "/") + ".py"


if __name__ == "__main__":
    ts_file = Path(sys.argv[1])
    write(translated(all_texts(), read_translations(ts_file)), ts_file)
