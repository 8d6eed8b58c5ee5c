"""Classify as a step of something larger: in batch, and in a model whose next step takes its cells; no window is open."""

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProject,
    QgsVectorLayer,
)


@pytest.fixture(autouse=True)
def engine_with_a_result(provider, stand_in, result_gpkg):
    """An engine whose every classification is the small result."""
    stand_in(f"""
shutil.copy({str(result_gpkg)!r}, given("--output"))
say("result", outputs=dict(cells=2, regions=1, seconds=3.5, class_areas_m2={{}}, result=given("--output")))
""")


@pytest.fixture
def native():
    """The algorithms of QGIS, where nothing has brought them yet."""
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms(registry))


def scene(folder: Path) -> str:
    gdal.GetDriverByName("GTiff").Create(str(folder / "scene.tif"), 4, 4, 1)
    return str(folder / "scene.tif")


def model_file(folder: Path) -> str:
    (folder / "a.safetensors").touch()
    return str(folder / "a.safetensors")


def test_a_batch_gives_each_row_its_own_result(ears, tmp_path):
    from processing.gui.AlgorithmExecutor import execute  # needs the paths that the session's start sets

    algorithm = QgsApplication.processingRegistry().algorithmById("echopatch:classify")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    outputs = [tmp_path / "one.gpkg", tmp_path / "two.gpkg"]
    for output in outputs:
        row = {"SCENE": scene(tmp_path), "MODEL": model_file(tmp_path), "OUTPUT": str(output)}
        assert algorithm.checkParameterValues(row, context)[0]
        ok, results = execute(algorithm, row, context, ears)
        assert ok
        assert QgsVectorLayer(results["CELLS"], "cells").featureCount() == 2
    loaded = context.layersToLoadOnCompletion()
    assert sorted(loaded) == sorted(f"{output}|layername={table}" for output in outputs for table in ("cells", "regions"))


def chain() -> QgsProcessingModelAlgorithm:
    """A model of two steps: classify, then the centroids of its cells."""
    model = QgsProcessingModelAlgorithm("Centres of cells", "tests")
    for name in ("scene", "model"):
        model.addModelParameter(QgsProcessingParameterFile(name, name), QgsProcessingModelParameter(name))
    source = QgsProcessingModelChildParameterSource
    classify = QgsProcessingModelChildAlgorithm("echopatch:classify")
    classify.setChildId("classify")
    for name in ("scene", "model"):
        classify.addParameterSources(name.upper(), [source.fromModelParameter(name)])
    classify.addParameterSources("LOAD", [source.fromStaticValue(False)])
    centroids = QgsProcessingModelChildAlgorithm("native:centroids")
    centroids.setChildId("centroids")
    centroids.addParameterSources("INPUT", [source.fromChildOutput("classify", "CELLS")])
    centres = QgsProcessingModelOutput("centres", "Centres")
    centres.setChildOutputName("OUTPUT")
    centroids.setModelOutputs({"centres": centres})
    for child in (classify, centroids):
        model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def test_the_cells_feed_the_next_step_of_a_model(native, ears, tmp_path):
    model = chain()
    name = next(one.name() for one in model.destinationParameterDefinitions())
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"scene": scene(tmp_path), "model": model_file(tmp_path), name: str(tmp_path / "centres.gpkg")}
    results, ok = model.run(parameters, context, ears)
    assert ok, ears.said
    centres = QgsVectorLayer(results[name], "centres")
    assert centres.featureCount() == 2
    assert "class_code" in centres.fields().names()
