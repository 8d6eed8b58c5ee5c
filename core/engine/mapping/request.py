"""What makes one request different from another: settings, model and scene files."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...contract.commands.classify import ClassifyConfig
from ...contract.commands.embed import EmbedConfig
from ...contract.settings import flag_name, flat_fields

Files = tuple[tuple[str, int, int], ...]
"""Path, size in bytes and time of change in ns of each file."""

_SAID_OTHERWISE = ("output", "overwrite", "batch_size", "device", "model", "ensemble", "scene", "features")
"""Settings that do not change the answer, and those that stand in a request as what they mean here."""


def request_of(config: ClassifyConfig | EmbedConfig, models_sha256: Sequence[str], device: str, files: Files) -> dict[str, Any]:
    """Everything that decides a result, JSON-native, by the flag that a user knows.

    Args:
        config: the settings.
        models_sha256: of the model file, and of those that answer with it.
        device: kind of the device that computes.
        files: what is read: path, bytes, time of change in ns.
    """
    settings = {flag_name(field): value for field, value in flat_fields(config) if field.name not in _SAID_OTHERWISE}
    sources = {"--scene": config.scene, "--features": getattr(config, "features", None)}
    return {
        **{flag: str(Path(path).resolve()) for flag, path in sources.items() if path is not None},
        "--model": f"{Path(config.model).name} ({models_sha256[0][:12]})",
        **_ensemble(config, models_sha256[1:]),
        "--device": device,
        **settings,
        "input files": fingerprint(files),
    }


def _ensemble(config: ClassifyConfig | EmbedConfig, models_sha256: Sequence[str]) -> dict[str, Any]:
    paths: tuple[str, ...] = getattr(config, "ensemble", ())
    named = [f"{Path(path).name} ({sha256[:12]})" for path, sha256 in zip(paths, models_sha256, strict=True)]
    return {"--ensemble": named} if named else {}


def file_state(path: Path) -> tuple[str, int, int]:
    """Path, size and time of change of one file."""
    status = path.stat()
    return str(path.resolve()), status.st_size, status.st_mtime_ns


def fingerprint(files: Files) -> str:
    """A short word that changes when a file is replaced or written to: from names, sizes and times, not from contents."""
    return hashlib.sha256(repr(sorted(files)).encode()).hexdigest()[:12]
