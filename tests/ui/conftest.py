"""Fixtures of the host tests: the package under its fixed name, throw-away settings, and stand-in engines."""

import importlib.util
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSettings

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / ".venv/bin/python"


def _load_package() -> None:
    """The plugin as QGIS knows it, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location("echopatch", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    package = importlib.util.module_from_spec(spec)
    sys.modules["echopatch"] = package
    spec.loader.exec_module(package)


def pytest_sessionstart(session: pytest.Session) -> None:
    """QGIS has started by now; the plugins it comes with are found as in QGIS itself, the settings are of this run alone."""
    own = tempfile.TemporaryDirectory(prefix="echopatch-settings-")
    session.config.add_cleanup(own.cleanup)
    # pytest-qgis shares one folder between all runs of a checkout
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, own.name)
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    _load_package()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for environments and logs, and settings, of this test alone."""
    monkeypatch.setenv("ECHOPATCH_HOME", str(tmp_path / "home"))
    QgsSettings().remove("echopatch")
    yield tmp_path / "home"
    QgsSettings().remove("echopatch")
    QgsProject.instance().clear()


@pytest.fixture
def provider() -> Iterator[object]:
    """The provider, as the plugin adds it."""
    from echopatch.ui.processing.provider import EchopatchProvider

    one = EchopatchProvider()
    QgsApplication.processingRegistry().addProvider(one)
    yield one
    QgsApplication.processingRegistry().removeProvider(one)


# what the engine's command info says of a calibrated product, and of a raster that says nothing
PRODUCT = {
    "path": "p", "kind": "EEC", "bands": ["HH"], "rows": 1024, "columns": 2048, "row_spacing_m": 1.25, "column_spacing_m": 1.25,
    "quantity": "beta0", "calibration_factors": [1e-5], "looks": 1.0, "incidence_deg": [35.0, 35.0], "incidence_source": "mask",
    "warnings": [], "unknown": [], "crs_wkt": "", "transform": [1.25, 0, 0, 0, -1.25, 0],
}  # fmt: skip
BARE = {
    **PRODUCT, "kind": "raster", "quantity": "", "calibration_factors": [], "looks": None, "incidence_deg": None,
    "incidence_source": "unknown", "unknown": [{"code": "info-unknown-quantity", "text": ""}],
}  # fmt: skip

PREAMBLE = f"""#!{sys.executable}
import json, os, shutil, signal, subprocess, sys, time
words = sys.argv[2:]  # behind the launcher
def say(kind, **fields):
    sys.stdout.write(json.dumps(dict(type=kind, **fields)) + "\\n"); sys.stdout.flush()
def given(flag):
    return words[words.index(flag) + 1] if flag in words else None
def progress(done, total):
    say("progress", done=done, total=total, code="progress-classify", text="Classifying")
"""


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[[str], Path]:
    """Make a few lines of Python the engine: they are the "interpreter", and find the launcher among their arguments."""
    from echopatch.ui import settings

    def make(code: str) -> Path:
        script = tmp_path / "stand-in-engine"
        script.write_text(PREAMBLE + code, encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        settings.set_engine_python(str(script))
        return script

    return make


@pytest.fixture
def real_engine() -> Path:
    """The engine of this checkout."""
    from echopatch.ui import settings

    if not ENGINE.is_file():
        pytest.skip("no engine in .venv: make setup")
    settings.set_engine_python(str(ENGINE))
    return ENGINE


class Ears(QgsProcessingFeedback):
    """Hears everything a run says."""

    def __init__(self) -> None:
        super().__init__(False)
        self.said: list[tuple[str, str]] = []

    def texts(self, kind: str) -> list[str]:
        return [text for one, text in self.said if one == kind]

    def pushCommandInfo(self, info: str) -> None:
        self.said.append(("command", info))

    def pushInfo(self, info: str) -> None:
        self.said.append(("info", info))

    def pushWarning(self, warning: str) -> None:
        self.said.append(("warning", warning))

    def pushConsoleInfo(self, info: str) -> None:
        self.said.append(("console", info))

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.said.append(("error", error))

    def setProgressText(self, text: str) -> None:
        self.said.append(("progress", text))


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def run(provider: object, ears: Ears) -> Callable[..., dict]:
    """Run an algorithm as Processing does: ``run("classify", SCENE=...)`` gives its outputs, or raises with what was reported."""

    def run_algorithm(name: str, **parameters: object) -> dict:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"echopatch:{name}")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        right, message = algorithm.checkParameterValues(parameters, context)
        assert right, message
        results, ok = algorithm.run(parameters, context, ears)
        if not ok:
            raise RuntimeError("\n".join(ears.texts("error")))
        return {**results, "loaded": sorted(context.layersToLoadOnCompletion())}

    return run_algorithm


def write_table(path: Path, name: str, definition: str, rows: list[tuple]) -> None:
    """Add a layer to a GeoPackage; each row is a square (x, y, side), or None, and its attributes."""
    layer = QgsVectorLayer(definition, name, "memory")
    for square, *attributes in rows:
        feature = QgsFeature(layer.fields())
        if square is not None:
            x, y, side = square
            # from the upper left corner down, as the engine has it
            ring = [QgsPointXY(x, y + side), QgsPointXY(x, y), QgsPointXY(x + side, y), QgsPointXY(x + side, y + side)]
            feature.setGeometry(QgsGeometry.fromPolygonXY([[*ring, ring[0]]]))
        feature.setAttributes(attributes)
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)


@pytest.fixture
def polygons(tmp_path: Path) -> Callable[..., str]:
    """Write squares as layers of a GeoPackage: ``polygons("area", [(x, y, side)])``."""

    def write(name: str, squares: list[tuple[float, float, float]]) -> str:
        path = tmp_path / "polygons.gpkg"
        write_table(path, name, "Polygon?crs=EPSG:32632&field=class:string", [(square, "Water bodies") for square in squares])
        return f"{path}|layername={name}"

    return write


QML = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology"><renderer-v2 type="categorizedSymbol" attr="{attribute}"><symbols>
<symbol name="0" type="fill"><layer class="SimpleFill"><prop k="color" v="215,48,31,255"/></layer></symbol></symbols>
<categories><category symbol="0" value="1" label="Settlements" render="true"/></categories></renderer-v2></qgis>"""


@pytest.fixture
def result_gpkg(tmp_path: Path) -> Path:
    """A small result as the engine writes it: two cells in one region, with classes, a run and styles."""
    path = tmp_path / "result.gpkg"
    polygon = "Polygon?crs=EPSG:32632&field=class_code:integer&field=class:string&field=confidence:double&field=p_1:double"
    answer = (1, "Settlements", 0.9, 0.9)
    write_table(path, "cells", polygon, [((0, 0, 10), *answer), ((10, 0, 10), *answer)])
    write_table(path, "regions", polygon, [((0, 0, 20), *answer)])
    write_table(path, "classes", "None?field=code:integer&field=name:string&field=colour:string", [(None, 1, "Settlements", "#d7301f")])
    write_table(path, "runs", "None?field=command:string&field=complete:integer", [(None, "echopatch classify", 1)])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,"
            " f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT,"
            " ui TEXT, update_time DATETIME DEFAULT CURRENT_TIMESTAMP)"
        )
        database.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', 'attributes', 'styles')")
        for table in ("cells", "regions"):
            for name, attribute in (("class", "class_code"), ("confidence", "confidence"), ("unsure only", "class_code")):
                database.execute(
                    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,"
                    " useAsDefault) VALUES ('', '', ?, 'geom', ?, ?, ?)",
                    (table, name, QML.format(attribute=attribute), name == "class"),
                )
    return path


@pytest.fixture
def utm() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem("EPSG:32632")
