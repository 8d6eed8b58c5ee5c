"""What the main annotation of a TerraSAR-X, TanDEM-X or PAZ product says."""

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from .xml_node import Node, read_xml

_SCENE = "productInfo/sceneInfo/"
_RASTER = "productInfo/imageDataInfo/imageRaster/"


@dataclass(frozen=True)
class Layer:
    """One image of a product: a polarisation, of one beam and one receive antenna."""

    polarisation: str
    image: Path
    image_bytes: int
    """As annotated; -1 where the annotation does not say."""
    calibration_factor: float
    """ks of beta0 = ks DN^2."""


@dataclass(frozen=True)
class Corner:
    """A corner or the centre of the illuminated scene, deg."""

    longitude: float
    latitude: float
    incidence_deg: float


@dataclass(frozen=True)
class NoisePolynomial:
    """Noise power over slant-range time, in DN^2, at one azimuth time and for one polarisation."""

    polarisation: str
    time_s: float
    """Seconds since the epoch, UTC."""
    range_s: tuple[float, float]
    """Two-way range times between which it holds."""
    reference_s: float
    coefficients: tuple[float, ...]
    """By ascending exponent."""


@dataclass(frozen=True)
class Annotation:
    """The main annotation, as far as a classifier needs it."""

    path: Path
    scene_id: str
    mission: str
    mode: str
    variant: str
    """``SSC``, ``MGD``, ``GEC`` or ``EEC``."""
    resolution_variant: str
    """``SE``, ``RE``, or ``UNDEFINED`` for SSC."""
    radiometric_correction: str
    """``CALIBRATED``, ``RELCALIBRATED`` or ``NOTCALIBRATED``."""
    look_direction: str
    orbit_direction: str
    rows: int
    columns: int
    row_spacing_m: float
    """Between rows; for SSC the azimuth spacing on the ground. NaN where it is not annotated."""
    column_spacing_m: float
    """Between columns; for SSC the slant-range spacing."""
    looks: float
    """Azimuth looks times range looks."""
    acquired: str
    """Start, UTC, as annotated."""
    layers: tuple[Layer, ...]
    centre: Corner | None
    corners: tuple[Corner, ...]
    noise_corrected: bool | None
    noise: tuple[NoisePolynomial, ...]
    georeference: Path
    """Where GEOREF.xml should be."""
    incidence_mask: Path | None
    """The incidence-angle mask (GIM), if the annotation lists one or it lies in the product."""


def read_annotation(file: Path) -> Annotation:
    """Read the main XML of a product.

    Raises:
        SceneError: not XML, not an annotation, or without an element that is needed.
    """
    root = read_xml(file, "level1Product")
    row_spacing_m, column_spacing_m = _spacing_m(root)
    return Annotation(
        path=file,
        scene_id=file.stem,
        mission=root.text("productInfo/missionInfo/mission"),
        mode=root.text("productInfo/acquisitionInfo/imagingMode"),
        variant=root.text("productInfo/productVariantInfo/productVariant"),
        resolution_variant=root.optional_text("productInfo/productVariantInfo/resolutionVariant"),
        radiometric_correction=root.text("productInfo/productVariantInfo/radiometricCorrection"),
        look_direction=root.optional_text("productInfo/acquisitionInfo/lookDirection"),
        orbit_direction=root.optional_text("productInfo/missionInfo/orbitDirection"),
        rows=int(root.number(_RASTER + "numberOfRows")),
        columns=int(root.number(_RASTER + "numberOfColumns")),
        row_spacing_m=row_spacing_m,
        column_spacing_m=column_spacing_m,
        looks=root.number(_RASTER + "azimuthLooks") * root.number(_RASTER + "rangeLooks"),
        acquired=root.text(_SCENE + "start/timeUTC"),
        layers=_layers(root),
        centre=next((_corner(one) for one in root.nodes(_SCENE + "sceneCenterCoord")), None),
        corners=tuple(_corner(one) for one in root.nodes(_SCENE + "sceneCornerCoord")),
        noise_corrected=root.flag("processing/processingFlags/noiseCorrectedFlag"),
        noise=tuple(one for layer in root.nodes("noise") for one in _noise(layer)),
        georeference=_component(root, "annotation", ("GEOREF",)) or file.parent / "ANNOTATION" / "GEOREF.xml",
        incidence_mask=_component(root, "auxRasterFiles", ("GIM", "INCIDENCE")) or next(file.parent.glob("*/*GIM*.tif"), None),
    )


def _spacing_m(root: Node) -> tuple[float, float]:
    """Spacing between rows and between columns; ``rowSpacing`` runs along a row, so it is the one between columns."""
    if root.attribute(_RASTER + "rowSpacing", "units") != "s":
        return root.number(_RASTER + "columnSpacing"), root.number(_RASTER + "rowSpacing")
    projected = "productSpecific/complexImageInfo/projectedSpacing"
    return root.optional_number(projected + "Azimuth"), root.optional_number(projected + "Range/slantRange")


def _layers(root: Node) -> tuple[Layer, ...]:
    components = root.nodes("productComponents/imageData[polLayer]")
    if not components:
        root.text("productComponents/imageData/polLayer")  # names what is missing
    return tuple(_layer(root, component) for component in components)


def _layer(root: Node, component: Node) -> Layer:
    polarisation, index = component.text("polLayer"), component.attribute(".", "layerIndex")
    constants = [one for one in root.nodes("calibration/calibrationConstant") if one.optional_text("polLayer") == polarisation]
    if not constants:
        root.text(f"calibration/calibrationConstant[polLayer='{polarisation}']")
    constant = min(constants, key=lambda one: one.attribute(".", "layerIndex") != index)
    factor = constant.number("calFactor")
    if not factor > 0:
        raise constant.wrong_value("calFactor", factor)
    image_bytes = component.optional_number("file/size")
    return Layer(polarisation, _file(component), int(image_bytes) if image_bytes > 0 else -1, factor)


def _corner(node: Node) -> Corner:
    longitude = (node.number("lon") + 180) % 360 - 180
    return Corner(longitude, node.number("lat"), node.number("incidenceAngle"))


def _noise(layer: Node) -> list[NoisePolynomial]:
    polarisation = layer.optional_text("polLayer")
    records = [(record, estimate) for record in layer.nodes("imageNoise") for estimate in record.nodes("noiseEstimate")]
    return [_noise_polynomial(polarisation, record, estimate) for record, estimate in records]


def _noise_polynomial(polarisation: str, record: Node, estimate: Node) -> NoisePolynomial:
    terms = sorted(estimate.nodes("coefficient"), key=lambda one: int(one.attribute(".", "exponent") or 0))
    return NoisePolynomial(
        polarisation=polarisation,
        time_s=utc_seconds(record, "timeUTC"),
        range_s=(estimate.number("validityRangeMin"), estimate.number("validityRangeMax")),
        reference_s=estimate.number("referencePoint"),
        coefficients=tuple(one.number(".") for one in terms),
    )


def _component(root: Node, tag: str, kinds: tuple[str, ...]) -> Path | None:
    """The file of the first component whose type contains one of the words."""
    for component in root.nodes("productComponents/" + tag):
        if any(kind in component.optional_text("type").upper() for kind in kinds):
            return _file(component)
    return None


def _file(component: Node) -> Path:
    return component.file.parent / (component.optional_text("file/location/path") or ".") / component.text("file/location/filename")


def utc_seconds(node: Node, path: str) -> float:
    """Seconds since the epoch of an annotated time.

    Raises:
        SceneError: not a time.
    """
    # some times come without the trailing Z and with fractions of any length: fromisoformat of Python 3.10 takes neither
    match = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z?", node.text(path))
    if match is None:
        raise node.wrong_value(path, node.text(path))
    return datetime.fromisoformat(match[1]).replace(tzinfo=timezone.utc).timestamp() + float(match[2] or 0)
