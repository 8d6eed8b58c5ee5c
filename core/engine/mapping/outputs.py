"""The files that a classification writes beside its GeoPackage, and where."""

from pathlib import Path
from typing import NamedTuple

from ...contract.commands.classify import ClassifyConfig
from ..output import check_output, partial_path, remove, write_errors
from .asked import EVIDENCE
from .class_raster import write_class_raster
from .evidence_raster import write_evidence_raster
from .evidence_style import evidence_style
from .job import Job


class Outputs(NamedTuple):
    """Where the outputs go."""

    result: Path
    raster: Path | None
    evidence: Path | None

    @property
    def paths(self) -> tuple[Path, ...]:
        """All that are asked for."""
        return tuple(path for path in self if path is not None)

    @property
    def named(self) -> dict[str, object]:
        """All that are asked for, by the name they have in the answer."""
        return {name: str(path) for name, path in self._asdict().items() if path is not None}


def outputs_of(config: ClassifyConfig) -> Outputs:
    """Where a classification writes.

    Raises:
        OutputError: a place cannot be written to, or holds something already.
    """
    given = (config.scene, config.features, config.model, *config.ensemble, config.area, config.options.incidence_from)
    inputs = [one for one in given if one is not None]
    result = check_output(config.output, ".gpkg", config.overwrite, inputs)
    raster = None if config.raster is None else check_output(config.raster, ".tif", config.overwrite, inputs)
    if config.explain is None:
        return Outputs(result, raster, None)
    evidence = check_output(config.explain, ".tif", config.overwrite, [*inputs, *([] if config.raster is None else [config.raster])])
    check_output(str(_style_path(evidence)), ".qml", config.overwrite, inputs)
    return Outputs(result, raster, evidence)


def write_rasters(job: Job, outputs: Outputs) -> list[tuple[Path, Path]]:
    """The rasters that are asked for, whole but not yet where the user wants them, each with that place.

    Raises:
        OutputError: one cannot be written.
    """
    written = []
    if outputs.raster is not None:
        partial = partial_path(outputs.raster)
        with write_errors(outputs.raster):
            write_class_raster(partial, job.cells, job.probabilities, job.model.card.classes)
            remove(partial.with_name(f"{partial.name}.aux.xml"))  # GDAL's notes of what the file itself says
        written.append((partial, outputs.raster))
    if outputs.evidence is not None:
        written += _written_evidence(job, outputs.evidence)
    return written


def _written_evidence(job: Job, target: Path) -> list[tuple[Path, Path]]:
    """The evidence raster, and beside it the style that QGIS opens it with."""
    partial, style = partial_path(target), _style_path(target)
    shown = write_evidence_raster(partial, job.cells, job.state.array(EVIDENCE), job.probabilities, job.model.card.classes)
    with write_errors(target):
        partial_path(style).write_text(evidence_style(shown), encoding="utf-8")
    return [(partial, target), (partial_path(style), style)]


def _style_path(raster: Path) -> Path:
    return raster.with_suffix(".qml")
