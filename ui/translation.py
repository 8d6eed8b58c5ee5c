"""The language of the user: one translation context for the whole plugin, engine's messages and contract's labels included."""

import re
from functools import partial
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..core.contract.client import EngineFailed
from ..core.contract.commands import COMMANDS
from ..core.contract.errors import EchopatchError
from ..core.contract.sentences import SENTENCES
from .fields import fields_of

CONTEXT = "Echopatch"
_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"
_FLAG = re.compile(r"--[a-z][a-z0-9-]+")


class Told(Exception):  # noqa: N818 - says what is the case, as the contract's errors do
    """Something the user can act on; the text is translated and says what to do."""


def tr(text: str) -> str:
    """The text in the user's language; English where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)


def install_translator() -> Optional[QTranslator]:
    """Translate into the language of QGIS, if there is a translation; the caller keeps the translator alive."""
    translator = QTranslator()
    if not translator.load(f"echopatch_{QgsApplication.locale()[:2]}", str(_FOLDER)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translator(translator: Optional[QTranslator]) -> None:
    """Speak English again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def message_text(message: Mapping[str, Any], command: str = "") -> str:
    """What a message of the engine says, in the user's language and with the names that the forms show."""
    code = message.get("code", "")
    english = message.get("message", message.get("text", ""))
    return sentence_text(code, message.get("values", {}), english, command)


def failure_text(failed: EngineFailed, command: str = "") -> str:
    """Why a run gave no result."""
    return sentence_text(failed.failure.code, failed.failure.values, failed.failure.message, command)


def error_text(error: EchopatchError, command: str = "") -> str:
    """What is wrong with a request."""
    return sentence_text(error.code, error.values, str(error), command)


def any_error_text(error: Exception) -> str:
    """What went wrong, as one sentence, whatever it was."""
    if isinstance(error, EngineFailed):
        return failure_text(error)
    if isinstance(error, EchopatchError):
        return error_text(error)
    if isinstance(error, Told):
        return str(error)
    return sentence_text("bug", {"error": f"{type(error).__name__}: {error}"}, str(error))


def sentence_text(code: str, values: Mapping[str, Any], english: str, command: str = "") -> str:
    """The translated sentence of a code; the English one where this plugin does not know the code.

    Args:
        code: of the contract's table.
        values: that the sentence names.
        english: the sentence as the engine has written it.
        command: whose form the user has filled in, where that is known: what flags are called differs between forms.
    """
    try:
        # before the values are in: a path that begins a sentence keeps its letters
        text = _capitalised(tr(SENTENCES[code])).format(**values)
    except KeyError:
        text = _capitalised(english)
    return _FLAG.sub(partial(_label, _labels(command)), text)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _label(labels: Mapping[str, str], flag: "re.Match[str]") -> str:
    """The quoted label of a flag: whoever fills in a form knows no flags."""
    label = labels.get(flag.group())
    return flag.group() if label is None else tr("“{label}”").format(label=tr(label))


def _labels(command: str) -> Dict[str, str]:
    """The label of each flag, as the command itself calls it where several share one."""
    last = [COMMANDS[command]] if command else []
    return {field.flag: field.label for one in (*COMMANDS.values(), *last) for field in fields_of(one.config).values()}
