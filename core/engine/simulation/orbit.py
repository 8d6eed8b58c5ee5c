"""State vectors that agree with the scene: a circular orbit from which the scene's centre is seen under its incidence angle."""

from datetime import datetime, timedelta, timezone
from xml.etree.ElementTree import Element  # nosec B405: writes XML, reads none

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from .frame import LIGHT_SPEED_M_S
from .product import Product
from .xml_tree import Value, element, values

_SPEED_M_S = 7600.0
_STEP_S = 10
_COUNT = 12
_GPS_START = datetime(1980, 1, 6, tzinfo=timezone.utc)
_LEAP_SECONDS = tuple(
    (datetime(year, month, 1, tzinfo=timezone.utc), seconds)
    for year, month, seconds in ((2017, 1, 18), (2015, 7, 17), (2012, 7, 16), (2009, 1, 15))
)
"""GPS time less UTC, and since when."""


def satellite_states(product: Product, seconds: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Positions (N, 3) in m and velocities (N, 3) in m/s, Earth-centred, at seconds from the scene's centre time.

    The satellite flies on a circle through the point from which the centre is seen at right angles to the flight.
    """
    frame = product.frame
    lon, lat = (np.radians(value) for value in product.centre_lonlat)
    up = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    east = np.array([-np.sin(lon), np.cos(lon), 0])
    north = np.cross(up, east)
    heading, incidence = np.radians(frame.heading_deg), np.radians(frame.centre_incidence_deg)
    flight = np.sin(heading) * east + np.cos(heading) * north
    to_scene = np.cross(flight, up)
    target = np.array(Transformer.from_crs(4979, 4978, always_xy=True).transform(*product.centre_lonlat, frame.height_m))
    slant_m = frame.range_time_s(np.array([frame.side_px / 2]))[0] * LIGHT_SPEED_M_S / 2
    centre = target + slant_m * (np.cos(incidence) * up - np.sin(incidence) * to_scene)
    radius = np.linalg.norm(centre)
    # level flight, at right angles to the line of sight
    along = np.cross(target - centre, centre)
    along *= np.sign(along @ flight) / np.linalg.norm(along)
    angle = (seconds * _SPEED_M_S / radius)[:, None]
    position = np.cos(angle) * centre + np.sin(angle) * radius * along
    velocity = _SPEED_M_S * (np.cos(angle) * along - np.sin(angle) * centre / radius)
    return position, velocity


def platform(product: Product) -> Element:
    """platform: where the antenna sits, and the orbit."""
    antenna = values("SARAntennaPosition", x=0.0, y=0.0, z=0.0)
    antenna.set("DRAoffset", "SRA")
    gps = values("GPSAntennaPosition", x=0.0, y=0.0, z=0.0)
    gps.attrib = {"GPSreceiver": "L1", "unit": "Main"}
    reference = element("referenceData", element("SARAntennaMechanicalBoresight", 33.8), antenna, gps)
    return element("platform", reference, _orbit(product))


def _orbit(product: Product) -> Element:
    middle = product.frame.start + (product.stop - product.frame.start) / 2
    first = middle.replace(microsecond=0) - timedelta(seconds=_STEP_S * _COUNT // 2)
    times = [first + timedelta(seconds=_STEP_S * index) for index in range(_COUNT)]
    position, velocity = satellite_states(product, np.array([(time - middle).total_seconds() for time in times]))
    node = element("orbit", _orbit_header(times))
    for index, time in enumerate(times):
        state = values("stateVec", timeUTC=_plain(time), timeGPS=gps_seconds(time), timeGPSFraction=0.0)
        state.attrib = {"num": str(index + 1), "maneuver": "NO", "qualInd": "1"}
        for name, vector in (("pos", position[index]), ("vel", velocity[index])):
            state.extend(element(name + axis, float(value)) for axis, value in zip("XYZ", vector, strict=True))
        node.append(state)
    return node


def _orbit_header(times: list[datetime]) -> Element:
    node = element("orbitHeader", element("generationSystem", "Echopatch simulator", version="1.0"))
    node.extend(values("all", sensor="PROP", accuracy="SCIE", stateVectorRefFrame="WGS84", stateVectorRefTime="GPS"))
    node.extend(values("all", stateVecFormat="pos(m),vel(m/s)", numStateVectors=len(times)))
    for name, time in (("first", times[0]), ("last", times[-1])):
        stamp: dict[str, Value] = {
            f"{name}StateTimeUTC": _plain(time),
            f"{name}StateTimeGPS": gps_seconds(time),
            f"{name}StateTimeGPSFraction": 0.0,
        }
        node.append(values(f"{name}StateTime", **stamp))
    rest = values(
        "all",
        stateVectorTimeSpacing=float(_STEP_S),
        positionAccuracyMargin=0.2,
        velocityAccuracyMargin=0.005,
        recProcessingTechnique="Chebyshev",
        recPolDegree=7,
        dataGapIndicator=0,
    )
    node.extend(rest)
    return node


def _plain(time: datetime) -> str:
    """Orbit times come without a Z in real products."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f")


def gps_seconds(time: datetime) -> int:
    """Whole seconds of GPS time, which knows no leap seconds."""
    return (time - _GPS_START) // timedelta(seconds=1) + leap_seconds(time)[1]


def leap_seconds(time: datetime) -> tuple[datetime, int]:
    """When the last leap second before a time ended, and GPS time less UTC since then."""
    return next((since, seconds) for since, seconds in _LEAP_SECONDS if time >= since)
