"""Commands that estimate areas from a probability sample: sample draws it, areas evaluates it."""

from dataclasses import dataclass
from typing import Optional

from ..settings import check_settings, setting

DESIGNS = ("stratified", "simple")
ALLOCATIONS = ("floor", "proportional", "equal")


@dataclass(frozen=True)
class SampleConfig:
    """Draw a probability sample of the cells of a result, for an analyst to label."""

    result: str = setting("Result", "GeoPackage that classify wrote.")
    output: str = setting("Sample", "GeoPackage to write: the drawn cells, with an empty field class to fill in.")
    design: str = setting(
        "Design", "stratified draws within each predicted class, simple draws from all cells alike.", default="stratified", choices=DESIGNS
    )
    count: Optional[int] = setting(
        "Cells", "How many to draw; left out, as many as the standard error needs.", default=None, low=2, high=1_000_000
    )
    standard_error: float = setting(
        "Standard error", "Aim for the overall accuracy, when the number of cells is left out.", default=0.02, low=0.001, high=0.2
    )
    allocation: str = setting(
        "Allocation",
        "Cells per class: proportional to size, equal, or floor: proportional with a least number for each.",
        default="floor",
        choices=ALLOCATIONS,
    )
    min_per_class: int = setting("Least per class", "Cells that allocation floor gives to the smallest class.", default=50, low=2)
    seed: int = setting("Seed", "Equal seeds draw equal samples.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class AreasConfig:
    """Estimate the true area of each class, and the accuracy of a result, from a labelled probability sample."""

    result: str = setting("Result", "GeoPackage that classify wrote.")
    labels: str = setting("Labelled sample", "GeoPackage that sample wrote, with every class filled in.")
    output: str = setting("Output", "Report folder to write.")
    post_stratify: bool = setting(
        "Post-stratify", "Weigh a simple sample by the mapped areas too: narrower intervals at no cost.", default=True
    )
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
