"""Commands that judge: evaluate."""

from dataclasses import dataclass

from ..settings import check_settings, setting


@dataclass(frozen=True)
class EvaluateConfig:
    """Judge a model on one split of a patch set."""

    model: str = setting("Model", "Model file.")
    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Report folder to write.")
    split: str = setting("Split", "Which patches to judge on.", default="test", choices=("train", "validation", "test"))
    batch_size: int = setting("Batch size", "Patches per step.", default=64, low=1, high=4096)
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
