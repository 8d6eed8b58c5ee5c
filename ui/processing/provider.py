"""The provider of the Processing toolbox."""

from typing import List

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..icons import icon
from .assessment import AreasAlgorithm, CompareAlgorithm, CurveAlgorithm, EvaluateAlgorithm, SampleAlgorithm
from .classify import ClassifyAlgorithm, EmbedAlgorithm, RelearnAlgorithm
from .generation import AssessSyntheticAlgorithm, MakePatchesAlgorithm, TrainGeneratorAlgorithm, TrialAlgorithm
from .learning import DescribeModelAlgorithm, DistilAlgorithm, ExportAlgorithm, TrainAlgorithm
from .patches import (
    CutPatchesAlgorithm,
    DescribePatchesAlgorithm,
    FoldPatchesAlgorithm,
    ImportPatchesAlgorithm,
    MergePatchSetsAlgorithm,
    RelabelPatchesAlgorithm,
    TakePatchesAlgorithm,
)
from .scenes import CalibrateAlgorithm, DescribeSceneAlgorithm, SimulateAlgorithm

ALGORITHMS = (
    ClassifyAlgorithm,
    EmbedAlgorithm,
    RelearnAlgorithm,
    DescribeSceneAlgorithm,
    CalibrateAlgorithm,
    SimulateAlgorithm,
    CutPatchesAlgorithm,
    ImportPatchesAlgorithm,
    DescribePatchesAlgorithm,
    MergePatchSetsAlgorithm,
    TakePatchesAlgorithm,
    RelabelPatchesAlgorithm,
    FoldPatchesAlgorithm,
    TrainAlgorithm,
    DistilAlgorithm,
    DescribeModelAlgorithm,
    ExportAlgorithm,
    TrainGeneratorAlgorithm,
    MakePatchesAlgorithm,
    AssessSyntheticAlgorithm,
    TrialAlgorithm,
    EvaluateAlgorithm,
    CompareAlgorithm,
    CurveAlgorithm,
    SampleAlgorithm,
    AreasAlgorithm,
)


class EchopatchProvider(QgsProcessingProvider):
    """All commands of the engine that QGIS offers."""

    def id(self) -> str:
        """Known to scripts and models, so it never changes."""
        return "echopatch"

    def name(self) -> str:
        """As the toolbox shows it."""
        return "Echopatch"

    def icon(self) -> QIcon:
        """As the toolbox shows it."""
        return icon("echopatch")

    def supportedOutputRasterLayerExtensions(self) -> List[str]:
        """The engine writes GeoTIFF."""
        return ["tif"]

    def loadAlgorithms(self) -> None:
        """Fill the provider."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
