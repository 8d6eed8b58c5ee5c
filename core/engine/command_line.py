"""The command line: parse the request, run the command, answer, exit."""

import dataclasses
import importlib
import json
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, cast, get_args, get_type_hints

import tyro

from ... import __version__
from ..contract.commands import COMMANDS, Command
from ..contract.errors import Cancelled, EchopatchError
from ..contract.sentences import sentence
from ..contract.settings import flag_name
from .reporting import CancelFlag, JsonLines, Terminal

DONE, USER_CAN_FIX, WRONG_FLAGS, CANCELLED, BUG = 0, 1, 2, 3, 70
_JSON_LINES = "--json-lines"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 the user can fix it, 2 wrong flags, 3 cancelled, 70 a bug.

    Args:
        arguments: those of the process when left out.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    cancel = CancelFlag()
    report: Terminal | JsonLines
    if _JSON_LINES in words:
        words.remove(_JSON_LINES)
        report = JsonLines(cancel)
        cancel.listen_to(sys.stdin)
    else:
        report = Terminal(cancel)
    cancel.listen_to_signals()
    code = _answer(words, report)
    return code if _is_read() else CANCELLED


def _is_read() -> bool:
    """Whether the answer reached its reader, who may have gone, as ``| head`` does once it has seen enough."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # the interpreter flushes again at its end, and would complain there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def _answer(words: list[str], report: Terminal | JsonLines) -> int:
    """Run, and turn whatever happens into one answer and an exit code; the one place that catches everything."""
    try:
        _run(words, report)
    except EchopatchError as error:
        report.failure(error.code, error.values, str(error), "")
        return USER_CAN_FIX
    except SystemExit as stop:
        if stop.code not in (None, 0):
            report.failure("wrong-flags", {}, sentence("wrong-flags", {}), "")
            return WRONG_FLAGS
    except BrokenPipeError:
        return CANCELLED
    except (Cancelled, KeyboardInterrupt):
        report.failure("cancelled", {}, sentence("cancelled", {}), "")
        return CANCELLED
    except Exception as error:  # noqa: BLE001 - the boundary of the process
        values = {"error": f"{type(error).__name__}: {error}"}
        report.failure("bug", values, sentence("bug", values), traceback.format_exc())
        return BUG
    return DONE


def _run(words: list[str], report: Terminal | JsonLines) -> None:
    if not words or words[0] in ("-h", "--help"):
        report.result({"text": overview()})
    elif words[0] == "--version":
        report.result({"text": f"echopatch {__version__}"})
    else:
        name = command_name(words)
        command = COMMANDS[name]
        config = parse(name, command, words[len(name.split()) :])
        outputs = load(command)(config, report)
        if getattr(config, "json", False) and isinstance(report, Terminal):
            outputs = {"text": json.dumps(outputs["info"], indent=2, ensure_ascii=False, default=str)}
        report.result(outputs)


def overview() -> str:
    """What ``echopatch --help`` says."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            "usage: echopatch COMMAND [--flag value ...]",
            "",
            "Classifies TerraSAR-X scenes patch by patch.",
            "",
            "commands:",
            *lines,
            "",
            "echopatch COMMAND --help says more. --json-lines answers with one JSON object a line, for programs.",
        ]
    )


def command_name(words: Sequence[str]) -> str:
    """The command that the first one or two words name.

    Raises:
        EchopatchError: no such command.
    """
    for count in (2, 1):
        name = " ".join(words[:count])
        if name in COMMANDS:
            return name
    raise EchopatchError("command-unknown", command=words[0], choices=", ".join(COMMANDS))


def parse(name: str, command: Command, words: Sequence[str]) -> Any:
    """The config that the flags ask for.

    Raises:
        SystemExit: 2 for flags that cannot be understood, 0 after ``--help``.
        ConfigError: a value is out of its bounds.
    """
    flags: Any = tyro.cli(_flags(command.config), prog=f"echopatch {name}", description=command.summary, args=list(words))
    return _rebuild(command.config, flags)


def _flags(config: type[Any]) -> type[Any]:
    """The config as tyro reads it: flat, each field annotated with what its metadata say."""
    return dataclasses.make_dataclass(config.__name__, list(_flag_fields(config)), frozen=True, kw_only=True)


def _flag_fields(config: type[Any]) -> Iterator[tuple[str, Any, Any]]:
    hints = get_type_hints(config)
    for field in dataclasses.fields(config):
        hint = hints[field.name]
        if dataclasses.is_dataclass(hint):
            yield from _flag_fields(cast(type[Any], hint))
        else:
            default: Any = dataclasses.field() if field.default is dataclasses.MISSING else dataclasses.field(default=field.default)
            yield field.name, _annotated(hint, field), default


def _annotated(hint: Any, field: "dataclasses.Field[Any]") -> Any:
    unit = f" In {field.metadata['unit']}." if field.metadata["unit"] else ""
    argument = tyro.conf.arg(
        name=flag_name(field)[2:],
        help=field.metadata["help"] + unit,
        metavar=_metavar(hint, field),
        help_behavior_hint="" if field.default in (None, ()) else None,
    )
    marker = (tyro.conf.Positional,) if field.metadata["positional"] else ()
    return Annotated[(hint, argument, *marker)]


def _metavar(hint: Any, field: "dataclasses.Field[Any]") -> str | None:
    """What stands behind the flag in the help: the choices, or the type in the users' words."""
    if hint is bool:
        return None
    if field.metadata["positional"]:
        return field.name.upper()
    words = {str: "TEXT", int: "INTEGER", float: "NUMBER"}
    kinds = [kind for kind in (get_args(hint) or (hint,)) if kind is not type(None)]
    inner = [one for kind in kinds for one in (get_args(kind) or (kind,))]
    if field.metadata["choices"]:
        return "|".join(field.metadata["choices"])
    return " ".join("..." if one is Ellipsis else words[one] for one in inner)


def _rebuild(config: type[Any], flags: Any) -> Any:
    """The real config, which checks itself, from what tyro parsed."""
    hints = get_type_hints(config)
    values = {}
    for field in dataclasses.fields(config):
        hint = hints[field.name]
        values[field.name] = _rebuild(cast(type[Any], hint), flags) if dataclasses.is_dataclass(hint) else getattr(flags, field.name)
    return config(**values)


def load(command: Command) -> Any:
    """The function that runs a command; the job table's late import keeps ``--help`` quick."""
    module, function = command.runs.split(":")
    return getattr(importlib.import_module(f".{module}", __package__), function)
