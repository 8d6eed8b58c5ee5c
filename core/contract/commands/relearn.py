"""The command relearn: from labels to a map at once."""

from dataclasses import dataclass
from typing import Optional

from ..settings import check_settings, setting


@dataclass(frozen=True)
class RelearnConfig:
    """Learn a head from labels of a feature grid and map the grid with it, in a second or two."""

    features: str = setting("Feature grid", "Folder NAME.features of the scene.")
    labels: str = setting("Labels", "Vector file with labelled points or polygons.")
    output: str = setting("Map", "GeoTIFF to write: class code, confidence and margin of each cell; its colours stand beside it in a QML.")
    model: Optional[str] = setting("Model", "Model file NAME.safetensors to write as well.", default=None)
    label_field: str = setting("Label field", "Field of the labels that holds the class.", default="class")
    min_cover: float = setting(
        "Least cover", "Share of the patch around a cell that a class must cover to label it.", default=0.6, low=0.01, high=1.0
    )
    block_m: float = setting(
        "Block size", "Side of the spatial blocks of cells that are left out in turn, to tell how good the head is.",
        default=1000.0, unit="m", low=0.0,
    )  # fmt: skip
    most_cells: int = setting("Most cells", "Labelled cells of one class beyond this number are thinned out evenly.", default=500, low=1)
    penalty: float = setting("Penalty", "Of the head's weights.", default=0.1, low=1e-8, high=1e4)
    texture_expert: bool = setting(
        "Texture expert", "Let statistics of texture answer beside the network: they learn from few patches.", default=True
    )
    follow: bool = setting("Follow", "Go on, and map again whenever the file of labels has changed, until stopped.", default=False)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
