"""Algorithms that judge, each with a report to read: evaluate, compare, learning curve, and areas from a labelled sample."""

from pathlib import Path
from typing import Any, Dict, Mapping

from qgis.core import (
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
)

from ..layers import load_sample_on_completion
from ..result import sample_source
from ..translation import tr
from .base import EngineAlgorithm
from .parameters import LINES, LOAD, Given
from .places import FOLDER, FOLDER_OUT, GEOPACKAGE, GEOPACKAGE_OUT, MODEL, MODELS

_REPORT_FILE = "report.html"


class AssessmentAlgorithm(EngineAlgorithm):
    """An algorithm of the group Assessment."""

    def group(self) -> str:
        """The group's name."""
        return tr("Assessment")

    def groupId(self) -> str:
        """The group's name for scripts."""
        return "assessment"


class ReportAlgorithm(AssessmentAlgorithm):
    """An algorithm whose output is a folder with a report."""

    def declare_outputs(self) -> None:
        """The page to read."""
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Report")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The folder, and the page in it."""
        return {**super().results(config, outputs, given), "REPORT": str(Path(config.output) / _REPORT_FILE)}


class VerdictAlgorithm(ReportAlgorithm):
    """A report that comes to one verdict."""

    def declare_outputs(self) -> None:
        """The verdict in words."""
        super().declare_outputs()
        self.addOutput(QgsProcessingOutputString("VERDICT", tr("Verdict")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """Show the verdict in the log as well."""
        given.feedback.pushInfo(outputs["verdict"])
        return {**super().results(config, outputs, given), "VERDICT": outputs["verdict"]}


class EvaluateAlgorithm(ReportAlgorithm):
    """A model judged on patches."""

    COMMAND, NAME = "evaluate", "evaluate"
    KINDS = {"model": MODEL, "patches": FOLDER, "output": FOLDER_OUT, "trained_on": FOLDER}

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Evaluate model")

    def declare_outputs(self) -> None:
        """The figures that matter most."""
        super().declare_outputs()
        self.addOutput(QgsProcessingOutputNumber("PATCH_COUNT", tr("Number of patches")))
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Accuracy")))
        self.addOutput(QgsProcessingOutputNumber("MEAN_RECALL", tr("Mean recall of the classes")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The report and its figures."""
        figures = {"PATCH_COUNT": outputs["patches"], "ACCURACY": outputs["accuracy"], "MEAN_RECALL": outputs["mean_recall"]}
        return {**super().results(config, outputs, given), **figures}


class CompareAlgorithm(VerdictAlgorithm):
    """Models against each other."""

    COMMAND, NAME = "compare", "comparemodels"
    KINDS = {"model": MODELS, "patches": FOLDER, "output": FOLDER_OUT}
    ADVANCED = ("resamples", "seed", "device")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Compare models")


class CurveAlgorithm(VerdictAlgorithm):
    """How good a classifier gets with more labels."""

    COMMAND, NAME = "curve", "learningcurve"
    KINDS = {"patches": FOLDER, "output": FOLDER_OUT, "start": LINES, "head_only": LINES}
    ADVANCED = ("backbone", "allow_other_quantity", "texture_expert", "epochs", "batch_size", "learning_rate", "precision", "device")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Learning curve")


class SampleAlgorithm(AssessmentAlgorithm):
    """Cells of a result to label, drawn by chance."""

    COMMAND, NAME = "sample", "drawsample"
    KINDS = {"result": GEOPACKAGE, "output": GEOPACKAGE_OUT}
    ADVANCED = ("allocation", "min_per_class")

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Draw sample of cells")

    def declare_outputs(self) -> None:
        """The layer to label, and how many cells it has."""
        self.addParameter(QgsProcessingParameterBoolean(LOAD, tr("Open the result when it is done"), True))
        self.addOutput(QgsProcessingOutputVectorLayer("SAMPLE", tr("Sample")))
        self.addOutput(QgsProcessingOutputNumber("CELL_COUNT", tr("Number of cells")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """Open the layer, ready to be labelled."""
        if self.parameterAsBoolean(given.parameters, LOAD, given.context):
            load_sample_on_completion(config.output, given.context)
        facts = {"SAMPLE": sample_source(config.output), "CELL_COUNT": outputs["cells"]}
        return {**super().results(config, outputs, given), **facts}


class AreasAlgorithm(ReportAlgorithm):
    """True areas from a labelled sample."""

    COMMAND, NAME = "areas", "estimateareas"
    KINDS = {"result": GEOPACKAGE, "labels": GEOPACKAGE, "output": FOLDER_OUT}
    ADVANCED = ("post_stratify",)

    def displayName(self) -> str:
        """As the toolbox shows it."""
        return tr("Estimate areas")

    def declare_outputs(self) -> None:
        """The figures of the whole map."""
        super().declare_outputs()
        self.addOutput(QgsProcessingOutputNumber("CELL_COUNT", tr("Number of cells")))
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", tr("Accuracy")))
        self.addOutput(QgsProcessingOutputNumber("STANDARD_ERROR", tr("Standard error")))

    def results(self, config: Any, outputs: Mapping[str, Any], given: Given) -> Dict[str, Any]:
        """The report and its figures."""
        figures = {"CELL_COUNT": outputs["cells"], "ACCURACY": outputs["overall_accuracy"], "STANDARD_ERROR": outputs["standard_error"]}
        return {**super().results(config, outputs, given), **figures}
