"""Long-tailed sets of co-registered optical and radar patches: simulated scenes, and real pairs without labels of their own."""

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
from echopatch.core.contract.commands.patches import PatchesCutConfig, PatchesImportConfig, SplitOptions
from echopatch.core.contract.commands.simulate import CLASS_MIXES, SEASONS, OpticalOptions, SimulateConfig
from echopatch.core.contract.reporting import Reporter
from echopatch.core.engine.patches.chips import import_chips
from echopatch.core.engine.patches.cut import cut
from echopatch.core.engine.patches.patch_set import PatchSet, read_patch_set, with_split
from echopatch.core.engine.simulation.simulate import simulate
from numpy.typing import NDArray
from PIL import Image
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

PATCH_PX = 64
SIZE_PX, PIXEL_SIZE_M = 1536, 2.5
TRAINING_SCENES, TEST_SCENES = 18, 8
TEST_PATCHES = 250
"""Of each class, from the simulated test scenes."""
CLUSTERS = 7
HELD_OUT_TILE, TEST_FRAGMENTS = "T14RNT", 6
ORDERS = ((4, 5, 3, 1, 7, 2, 6), (1, 7, 2, 6, 4, 5, 3), (2, 6, 4, 5, 3, 1, 7))
"""Of the simulated classes: one order turned round, so that no class is always rare."""
HEAD, TAIL = 2, 2
"""How many of the most and of the least frequent classes."""


@dataclasses.dataclass(frozen=True)
class LongTail:
    """A patch set that long tails are drawn from."""

    patch_set: PatchSet
    training: NDArray[np.intp]
    """Rows to draw from."""
    tests: dict[str, NDArray[np.intp]]
    """Rows that nothing is ever learned from, by name."""
    orders: tuple[tuple[int, ...], ...]
    """Codes of the classes from head to tail, of one repetition after the other, beginning anew after the last."""
    most: int
    """Training patches of the first class."""
    ratio: float
    """Of the first to the last class."""

    def draw(self, seed: int) -> PatchSet:
        """The set with a long tail of its training rows, drawn anew for each seed, and no validation patches."""
        random = np.random.default_rng(seed)
        codes, split = self.patch_set.index["label"].to_numpy(), np.full(len(self.patch_set.index), "", dtype=object)
        for code, count in zip(self.order(seed), self.sizes, strict=True):
            split[random.choice(self.training[codes[self.training] == code], count, replace=False)] = "train"
        return with_split(self.patch_set, split)

    def everything(self) -> PatchSet:
        """The set with all its training rows, for a teacher to label."""
        split = np.full(len(self.patch_set.index), "", dtype=object)
        split[self.training] = "train"
        return with_split(self.patch_set, split)

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Training patches of each class, from head to tail."""
        return np.rint(self.most * self.ratio ** -np.linspace(0, 1, len(self.orders[0]))).astype(np.int64)

    def counts(self, seed: int) -> NDArray[np.int64]:
        """Training patches of each class in a repetition, in the order of the legend."""
        order = self.order(seed)
        return np.array([self.sizes[order.index(one.code)] for one in self.patch_set.settings.classes])

    def order(self, seed: int) -> tuple[int, ...]:
        """Codes of the classes from head to tail in a repetition."""
        return self.orders[seed % len(self.orders)]

    def groups(self, seed: int) -> NDArray[np.str_]:
        """``head``, ``middle`` or ``tail`` of each class in a repetition, in the order of the legend."""
        order = self.order(seed)
        names = ["head"] * HEAD + ["middle"] * (len(order) - HEAD - TAIL) + ["tail"] * TAIL
        of_code = dict(zip(order, names, strict=True))
        return np.array([of_code[one.code] for one in self.patch_set.settings.classes])


def misplaced(patch_set: PatchSet, right_px: int) -> PatchSet:
    """The same patches with optical images that lie too far right, their left edge repeated; in memory alone."""
    if patch_set.optical is None or right_px == 0:
        return patch_set
    edge = np.repeat(patch_set.optical[..., :1], right_px, axis=-1)
    return dataclasses.replace(patch_set, optical=np.concatenate([edge, patch_set.optical[..., :-right_px]], axis=-1))


def scene(index: int, output: Path) -> SimulateConfig:
    """Scene after scene with another seed, incidence, looks and mix, and an optical image of another day, often hazy or cloudy."""
    draw = np.random.default_rng([7, index])
    return SimulateConfig(
        output=str(output),
        seed=4000 + index,
        size_px=SIZE_PX,
        pixel_size_m=PIXEL_SIZE_M,
        incidence_deg=float(draw.uniform(24, 46)),
        looks=int(draw.choice([1, 2, 4])),
        mix=CLASS_MIXES[index % len(CLASS_MIXES)] if index % 2 else "balanced",
        companion=OpticalOptions(
            season=SEASONS[index % len(SEASONS)], cloud_share=float(draw.uniform(0, 0.25)), haze=float(draw.uniform(0, 0.4))
        ),
    )


def simulated(work: Path, report: Reporter) -> LongTail:
    """Seven classes, from 3,600 patches of one down to 36 of another; tested on unseen scenes."""
    output, scenes = work / "simulated.patchset", TRAINING_SCENES + TEST_SCENES
    if not output.exists():
        for index in range(scenes):
            if not (work / f"scene-{index}").exists():
                simulate(scene(index, work / f"scene-{index}"), report)
        folders = [work / f"scene-{index}" for index in range(scenes)]
        cut(
            PatchesCutConfig(
                scene=tuple(str(next(folder.glob("T*_*"))) for folder in folders),
                labels=tuple(str(folder / "labels.gpkg") for folder in folders),
                optical=tuple(str(folder / "optical.tif") for folder in folders),
                output=str(output),
                patch_px=PATCH_PX,
                stride_px=PATCH_PX // 2,
                patch_pixel_size_m=PIXEL_SIZE_M,
                split=SplitOptions(split_by="scenes", validation_share=0.0, test_share=0.0),
            ),
            report,
        )
        for folder in folders:
            shutil.rmtree(folder)
    patch_set = read_patch_set(str(output))
    number = {about.scene_id: place for place, about in enumerate(patch_set.settings.scenes)}
    tested = patch_set.index["scene"].map(number).to_numpy() >= TRAINING_SCENES
    judged = _some_of_each(patch_set, np.flatnonzero(tested))
    return LongTail(patch_set, np.flatnonzero(~tested), {"unseen scenes": judged}, ORDERS, 3600, 100)


def _some_of_each(patch_set: PatchSet, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """So many of the rows of each class, evenly spread."""
    codes = patch_set.index["label"].to_numpy()[rows]
    chosen = [np.flatnonzero(codes == one.code) for one in patch_set.settings.classes]
    return np.sort(np.concatenate([rows[one[np.linspace(0, len(one) - 1, TEST_PATCHES).astype(int)]] for one in chosen]))


def real_pairs(folder: Path, work: Path, report: Reporter) -> LongTail:
    """Clusters of the optical patches of real pairs, made long-tailed, 50 : 1; tested on unseen fragments and on an unseen tile.

    Args:
        folder: with ``pairs.csv``, ``optical`` and ``sar``.
        work: where the set is made.
        report: hears progress.
    """
    output = work / "pairs.patchset"
    if not output.exists():
        _import_pairs(folder, work / "chips", output, report)
    patch_set = read_patch_set(str(output))
    fragment = patch_set.index["group"].to_numpy()
    tile = pd.read_csv(folder / "pairs.csv").set_index("name")["tile"].reindex(fragment).to_numpy()
    others = sorted(set(fragment[tile != HELD_OUT_TILE]))
    kept = set(np.random.default_rng(0).choice(others, TEST_FRAGMENTS, replace=False))
    apart = np.isin(fragment, list(kept))
    tests = {"unseen fragments": np.flatnonzero(apart), "unseen tile": np.flatnonzero(tile == HELD_OUT_TILE)}
    training = np.flatnonzero(~apart & (tile != HELD_OUT_TILE))
    counts = patch_set.index["label"].iloc[training].value_counts()
    order = tuple(int(code) for code in counts.index)
    return LongTail(patch_set, training, tests, (order,), int(min(600, counts.iloc[0])), 50)


def _import_pairs(folder: Path, chips: Path, output: Path, report: Reporter) -> None:
    chips.mkdir(parents=True, exist_ok=True)
    rows, colours = [], []
    for name in pd.read_csv(folder / "pairs.csv")["name"]:
        radar = np.asarray(Image.open(folder / "sar" / name).convert("L"))
        optical = np.asarray(Image.open(folder / "optical" / name).convert("RGB"))
        for row in range(0, radar.shape[0] - PATCH_PX + 1, PATCH_PX):
            for column in range(0, radar.shape[1] - PATCH_PX + 1, PATCH_PX):
                window = slice(row, row + PATCH_PX), slice(column, column + PATCH_PX)
                path = f"{len(rows)}.npy"
                # 256 grey levels of unknown meaning, most likely of decibels: spread over the dB that digital numbers are coded in
                np.save(chips / path, radar[window].astype(np.float32) * (100 / 255))
                Image.fromarray(optical[window]).save(chips / f"{len(rows)}.png")
                rows.append({"path": path, "group": name, "optical": f"{len(rows)}.png"})
                colours.append(_looks(optical[window]))
    table = pd.DataFrame(rows)
    features = StandardScaler().fit_transform(np.array(colours))
    table["label"] = [f"cluster {one + 1}" for one in KMeans(CLUSTERS, n_init=10, random_state=0).fit_predict(features)]
    table.to_csv(chips / "table.csv", index=False)
    nothing = SplitOptions(validation_share=0.0, test_share=0.0)
    import_chips(PatchesImportConfig(table=str(chips / "table.csv"), output=str(output), chip_scale="db", split=nothing), report)
    shutil.rmtree(chips)


def _looks(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Mean and spread of each colour, and how much of the brightness changes from pixel to pixel, (7,)."""
    levels = rgb.astype(np.float64)
    grey = levels.mean(axis=2)
    return np.concatenate([levels.mean(axis=(0, 1)), levels.std(axis=(0, 1)), [np.abs(np.diff(grey, axis=0)).mean()]])
