"""Commands that compare: compare sets models against each other, curve sets numbers of labels."""

from dataclasses import dataclass
from typing import Tuple

from ..errors import ConfigError
from ..settings import check_settings, setting


@dataclass(frozen=True)
class CompareConfig:
    """Compare models on the same patches: which is better, and whether that is sure."""

    model: Tuple[str, ...] = setting("Models", "Two or more model files; the others are compared with the first.")
    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Report folder to write.")
    split: str = setting("Split", "Which patches to compare on.", default="test", choices=("train", "validation", "test"))
    resamples: int = setting("Resamples", "Draws of the bootstrap that gives the intervals.", default=2000, low=200, high=100_000)
    seed: int = setting("Seed", "Equal seeds give equal intervals.", default=0, low=0)
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if len(self.model) < 2:
            raise ConfigError("compare-one-model", models=len(self.model))
