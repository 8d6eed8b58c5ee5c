"""What a running command tells its caller."""

from typing import Any, Mapping, Protocol


class Reporter(Protocol):
    """The voice of a command; a terminal, a JSON stream or a test listens."""

    def progress(self, done: int, total: int, code: str) -> None:
        """Say how far the run is. The safe point: a cancelled run stops here.

        Raises:
            Cancelled: the user asked to stop.
        """

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Give figures of one step, such as the losses of an epoch."""

    def picture(self, name: str, path: str) -> None:
        """Point at a PNG that the run has written."""

    def warning(self, code: str, **values: Any) -> None:
        """Say something the user should know; the run goes on."""


class Silent:
    """A reporter that says nothing and never cancels, for library use and tests."""

    def progress(self, done: int, total: int, code: str) -> None:
        """Say nothing."""

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Say nothing."""

    def picture(self, name: str, path: str) -> None:
        """Say nothing."""

    def warning(self, code: str, **values: Any) -> None:
        """Say nothing."""
