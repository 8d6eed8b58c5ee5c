"""How fast classify is: against the bare network, against bare reading, and densely against patch by patch."""

import time
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import torch
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.network.model_file import load_model
from echopatch.core.engine.scene.scene import open_scene
from echopatch.core.engine.scene.windows import Window
from timing import Figure, Stopwatch, figure, in_turns, seconds_of

PATCH_PX, DENSE_STRIDE_PX = 160, 32
_IN_MEMORY = {"cpu": 256, "cuda": 4096, "mps": 1024}
_BATCH_SIZES = {"cpu": (4, 8, 16, 32, 64), "cuda": (64, 256, 1024), "mps": (16, 64)}
_READ_PX = 2048


@dataclass(frozen=True)
class Trial:
    """What is classified with what, and where the results go."""

    scene: str
    model: str
    folder: Path
    device: str
    rounds: int

    def run(self, model: str | None = None, **settings: object) -> tuple[dict[str, object], Stopwatch]:
        """Classify with these settings; the outputs and the times."""
        watch = Stopwatch()
        output = str(self.folder / "result.gpkg")
        config = ClassifyConfig(
            scene=self.scene, model=model or self.model, output=output, device=self.device, overwrite=True, **settings,  # type: ignore[arg-type]
        )  # fmt: skip
        watch.progress(0, 0, "start")
        outputs = classify(config, watch)
        watch.progress(0, 0, "end")
        return outputs, watch


@dataclass(frozen=True)
class PatchModeSpeed:
    """Rates in patches a second."""

    classify: Figure
    network: Figure
    reading: Figure
    ratio: Figure
    """Of classify, round by round, to the slower of network and reading."""


def patch_mode_speed(trial: Trial) -> PatchModeSpeed:
    """Classify a scene patch by patch, everything from opening to the finished GeoPackage counted."""
    works = {
        "classify": lambda: _whole_rate(trial),
        "network": lambda: _network_rate(trial, batch_size),
        "reading": lambda: _reading_rate(trial),
    }
    batch_size = max(_BATCH_SIZES[torch.device(trial.device).type], key=lambda size: _network_rate(trial, size))
    rates = in_turns(works, trial.rounds)
    ratios = [whole / min(bare) for whole, *bare in zip(rates["classify"], rates["network"], rates["reading"], strict=True)]
    return PatchModeSpeed(figure(rates["classify"]), figure(rates["network"]), figure(rates["reading"]), figure(ratios))


def _whole_rate(trial: Trial) -> float:
    outputs, watch = trial.run(mode="patch")
    return float(str(outputs["cells"])) / (watch.times("end")[0] - watch.times("start")[0])


@torch.inference_mode()
def _network_rate(trial: Trial, batch_size: int) -> float:
    """The bare network on input that lies ready in memory, in the faster of both precisions."""
    model = load_model(trial.model)
    device = torch.device(trial.device)
    rates = []
    for dtype in (torch.bfloat16, torch.float32):
        network = model.network.to(device, dtype).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        ready = torch.randn(_IN_MEMORY[device.type], 1, PATCH_PX, PATCH_PX).to(device, dtype)
        patches = ready.contiguous(memory_format=torch.channels_last)
        network(patches[:batch_size]).sum().item()
        started = time.perf_counter()
        sums = [network(batch).sum() for batch in patches.split(batch_size)]
        torch.stack(sums).sum().item()
        rates.append(len(patches) / (time.perf_counter() - started))
    return max(rates)


def _reading_rate(trial: Trial) -> float:
    """Reading and calibrating every pixel of the scene once, as patches a second."""
    with open_scene(trial.scene, SceneOptions()) as scene:
        info = scene.info

        def read() -> None:
            for row in range(0, info.rows, _READ_PX):
                for column in range(0, info.columns, _READ_PX):
                    rows, columns = min(_READ_PX, info.rows - row), min(_READ_PX, info.columns - column)
                    scene.read_power(Window(row, column, rows, columns), "gamma0")

        return info.rows * info.columns / PATCH_PX**2 / seconds_of(read)


@dataclass(frozen=True)
class DenseSpeed:
    """Rates in cells a second."""

    dense: Figure
    patch: Figure
    ratio: Figure
    agreement: float | None
    """Share of cells to which the shipped model gives the same class in both modes; None without that model."""
    writing_share: Figure
    """Of the whole time of the dense run."""


def dense_speed(trial: Trial, middle: tuple[float, float, float, float], shipped: Path) -> DenseSpeed:
    """Classify the same cells densely and patch by patch, and the whole scene densely.

    Args:
        trial: scene and model.
        middle: part of the scene that holds data everywhere, in its coordinates.
        shipped: model for the agreement.
    """

    def rate(mode: str) -> float:
        return float(str(trial.run(mode=mode, stride_px=DENSE_STRIDE_PX, extent=middle)[0]["cells_per_s"]))

    rates = in_turns({"dense": lambda: rate("dense"), "patch": lambda: rate("patch")}, trial.rounds)
    whole = in_turns({"writing": lambda: writing_share(trial.run(mode="dense")[1])}, trial.rounds)
    ratios = [fast / slow for fast, slow in zip(rates["dense"], rates["patch"], strict=True)]
    agreement = _agreement(trial, middle, str(shipped)) if shipped.is_file() else None
    return DenseSpeed(figure(rates["dense"]), figure(rates["patch"]), figure(ratios), agreement, figure(whole["writing"]))


def writing_share(watch: Stopwatch) -> float:
    """Share of a run's time from the first word of writing to the end."""
    start, end = watch.times("start")[0], watch.times("end")[0]
    return (end - watch.times("progress-writing")[0]) / (end - start)


def _agreement(trial: Trial, middle: tuple[float, float, float, float], model: str) -> float:
    answers = []
    for mode in ("dense", "patch"):
        trial.run(model, mode=mode, stride_px=DENSE_STRIDE_PX, extent=middle)
        cells = gpd.read_file(trial.folder / "result.gpkg", layer="cells", ignore_geometry=True)
        answers.append(cells.set_index(["row", "col"])["class_code"])
    return float((answers[0] == answers[1].reindex(answers[0].index)).mean())
