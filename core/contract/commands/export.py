"""The command export."""

from dataclasses import dataclass

from ..settings import check_settings, setting

FORMATS = ("onnx", "deepness", "stac-mlm")


@dataclass(frozen=True)
class ExportConfig:
    """Write a model for other programs: as ONNX, as ONNX for the QGIS plugin Deepness, or as a STAC item about it."""

    model: str = setting("Model", "Model file.")
    output: str = setting("Output", "File to write: NAME.onnx, or NAME.json for a STAC item.")
    to: str = setting(
        "Format",
        "onnx answers patches of grey levels, deepness is for the QGIS plugin of that name, stac-mlm describes the model in a catalogue.",
        default="onnx",
        choices=FORMATS,
    )
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
