"""Something that speaks for or against believing a figure."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...contract.sentences import sentence

LEVELS = ("good", "note", "caution", "alarm")
"""How much a caveat weighs, rising: speaks for the figures, worth knowing, speaks against them, forbids them."""


class Caveat(NamedTuple):
    """One sentence on how far figures can be believed."""

    level: str
    """One of ``LEVELS``."""
    code: str
    values: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The sentence."""
        return sentence(self.code, self.values)

    def told(self) -> dict[str, Any]:
        """The caveat for a JSON file: ``level``, ``code`` and ``values`` for programs, ``text`` for people."""
        return {"level": self.level, "code": self.code, "values": dict(self.values), "text": self.text}


def heaviest_first(caveats: Sequence[Caveat]) -> list[Caveat]:
    """Caveats by level, those of one level in their order."""
    return sorted(caveats, key=lambda one: -LEVELS.index(one.level))


def worst_level(caveats: Sequence[Caveat]) -> str:
    """The heaviest level of some caveats, ``good`` if there are none."""
    return max((one.level for one in caveats), key=LEVELS.index, default="good")
