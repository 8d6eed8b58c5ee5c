"""Commands about one model file: model info."""

from dataclasses import dataclass

from ..settings import check_settings, setting


@dataclass(frozen=True)
class ModelInfoConfig:
    """Open a model as every other command would, let it answer once, and say what its card says."""

    model: str = setting("Model", "Model file.", positional=True)
    json: bool = setting("As JSON", "Print one JSON object instead of text.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
