"""Commands on patch sets: cut, import, info, merge, subset, relabel and folds."""

from dataclasses import dataclass
from typing import Optional, Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .scene_options import QUANTITIES, SceneOptions


@dataclass(frozen=True)
class SplitOptions:
    """How patches are parted into training, validation and test; patches of one place stay together."""

    validation_share: float = setting("Validation share", "Share of patches for validation.", default=0.15, low=0.0, high=1.0)
    test_share: float = setting("Test share", "Share of patches for testing.", default=0.15, low=0.0, high=1.0)
    block_m: float = setting(
        "Block size", "Side of the spatial blocks that go to one side of the split as a whole.", default=1000.0, unit="m", low=0.0
    )
    split_by: str = setting(
        "Split by", "What goes to one side of the split as a whole: spatial blocks, scenes, or only groups of overlapping patches.",
        default="blocks", choices=("blocks", "scenes", "groups"),
    )  # fmt: skip
    keep_split: Optional[str] = setting(
        "Keep the split of", "A patch set whose places stay on their sides; new patches that overlap its test places are tested on too.",
        default=None,
    )  # fmt: skip
    seed: int = setting("Seed", "Equal seeds give equal splits.", default=0, low=0)

    def __post_init__(self) -> None:
        check_settings(self)
        if self.validation_share + self.test_share > 1:
            raise ConfigError("patches-split-shares", validation=self.validation_share, test=self.test_share)


@dataclass(frozen=True)
class PatchesCutConfig:
    """Cut labelled patches from scenes."""

    scene: Tuple[str, ...] = setting("Scenes", "Product folders or rasters.")
    labels: Tuple[str, ...] = setting(
        "Labels",
        "Vector files with labelled points, polygons or patch squares: one for all scenes, or one per scene in the same order; a scene "
        "that has two files is named twice.",
    )
    output: str = setting("Output", "Patch set to write: a folder NAME.patchset.")
    label_field: str = setting("Label field", "Field of the labels that holds the class.", default="class")
    labels_layer: str = setting("Label layer", "Layer of the labels; the one called labels, or the only one, when left out.", default="")
    label_rule: str = setting(
        "Label rule", "auto: points and patch squares are cut where they lie, other polygons by cover; centre: each polygon gives the "
        "patch around its middle.", default="auto", choices=("auto", "cover", "centre"),
    )  # fmt: skip
    point_distance_m: Optional[float] = setting(
        "Distance of points", "Nearer points of one class are thinned, of different classes left out; half a patch when left out.",
        default=None, unit="m", low=0.0,
    )  # fmt: skip
    optical: Tuple[str, ...] = setting("Optical images", "Co-registered RGB rasters, one per scene in the same order.", default=())
    patch_px: int = setting("Patch size", "Rows and columns of a patch.", default=160, unit="px", low=16, high=1024)
    stride_px: Optional[int] = setting("Stride", "Step from patch to patch; the patch size when left out.", default=None, unit="px", low=1)
    patch_pixel_size_m: float = setting(
        "Pixel size of patches", "Scenes are resampled to it.", default=1.25, unit="m", low=0.05, high=100.0
    )
    patch_quantity: str = setting("Quantity of patches", "What the patches hold.", default="gamma0", choices=QUANTITIES)
    min_cover: float = setting(
        "Least cover", "Share of a patch that its class must cover; patches below are left out.", default=0.6, low=0.01, high=1.0
    )
    min_valid: float = setting("Least valid share", "Share of a patch that must hold data.", default=0.99, low=0.01, high=1.0)
    allow_upsampling: bool = setting(
        "Allow upsampling", "Go on although a scene is more than twice as coarse as the patches.", default=False
    )
    options: SceneOptions = group(SceneOptions)
    split: SplitOptions = group(SplitOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if len(self.labels) not in (1, len(self.scene)):
            raise ConfigError("patches-one-label-file-per-scene", scenes=len(self.scene), labels=len(self.labels))
        if self.optical and len(self.optical) != len(self.scene):
            raise ConfigError("patches-one-optical-per-scene", scenes=len(self.scene), optical=len(self.optical))


@dataclass(frozen=True)
class PatchesImportConfig:
    """Make a patch set of image chips listed in a CSV table."""

    table: str = setting("Table", "CSV with the columns path,label and, if known, group,split,optical.")
    output: str = setting("Output", "Patch set to write: a folder NAME.patchset.")
    chip_quantity: str = setting(
        "Quantity of chips", "What the chips hold; dn for uncalibrated.", default="dn", choices=("dn", *QUANTITIES)
    )
    chip_scale: str = setting(
        "Scale of chips", "amplitude (squared on reading; complex chips too), linear power, or dB.", default="amplitude",
        choices=("amplitude", "power", "db"),
    )  # fmt: skip
    chip_pixel_size_m: Optional[float] = setting(
        "Pixel size of chips", "Left out when unknown: a model trained on them is then a start for training only.",
        default=None, unit="m", low=0.01, high=1000.0,
    )  # fmt: skip
    chip_bands: Tuple[str, ...] = setting(
        "Bands of chips", "Polarisation of each channel: HH, VV, HV, VH, or co for either co-polarisation; numbers when left out.",
        default=(),
    )  # fmt: skip
    patch_px: Optional[int] = setting(
        "Patch size", "Chips are cropped at their centre to it; the size of the first chip when left out.", default=None, unit="px", low=16
    )
    split: SplitOptions = group(SplitOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class PatchesInfoConfig:
    """Count the patches of a set by class, split and group, check it for leaks, and draw its patches."""

    patches: str = setting("Patch set", "Folder NAME.patchset.", positional=True)
    sheets: Optional[str] = setting("Contact sheets", "Folder for a picture of the patches of each class.", default=None)
    json: bool = setting("As JSON", "Print one JSON object instead of text.", default=False)
    overwrite: bool = setting("Overwrite", "Replace an existing folder of contact sheets.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class PatchesMergeConfig:
    """Join patch sets into one; patches of one place come to one side of the split."""

    patches: Tuple[str, ...] = setting("Patch sets", "Folders NAME.patchset of one quantity, pixel size and patch size.")
    output: str = setting("Output", "Patch set to write: a folder NAME.patchset.")
    resplit: bool = setting("Split anew", "Part all patches anew instead of keeping the splits of the sets.", default=False)
    split: SplitOptions = group(SplitOptions)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class PatchesSubsetConfig:
    """Take some patches of a set; what is not asked for stays out."""

    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Patch set to write: a folder NAME.patchset.")
    classes: Tuple[str, ...] = setting("Classes", "Names or codes; all when left out.", default=())
    splits: Tuple[str, ...] = setting("Splits", "Parts to take: train, validation, test; all when left out.", default=())
    scenes: Tuple[str, ...] = setting("Scenes", "Scenes by name, as the index gives them; all when left out.", default=())
    where: str = setting("Where", "Condition on fields of the index, as in a QGIS filter: \"cover > 0.8 AND source = 'real'\".", default="")
    most_per_class: Optional[int] = setting(
        "Most per class", "At most so many patches of each class, drawn by the seed.", default=None, low=1
    )
    seed: int = setting("Seed", "Equal seeds draw equal patches.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class PatchesRelabelConfig:
    """Rename, merge or drop the classes of a patch set."""

    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Patch set to write: a folder NAME.patchset.")
    mapping: Tuple[str, ...] = setting(
        "Mapping", "OLD=NEW for each class to change, by name or code; several to one NEW are merged, OLD= drops a class.", default=()
    )
    table: Optional[str] = setting("Table", "CSV with the columns old,new and, if wished, code,colour instead.", default=None)
    legend_of: Optional[str] = setting("Legend of", "A patch set whose classes, codes and colours are taken over.", default=None)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
        if self.mapping and self.table:
            raise ConfigError("patches-relabel-twice")


@dataclass(frozen=True)
class PatchesFoldsConfig:
    """Write a patch set once per fold of a cross-validation; each patch is tested on in one of them."""

    patches: str = setting("Patch set", "Folder NAME.patchset.")
    output: str = setting("Output", "Folder to write, with fold-1.patchset and so on.")
    folds: int = setting("Folds", "How many.", default=5, low=2, high=50)
    validation_share: float = setting("Validation share", "Share of the patches that are not tested on.", default=0.15, low=0.0, high=0.9)
    seed: int = setting("Seed", "Equal seeds give equal folds.", default=0, low=0)
    overwrite: bool = setting("Overwrite", "Replace an existing output.", default=False)

    def __post_init__(self) -> None:
        check_settings(self)
