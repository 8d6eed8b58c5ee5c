"""A run killed outright leaves nothing under the output's name; the same command then completes it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import geopandas
import numpy as np
import pytest
import torch
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_run_goes_on_where_it_was_and_gives_the_same_cells(tmp_path: Path, write_raster) -> None:
    torch.manual_seed(0)
    card = ModelCard("random", "resnet10", (), ("HH",), TERRASAR_X_LEGEND, 64, 1.0, Radiometry(), (1, 4), (20, 50), (1 / 64,) * 64)
    save_model(tmp_path / "model.safetensors", build_network("resnet10", (), 1, 7), card)
    power = np.random.default_rng(0).exponential(0.1, (700, 700))
    scene = write_raster(power)

    def command(name: str) -> list[str]:
        words = ["classify", "--scene", scene, "--model", str(tmp_path / "model.safetensors"), "--output", str(tmp_path / name)]
        flags = ["--quantity", "gamma0", "--batch-size", "60", "--precision", "fp32", "--device", "cpu"]
        return [sys.executable, "-m", "echopatch.core.engine", *words, *flags]

    subprocess.run(command("whole.gpkg"), check=True, capture_output=True)
    journal = tmp_path / "map.partial" / "journal"
    run = subprocess.Popen(command("map.gpkg"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (journal.is_file() and journal.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    done = len(journal.read_text().splitlines())
    assert done > 0
    assert not (tmp_path / "map.gpkg").exists()

    subprocess.run(command("map.gpkg"), check=True, capture_output=True)
    whole, resumed = (geopandas.read_file(tmp_path / name, layer="cells") for name in ("whole.gpkg", "map.gpkg"))
    assert whole.equals(resumed)
    assert {one.name for one in tmp_path.glob("map*")} == {"map.gpkg"}
