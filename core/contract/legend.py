"""Land-cover classes: code, name and colour."""

from dataclasses import dataclass
from typing import Tuple

from .errors import ConfigError


@dataclass(frozen=True)
class LandClass:
    """One class of a legend."""

    code: int
    """1 or more; 0 is never a class, so that it can stand for 'no data'."""
    name: str
    colour: str
    """``#rrggbb``."""

    def __post_init__(self) -> None:
        if self.code < 1:
            raise ConfigError("below-bound", name=f"code of class '{self.name}'", bound=1, value=self.code)


TERRASAR_X_LEGEND: Tuple[LandClass, ...] = (
    LandClass(1, "Settlements", "#d7301f"),
    LandClass(2, "Industrial areas", "#7a3b9c"),
    LandClass(3, "Public transportations", "#4d4d4d"),
    LandClass(4, "Agricultural land", "#e6c84f"),
    LandClass(5, "Natural vegetation", "#2f8f4e"),
    LandClass(6, "Bare ground", "#b08457"),
    LandClass(7, "Water bodies", "#2b7bba"),
)
"""The seven top classes of the TerraSAR-X land-cover scheme (Dumitru, Schwarz, Datcu, JSTARS 2016); colours are ours."""
