"""Measure the budgets of speed and memory on this machine and print them as a table of ratios.

Reference: ResNet-18 on 160 px patches, random weights (they compute as fast as trained ones), a scene at the model's pixel size;
for the GAN crops of such patches at width 16, in batches of 16.
What is compared is measured in turns within one run, so that a busy machine slows both sides alike.
"""

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import torch
from classify_speed import Trial, dense_speed, patch_mode_speed
from echopatch.core.contract.commands.patches import PatchesCutConfig
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import HISTOGRAM_BINS, ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.device import choose_device
from echopatch.core.engine.network.model_file import save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.simulation.simulate import simulate
from gan_speed import gan_speed
from processes import middle_of, run_on_big_scene, start_seconds, write_big_scene
from train_speed import train_speed

SHIPPED = Path(__file__).resolve().parents[1] / "resources" / "models" / "echopatch-sim-resnet10.safetensors"
SCENE_PX, TRAINING_PX = 10240, 3072
"""The first at the small end of what users work with, 0.1 to 0.6 gigapixels."""
MIDDLE_PX = 3264
"""Of one dense tile."""
MEMORY_GIB = 1.5
_WIDTH = 61


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    budget: str
    must: str
    here: str
    kept: bool | None
    """None where it was not measured."""
    remark: str = ""


@dataclass(frozen=True)
class Bench:
    """What all measurements share."""

    folder: Path
    device: str
    rounds: int

    @property
    def model(self) -> str:
        """The reference model."""
        return str(self.folder / "reference.safetensors")

    def product(self, size_px: int, seed: int) -> tuple[Path, Path]:
        """A simulated product folder and its labels, made once."""
        output = self.folder / f"scene-{size_px}"
        if not output.exists():
            simulate(SimulateConfig(str(output), seed=seed, size_px=size_px, optical=False), Silent())
        return next(output.glob("TSX1_*")), output / "labels.gpkg"

    def patches(self) -> Path:
        """A patch set of 160 px, made once."""
        output = self.folder / "bench.patchset"
        if not output.exists():
            product, labels = self.product(TRAINING_PX, seed=2)
            cut(PatchesCutConfig((str(product),), (str(labels),), str(output), stride_px=80, min_cover=0.5), Silent())
        return output


def write_reference_model(path: Path) -> None:
    """A ResNet-18 with random weights."""
    torch.manual_seed(0)
    card = ModelCard(
        name="reference", backbone="resnet18", head=(), channels=("co",), classes=TERRASAR_X_LEGEND, patch_px=160, pixel_size_m=1.25,
        radiometry=Radiometry(), looks=(1.0, 6.0), incidence_deg=(20.0, 55.0), histogram=(1 / HISTOGRAM_BINS,) * HISTOGRAM_BINS,
    )  # fmt: skip
    save_model(path, build_network("resnet18", (), 1, len(TERRASAR_X_LEGEND)).eval(), card)


def classify_rows(bench: Bench) -> Iterator[Row]:
    """Speed of classify in both modes."""
    product, _ = bench.product(SCENE_PX, seed=1)
    trial = Trial(str(product), bench.model, bench.folder, bench.device, bench.rounds)
    speed = patch_mode_speed(trial)
    remark = f"patches/s: classify {speed.classify.median:.0f}, network {speed.network.median:.0f}, reading {speed.reading.median:.0f}"
    yield Row(
        "classify, patch mode, stride 160 / slower of network, reading", ">= 0.9", speed.ratio.text(), speed.ratio.median >= 0.9, remark
    )
    dense = dense_speed(trial, middle_of(product, MIDDLE_PX), SHIPPED)
    agreement = "no shipped model to compare answers" if dense.agreement is None else f"shipped model agrees on {dense.agreement:.3f}"
    remark = f"cells/s: dense {dense.dense.median:.0f}, patch {dense.patch.median:.0f}; {agreement}"
    yield Row("classify, dense / patch mode, stride 32", ">= 15", dense.ratio.text(".1f"), dense.ratio.median >= 15, remark)
    yield Row("writing / whole dense run", "<= 0.10", dense.writing_share.text(), dense.writing_share.median <= 0.1)
    words = ["classify", "--scene", str(product), "--model", bench.model, "--output", str(bench.folder / "start.gpkg"), "--overwrite"]
    start = start_seconds([*words, "--device", bench.device], bench.rounds)
    yield Row("start of classify, to its first progress", "<= 2.5 s", f"{start.text()} s", start.median <= 2.5)


def train_rows(bench: Bench) -> Iterator[Row]:
    """Speed of train."""
    speed = train_speed(bench.patches(), bench.folder, bench.device, bench.rounds)
    remark = f"patches/s: train {speed.train.median:.0f}, bare {speed.bare.median:.0f}"
    yield Row("training step / bare forward, backward, step", ">= 0.9", speed.ratio.text(), speed.ratio.median >= 0.9, remark)


def gan_rows(bench: Bench) -> Iterator[Row]:
    """Speed of gan train."""
    speed = gan_speed(bench.patches(), bench.folder, bench.device, bench.rounds)
    remark = f"steps/s: gan train {speed.train.median:.2f}, bare {speed.bare.median:.2f}"
    yield Row("GAN step / bare forward, backward, step", ">= 0.9", speed.ratio.text(), speed.ratio.median >= 0.9, remark)


def memory_rows(bench: Bench, full: bool) -> Iterator[Row]:
    """Peak memory of classify on the CPU."""
    for rows, columns in ((20_000, 20_000), (10_000, 40_000)):
        name = f"memory of classify, {columns:,} x {rows:,}"
        if not full:
            yield Row(name, f"<= {MEMORY_GIB} GiB", "not measured", None, "make bench BENCH=--full")
            continue
        product, _ = bench.product(TRAINING_PX, seed=2)
        scene = bench.folder / "big.tif"
        write_big_scene(scene, product, rows, columns)
        run = run_on_big_scene(scene, bench.model, bench.folder / "big.gpkg")
        remark = f"{run.seconds:.0f} s, {run.megapixels / run.seconds:.1f} megapixels/s with start-up"
        yield Row(name, f"<= {MEMORY_GIB} GiB", f"{run.peak_gib:.2f} GiB", run.peak_gib <= MEMORY_GIB, remark)


def line(row: Row) -> str:
    """One line of the table."""
    said = {True: "kept", False: "MISSED", None: ""}[row.kept]
    return f"{row.budget:{_WIDTH}}  {row.must:11} {row.here:26} {said:7} {row.remark}".rstrip()


def main() -> None:
    """Measure everything and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="also measure memory on two scenes of 400 megapixels")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps")
    parser.add_argument("--rounds", type=int, default=3, help="repeats of each measurement")
    flags = parser.parse_args()
    device = choose_device(flags.device)
    threads = torch.get_num_threads()
    print(f"{platform.machine()}, {os.cpu_count()} cores, {threads} threads, device {device}, torch {torch.__version__}")
    print(f"{'budget':{_WIDTH}}  {'must be':11} here, median (spread)", flush=True)
    with tempfile.TemporaryDirectory(prefix="echopatch-bench-") as folder:
        bench = Bench(Path(folder), str(device), flags.rounds)
        write_reference_model(Path(bench.model))
        for row in chain(classify_rows(bench), train_rows(bench), gan_rows(bench), memory_rows(bench, flags.full)):
            print(line(row), flush=True)


if __name__ == "__main__":
    main()
