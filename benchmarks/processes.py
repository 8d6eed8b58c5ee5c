"""What is measured from outside: memory of whole runs on big scenes, and the time an engine command takes to start."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.engine.scene.scene import open_scene
from timing import Figure, figure

ENGINE = Path(__file__).resolve().parents[1] / "core" / "engine"
_BLOCK_PX = 2000
_FACTOR = "1.04e-5"
_RUN_AND_TELL = """
import re, sys, time
from echopatch.core.engine.command_line import main
code = main(sys.argv[1:])
peak_kib = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read()).group(1)
print("peak_kib", peak_kib)
sys.exit(code)
"""


@dataclass(frozen=True)
class BigRun:
    """One run on a big scene."""

    peak_gib: float
    seconds: float
    megapixels: float


def write_big_scene(path: Path, product: Path, rows: int, columns: int) -> None:
    """An uncalibrated scene made of one block of a simulated product, over and over, in strips as the products have them.

    Args:
        path: GeoTIFF to write.
        product: simulated product folder, at least 3000 px wide.
        rows: of the scene, a multiple of 2000.
        columns: likewise.
    """
    image = next((product / "IMAGEDATA").glob("*.tif"))
    with rasterio.open(image) as source:
        start = (source.height - _BLOCK_PX) // 2, (source.width - _BLOCK_PX) // 2
        block = source.read(1, window=rasterio.windows.Window(start[1], start[0], _BLOCK_PX, _BLOCK_PX))
        profile = {"driver": "GTiff", "dtype": block.dtype, "count": 1, "crs": source.crs, "transform": source.transform}
    band = np.tile(block, (1, columns // _BLOCK_PX))
    with rasterio.open(path, "w", height=rows, width=columns, BIGTIFF="IF_SAFER", **profile) as scene:
        for row in range(0, rows, _BLOCK_PX):
            scene.write(band, 1, window=rasterio.windows.Window(0, row, columns, _BLOCK_PX))


def run_on_big_scene(scene: Path, model: str, output: Path) -> BigRun:
    """Classify a big scene on the CPU in a process of its own; its peak memory is what the system kept for it at most.

    Raises:
        RuntimeError: the run failed, with what it said.
    """
    words = ["classify", "--scene", str(scene), "--model", model, "--output", str(output), "--overwrite", "--device", "cpu"]
    words += ["--quantity", "amplitude", "--calibration-factor", _FACTOR, "--incidence-deg", "35"]
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _RUN_AND_TELL, *words], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    with rasterio.open(scene) as image:
        megapixels = image.height * image.width / 1e6
    return BigRun(int(done.stdout.split()[-1]) / 2**20, seconds, megapixels)


def start_seconds(words: Sequence[str], rounds: int) -> Figure:
    """From the start of an engine process to its first word of progress; the run is then cancelled.

    Args:
        words: command and flags.
        rounds: repeats, after one that warms the system's cache.
    """
    return figure([_first_progress(words) for _ in range(rounds + 1)][1:])


def _first_progress(words: Sequence[str]) -> float:
    started = time.perf_counter()
    command = [sys.executable, str(ENGINE), *words, "--json-lines"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as engine:
        kinds = (json.loads(line)["type"] for line in engine.stdout or ())
        if "progress" not in kinds:
            raise RuntimeError(f"no progress from {' '.join(words)}")
        seconds = time.perf_counter() - started
        engine.communicate("cancel\n")
    return seconds


def middle_of(product: Path, size_px: int) -> tuple[float, float, float, float]:
    """xmin, ymin, xmax, ymax of the square in the middle of a product, in its coordinates."""
    with open_scene(str(product), SceneOptions()) as scene:
        info = scene.info
    row, column = (info.rows - size_px) // 2, (info.columns - size_px) // 2
    left, top = info.transform @ (column, row)
    right, bottom = info.transform @ (column + size_px, row + size_px)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
