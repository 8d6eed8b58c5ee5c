"""Open a TerraSAR-X, TanDEM-X or PAZ product from its annotation."""

import dataclasses
import math
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rasterio.io import DatasetReader

from ...contract.commands.scene_options import SceneOptions
from ...contract.errors import SceneError
from ...contract.settings import flag_name
from .annotation import Annotation, Layer, read_annotation
from .bands import band_names, choose_bands
from .calibration import PixelMeaning
from .georeference import read_geolocation_grid
from .ground import PIXEL_COORDINATES, Placement, footprint, placement, spacing_m
from .image import open_image
from .info import NOISE_IGNORED, SceneInfo, Warnings
from .product_fields import FoundIncidence, find_incidence, noise_lattices
from .source import Band, Source

MAP_VARIANTS = ("EEC", "GEC")
RADAR_VARIANTS = ("SSC", "MGD")

_COMMISSIONED = "2008-01-07"
_AMPLITUDE = PixelMeaning("amplitude", nodata=0)
_SAID_BY_PRODUCT = ("quantity", "decibel", "calibration_factor", "calibrated_to", "incidence_deg", "incidence_from", "pixel_size_m")


def open_product(file: Path, options: SceneOptions, channels: Sequence[str] | None = None) -> Source:
    """Open the images of a geocoded product (EEC, GEC).

    Args:
        file: the main annotation.
        options: bands and noise; a product says the rest itself.
        channels: what a model's channels are called; None for all bands.

    Raises:
        SceneError: a variant in radar geometry, uncalibrated, contradicted by the user, or with broken or missing parts.
    """
    annotation = read_annotation(file)
    _check_usable(annotation)
    _check_not_contradicted(annotation, options)
    chosen = choose_bands(_names(annotation), options.bands, channels, str(file))
    layers = [annotation.layers[one] for one in chosen]
    subtract = options.subtract_noise and annotation.noise_corrected is False
    with ExitStack() as opened:
        images = [opened.enter_context(_open_layer(annotation, layer)) for layer in layers]
        placed = _placed(images[0], annotation)
        grid = read_geolocation_grid(annotation.georeference) if annotation.georeference.is_file() else None
        found = find_incidence(annotation, grid, placed, opened)
        noise = noise_lattices(annotation, [one.polarisation for one in layers], grid, placed) if subtract else (None,) * len(layers)
        info = _placed_info(annotation, placed, found)
        return Source(
            info=dataclasses.replace(
                info,
                bands=tuple(info.bands[one] for one in chosen),
                calibration_factors=tuple(one.calibration_factor for one in layers),
                noise="subtracted" if subtract else info.noise,
                warnings=(*info.warnings, *(NOISE_IGNORED if options.subtract_noise and not subtract else ())),
            ),
            bands=tuple(Band(image, 1, _AMPLITUDE, field) for image, field in zip(images, noise, strict=True)),
            incidence=found.incidence,
            files=_files(annotation, layers),
            opened=opened.pop_all(),
        )


def _check_usable(annotation: Annotation) -> None:
    if annotation.variant in RADAR_VARIANTS:
        raise SceneError("scene-variant-later", path=str(annotation.path), variant=annotation.variant)
    if annotation.variant not in MAP_VARIANTS:
        raise SceneError("scene-variant-unknown", path=str(annotation.path), variant=annotation.variant)
    if annotation.radiometric_correction == "NOTCALIBRATED":
        raise SceneError("scene-not-calibrated", path=str(annotation.path))


def _check_not_contradicted(annotation: Annotation, options: SceneOptions) -> None:
    for field in dataclasses.fields(options):
        if field.name in _SAID_BY_PRODUCT and getattr(options, field.name) != field.default:
            raise SceneError("scene-says-itself", path=str(annotation.path), flag=flag_name(field))


def _open_layer(annotation: Annotation, layer: Layer) -> DatasetReader:
    image = open_image(layer.image)
    if (image.height, image.width) != (annotation.rows, annotation.columns):
        image.close()
        raise SceneError(
            "scene-size-differs",
            path=str(layer.image),
            rows=image.height,
            columns=image.width,
            xml_rows=annotation.rows,
            xml_columns=annotation.columns,
        )
    return image


def _placed(image: DatasetReader, annotation: Annotation) -> Placement:
    placed = placement(image)
    if placed is None:
        raise SceneError("scene-image-not-geocoded", path=image.name, variant=annotation.variant)
    return placed


def _names(annotation: Annotation) -> tuple[str, ...]:
    return band_names([one.polarisation for one in annotation.layers])


def _placed_info(annotation: Annotation, placed: Placement, found: FoundIncidence) -> SceneInfo:
    info = describe_annotation(annotation)
    row_spacing_m, column_spacing_m = spacing_m(placed)
    return dataclasses.replace(
        info,
        row_spacing_m=row_spacing_m,
        column_spacing_m=column_spacing_m,
        crs_wkt=placed.crs.to_wkt(),
        transform=placed.transform,
        incidence_deg=found.incidence.span_deg() if found.incidence else None,
        incidence_source=found.source,
        footprint=footprint(placed),
        warnings=(*info.warnings, *found.warnings),
    )


def _files(annotation: Annotation, layers: list[Layer]) -> tuple[Path, ...]:
    paths = [annotation.path, *(one.image for one in layers), annotation.georeference, annotation.incidence_mask]
    return tuple(one for one in paths if one is not None and one.is_file())


def describe_annotation(annotation: Annotation) -> SceneInfo:
    """What the main annotation alone says of a product of any variant: no image is opened, and nothing placed on a map."""
    angles = [one.incidence_deg for one in annotation.corners] or ([annotation.centre.incidence_deg] if annotation.centre else [])
    return SceneInfo(
        scene_id=annotation.scene_id,
        path=str(annotation.path),
        kind=annotation.variant,
        mission=annotation.mission,
        mode=annotation.mode,
        resolution_variant=annotation.resolution_variant.replace("UNDEFINED", ""),
        bands=_names(annotation),
        rows=annotation.rows,
        columns=annotation.columns,
        row_spacing_m=annotation.row_spacing_m,
        column_spacing_m=annotation.column_spacing_m,
        crs_wkt=None,
        transform=PIXEL_COORDINATES,
        quantity="beta0",
        calibration_factors=tuple(one.calibration_factor for one in annotation.layers),
        looks=None if math.isnan(annotation.looks) else annotation.looks,
        incidence_deg=(min(angles), max(angles)) if angles else None,
        incidence_source="corners" if annotation.corners else "centre" if angles else "unknown",
        acquired=annotation.acquired,
        footprint=_around(annotation),
        asserted={},
        warnings=tuple(_annotation_warnings(annotation)),
        noise={True: "corrected", False: "in", None: ""}[annotation.noise_corrected],
        orbit_direction=annotation.orbit_direction,
        look_direction=annotation.look_direction,
        radiometric_correction=annotation.radiometric_correction,
    )


def _around(annotation: Annotation) -> tuple[tuple[float, float], ...] | None:
    """The corners in the order around the scene; the annotation lists them in that of a Z."""
    if len(annotation.corners) != 4:
        return None
    first, second, third, fourth = ((one.longitude, one.latitude) for one in annotation.corners)
    return first, second, fourth, third


def _annotation_warnings(annotation: Annotation) -> Warnings:
    found: list[tuple[str, dict[str, Any]]] = []
    folder = annotation.path.parent
    if (folder / "SUPPORT" / "GEOLOCATION_AND_TIMING_PROBLEM.txt").exists():
        found.append(("scene-timing-problem", {}))
    if annotation.acquired < _COMMISSIONED:
        found.append(("scene-commissioning", {"acquired": annotation.acquired[:10]}))
    if annotation.radiometric_correction != "CALIBRATED":
        found.append(("scene-calibration-doubtful", {"state": annotation.radiometric_correction}))
    if annotation.look_direction == "LEFT":
        found.append(("scene-left-looking", {}))
    for layer in annotation.layers:
        found += _layer_warnings(layer)
    return tuple(found)


def _layer_warnings(layer: Layer) -> Warnings:
    if not layer.image.is_file():
        return (("scene-image-missing", {"path": str(layer.image)}),)
    actual = layer.image.stat().st_size
    if layer.image_bytes not in (-1, actual):
        return (("scene-file-size", {"path": str(layer.image), "actual": actual, "annotated": layer.image_bytes}),)
    return ()
