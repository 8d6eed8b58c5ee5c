"""What all algorithms share: parameters from the contract, one engine run, messages to the feedback, outputs back."""

import traceback
from functools import partial
from typing import Any, Dict, Mapping, Optional, Tuple

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtGui import QIcon

from ...core.contract.client import EngineFailed
from ...core.contract.commands import COMMANDS
from ...core.contract.errors import EchopatchError
from .. import engine, tasks
from ..environment import EngineMissing, engine_program
from ..fields import Field, config_of, fields_of
from ..icons import icon
from ..scenes import LayerUnfit
from ..translation import error_text, failure_text, message_text, sentence_text, tr
from .parameters import Given, Kind, label_of, make_parameter, parameter_name, plain_kind

HELP_URL = "https://github.com/echopatch/echopatch#readme"
_NOT_FOR_FORMS = ("json", "follow")  # how a terminal shows the answer, and what goes on until it is stopped


class EngineAlgorithm(QgsProcessingAlgorithm):
    """One command of the engine; a subclass names it and says what its settings mean."""

    COMMAND = ""
    """Of the contract's table."""
    NAME = ""
    """Known to scripts and models, so it never changes."""
    ICON = "echopatch"
    KINDS: Mapping[str, Kind] = {}
    """Settings that mean a file, a layer or a place."""
    ADVANCED: Tuple[str, ...] = ()
    """Settings of the command that few need; those of its groups are advanced anyway."""

    def __init__(self) -> None:
        super().__init__()
        self._inputs: Dict[str, Any] = {}

    def createInstance(self) -> "EngineAlgorithm":
        """A new algorithm of the same kind."""
        return type(self)()

    def name(self) -> str:
        """The name that scripts know."""
        return self.NAME

    def icon(self) -> QIcon:
        """As the toolbox shows it."""
        return icon(self.ICON)

    def shortDescription(self) -> str:
        """The tooltip in the toolbox."""
        return tr(COMMANDS[self.COMMAND].summary)

    def shortHelpString(self) -> str:
        """The summary, then what each setting means."""
        lines = [f"<p><b>{label_of(field)}</b><br>{tr(field.help)}</p>" for field in self.fields().values()]
        return f"<p>{self.shortDescription()}</p>" + "".join(lines)

    def helpUrl(self) -> str:
        """The page behind the help button."""
        return HELP_URL

    def canExecute(self) -> Tuple[bool, str]:
        """Whether the engine is set up, and what to do if not."""
        try:
            engine_program()
        except EngineMissing as missing:
            return False, str(missing)
        return True, ""

    def fields(self) -> Dict[str, Field]:
        """The settings of the command that a form shows, those that must be given first."""
        fields = fields_of(COMMANDS[self.COMMAND].config)
        shown = [field for field in fields.values() if field.name not in _NOT_FOR_FORMS]
        return {field.name: field for field in shown}

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """Declare a parameter for each setting, and the outputs."""
        for field in self.fields().values():
            advanced = bool(field.group) or field.name in self.ADVANCED
            self.addParameter(make_parameter(field, self._kind(field), advanced))
        self.declare_outputs()

    def declare_outputs(self) -> None:
        """Add what the command gives beside its destinations."""

    def prepareAlgorithm(self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:
        """Read the inputs, on the main thread, where the layers live."""
        try:
            self._inputs = self._values(Given(self, parameters, context, feedback), outputs=False)
        except LayerUnfit as unfit:
            raise QgsProcessingException(str(unfit)) from unfit
        return True

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Run the command; the one place that turns whatever happens into one sentence."""
        given = Given(self, parameters, context, feedback)
        try:
            values = self.complete({**self._inputs, **self._values(given, outputs=True)}, feedback)
            config = config_of(COMMANDS[self.COMMAND].config, values)
            outputs = self.run_engine(self.COMMAND, config, feedback)
            return self.results(config, outputs, given)
        except EngineFailed as failed:
            if failed.cancelled and feedback.isCanceled():
                feedback.pushInfo(failure_text(failed, self.COMMAND))
                return {}
            if failed.failure.detail:
                feedback.pushConsoleInfo(failed.failure.detail)
            raise QgsProcessingException(failure_text(failed, self.COMMAND)) from failed
        except EchopatchError as error:
            raise QgsProcessingException(error_text(error, self.COMMAND)) from error
        except EngineMissing as missing:
            raise QgsProcessingException(str(missing)) from missing
        except QgsProcessingException:
            raise
        except Exception as error:  # the boundary: beyond it is C++
            feedback.pushConsoleInfo(traceback.format_exc())
            values = {"error": f"{type(error).__name__}: {error}"}
            raise QgsProcessingException(sentence_text("bug", values, str(error))) from error

    def complete(self, values: Dict[str, Any], feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """The settings, with what only a run can tell; in the run's own thread."""
        return values

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The values of the declared outputs."""
        names = [name for name, field in self.fields().items() if self._kind(field).is_output]
        return {name.upper(): getattr(config, name) for name in names if getattr(config, name) is not None}

    def run_engine(self, command: str, config: Any, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """Run a command of the engine, its messages going to the feedback.

        Raises:
            EngineMissing: the engine is not set up.
            EngineFailed: the run gave no result.
        """
        feedback.pushCommandInfo(engine.console_line(command, config))
        return engine.run(command, config, partial(tell, feedback, command), feedback.isCanceled)

    def _kind(self, field: Field) -> Kind:
        return self.KINDS.get(field.name) or plain_kind(field)

    def _values(self, given: Given, outputs: bool) -> Dict[str, Any]:
        """What the user gave; settings left out are left to the contract's defaults."""
        found = {}
        for name, field in self.fields().items():
            kind = self._kind(field)
            if kind.is_output == outputs and (kind.is_output or given.has(parameter_name(field))):
                found[name] = kind.read(given, parameter_name(field))
        return {name: value for name, value in found.items() if value != ""}


def tell(feedback: QgsProcessingFeedback, command: str, message: Mapping[str, Any]) -> None:
    """Pass a message of a command on to whoever watches the run."""
    kind = message["type"]
    if isinstance(feedback, tasks.RunFeedback):
        feedback.hear({**message, "text": message_text(message, command)})
    if kind == "progress":
        feedback.setProgressText(message_text(message, command))
        if message["total"]:
            feedback.setProgress(100 * message["done"] / message["total"])
    elif kind == "warning":
        feedback.pushWarning(message_text(message, command))
    elif kind == "metric":
        figures = [f"{name} {value:.4g}" for name, value in message["values"].items() if value is not None]
        feedback.pushInfo(f"{message['step']}: " + ", ".join(figures))
    elif kind == "picture":
        feedback.pushInfo(f"{message['name']}: {message['path']}")
    else:
        feedback.pushConsoleInfo(str(message.get("text", message)))
