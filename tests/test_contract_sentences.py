"""Every code that the source raises has its sentence, with exactly the values that the sentence names; no sentence is idle."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from echopatch.core.contract import errors
from echopatch.core.contract.sentences import SENTENCES

ROOT = Path(__file__).resolve().parents[1]
TREES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for folder in ("core", "ui")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "sentences" not in path.parts
}
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.EchopatchError)}
SPEAKING = ERRORS | {"sentence", "warning", "progress"}


def named(code: str) -> set[str]:
    """The values that a sentence names."""
    return {field for _, field, _, _ in string.Formatter().parse(SENTENCES[code]) if field}


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Calls that speak to the user, with the name of what they call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SPEAKING:
                yield node, name


def codes(argument: ast.expr) -> list[str]:
    """The codes that an argument may stand for; none when they come from elsewhere."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return codes(argument.body) + codes(argument.orelse)
    return []


def spoken(tree: ast.Module) -> Iterator[tuple[int, str, set[str] | None]]:
    """Line, code, and the names of the values given (None when they cannot be told from the source)."""
    for call, name in calls(tree):
        place = 2 if name == "progress" else 0
        if len(call.args) > place:
            given = {str(one.arg) for one in call.keywords}
            open_ended = any(one.arg is None for one in call.keywords) or (name == "sentence")
            for code in codes(call.args[place]):
                yield call.lineno, code, None if open_ended else given
    for node in ast.walk(tree):  # warnings that travel as (code, values) until somebody reports them
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[1], ast.Dict):
            keys = [key.value if isinstance(key, ast.Constant) else None for key in node.elts[1].keys]
            for code in codes(node.elts[0]):
                if code in SENTENCES:
                    yield node.lineno, code, None if None in keys else {str(key) for key in keys}


def problems(tree: ast.Module) -> Iterator[str]:
    for line, code, given in spoken(tree):
        if code not in SENTENCES:
            yield f"line {line}: no sentence for '{code}'"
        elif given is not None and given != named(code):
            yield f"line {line}: '{code}' names {sorted(named(code))}, given {sorted(given)}"


def test_what_the_source_says_has_a_sentence_with_these_very_values() -> None:
    found = [f"{path}: {problem}" for path, tree in TREES.items() for problem in problems(tree)]
    assert not found, "\n".join(found)


def test_every_sentence_is_used() -> None:
    constants = {node.value for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert sorted(SENTENCES.keys() - constants) == []


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_one_plain_line(code: str) -> None:
    text = SENTENCES[code]
    assert text.strip() == text
    assert not set(text) & set("\n\N{EM DASH}\N{EN DASH}")
    assert text.isascii()
    if code.startswith("progress-"):
        assert named(code) == set(), "a progress bar has no values to fill in"


@pytest.mark.parametrize(
    "text",
    [
        "raise SceneError('no-such-code', path=1)",
        "raise ModelError('model-missing')",
        "raise ModelError('model-missing', path=1, reason=2)",
        "report.warning('device-wait', device=1)",
        "report.progress(0, 1, 'progress-nowhere')",
        "raise ModelError('model-missing' if x else 'no-such-code', path=1)",
        "warnings.append(('device-wait', {'device': 1}))",
    ],
)
def test_the_check_sees_what_breaks_it(text: str) -> None:
    assert len(list(problems(ast.parse(text)))) == 1


def test_the_check_accepts_what_is_right() -> None:
    speech = ("warning('device-wait', device=1, holder=2)", "warning(code, **values)", "progress(0, 1, 'progress-waiting')")
    good = "raise errors.ModelError('model-missing', path=1)\n" + "\n".join(f"report.{one}" for one in speech)
    assert list(problems(ast.parse(good))) == []
