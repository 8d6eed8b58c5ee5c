"""The command gan assess: how near synthetic patches come to real ones."""

from dataclasses import dataclass

from ..settings import check_settings, setting


@dataclass(frozen=True)
class GanAssessConfig:
    """Judge synthetic patches beside real ones: levels, speckle, texture, features, diversity, copies; a report to read."""

    synthetic: str = setting("Synthetic patches", "Folder NAME.patchset with synthetic patches.")
    patches: str = setting("Real patches", "Folder NAME.patchset that the generator learned from.")
    output: str = setting("Output", "Report folder to write.")
    model: str = setting("Model", "SAR-trained network through which patches are compared: shipped, or a model file.", default="shipped")
    most_patches: int = setting(
        "Most patches", "Of each class and source, drawn at random; copies are looked for among all training patches.",
        default=500, low=10, high=100_000,
    )  # fmt: skip
    seed: int = setting("Seed", "Equal seeds give equal figures on a CPU.", default=0, low=0)
    device: str = setting("Device", "auto, cpu, cuda, cuda:N or mps.", default="auto")
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
