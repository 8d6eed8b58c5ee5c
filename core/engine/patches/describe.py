"""The command ``patches info``: counts by class, split and group, the leak check, optical offsets, levels, contact sheets."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...contract.commands.patches import PatchesInfoConfig
from ...contract.errors import PatchSetError
from ...contract.model_card import HISTOGRAM_BINS, Radiometry
from ...contract.reporting import Reporter
from .index import SPLITS
from .optical_check import offset_facts, offset_text
from .patch_set import CodedWindow, PatchSet, PatchSetSettings, read_patch_set
from .sheets import check_sheets_output, write_sheets
from .writer import file_sha256

_CODES = 65536
_CHUNK_PIXELS = 2**24
_CUT_SHARE = 0.005
_PERCENTILES = (5, 50, 95)


def describe(config: PatchesInfoConfig, report: Reporter) -> dict[str, object]:
    """Check a patch set through and through, and say what is in it.

    Args:
        config: the patch set.
        report: hears progress and where the contact sheets are.

    Returns:
        ``text`` for people, ``info`` for programs, ``sheets`` (path) if asked for.

    Raises:
        PatchSetError: the set is broken, its arrays have changed since they were written, or its split leaks.
        Cancelled: the user stopped the run.
    """
    sheets = None if config.sheets is None else check_sheets_output(config.sheets, config.overwrite, [config.patches])
    patch_set = read_patch_set(config.patches)
    counts = _code_counts(patch_set, report)
    _check_hashes(patch_set, report)
    info = _info(patch_set, counts)
    if sheets is None:
        return {"text": _text(info), "info": info}
    write_sheets(patch_set, _grey_window(patch_set.settings, counts), sheets, report)
    return {"text": f"{_text(info)}\ncontact sheets: {sheets}", "info": {**info, "sheets": str(sheets)}, "sheets": str(sheets)}


def _code_counts(patch_set: PatchSet, report: Reporter) -> NDArray[np.int64]:
    """How often each code occurs, (65536,)."""
    counts = np.zeros(_CODES, dtype=np.int64)
    total = len(patch_set.codes)
    step = max(1, _CHUNK_PIXELS // patch_set.codes[0].size)
    for first in range(0, total, step):
        counts += np.bincount(patch_set.codes[first : first + step].ravel(), minlength=_CODES)
        report.progress(min(first + step, total), total, "progress-describing")
    return counts


def _check_hashes(patch_set: PatchSet, report: Reporter) -> None:
    for number, (name, sha256) in enumerate(patch_set.settings.sha256.items(), 1):
        if file_sha256(patch_set.folder / name) != sha256:
            raise PatchSetError("patches-part-changed", path=str(patch_set.folder), part=name)
        report.progress(number, len(patch_set.settings.sha256), "progress-checking")


def _grey_window(settings: PatchSetSettings, counts: NDArray[np.int64]) -> CodedWindow:
    """The window that models see calibrated power in; for uncalibrated chips where nearly all of their pixels lie."""
    if settings.quantity != "dn" or not counts[1:].any():
        return CodedWindow(Radiometry.floor_db, Radiometry.ceiling_db)
    climb = np.cumsum(counts[1:]) / counts[1:].sum()
    ends = np.searchsorted(climb, (_CUT_SHARE, 1 - _CUT_SHARE)) / (len(climb) - 1)
    low, high = settings.floor_db + ends * (settings.ceiling_db - settings.floor_db)
    return CodedWindow(float(np.floor(low)), float(np.ceil(high)))


def _info(patch_set: PatchSet, counts: NDArray[np.int64]) -> dict[str, Any]:
    settings, index = patch_set.settings, patch_set.index
    table = index.groupby(["label", "split"]).size().to_dict()
    groups = index.groupby("label")["group"].nunique().to_dict()
    files_bytes = sum(file.stat().st_size for file in patch_set.folder.iterdir() if file.is_file())
    return {
        "path": str(patch_set.folder),
        "sha256": patch_set.sha256,
        "patches": len(index),
        "patch_px": settings.patch_px,
        "pixel_size_m": settings.pixel_size_m,
        "quantity": settings.quantity,
        "channels": list(settings.channels),
        "optical": patch_set.optical is not None,
        "optical_offsets": [offset_facts(one, settings.pixel_size_m) for one in settings.optical_offsets],
        "georeferenced": "geometry" in index.columns,
        "megabytes": round(files_bytes / 1e6, 1),
        "groups": int(index["group"].nunique()),
        "sources": {str(name): int(count) for name, count in index["source"].value_counts().items()},
        "classes": [
            {
                "code": one.code,
                "name": one.name,
                **{split: int(table.get((one.code, split), 0)) for split in SPLITS},
                "groups": int(groups.get(one.code, 0)),
            }
            for one in settings.classes
        ],
        "leaks": {"overlaps": 0, "groups": 0},  # the reader refuses any
        "place_known": not bool(index["row"].isna().any()),
        "left_out": {name: count for name, count in settings.counts.items() if name != "patches"},
        "scenes": [{"scene": one.scene_id, "looks": one.looks, "incidence_deg": one.incidence_deg} for one in settings.scenes],
        **_distribution(counts, settings.floor_db, settings.ceiling_db),
    }


def _distribution(counts: NDArray[np.int64], floor_db: float, ceiling_db: float) -> dict[str, Any]:
    """Share of pixels in equal bins of the coded window, percentiles, and the share without data."""
    data = counts[1:]
    db = np.linspace(floor_db, ceiling_db, len(data))
    bins, _ = np.histogram(db, HISTOGRAM_BINS, (floor_db, ceiling_db), weights=data)
    climb = np.cumsum(data)
    valid = max(1, int(climb[-1]))
    return {
        "nodata_share": float(counts[0] / counts.sum()),
        "histogram_db": [floor_db, ceiling_db],
        "histogram": (bins / valid).tolist(),
        "percentiles_db": {str(one): round(float(db[np.searchsorted(climb, valid * one / 100)]), 2) for one in _PERCENTILES},
    }


def _text(info: dict[str, Any]) -> str:
    spacing = f"{info['pixel_size_m']:g} m pixels" if info["pixel_size_m"] else "pixels of unknown size"
    width = max(len("class"), *(len(one["name"]) for one in info["classes"]))
    columns = (*SPLITS, "groups")
    head = f"{'code':>4}  {'class':<{width}}" + "".join(f"{name:>12}" for name in columns)
    rows = [f"{one['code']:>4}  {one['name']:<{width}}" + "".join(f"{one[name]:>12}" for name in columns) for one in info["classes"]]
    sums = [*(sum(one[split] for one in info["classes"]) for split in SPLITS), info["groups"]]
    totals = f"{'':>4}  {'all':<{width}}" + "".join(f"{one:>12}" for one in sums)
    levels = ", ".join(f"{name} % below {value} dB" for name, value in info["percentiles_db"].items())
    left_out = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in info["left_out"].items() if count)
    checked = "by outline and group" if info["place_known"] else "by group only, where the chips lie is unknown"
    lines = [
        f"{info['path']}: {info['patches']} patches of {info['patch_px']} x {info['patch_px']} px, {spacing}, {info['megabytes']} MB",
        f"{info['quantity']}, channels {' '.join(info['channels'])}{', with optical images' if info['optical'] else ''}",
        *(f"scene {one['scene']}: {_scene_facts(one)}" for one in info["scenes"]),
        *_offset_lines(info),
        "",
        head,
        *rows,
        totals,
        "",
        f"no leak between the splits (checked {checked})",
        f"{levels}; {100 * info['nodata_share']:.2g} % without data",
        *([f"left out or noted when the set was made: {left_out}"] if left_out else []),
    ]
    return "\n".join(lines)


def _offset_lines(info: dict[str, Any]) -> list[str]:
    if info["optical"] and not info["optical_offsets"]:
        return ["how far the optical images lie off was not estimated when the set was made"]
    return [offset_text(one) for one in info["optical_offsets"]]


def _scene_facts(scene: dict[str, Any]) -> str:
    looks = "looks unknown" if scene["looks"] is None else f"{scene['looks']:.3g} looks"
    angles = scene["incidence_deg"]
    return f"{looks}, " + ("incidence unknown" if angles is None else f"incidence {angles[0]:.1f} to {angles[1]:.1f} deg")
