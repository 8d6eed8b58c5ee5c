"""Commands that judge: evaluate."""

from dataclasses import dataclass

from ..settings import check_settings, setting


@dataclass(frozen=True)
class EvaluateConfig:
    """Judge a model on one split of a patch set: figures, how far to believe them, and a report to read."""

    model: str = setting("Model", "Model file.")
    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Report folder to write.")
    split: str = setting("Split", "Which patches to judge on.", default="test", choices=("train", "validation", "test"))
    trained_on: str = setting(
        "Trained on",
        "Patch set that the model was trained on, to check that none of its ground is judged; left out, not checked.",
        default="",
    )
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
