"""Tags in the rasters that Echopatch writes, so that opening one again needs nobody's word."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rasterio.io import DatasetReader

from ...contract.errors import SceneError
from .info import SceneInfo

TAG = "ECHOPATCH_SCENE"
"""The metadata item that holds them, as JSON."""
TAGS_VERSION = 1


@dataclass(frozen=True)
class SceneTags:
    """What a written raster says of itself."""

    quantity: str
    scale: str
    """``linear``, ``db``, or ``model`` for the 8-bit picture that a model sees."""
    scene_id: str
    row_spacing_m: float
    column_spacing_m: float
    looks: float | None = None
    incidence_deg: tuple[float, float] | None = None
    mission: str = ""
    mode: str = ""
    resolution_variant: str = ""
    acquired: str = ""
    asserted: dict[str, Any] = field(default_factory=dict)
    """What the user said when it was written."""
    version: int = TAGS_VERSION


def tags_of(info: SceneInfo, quantity: str, scale: str, spacing_m: tuple[float, float]) -> dict[str, str]:
    """GDAL metadata for a raster made of a scene.

    Args:
        info: of the scene.
        quantity: what is written.
        scale: ``linear``, ``db`` or ``model``.
        spacing_m: between rows and between columns, of what is written.
    """
    tags = SceneTags(
        quantity=quantity,
        scale=scale,
        scene_id=info.scene_id,
        row_spacing_m=spacing_m[0],
        column_spacing_m=spacing_m[1],
        looks=info.looks,
        incidence_deg=info.incidence_deg,
        mission=info.mission,
        mode=info.mode,
        resolution_variant=info.resolution_variant,
        acquired=info.acquired,
        asserted=info.asserted,
    )
    return {TAG: json.dumps(asdict(tags))}


def read_tags(image: DatasetReader) -> SceneTags | None:
    """What a raster says of itself; None where Echopatch did not write it.

    Raises:
        SceneError: written by a newer Echopatch, or damaged.
    """
    text = image.tags().get(TAG)
    if text is None:
        return None
    try:
        return _tags_from(json.loads(text), image.name)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise SceneError("scene-tags-broken", path=image.name, reason=str(error)) from error


def _tags_from(fields: Mapping[str, Any], path: str) -> SceneTags:
    if fields["version"] > TAGS_VERSION:
        raise SceneError("scene-too-new", path=path)
    span = fields["incidence_deg"]
    return SceneTags(**{**fields, "incidence_deg": (float(span[0]), float(span[1])) if span else None})
