"""How long QGIS's event loop stands still during a review of a map of 100,000 cells; run under the Python of QGIS.

The pause is what an analyst feels, other programs on the machine included; beside it stands what QGIS's main thread computed itself.

usage: QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python benchmarks/review_queue.py
"""

import json
import random
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

from label_dock import Heart, measure, settle  # loads the package too
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow

from osgeo import ogr, osr  # isort: skip - QGIS's own, after it
from echopatch.core.contract.legend import TERRASAR_X_LEGEND  # isort: skip
from echopatch.ui.layers import add_file  # isort: skip
from echopatch.ui.review.desk import ReviewDesk  # isort: skip

SIDE_CELLS, SIDE_M = 317, 40.0
QUEUE = 500


def write_result(path: Path) -> None:
    """A result as the engine writes it, its probabilities at random."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    file.StartTransaction()
    numbers = ("confidence", "margin", "entropy", *(f"p_{one.code}" for one in TERRASAR_X_LEGEND))
    fields = {"row": ogr.OFTInteger, "col": ogr.OFTInteger, "class": ogr.OFTString, "status": ogr.OFTString}
    cells = add_table(file, "cells", {**fields, **dict.fromkeys(numbers, ogr.OFTReal)}, reference)
    chance = random.Random(0)  # noqa: S311 - no secret
    for number in range(SIDE_CELLS**2):
        row, column = divmod(number, SIDE_CELLS)
        weights = sorted((chance.random() ** 4 for _ in TERRASAR_X_LEGEND), reverse=True)
        shares = [one / sum(weights) for one in weights]
        values = {"row": row, "col": column, "class": TERRASAR_X_LEGEND[0].name, "status": "ok", "entropy": 1 - shares[0]}
        values.update({"confidence": shares[0], "margin": shares[0] - shares[1]})
        values.update({f"p_{one.code}": share for one, share in zip(TERRASAR_X_LEGEND, shares, strict=True)})
        add_row(cells, values, (500_000 + column * SIDE_M, 5_300_000 - row * SIDE_M))
    classes = add_table(file, "classes", {"code": ogr.OFTInteger, "name": ogr.OFTString, "colour": ogr.OFTString})
    for one in TERRASAR_X_LEGEND:
        add_row(classes, vars(one))
    run = {"config": json.dumps({"mode": "dense", "stride_px": None}), "model_card": json.dumps({"patch_px": 160, "pixel_size_m": 1.25})}
    run.update({"model_sha256": "ab", "scene": json.dumps({"path": "s"})})
    add_row(add_table(file, "runs", dict.fromkeys(run, ogr.OFTString)), run)
    file.CommitTransaction()


def add_table(file: ogr.DataSource, name: str, fields: dict[str, int], reference: osr.SpatialReference | None = None) -> ogr.Layer:
    """A new table."""
    table = file.CreateLayer(name, reference, ogr.wkbPolygon if reference else ogr.wkbNone)
    for field, kind in fields.items():
        table.CreateField(ogr.FieldDefn(field, kind))
    return table


def add_row(table: ogr.Layer, values: dict[str, object], upper_left: tuple[float, float] | None = None) -> None:
    """One row, with the square of a cell where it has one."""
    feature = ogr.Feature(table.GetLayerDefn())
    for name, value in values.items():
        feature.SetField(name, value)
    if upper_left is not None:
        x, y = upper_left
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for across, down in ((0, 0), (0, 1), (1, 1), (1, 0), (0, 0)):
            ring.AddPoint_2D(x + across * SIDE_M, y - down * SIDE_M)
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        feature.SetGeometry(polygon)
    table.CreateFeature(feature)


def run(application: QgsApplication, folder: Path) -> None:
    """Make a result, a queue of it in the background, and answer."""
    write_result(folder / "map.gpkg")
    layer = add_file(f"{folder / 'map.gpkg'}|layername=cells", "cells")
    window, canvas = QMainWindow(), QgsMapCanvas()
    window.setCentralWidget(canvas)
    window.resize(1200, 800)
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    window.show()
    as_qgis = {"mainWindow": lambda: window, "mapCanvas": lambda: canvas, "messageBar": lambda: QgsMessageBar(window)}
    docks = {"addDockWidget": window.addDockWidget, "removeDockWidget": window.removeDockWidget}
    desk, heart = ReviewDesk(SimpleNamespace(**as_qgis, **docks)), Heart()
    desk.open(layer)
    desk.dock.form.most.setValue(QUEUE)
    settle(application, 1.0)
    heart.listen_anew()
    started, computed = time.perf_counter(), time.thread_time()
    desk.dock.form.begin.click()
    while desk.dock.page is None:
        application.processEvents()
        time.sleep(0.001)
    took_s, own_s = time.perf_counter() - started, time.thread_time() - computed
    settle(application, 0.5)
    print(f"queue of {QUEUE} of {SIDE_CELLS**2:,} cells: {took_s:.1f} s in the background, of which {own_s:.2f} s in QGIS's own thread,")
    print(f"    {1000 * heart.longest_s:.0f} ms longest pause")
    canvas.setLayers([desk.dock.page.session.store.layer, layer])
    for name, keys in (("accept", "⏎"), ("correct", "1234567")):
        measure(name, application, heart, canvas, keys)
    desk.close()


def main() -> None:
    """Measure in a folder that is gone afterwards."""
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        run(application, Path(folder))
        QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
