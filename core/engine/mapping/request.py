"""What makes one request different from another: settings, model and scene files."""

import hashlib
from pathlib import Path
from typing import Any

from ...contract.commands.classify import ClassifyConfig
from ...contract.commands.embed import EmbedConfig
from ...contract.settings import flag_name, flat_fields

Files = tuple[tuple[str, int, int], ...]
"""Path, size in bytes and time of change in ns of each file."""

_SAID_OTHERWISE = ("output", "overwrite", "batch_size", "device", "model", "scene", "features")
"""Settings that do not change the answer, and those that stand in a request as what they mean here."""


def request_of(config: ClassifyConfig | EmbedConfig, model_sha256: str, device: str, files: Files) -> dict[str, Any]:
    """Everything that decides a result, JSON-native, by the flag that a user knows.

    Args:
        config: the settings.
        model_sha256: of the model file.
        device: kind of the device that computes.
        files: what is read: path, bytes, time of change in ns.
    """
    settings = {flag_name(field): value for field, value in flat_fields(config) if field.name not in _SAID_OTHERWISE}
    sources = {"--scene": config.scene, "--features": getattr(config, "features", None)}
    return {
        **{flag: str(Path(path).resolve()) for flag, path in sources.items() if path is not None},
        "--model": f"{Path(config.model).name} ({model_sha256[:12]})",
        "--device": device,
        **settings,
        "input files": fingerprint(files),
    }


def file_state(path: Path) -> tuple[str, int, int]:
    """Path, size and time of change of one file."""
    status = path.stat()
    return str(path.resolve()), status.st_size, status.st_mtime_ns


def fingerprint(files: Files) -> str:
    """A short word that changes when a file is replaced or written to: from names, sizes and times, not from contents."""
    return hashlib.sha256(repr(sorted(files)).encode()).hexdigest()[:12]
