"""The parts of the main annotation that describe the image: its raster, the scene's corners, and the map projection."""

from datetime import datetime
from xml.etree.ElementTree import Element  # nosec B405: writes XML, reads none

import numpy as np
from pyproj import Transformer

from .frame import LIGHT_SPEED_M_S
from .mapping_grid import NODE_SPACING_PX, nodes_per_side
from .orbit import gps_seconds
from .product import Product
from .speckle import RESOLUTION_PX
from .xml_tree import Value, element, values

_CORNER_NAMES = ("upperLeft", "upperRight", "lowerRight", "lowerLeft")


def image_info(product: Product) -> Element:
    """imageDataInfo: how the pixels are stored."""
    frame = product.frame
    node = values(
        "imageDataInfo",
        pixelValueID="RADAR BRIGHTNESS",
        imageDataType="DETECTED",
        imageDataFormat="GEOTIFF",
        numberOfLayers=len(product.polarisations),
        imageDataDepth=16,
        imageStorageOrder="ROWBYROW",
        rowContent="MAPNORTHING",
        columnContent="MAPEASTING",
    )
    resolution_m = RESOLUTION_PX * frame.pixel_size_m
    raster = element(
        "imageRaster",
        element("numberOfRows", frame.map_px),
        element("numberOfColumns", frame.map_px),
        element("rowSpacing", frame.pixel_size_m, units="m"),
        element("columnSpacing", frame.pixel_size_m, units="m"),
        element("groundRangeResolution", resolution_m),
        element("azimuthResolution", resolution_m),
        element("azimuthLooks", float(product.scene.config.looks)),
        element("rangeLooks", 1.0),
    )
    node.append(raster)
    return node


def scene_info(product: Product) -> Element:
    """sceneInfo: times, centre and the corners of the illuminated scene."""
    frame, side = product.frame, product.frame.side_px
    lat_lon_time = [_scene_point("sceneCornerCoord", product, column, row) for row in (0, side) for column in (0, side)]
    first, last = frame.range_time_s(np.array([0.0, side]))
    return element(
        "sceneInfo",
        element("sceneID", f"synthetic_{product.scene.config.seed}_{frame.start.strftime('%Y-%m-%dT%H:%M:%S.%fZ')}"),
        _time("start", frame.start),
        _time("stop", product.stop),
        values("rangeTime", firstPixel=float(first), lastPixel=float(last)),
        element("sceneAzimuthExtent", frame.side_m),
        element("sceneRangeExtent", frame.side_m),
        _scene_point("sceneCenterCoord", product, side / 2, side / 2),
        element("sceneAverageHeight", frame.height_m),
        *lat_lon_time,
        element("headingAngle", frame.heading_deg),
    )


def _time(tag: str, time: datetime) -> Element:
    return values(tag, timeUTC=time, timeGPS=gps_seconds(time), timeGPSFraction=time.microsecond / 1e6)


def _scene_point(tag: str, product: Product, column: float, row: float) -> Element:
    """One corner or the centre; image row and column count from 1, as in real products."""
    frame = product.frame
    east, north = frame.to_map @ (column, row)
    map_column, map_row = ~frame.map_transform @ (east, north)
    lon, lat = frame.lonlat(np.array([column]), np.array([row]))
    return values(
        tag,
        refRow=int(min(max(map_row, 0), frame.map_px - 1)) + 1,
        refColumn=int(min(max(map_column, 0), frame.map_px - 1)) + 1,
        lat=float(lat[0]),
        lon=float(lon[0]),
        azimuthTimeUTC=frame.time(row),
        rangeTime=float(frame.range_time_s(np.array([column]))[0]),
        incidenceAngle=float(frame.incidence_deg(np.array([column]))[0]),
    )


def product_specific(product: Product) -> Element:
    """productSpecific: the complex image behind the product, and its geocoding."""
    frame = product.frame
    near, far = np.sin(np.radians(frame.incidence_deg(np.array([0.0, frame.side_px]))))
    range_spacing_m = 0.45
    spacing = values(
        "projectedSpacingRange",
        groundNear=range_spacing_m / float(near),
        groundFar=range_spacing_m / float(far),
        slantRange=range_spacing_m,
    )
    complex_info = values(
        "complexImageInfo",
        commonPRF=4000.0,
        commonRSF=LIGHT_SPEED_M_S / (2 * range_spacing_m),
        slantRangeResolution=0.6,
        projectedSpacingAzimuth=0.87,
    )
    complex_info.append(spacing)
    complex_info.extend(
        [
            element("imageCoordinateType", "ZERODOPPLER"),
            element("imageDataStartWith", "EARLYAZNEARRG"),
            element("quicklookDataStartWith", "LATEAZNEARRG" if frame.ascending else "EARLYAZFARRG"),
        ]
    )
    return element("productSpecific", complex_info, _geocoding(product))


def _geocoding(product: Product) -> Element:
    return element(
        "geocodedImageInfo",
        values("geocodingSetup", geocodingFacility="Echopatch", softwareVersion="1", generationFlagGIM=True),
        _map_projection(product),
        _geo_parameter(product),
        _mapping_grid(product),
        values("incidenceAngleMaskDescription", pixelValueID="INCIDENCE ANGLE AND FLAGS", imageDataFormat="GEOTIFF", imageDataDepth=16),
    )


def _map_projection(product: Product) -> Element:
    zone = product.frame.epsg % 100
    node = values("mapProjection", geodeticDatumID="WGS84", projectionID="UTM", zoneID=str(zone))
    node.append(values("projectionCenter", longitude=float(6 * zone - 183), latitude=0.0))
    node.append(values("mapOrigin", easting=500000.0, northing=0.0))
    node.append(element("scaleFactor", 0.9996))
    return node


def _geo_parameter(product: Product) -> Element:
    frame, side = product.frame, product.frame.side_px
    image = [(0, 0), (frame.map_px, 0), (frame.map_px, frame.map_px), (0, frame.map_px)]
    # north-up order of the turned square: its corner nearest to each corner of the image
    scene = [(0, side), (side, side), (side, 0), (0, 0)] if frame.ascending else [(side, 0), (0, 0), (0, side), (side, side)]
    frame_corners = [frame.map_transform @ corner for corner in image]
    scene_corners = [frame.to_map @ corner for corner in scene]
    centre = frame.to_map @ (side / 2, side / 2)
    lon, lat = product.centre_lonlat
    return element(
        "geoParameter",
        values("pixelSpacing", easting=frame.pixel_size_m, northing=frame.pixel_size_m),
        _corners("frameCoordsGeographic", product, frame_corners),
        _corners("frameCoordsCartographic", product, frame_corners),
        _corners("sceneCoordsGeographic", product, scene_corners),
        _corners("sceneCoordsCartographic", product, scene_corners),
        values("sceneCenterCoordsGeographic", centerCoordLongitude=lon, centerCoordLatitude=lat),
        values("sceneCenterCoordsCartographic", centerCoordEasting=centre[0], centerCoordNorthing=centre[1]),
        element("imageResamplingMethod", "CUBIC SPLINE"),
    )


def _corners(tag: str, product: Product, corners: list[tuple[float, float]]) -> Element:
    geographic = tag.endswith("Geographic")
    to_lonlat = Transformer.from_crs(product.frame.epsg, 4326, always_xy=True)
    members: dict[str, Value] = {}
    for name, (east, north) in zip(_CORNER_NAMES, corners, strict=True):
        first, second = to_lonlat.transform(east, north) if geographic else (east, north)
        words = ("Longitude", "Latitude") if geographic else ("Easting", "Northing")
        members |= {name + words[0]: float(first), name + words[1]: float(second)}
    return values(tag, **members)


def _mapping_grid(product: Product) -> Element:
    frame = product.frame
    node = values(
        "mappingGridInfo", pixelValueID="AZIMUTH AND RANGE TIME", imageDataFormat="BINARY", imageDataDepth=64, imageStorageOrder="ROWBYROW"
    )
    reference = float(frame.range_time_s(np.zeros(1))[0])
    node.append(values("gridReferenceTime", tReferenceTimeUTC=frame.start, tauReferenceTime=reference, refRow=1, refCol=1))
    nodes, spacing = nodes_per_side(frame), float(NODE_SPACING_PX)
    node.append(values("imageRaster", numberOfRows=nodes, numberOfColumns=nodes, rowSpacing=spacing, columnSpacing=spacing))
    return node
