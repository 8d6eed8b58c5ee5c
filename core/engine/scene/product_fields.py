"""Incidence angle and noise over the image of a geocoded product, from the best that its annotation offers."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ...contract.errors import SceneError
from .annotation import Annotation
from .calibration import noise_power
from .georeference import GeolocationGrid, lattices_on_image
from .ground import Placement
from .image import open_image
from .incidence import Incidence, IncidenceMask, SmoothIncidence, UniformIncidence, incidence_from_corners
from .info import Warnings
from .lattice import Lattice


@dataclass(frozen=True)
class FoundIncidence:
    """The incidence angle of a scene and where it comes from."""

    incidence: Incidence | None
    source: str
    """As ``SceneInfo.incidence_source``."""
    warnings: Warnings = ()


def find_incidence(annotation: Annotation, grid: GeolocationGrid | None, placed: Placement, opened: ExitStack) -> FoundIncidence:
    """The incidence angle from the mask (GIM), else the geolocation grid, else the corners, else the scene's centre.

    Args:
        annotation: of the product.
        grid: of the product, if it has one.
        placed: the product's image.
        opened: closes the mask.

    Raises:
        SceneError: the mask or the grid is broken, or the grid lies elsewhere.
    """
    warnings: list[tuple[str, dict[str, object]]] = []
    mask = annotation.incidence_mask
    if mask is not None and mask.is_file():
        image = opened.enter_context(open_image(mask))
        if (image.height, image.width) == (placed.rows, placed.columns) and image.dtypes[0] == "uint16":
            return FoundIncidence(IncidenceMask(image), "mask")
        warnings.append(("scene-mask-unfit", {"path": str(mask)}))
    elif mask is not None:
        warnings.append(("scene-mask-missing", {"path": str(mask)}))
    if grid is not None:
        (angles,) = lattices_on_image(grid, [grid.incidence_deg], placed)
        return FoundIncidence(SmoothIncidence(angles), "grid", tuple(warnings))
    if len(annotation.corners) >= 3:
        return FoundIncidence(incidence_from_corners(annotation.corners, placed), "corners", tuple(warnings))
    if annotation.centre is not None:
        warnings.append(("scene-incidence-centre-only", {"angle": f"{annotation.centre.incidence_deg:.1f}"}))
        return FoundIncidence(UniformIncidence(annotation.centre.incidence_deg), "centre", tuple(warnings))
    return FoundIncidence(None, "unknown", tuple(warnings))


def noise_lattices(
    annotation: Annotation, polarisations: Sequence[str], grid: GeolocationGrid | None, placed: Placement
) -> tuple[Lattice, ...]:
    """Noise power in squared digital numbers over the image, one lattice per polarisation.

    Raises:
        SceneError: the product annotates no noise, or has no geolocation grid that tells the range times.
    """
    if grid is None:
        raise SceneError("scene-noise-no-grid", path=str(annotation.georeference))
    range_s, time_s = lattices_on_image(grid, [grid.range_s, grid.time_s - grid.time_s[0, 0]], placed)
    return tuple(_noise_lattice(annotation, one, range_s, time_s, float(grid.time_s[0, 0])) for one in polarisations)


def _noise_lattice(annotation: Annotation, polarisation: str, range_s: Lattice, time_s: Lattice, epoch_s: float) -> Lattice:
    polynomials = [one for one in annotation.noise if one.polarisation == polarisation]
    if not polynomials:
        raise SceneError("scene-annotation-lacks", path=str(annotation.path), element=f"noise/imageNoise ({polarisation})")
    power = noise_power(polynomials, range_s.nodes.astype(np.float64), time_s.nodes.astype(np.float64) + epoch_s)
    return Lattice(power.astype(np.float32), range_s.rows, range_s.columns)
