"""What a result says of the run that made it."""

import dataclasses
import json
import math
import platform
import shlex
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

import numpy
import pyogrio
import rasterio
import torch

from .... import __version__
from ...contract.commands.classify import ClassifyConfig
from ...contract.reporting import Reporter
from ...contract.sentences import sentence
from ...contract.settings import command_arguments, flat_fields
from ..network.model_file import Model
from ..scene.info import SceneInfo
from .plan import Plan

FORMAT_VERSION = 1


class Remembering:
    """A reporter that passes everything on and keeps the warnings, for the record."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self.warnings: list[dict[str, Any]] = []

    def progress(self, done: int, total: int, code: str) -> None:
        """Pass on."""
        self._report.progress(done, total, code)

    def metric(self, step: int, values: Mapping[str, float]) -> None:
        """Pass on."""
        self._report.metric(step, values)

    def picture(self, name: str, path: str) -> None:
        """Pass on."""
        self._report.picture(name, path)

    def warning(self, code: str, **values: Any) -> None:
        """Pass on and keep."""
        self.warnings.append({"code": code, "message": sentence(code, values), "values": values})
        self._report.warning(code, **values)


@dataclasses.dataclass(frozen=True)
class Inputs:
    """What a run is made from."""

    config: ClassifyConfig
    models: tuple[Model, ...]
    """At least one."""
    scene: SceneInfo
    device: torch.device
    plan: Plan


def run_row(inputs: Inputs, warnings: list[dict[str, Any]], seconds: float, complete: bool) -> dict[str, Any]:
    """One row of the table ``runs``.

    Args:
        inputs: settings, models, scene, device and plan.
        warnings: everything the user was warned of.
        seconds: what computing took, earlier parts of a resumed run counted in.
        complete: whether every cell has been looked at.
    """
    config, scene = inputs.config, inputs.scene
    model, *further = inputs.models
    return {
        "format_version": FORMAT_VERSION,
        "complete": int(complete),
        "command": shlex.join(["echopatch", "classify", *command_arguments(config)]),
        "config": _json({field.name: value for field, value in flat_fields(config)}),
        "model_name": model.card.name,
        "model_sha256": model.sha256,
        "model_card": model.card.to_json(),
        "ensemble": _json([{"name": one.card.name, "sha256": one.sha256, "card": json.loads(one.card.to_json())} for one in further]),
        "novelty": _json([_limit(one, config.mode) for one in inputs.models] if config.unknown == "yes" else None),
        "scene_id": scene.scene_id,
        "scene": _json(_scene_facts(scene)),
        "asserted": _json(scene.asserted),
        "warnings": _json(warnings),
        "versions": _json(versions()),
        "device": device_name(inputs.device),
        "precision": inputs.plan.precision,
        "started": inputs.plan.started,
        "finished": utc_now(),
        "seconds": seconds,
    }


def _limit(model: Model, mode: str) -> dict[str, Any]:
    """How far from the known patches a model's own limit lies, at which novelty is 1."""
    return {"sha256": model.sha256, "limit": float(model.domains[mode].limit), "kept_share": (model.card.ood or {}).get("kept_share")}


def _scene_facts(scene: SceneInfo) -> dict[str, Any]:
    facts = {field.name: getattr(scene, field.name) for field in dataclasses.fields(scene)}
    return {**facts, "transform": list(scene.transform)[:6]}


def utc_now() -> str:
    """ISO 8601, to the second."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def device_name(device: torch.device) -> str:
    """The device with its make, where torch knows it."""
    return f"{device} ({torch.cuda.get_device_name(device)})" if device.type == "cuda" else str(device)


def versions() -> dict[str, str]:
    """Of everything that the numbers depend on."""
    libraries = {"torch": torch.__version__, "numpy": numpy.__version__, "rasterio": rasterio.__version__, "pyogrio": pyogrio.__version__}
    return {"echopatch": __version__, "python": platform.python_version(), "gdal": rasterio.__gdal_version__, **libraries}


def _json(value: Any) -> str:
    return json.dumps(_finite(value), ensure_ascii=False, default=str)


def _finite(value: Any) -> Any:
    """The value without NaN and infinity, which JSON does not have."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(one) for one in value]
    return value
