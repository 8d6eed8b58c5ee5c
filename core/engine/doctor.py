"""The command doctor: does the engine work here, and how fast?"""

import platform
import sys
import time
from typing import Any

import geopandas
import numpy
import pyogrio
import rasterio
import scipy
import shapely
import sklearn
import torch

from ... import __version__
from ..contract.commands.doctor import DoctorConfig
from ..contract.reporting import Reporter
from .device import choose_device, device_turn, why_no_cuda
from .network.networks import PatchNetwork, build_network

_PATCH_PX = 160
_MEASURE_S = 2.0


def doctor(config: DoctorConfig, report: Reporter) -> dict[str, Any]:
    """Load every library, run a real network on the device, and say what was found.

    Raises:
        DeviceError: the device asked for is unknown or missing.
    """
    device = choose_device(config.device)
    with device_turn(device, report):
        rates = _patch_rates(device, report)
    info = {"versions": _versions(), "devices": _devices(), "device": str(device), "patches_per_s": rates}
    return {"text": _text(info), "info": info}


def _versions() -> dict[str, str]:
    libraries = (torch, numpy, scipy, sklearn, rasterio, pyogrio, geopandas, shapely)
    return {
        "echopatch": __version__,
        "python": sys.version.split()[0],
        "system": platform.platform(terse=True),
        **{library.__name__: str(library.__version__) for library in libraries},
        "gdal": rasterio.__gdal_version__,
    }


def _devices() -> dict[str, str]:
    found = {"cpu": f"{torch.get_num_threads()} threads, {torch.backends.cpu.get_cpu_capability()}"}
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            properties = torch.cuda.get_device_properties(index)
            gib = properties.total_memory / 2**30
            found[f"cuda:{index}"] = f"{properties.name}, {gib:.0f} GiB, capability {properties.major}.{properties.minor}"
    else:
        found["cuda"] = f"none: {why_no_cuda()}"
    if torch.backends.mps.is_available():
        found["mps"] = "Apple GPU"
    return found


def _patch_rates(device: torch.device, report: Reporter) -> dict[str, float]:
    """Patches a second through a ResNet-18, in both precisions; a device that only pretends to work fails here."""
    network = build_network("resnet18", (), 1, 7).eval().to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    batch = torch.rand(16, 1, _PATCH_PX, _PATCH_PX, device=device).to(memory_format=torch.channels_last)
    rates = {}
    for done, (name, dtype) in enumerate((("fp32", torch.float32), ("bf16", torch.bfloat16))):
        report.progress(done, 2, "progress-doctor")
        rates[name] = _rate(network, batch, dtype)
    report.progress(2, 2, "progress-doctor")
    return rates


@torch.inference_mode()
def _rate(network: PatchNetwork, batch: torch.Tensor, dtype: torch.dtype) -> float:
    """Patches a second; a first run warms up, and reading a number back waits for the device."""
    patches, started = 0, 0.0
    with torch.autocast(batch.device.type, dtype, enabled=dtype != torch.float32):
        network(batch).sum().item()
        started = time.perf_counter()
        while time.perf_counter() - started < _MEASURE_S:
            network(batch).sum().item()
            patches += len(batch)
    return patches / (time.perf_counter() - started)


def _text(info: dict[str, Any]) -> str:
    lines = [f"{name:12} {version}" for name, version in info["versions"].items()]
    lines += [f"{name:12} {what}" for name, what in info["devices"].items()]
    rates = info["patches_per_s"]
    lines.append(f"{'rate':12} {rates['fp32']:.0f} patches/s in fp32, {rates['bf16']:.0f} in bf16 (ResNet-18, 160 px, {info['device']})")
    return "\n".join(lines)
