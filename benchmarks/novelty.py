"""Which score tells strange patches best: confidence, energy, nearest neighbours, or Mahalanobis' distance.

The network stays as it is. Known are unseen patches of the kinds it was trained on. Strange are patches of no such kind, among them real
ones of other sensors where ECHOPATCH_TEST_DATA names the folder; and, in turns, each class, for a head and a domain fitted without it.

usage: python benchmarks/novelty.py --patches TRAINED_ON.patchset --unseen OTHER.patchset [--model MODEL]
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import tyro
from echopatch.core.engine.learning.novelty import KEPT_SHARE, fit_domain, patch_features
from echopatch.core.engine.network.door import grey_levels, standardise
from echopatch.core.engine.network.model_file import Model, load_model
from echopatch.core.engine.patches.patch_set import codes_to_db, read_patch_set
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from torch import Tensor

SHIPPED = Path(__file__).resolve().parents[1] / "resources" / "models" / "echopatch-sim-resnet10.safetensors"
LEVEL_DB = -12.0
"""Chips without calibration are brought to this median."""
Scores = dict[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Trial:
    """What is known, and to which model."""

    patches: Path
    """The set that the model was trained on: its parts for training and validation are taken."""
    unseen: Path
    """A set of other places of the same kinds; its test part is taken."""
    model: Path = SHIPPED
    most: int = 3000
    """Patches of one kind, at most."""


@dataclass(frozen=True)
class Seen:
    """What the network makes of some patches."""

    features: Tensor
    """(N, F)."""
    labels: NDArray[np.int64]

    def without(self, label: int) -> "Seen":
        """All but those of one class."""
        kept = self.labels != label
        return Seen(self.features[torch.from_numpy(kept)], self.labels[kept])


def seen(model: Model, path: Path, split: str, most: int) -> Seen:
    """Features of one part of a set, thinned out evenly."""
    patches = read_patch_set(str(path))
    rows = np.flatnonzero(patches.index["split"] == split)
    rows = rows[np.linspace(0, len(rows) - 1, min(most, len(rows))).astype(int)]
    db = codes_to_db(torch.from_numpy(patches.codes[rows].astype(np.int32)), patches.settings)
    return Seen(features_of(model, db), patches.index["label"].to_numpy()[rows].astype(np.int64))


@torch.inference_mode()
def features_of(model: Model, db: Tensor) -> Tensor:
    """Pooled features (N, F) of patches (N, 1, P, P) in dB."""
    radiometry = model.card.radiometry
    parts = [patch_features(model.network, standardise(grey_levels(part, radiometry), radiometry)) for part in db.split(32)]
    return torch.cat(parts)


Answer = Callable[[Tensor], Tensor]
"""Logits of features."""


def scores(known: Seen, judged: Seen, answer: Answer) -> Callable[[Tensor], Scores]:
    """Every score of features, each in units of the limit that keeps the set share of the validation patches."""
    domain = fit_domain(known.features, known.labels, judged.features)
    bank = torch.nn.functional.normalize(known.features[:: max(1, len(known.features) // 1000)])

    def raw(features: Tensor) -> Scores:
        logits = answer(features)
        nearest = (2 - 2 * torch.nn.functional.normalize(features) @ bank.T).topk(5, largest=False).values[:, -1]
        found = {"confidence": -logits.softmax(1).amax(1), "energy": -logits.logsumexp(1), "5th neighbour": nearest}
        return {name: one.double().numpy() for name, one in {**found, "Mahalanobis": domain.novelty(features)}.items()}

    limits = {name: np.quantile(one, KEPT_SHARE) for name, one in raw(judged.features).items()}
    return lambda features: {name: one - limits[name] for name, one in raw(features).items()}


def strange(size_px: int, known_db: Tensor) -> dict[str, Tensor]:
    """Patches (N, 1, P, P) in dB of kinds that no training scene holds."""
    random = np.random.default_rng(0)
    count, rows, columns = 200, *np.mgrid[:size_px, :size_px]
    angle, period = random.uniform(0, np.pi, (count, 1, 1)), random.uniform(2, 15, (count, 1, 1))
    stripes = np.sign(np.sin((columns * np.cos(angle) + rows * np.sin(angle)) / period))
    power = 10 ** (known_db[:count] / 10)
    blocks = torch.nn.functional.avg_pool2d(power, 4).repeat_interleave(4, 2).repeat_interleave(4, 3)
    return {
        "noise of any level": torch.from_numpy(random.uniform(-30, 10, (count, 1, size_px, size_px))).float(),
        "one level": torch.from_numpy(
            np.broadcast_to(random.uniform(-28, 5, (count, 1, 1, 1)), (count, 1, size_px, size_px)).copy()
        ).float(),
        "stripes": torch.from_numpy(LEVEL_DB + 10 * stripes[:, None]).float(),
        "four times coarser": 10 * torch.log10(blocks),
        "speckle filtered": 10 * torch.log10(torch.nn.functional.avg_pool2d(power, 9, 1, 4)),
        "10 dB too bright": known_db[:count] + 10,
        "10 dB too dark": known_db[:count] - 10,
        **real(size_px),
    }


def real(size_px: int) -> dict[str, Tensor]:
    """Real chips of sensors and modes that the simulator does not know; none without the folder of test data."""
    folder = os.environ.get("ECHOPATCH_TEST_DATA")
    if not folder:
        return {}
    chips = np.load(Path(folder) / "tsx_chips" / "tsx_chips.npz")
    tsx = chips["re"].astype(np.float32) ** 2 + chips["im"].astype(np.float32) ** 2
    s1 = np.abs(np.load(Path(folder) / "s1_patches" / "s1_stripmap_8class.npz")["slc"]) ** 2
    return {"real TerraSAR-X chips (SLC)": _levelled(tsx, size_px), "real Sentinel-1 chips (SLC)": _levelled(s1, size_px)}


def _levelled(power: NDArray[np.float32], size_px: int) -> Tensor:
    """Some of the chips in dB at the common level, completed by reflection."""
    db = 10 * np.log10(np.maximum(power[:: max(1, len(power) // 200)], 1e-12))
    margin = (size_px - db.shape[1]) // 2
    padded = np.pad(db - np.median(db) + LEVEL_DB, ((0, 0), (margin, margin), (margin, margin)), mode="reflect")
    return torch.from_numpy(padded[:, None].astype(np.float32))


def row(name: str, known: Scores, odd: Scores) -> str:
    """AUROC, and the share found beyond the limit, of each score."""
    cells = []
    for score, values in known.items():
        truth = np.repeat([0, 1], [len(values), len(odd[score])])
        cells.append(f"{roc_auc_score(truth, np.concatenate([values, odd[score]])):.2f}, {(odd[score] > 0).mean():.0%}")
    return f"| {name} | {' | '.join(cells)} |"


def main(trial: Trial) -> None:
    """Measure every score against everything strange, and print the table."""
    model = load_model(str(trial.model))
    head = model.network.head.requires_grad_(False)
    parts = [(trial.patches, "train"), (trial.patches, "validation"), (trial.unseen, "test")]
    known, judged, new = (seen(model, path, split, trial.most) for path, split in parts)
    measure = scores(known, judged, head)
    ordinary = measure(new.features)
    print("| strange | " + " | ".join(ordinary) + " |\n|---|" + "--:|" * len(ordinary))
    print("| known, beyond the limit | " + " | ".join(f"{(one > 0).mean():.1%}" for one in ordinary.values()) + " |")
    unseen = read_patch_set(str(trial.unseen))
    db = codes_to_db(torch.from_numpy(unseen.codes[:200].astype(np.int32)), unseen.settings)
    for name, patches in strange(model.card.patch_px, torch.nan_to_num(db, nan=LEVEL_DB)).items():
        print(row(name, ordinary, measure(features_of(model, torch.nan_to_num(patches, nan=LEVEL_DB)))))
    for one in model.card.classes:
        rest = known.without(one.code)
        measure = scores(rest, judged.without(one.code), _linear_head(rest))
        left_out = new.features[torch.from_numpy(new.labels == one.code)]
        print(row(f"{one.name}, never taught", measure(new.without(one.code).features), measure(left_out)))


def _linear_head(known: Seen) -> Answer:
    scale = float(known.features.std())
    fitted = LogisticRegression(max_iter=1000).fit(known.features.numpy() / scale, known.labels)
    weights, bias = torch.from_numpy(fitted.coef_).float(), torch.from_numpy(fitted.intercept_).float()
    return lambda features: features / scale @ weights.T + bias


if __name__ == "__main__":
    main(tyro.cli(Annotated[Trial, tyro.conf.arg(name="")]))
