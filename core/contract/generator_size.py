"""What sizes of images a generator can make; the engine builds it so, and forms refuse the others before a start."""

from .commands.generation import GeneratorOptions
from .errors import ConfigError, LearningError

_LEAST_PX, _MOST_PX = 8, 15
"""Side of the smallest stage."""


def size_of(scenario: str, patch_px: int) -> int:
    """Side of the images of a scenario, px."""
    return patch_px if scenario == "full" else patch_px // 2


def stages_of(size_px: int) -> int:
    """How many times an image is halved, until its side is 8..15 px.

    Raises:
        ValueError: that cannot be.
    """
    stages, side = 0, size_px
    while side > _MOST_PX and side % 2 == 0:
        stages, side = stages + 1, side // 2
    if not _LEAST_PX <= side <= _MOST_PX:
        raise ValueError(f"{size_px} px cannot be halved down to {_LEAST_PX}..{_MOST_PX} px")
    return stages


def check_size(options: GeneratorOptions, patch_px: int) -> None:
    """Refuse patches of a side that a generator cannot make.

    Raises:
        LearningError: the images do not halve down.
        ConfigError: they have no such scales, or the cells of the histograms do not part them.
    """
    size_px = size_of(options.scenario, patch_px)
    try:
        stages_of(size_px)
    except ValueError as error:
        raise LearningError("gan-patch-size", scenario=options.scenario, size_px=patch_px) from error
    if options.reconstruction == "histogram":
        check_histograms(size_px, options.histogram_scales, options.histogram_cells)


def check_histograms(size_px: int, scales: int, cells: int) -> None:
    """Refuse scales that an image of some side does not have, and cells that do not part all of them.

    Raises:
        ConfigError: names those that would do.
    """
    most = next(one for one in range(6, 0, -1) if size_px % 2 ** (one - 1) == 0)
    if scales > most:
        raise ConfigError("gan-scales", size_px=size_px, scales=scales, most=most)
    halvings = range(max(1, scales - 1))
    fitting = [one for one in range(1, 33) if all((size_px >> n) % max(1, one >> n) == 0 for n in halvings)]
    if cells not in fitting:
        raise ConfigError("gan-cells", size_px=size_px, cells=cells, choices=", ".join(map(str, fitting)))
