"""The translations hold every text of the source, wholly and with the same placeholders; the source hides none from them."""

import ast
import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "resources/i18n").glob("*.ts"))
FROM_THE_CONTRACT = re.compile(
    r"(field|FIELDS\[.*\])\.(label|help)|label|SENTENCES\[code\]|COMMANDS\[.*\]\.summary|name|word|"
    r"(one|asked)\.(name|label)|one\['name'\]|self\._names\[row\]"  # names of classes
)
SHOWS = re.compile(
    r"QLabel|QPushButton|QCheckBox|QRadioButton|QGroupBox|QAction|addItem|addAction|addButton|push(Warning|Info|Message|Success)|"
    r"set(Text|ToolTip|StatusTip|WindowTitle|Title|PlaceholderText|DialogTitle|HeaderLabels|Label)"
)
NAMES = ("Echopatch",)
"""Equal in every language."""


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


extract = load(ROOT / "resources/i18n/extract.py")
TEXTS = extract.all_texts()


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def elements(request: pytest.FixtureRequest) -> dict[str, ElementTree.Element]:
    return extract.read_translations(request.param)


@pytest.fixture
def translations(elements: dict[str, ElementTree.Element]) -> dict[str, str]:
    return {source: element.text or "" for source, element in elements.items() if source in TEXTS}


def placeholders(text: str) -> set[str]:
    return {f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name is not None}


def test_there_is_a_german_translation() -> None:
    assert ROOT / "resources/i18n/echopatch_de.ts" in FILES


def test_every_text_of_the_source_is_in_the_translation_and_no_other(elements: dict[str, ElementTree.Element]) -> None:
    assert TEXTS.keys() - elements.keys() == set(), "run make translations, then translate"
    assert elements.keys() - TEXTS.keys() == set(), "run make translations"


def test_every_text_is_translated(elements: dict[str, ElementTree.Element]) -> None:
    assert [source for source, element in elements.items() if element.get("type") or not (element.text or "").strip()] == []


def test_a_translation_names_the_same_values_and_flags(translations: dict[str, str]) -> None:
    for source, text in translations.items():
        assert placeholders(text) == placeholders(source), source
        assert set(re.findall(r"--[a-z-]+", text)) == set(re.findall(r"--[a-z-]+", source)), source


def numbers(text: str) -> list[str]:
    """Without the marks of thousands and decimals, which differ between languages."""
    return sorted(re.sub("[.,]", "", one) for one in re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"\{[^}]*\}", "", text)))


def test_a_translation_names_the_same_numbers(translations: dict[str, str]) -> None:
    for source, text in translations.items():
        assert numbers(text) == numbers(source), source


def test_a_translation_ends_as_the_text_does(translations: dict[str, str]) -> None:
    for source, text in translations.items():
        assert re.findall(r"[.:…]$", text) == re.findall(r"[.:…]$", source), source


def test_a_quoted_label_is_quoted_as_it_is_translated(translations: dict[str, str]) -> None:
    quoted = [(source, label) for source in translations for label in re.findall(r"“([^”{]+)”", source)]
    assert quoted
    for source, label in quoted:
        assert translations[label] in translations[source], source


def test_only_texts_of_the_contract_are_translated_by_variable() -> None:
    """Any other would never reach a translation."""
    first = [call.args[0] for path in extract.host_modules() for call in extract.tr_calls(path)]
    others = [ast.unparse(one) for one in first if not isinstance(one, ast.Constant)]
    assert [one for one in others if not FROM_THE_CONTRACT.fullmatch(one)] == []


def test_no_widget_shows_a_text_that_is_not_translated() -> None:
    found = [f"{path.name}:{call.lineno}: {text}" for path in extract.host_modules() for call, text in bare_texts(path)]
    assert found == []


def bare_texts(path: Path) -> list[tuple[ast.Call, str]]:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    shown = [call for call in calls if SHOWS.fullmatch(getattr(call.func, "id", getattr(call.func, "attr", "")))]
    texts = [(call, one.value) for call in shown for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [(call, text) for call, text in texts if re.search("[A-Za-z]", text) and text not in NAMES]


def test_new_texts_come_in_unfinished_known_ones_stay_and_vanished_ones_go(tmp_path: Path) -> None:
    path = tmp_path / "test.ts"
    old = {source: [extract.Text(source, "ui/a.py")] for source in ("kept", "vanished")}
    known = {"kept": ElementTree.Element("translation")}
    known["kept"].text = "behalten & so"
    extract.write(extract.translated(old, known), path)
    new = {source: [extract.Text(source, "ui/b.py")] for source in ("kept", "new <b>one</b>")}
    extract.write(extract.translated(new, extract.read_translations(path)), path)
    found = extract.read_translations(path)
    assert {source: (element.text, element.get("type")) for source, element in found.items()} == {
        "kept": ("behalten & so", None), "new <b>one</b>": (None, "unfinished"),
    }  # fmt: skip


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    for path in FILES:
        extract.write(extract.translated(TEXTS, extract.read_translations(path)), tmp_path / path.name)
        assert (tmp_path / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), "run make translations"
