"""The language of the user: one translation context for the whole plugin, engine's messages and contract's labels included."""

import re
from typing import Any, Dict, Mapping

from qgis.PyQt.QtCore import QCoreApplication

from ..core.contract.client import EngineFailed
from ..core.contract.commands import COMMANDS
from ..core.contract.errors import EchopatchError
from ..core.contract.sentences import SENTENCES
from .fields import fields_of

CONTEXT = "Echopatch"
_FLAG = re.compile(r"--[a-z][a-z0-9-]+")


def tr(text: str) -> str:
    """The text in the user's language; English where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)


def message_text(message: Mapping[str, Any]) -> str:
    """What a message of the engine says, in the user's language and with the names that the forms show."""
    code = message.get("code", "")
    english = message.get("message", message.get("text", ""))
    return sentence_text(code, message.get("values", {}), english)


def failure_text(failed: EngineFailed) -> str:
    """Why a run gave no result."""
    return sentence_text(failed.failure.code, failed.failure.values, failed.failure.message)


def error_text(error: EchopatchError) -> str:
    """What is wrong with a request."""
    return sentence_text(error.code, error.values, str(error))


def sentence_text(code: str, values: Mapping[str, Any], english: str) -> str:
    """The translated sentence of a code; the English one where this plugin does not know the code."""
    try:
        text = tr(SENTENCES[code]).format(**values)
    except KeyError:
        text = english
    text = _FLAG.sub(_label, text)
    return text[:1].upper() + text[1:]


def _label(flag: "re.Match[str]") -> str:
    """The quoted label of a flag: whoever fills in a form knows no flags."""
    label = _labels().get(flag.group())
    return flag.group() if label is None else f"“{tr(label)}”"


def _labels() -> Dict[str, str]:
    return {field.flag: field.label for command in COMMANDS.values() for field in fields_of(command.config).values()}
