"""The geolocation grid of a product, ANNOTATION/GEOREF.xml."""

import math
from xml.etree.ElementTree import Element  # nosec B405: writes XML, reads none

import numpy as np

from .orbit import leap_seconds
from .product import Product
from .xml_tree import element, polynomial, values

_SPACING_M = 500.0


def georeference(product: Product) -> Element:
    """The grid of latitude, longitude, incidence and height over azimuth and range time.

    As in geocoded products there is no image row and column: with them GDAL would forget the map projection.
    """
    return element(
        "geoReference",
        values("gridSetup", gridGenerator="echopatch simulate", geolocationDEMID="flat"),
        values(
            "platformParameterProcessing",
            orbitAccuracy="SCIE",
            orbitProcessingTechnique="circular orbit",
            orbitPolDegree=7,
            orbitDataQualityIndicator=1.0,
        ),
        _reference_frames(product),
        _propagation(product),
        _grid(product),
        mainAnnotationFileName=f"../{product.name}.xml",
    )


def _reference_frames(product: Product) -> Element:
    sphere = values("sphere", ellipsoidID="WGS84", semiMajorAxis=6378137.0, semiMinorAxis=6356752.314)
    sphere.append(values("datumShift", x=0.0, y=0.0, z=0.0))
    sphere.extend([element("constGM", 3.986008e14), element("omega", 7.29211514669999959e-05)])
    last_leap, leap_s = leap_seconds(product.frame.start)
    time = values(
        "time",
        refTimeFrame="UTC",
        diffUTC_GPS=float(leap_s),
        leapSecondFlag=0,
        lastLeapSecondUTC=last_leap,
        approxDiffUT1_UTC=0.0,
    )
    return element("referenceFrames", sphere, time)


def _propagation(product: Product) -> Element:
    noise = product.scene.noise
    delay = polynomial("rangeDelay", (noise.first_s, noise.reference_s, noise.last_s), [0.0])
    delay.attrib = {"source": "TOTAL", "modelName": "vacuum", "modelVersion": "1.0"}
    return element("signalPropagationEffects", delay)


def _grid(product: Product) -> Element:
    frame = product.frame
    count = max(2, math.ceil(frame.side_m / _SPACING_M) + 1)
    nodes = np.linspace(0, frame.side_px, count)
    first_s = float(frame.range_time_s(np.zeros(1))[0])
    # range times are even, as in real grids, so columns are not quite
    tau = np.linspace(0, float(frame.range_time_s(np.array([frame.side_px]))[0]) - first_s, count)
    dense = np.linspace(0, frame.side_px, 20 * count)
    columns = np.interp(tau, frame.range_time_s(dense) - first_s, dense)
    grid = element(
        "geolocationGrid",
        values("numberOfGridPoints", total=count**2, azimuth=count, range=count),
        values("spacingOfGridPoints", azimuth=float(nodes[1]) * frame.seconds_per_row, range=float(tau[1])),
        values("recInterpolTechnique", azimuth="LINEAR", range="LINEAR"),
        values("recInterpolPolDegree", azimuth=1, range=1),
        values("gridReferenceTime", tReferenceTimeUTC=frame.start, tauReferenceTime=first_s),
    )
    incidence = frame.incidence_deg(columns)
    for azimuth, row in enumerate(nodes):
        lon, lat = frame.lonlat(columns, np.full(count, row))
        for range_ in range(count):
            point = values(
                "gridPoint",
                t=float(row) * frame.seconds_per_row,
                tau=float(tau[range_]),
                lat=float(lat[range_]),
                lon=float(lon[range_]),
                inc=float(incidence[range_]),
                height=frame.height_m,
            )
            point.attrib = {"iaz": str(azimuth + 1), "irg": str(range_ + 1)}
            grid.append(point)
    return grid
