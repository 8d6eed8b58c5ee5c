"""The command doctor."""

from dataclasses import dataclass

from ..settings import check_settings, setting


@dataclass(frozen=True)
class DoctorConfig:
    """Say whether the engine works here: versions, devices, and the measured patch rate."""

    json: bool = setting("As JSON", "Print one JSON object instead of text.", default=False)
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")

    def __post_init__(self) -> None:
        check_settings(self)
