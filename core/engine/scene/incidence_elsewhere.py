"""The incidence angle of a raster that does not say it: the user's number, or that of a product over the same ground."""

from dataclasses import dataclass
from pathlib import Path

from ...contract.commands.scene_options import SceneOptions
from ...contract.errors import SceneError
from .annotation import Annotation, read_annotation
from .find import find_product
from .georeference import lattices_on_image, read_geolocation_grid
from .ground import Placement
from .incidence import Incidence, SmoothIncidence, UniformIncidence, incidence_from_corners
from .info import Warnings


@dataclass(frozen=True)
class StatedIncidence:
    """The incidence angle of a raster, on the user's word."""

    incidence: Incidence | None = None
    source: str = "unknown"
    """As ``SceneInfo.incidence_source``."""
    files: tuple[Path, ...] = ()
    warnings: Warnings = ()


def stated_incidence(options: SceneOptions, placed: Placement | None) -> StatedIncidence:
    """The incidence angle that the user gave as a number or by naming a product.

    Args:
        options: the user's word.
        placed: where the raster lies; None where its file does not say.

    Raises:
        SceneError: no product there, a broken one, or one over other ground.
    """
    if options.incidence_deg is not None:
        return StatedIncidence(UniformIncidence(options.incidence_deg), "asserted")
    if options.incidence_from is None:
        return StatedIncidence()
    file = find_product(options.incidence_from)
    if file is None:
        raise SceneError("scene-no-product", path=options.incidence_from)
    annotation = read_annotation(file)
    if placed is None:
        return _centre_of(annotation)
    if annotation.georeference.is_file():
        grid = read_geolocation_grid(annotation.georeference)
        (angles,) = lattices_on_image(grid, [grid.incidence_deg], placed)
        return StatedIncidence(SmoothIncidence(angles), "product", (file, annotation.georeference))
    if len(annotation.corners) < 3:
        raise SceneError("scene-annotation-lacks", path=str(file), element="productInfo/sceneInfo/sceneCornerCoord")
    return StatedIncidence(incidence_from_corners(annotation.corners, placed), "product", (file,))


def _centre_of(annotation: Annotation) -> StatedIncidence:
    """A raster without georeference lies nowhere in the product: it can only take the angle at the centre."""
    centre = annotation.centre
    if centre is None:
        raise SceneError("scene-annotation-lacks", path=str(annotation.path), element="productInfo/sceneInfo/sceneCenterCoord")
    angles = [one.incidence_deg for one in (centre, *annotation.corners)]
    values = {"angle": f"{centre.incidence_deg:.1f}", "low": f"{min(angles):.1f}", "high": f"{max(angles):.1f}"}
    incidence = UniformIncidence(centre.incidence_deg)
    return StatedIncidence(incidence, "product", (annotation.path,), (("scene-incidence-of-centre", values),))
