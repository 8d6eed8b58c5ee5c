"""Errors a user can act on: each has a code, named values, and one sentence in the table of sentences."""

from typing import Any

from .sentences import sentence


class EchopatchError(Exception):
    """Something the user can fix; its text is the one line they read.

    Args:
        code: key of the sentence, such as ``scene-missing``.
        values: what the sentence names.
    """

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(sentence(code, values))
        self.code = code
        self.values = values


class ConfigError(EchopatchError):
    """A setting is out of its bounds or does not go with another."""


class SceneError(EchopatchError):
    """A scene cannot be read, or what it says is not enough."""


class PatchSetError(EchopatchError):
    """Labels or patches cannot be used as they are."""


class ModelError(EchopatchError):
    """A model file is broken, or does not fit what it is asked to do."""


class MappingError(EchopatchError):
    """A feature grid cannot be used."""


class OutputError(EchopatchError):
    """An output cannot be written."""


class DeviceError(EchopatchError):
    """The device asked for does not exist or does not work."""


class LearningError(EchopatchError):
    """A training run cannot start or cannot go on."""


class Cancelled(Exception):  # noqa: N818 - a request of the user, not an error
    """The user asked to stop; raised at the next safe point."""
