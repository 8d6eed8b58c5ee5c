"""Run by QGIS at its start: opens the demo product, and its classification where there is one."""

import os
from pathlib import Path

from echopatch.ui import tasks
from echopatch.ui.layers import add_result
from echopatch.ui.product import add_product, look_at
from qgis.utils import iface

demo = Path(os.environ["ECHOPATCH_DEMO"])


def show(task: tasks.SmallTask) -> None:
    """Add what was found."""
    if task.outcome is None:
        iface.messageBar().pushWarning("Echopatch", task.error)
        return
    layers = add_product(task.outcome)
    if (demo / "classified.gpkg").is_file():
        add_result(str(demo / "classified.gpkg"), "classified")
    iface.setActiveLayer(layers[0])
    iface.zoomToActiveLayer()


product = next((demo / "scene").glob("TSX1_SAR__*"))
tasks.run_small("Open the demo product", lambda task: look_at(str(product), task), show)
