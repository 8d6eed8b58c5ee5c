"""Open any raster that GDAL reads, with the user's word for what it does not say."""

import dataclasses
import math
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rasterio.enums import ColorInterp
from rasterio.io import DatasetReader

from ...contract.commands.scene_options import SceneOptions
from ...contract.errors import SceneError
from .bands import band_names, choose_bands
from .calibration import PixelMeaning
from .ground import PIXEL_COORDINATES, Placement, footprint, placement, spacing_m
from .image import open_image, read_samples
from .incidence_elsewhere import StatedIncidence, stated_incidence
from .info import NOISE_IGNORED, UNCALIBRATED, SceneInfo, Warnings
from .source import Band, Source
from .tags import SceneTags, read_tags

_POLARISATIONS = ("HH", "VV", "HV", "VH")
_SAME_SIZE = 0.01
_OF_A_GIS = (".aux.xml", ".ovr")


def open_raster(path: Path, options: SceneOptions, channels: Sequence[str] | None = None) -> Source:
    """Open a raster; what stays unknown is NaN or empty in its info, to be refused where it is needed.

    Digital numbers (amplitude, intensity) of 0 are no data unless the file declares another nodata value. In calibrated rasters
    0 is no signal: they mark no data by NaN, a declared value or a mask.

    Args:
        path: of the raster.
        options: bands, and what the user says of the pixels.
        channels: what a model's channels are called; None for all bands.

    Raises:
        SceneError: unreadable, a model's picture, without the wanted bands, or it says itself what the user asserts.
    """
    with ExitStack() as opened:
        image = opened.enter_context(open_image(path))
        tags = read_tags(image)
        spoken = options if tags is None else _spoken(tags, options, path)
        numbers = [one for one in image.indexes if image.colorinterp[one - 1] != ColorInterp.alpha]
        names = band_names([_polarisation(image.descriptions[one - 1]) for one in numbers])
        chosen = choose_bands(names, options.bands, channels, str(path))
        placed = placement(image)
        stated = stated_incidence(options, placed)
        bands = tuple(Band(image, numbers[one], pixel_meaning(image, numbers[one], spoken)) for one in chosen)
        info = dataclasses.replace(
            _placed_info(image, path, placed, spoken),
            bands=tuple(names[one] for one in chosen),
            calibration_factors=(options.calibration_factor,) * len(chosen) if options.calibration_factor else (),
            asserted={} if tags is None else tags.asserted,
            warnings=(*_warnings(bands[0], placed), *stated.warnings, *(NOISE_IGNORED if options.subtract_noise else ())),
        )
        info = _with_user(_with_tags(info, tags), options, stated)
        return Source(info, bands, stated.incidence, (*_files(image, path), *stated.files), opened.pop_all())


def _files(image: DatasetReader, path: Path) -> tuple[Path, ...]:
    """The raster and, of one that is made of others (VRT), those; without what a GIS adds when it shows them."""
    found = [Path(one).absolute() for one in image.files if not one.endswith(_OF_A_GIS)]
    return tuple(dict.fromkeys([path, *(one for one in found if one.is_file())]))


def _spoken(tags: SceneTags, options: SceneOptions, path: Path) -> SceneOptions:
    """The options that a raster of our own states by its tags.

    Raises:
        SceneError: it is a model's picture, or the user asserts otherwise.
    """
    if tags.scale == "model":
        raise SceneError("scene-is-picture", path=str(path))
    said = dataclasses.replace(options, quantity=tags.quantity, decibel=tags.scale == "db")
    for flag, differs in (
        ("--quantity", options.quantity not in (None, said.quantity)),
        ("--decibel", options.decibel and not said.decibel),
        ("--calibration-factor", options.calibration_factor is not None),
    ):
        if differs:
            raise SceneError("scene-says-itself", path=str(path), flag=flag)
    return said


def _polarisation(description: str | None) -> str:
    name = (description or "").strip().upper()
    return name if name in _POLARISATIONS else ""


def pixel_meaning(image: DatasetReader, number: int, options: SceneOptions) -> PixelMeaning:
    """How the numbers of a band become power, by the user's word and the file's nodata value, scale and offset."""
    scale = "db" if options.decibel else "amplitude" if options.quantity == "amplitude" else "power"
    nodata = image.nodatavals[number - 1]
    if nodata is None and options.quantity in ("amplitude", "intensity") and not options.decibel:
        nodata = 0.0
    return PixelMeaning(scale, nodata, image.scales[number - 1], image.offsets[number - 1])


def _placed_info(image: DatasetReader, path: Path, placed: Placement | None, options: SceneOptions) -> SceneInfo:
    row_spacing_m, column_spacing_m = _spacing_m(placed, options, path)
    return SceneInfo(
        scene_id=path.stem,
        path=str(path),
        kind="raster",
        mission="",
        mode="",
        resolution_variant="",
        bands=(),
        rows=image.height,
        columns=image.width,
        row_spacing_m=row_spacing_m,
        column_spacing_m=column_spacing_m,
        crs_wkt=placed.crs.to_wkt() if placed else None,
        transform=placed.transform if placed else PIXEL_COORDINATES,
        quantity=_quantity(options),
        calibration_factors=(),
        looks=None,
        incidence_deg=None,
        incidence_source="unknown",
        acquired="",
        footprint=footprint(placed) if placed else None,
        asserted={},
        warnings=(),
    )


def _quantity(options: SceneOptions) -> str:
    if options.quantity in ("amplitude", "intensity"):
        return UNCALIBRATED if options.calibration_factor is None else options.calibrated_to
    return options.quantity or ""


def _spacing_m(placed: Placement | None, options: SceneOptions, path: Path) -> tuple[float, float]:
    """Between rows and between columns: from the file where it is placed, else on the user's word, else NaN.

    Raises:
        SceneError: file and user differ.
    """
    asserted = options.pixel_size_m
    if placed is None:
        return (asserted, asserted) if asserted else (float("nan"), float("nan"))
    found = spacing_m(placed)
    if asserted and any(abs(one / asserted - 1) > _SAME_SIZE for one in found):
        raise SceneError("scene-pixel-size-differs", path=str(path), rows=f"{found[0]:.3g}", columns=f"{found[1]:.3g}", asserted=asserted)
    return found


def _warnings(band: Band, placed: Placement | None) -> Warnings:
    found: list[tuple[str, dict[str, Any]]] = []
    if placed is None:
        found.append(("scene-no-crs", {}))
    if band.meaning.nodata != 0 and not band.image.dtypes[band.number - 1].startswith("complex"):
        squares = read_samples(band.image, band.number)
        if (squares == 0).all(axis=(1, 2)).any():
            found.append(("scene-zero-decibels" if band.meaning.scale == "db" else "scene-zero-areas", {}))
    return tuple(found)


def _with_tags(info: SceneInfo, tags: SceneTags | None) -> SceneInfo:
    if tags is None:
        return info
    if info.crs_wkt is None and math.isnan(info.row_spacing_m):
        info = dataclasses.replace(info, row_spacing_m=tags.row_spacing_m, column_spacing_m=tags.column_spacing_m)
    return dataclasses.replace(
        info,
        scene_id=tags.scene_id,
        mission=tags.mission,
        mode=tags.mode,
        resolution_variant=tags.resolution_variant,
        looks=tags.looks,
        incidence_deg=tags.incidence_deg,
        incidence_source="tags" if tags.incidence_deg else "unknown",
        acquired=tags.acquired,
    )


def _with_user(info: SceneInfo, options: SceneOptions, stated: StatedIncidence) -> SceneInfo:
    """Add what the user said, and mark it as asserted."""
    fields = ("quantity", "decibel", "calibration_factor", "calibrated_to", "incidence_deg", "incidence_from", "pixel_size_m")
    said = {one.name: getattr(options, one.name) for one in dataclasses.fields(options) if one.name in fields}
    changed = {name: value for name, value in said.items() if value not in (None, False)}
    if options.calibration_factor is None:
        changed.pop("calibrated_to")
    info = dataclasses.replace(info, asserted={**info.asserted, **changed})
    if stated.incidence is None:
        return info
    return dataclasses.replace(info, incidence_deg=stated.incidence.span_deg(), incidence_source=stated.source)
