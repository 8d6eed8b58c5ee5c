"""A head alone: fitted at once to what a body sees, in patches of a set or in labelled cells of feature grids."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
import torch
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.embed import EmbedConfig, HeadOnlyOptions
from echopatch.core.contract.commands.learning import TrainConfig, TransferOptions
from echopatch.core.contract.commands.scene_options import SceneOptions
from echopatch.core.contract.commands.training_options import AugmentationOptions, LossOptions
from echopatch.core.contract.errors import Cancelled, ConfigError, LearningError, ModelError, PatchSetError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.learning.batches import PatchReader
from echopatch.core.engine.learning.features import features_of
from echopatch.core.engine.learning.labelled_cells import examples_of
from echopatch.core.engine.learning.left_out import LeftOut
from echopatch.core.engine.learning.linear_head import NEVER, Lesson, fit_linear_head
from echopatch.core.engine.learning.penalty import DEFAULT_PENALTY, Places, choose_penalty, folds_over
from echopatch.core.engine.learning.splits import splits_of
from echopatch.core.engine.learning.train import train
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.mapping.embed import embed
from echopatch.core.engine.mapping.feature_grid import FeatureGrid, read_feature_grid
from echopatch.core.engine.network.body_identity import body_sha256
from echopatch.core.engine.network.experts import TextureExpert
from echopatch.core.engine.network.model_file import load_model, save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.patches.overlaps import overlapping_pairs
from echopatch.core.engine.patches.patch_set import read_patch_set
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

CPU = torch.device("cpu")
PATCH_PX = 64


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


class Listener(Silent):
    """Keeps what it is warned of; cancels at the first report of a kind."""

    def __init__(self, cancel_at: str = "") -> None:
        self.warned: list[str] = []
        self.cancel_at = cancel_at

    def progress(self, done: int, total: int, code: str) -> None:
        if code == self.cancel_at:
            raise Cancelled

    def warning(self, code: str, **values: Any) -> None:
        self.warned.append(code)


# ---------------------------------------------------------------------------------------------------------- the linear head


def clouds(count: int = 60, width: int = 8, classes: int = 3, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Features of uneven scale and class indices of uneven numbers."""
    random = np.random.default_rng(seed)
    labels = np.sort(random.choice(classes, count, p=np.arange(1, classes + 1) / np.arange(1, classes + 1).sum()))
    features = random.normal(size=(count, width)) + random.normal(size=(classes, width))[labels]
    return features * np.logspace(-2, 2, width) + 3, labels


@pytest.mark.parametrize("classes", [2, 3])
@pytest.mark.parametrize("count", [60, 7])
def test_a_fitted_head_is_scikit_learns_pipeline_folded_into_one_layer(classes: int, count: int) -> None:
    features, labels = clouds(count, classes=classes)
    labels[:2] = [0, 1]
    labels[-1] = classes - 1
    head = fit_linear_head(Lesson(features, labels), classes, penalty=0.2)
    shrink = FunctionTransformer(lambda z: z / features.shape[1] ** 0.5)
    oracle = make_pipeline(StandardScaler(), shrink, LogisticRegression(C=5, class_weight="balanced", tol=1e-8, max_iter=10_000))
    expected = oracle.fit(features, labels).decision_function(features)
    found = head.logits(features)
    if classes == 2:
        np.testing.assert_allclose(found[:, 1] - found[:, 0], expected, atol=0.02)
    else:
        np.testing.assert_allclose(found - found.mean(axis=1, keepdims=True), expected - expected.mean(axis=1, keepdims=True), atol=0.02)


def test_a_class_without_examples_is_never_answered() -> None:
    features, labels = clouds(classes=2)
    head = fit_linear_head(Lesson(features, labels * 2), 4, penalty=0.1)
    assert set(head.logits(features * 100).argmax(axis=1)) <= {0, 2}
    assert (head.bias[[1, 3]] == NEVER).all()
    assert not head.weight[[1, 3]].any()


def test_a_feature_that_never_varies_says_nothing() -> None:
    features, labels = clouds()
    features[:, 2] = 7.0
    assert not fit_linear_head(Lesson(features, labels), 3, penalty=0.1).weight[:, 2].any()


def test_copies_of_patches_count_once_all_together() -> None:
    features, labels = clouds()
    once = fit_linear_head(Lesson(features, labels), 3, penalty=0.1)
    twice = fit_linear_head(Lesson(np.tile(features, (2, 1)), np.tile(labels, 2), copies=2), 3, penalty=0.1)
    np.testing.assert_allclose(twice.logits(features), once.logits(features), atol=0.02)


def test_folds_leave_out_whole_groups_and_learn_from_nothing_that_overlaps_them() -> None:
    random = np.random.default_rng(0)
    corner = random.uniform(0, 1000, (200, 2))
    outlines = np.asarray(shapely.box(*corner.T, *(corner + 60).T), dtype=object)
    groups = np.unique(corner // 250, axis=0, return_inverse=True)[1].reshape(-1)
    folds = folds_over(random.integers(0, 3, 200), Places(groups, outlines), seed=0)
    first, second = overlapping_pairs(outlines)
    assert len(folds) == 4
    for known, left_out in folds:
        assert not set(groups[known]) & set(groups[left_out])
        assert not (np.isin(first, known) & np.isin(second, left_out)).any()
        assert not (np.isin(second, known) & np.isin(first, left_out)).any()
    answered = np.concatenate([left_out for _, left_out in folds])
    assert len(answered) == len(set(answered)) == 200


def test_what_only_one_place_knows_is_not_asked_elsewhere() -> None:
    labels, groups = np.array([0, 0, 1, 1, 2, 2]), np.array([0, 1, 0, 1, 2, 2])
    for known, left_out in folds_over(labels, Places(groups, None), seed=0):
        assert set(labels[left_out]) <= set(labels[known])


def test_without_places_to_leave_out_there_are_no_folds() -> None:
    labels = np.array([0, 0, 1, 1])
    assert folds_over(labels, Places(np.array([0, 0, 1, 1]), None), seed=0) == ()


def test_noise_is_answered_by_a_strict_head_and_clear_classes_by_a_lenient_one() -> None:
    random = np.random.default_rng(0)
    labels, places = np.repeat([0, 1], 60), Places(np.arange(120), None)
    noise, clear = random.normal(size=(120, 30)), random.normal(size=(120, 30))
    clear[:, 0] += 8 * labels

    def chosen(features: np.ndarray) -> float:
        return choose_penalty((3.0, 0.3, 0.003), Lesson(features, labels), folds_over(labels, places, 0), 2, lambda *_: None).penalty

    assert chosen(noise) == 3.0
    assert chosen(clear) == 0.003


def beside(head_knows: float, texture_knows: float, rows: int = 60) -> float:
    """The share that an expert gets when both answer with this margin for the true class, and noise, for places of three rows."""
    random = np.random.default_rng(0)
    labels = random.integers(0, 3, rows)
    truth = np.eye(3)[labels]
    logits, texture = (torch.from_numpy(random.normal(size=(rows, 3)) + margin * truth).float() for margin in (head_knows, texture_knows))
    expert = TextureExpert(1, 3, Radiometry())
    LeftOut(labels, logits, texture.softmax(1), np.arange(rows) // 3).settle(expert)
    return round(float(expert.share), 2)


def test_places_left_out_take_the_experts_say_away_only_where_they_are_sure() -> None:
    usual = round(float(TextureExpert(1, 3, Radiometry()).share), 2)
    assert beside(head_knows=6.0, texture_knows=0.0) == 0.0
    assert beside(head_knows=0.0, texture_knows=6.0) > usual
    assert beside(head_knows=2.0, texture_knows=2.0) == usual
    assert beside(head_knows=6.0, texture_knows=0.0, rows=2) == usual


# ---------------------------------------------------------------------------------------------------------------- patch sets


@pytest.fixture
def start_file(tmp_path: Path) -> Callable[..., str]:
    """Writes a start of random weights: ``start_file(name, seed=..., half=..., **card)``."""

    def write(name: str = "start", seed: int = 0, half: bool = False, **card: Any) -> str:
        torch.manual_seed(seed)
        given = {"patch_px": 32, "pixel_size_m": 1.25, "classes": TERRASAR_X_LEGEND[:3], **card}
        made = ModelCard(
            name, "resnet10", (), ("HH",), radiometry=Radiometry(), looks=(1, 4), incidence_deg=(20, 50), histogram=(1 / 64,) * 64, **given
        )  # fmt: skip
        save_model(tmp_path / f"{name}.safetensors", build_network("resnet10", (), 1, len(made.classes)), made, half)
        return str(tmp_path / f"{name}.safetensors")

    return write


@pytest.fixture
def patches(toy_set) -> Path:
    return toy_set("a", {"train": (6, 6, 6), "validation": (3, 3, 3), "test": (3, 3, 3)})


def config_of(output: Path, start: str = "auto", **changes: Any) -> TrainConfig:
    return TrainConfig(output=str(output), head_only=True, start=start, device="cpu", **changes)


def test_a_head_on_patches_leaves_the_body_as_it_is_and_answers_rightly(tmp_path: Path, patches: Path, start_file) -> None:
    start = start_file()
    outputs = train(config_of(tmp_path / "m.safetensors", start, patches=str(patches)), listener := Listener())
    parent, child = load_model(start), load_model(str(outputs["model"]))
    assert outputs["accuracy"] == outputs["mean_recall"] == 1.0
    assert outputs["judged_on"] == "test split"
    assert body_sha256(child) == body_sha256(parent)
    assert child.card.training["parent_sha256"] == parent.sha256
    assert child.card.training["patch_set_sha256"] == read_patch_set(str(patches)).sha256
    assert child.card.training["penalty"] == outputs["penalty"]
    assert child.card.radiometry == parent.card.radiometry
    assert child.card.metrics["patches"] == 9
    assert child.card.gate["parent_sha256"] == parent.sha256
    assert outputs["verdict"] in ("better", "undecided")
    assert listener.warned == []
    assert sorted(one.name for one in (tmp_path / "m.run").iterdir()) == [
        "comparison.json", "comparison.txt", "confusion.png", "metrics.json", "request.json",
    ]  # fmt: skip


def test_the_file_answers_as_the_figures_say(tmp_path: Path, patches: Path, start_file) -> None:
    for half in (False, True):
        outputs = train(config_of(tmp_path / f"{half}.safetensors", start_file(half=half), patches=str(patches)), Silent())
        model, patch_set = load_model(str(outputs["model"])), read_patch_set(str(patches))
        splits = splits_of(patch_set)
        batch = next(PatchReader(patch_set, splits.labels, model.card.radiometry, CPU).batches(splits.test, 99))
        with torch.no_grad():
            losses = torch.nn.functional.cross_entropy(model.network(batch.inputs) / model.card.temperature, batch.labels)
        assert float(losses) == pytest.approx(model.card.metrics["loss"], rel=1e-3, abs=1e-6)
    assert (tmp_path / "True.safetensors").stat().st_size < 0.6 * (tmp_path / "False.safetensors").stat().st_size


def test_features_are_the_means_of_the_body(patches: Path, start_file) -> None:
    model, patch_set = load_model(start_file()), read_patch_set(str(patches))
    splits = splits_of(patch_set)
    reader = PatchReader(patch_set, splits.labels, model.card.radiometry, CPU)
    heard: list[int] = []
    found = features_of(model.network, reader, splits.test, heard.append)
    batch = next(reader.batches(splits.test, 99))
    with torch.no_grad():
        np.testing.assert_allclose(found, model.network.body(batch.inputs).mean(dim=(2, 3)), atol=1e-5)
    assert heard == [0]


def test_without_validation_and_test_left_out_places_judge_and_calibrate(tmp_path: Path, toy_set, start_file) -> None:
    patches = toy_set("a", {"train": (6, 6, 6)})
    outputs = train(config_of(tmp_path / "m.safetensors", start_file(), patches=str(patches)), Silent())
    card = load_model(str(outputs["model"])).card
    assert outputs["judged_on"] == "places left out in turn"
    assert card.training["cross_validation"]["patches"] == 18
    assert card.training["cross_validation"]["accuracy"] == outputs["accuracy"] > 0.8
    assert card.temperature != 1.0
    assert card.metrics == {}
    assert (tmp_path / "m.run" / "confusion.png").is_file()


def test_one_patch_of_each_class_is_enough_and_its_penalty_is_the_measured_one(tmp_path: Path, toy_set, start_file) -> None:
    patches = toy_set("a", {"train": (1, 1), "test": (4, 4)})
    outputs = train(config_of(tmp_path / "m.safetensors", start_file(), patches=str(patches)), listener := Listener())
    assert outputs["penalty"] == DEFAULT_PENALTY
    assert outputs["accuracy"] == 1.0
    assert listener.warned == ["head-only-fixed-penalty", "head-only-uncalibrated"]


def test_the_users_penalty_is_taken(tmp_path: Path, patches: Path, start_file) -> None:
    config = config_of(tmp_path / "m.safetensors", start_file(), patches=str(patches), head=HeadOnlyOptions(penalty=7.0))
    assert train(config, Silent())["penalty"] == 7.0


def test_patches_of_another_quantity_need_a_word_and_bring_their_own_levels(tmp_path: Path, toy_set, start_file) -> None:
    chips = {"quantity": "dn", "floor_db": 0.0, "ceiling_db": 100.0, "pixel_size_m": None, "level_db": 50.0}
    patches, start = toy_set("a", {"train": (6, 6), "test": (3, 3)}, **chips), start_file()
    with pytest.raises(LearningError, match="learned from gamma0, these patches hold dn"):
        train(config_of(tmp_path / "m.safetensors", start, patches=str(patches)), Silent())
    assert not list(tmp_path.glob("m*"))
    config = config_of(tmp_path / "m.safetensors", start, patches=str(patches), transfer=TransferOptions(allow_other_quantity=True))
    outputs = train(config, Silent())
    card = load_model(str(outputs["model"])).card
    assert outputs["accuracy"] == 1.0
    assert card.radiometry.quantity == "dn"
    assert card.radiometry.floor_db < 35
    assert card.radiometry.ceiling_db > 45
    assert card.pixel_size_m is None


def test_equal_requests_give_equal_models(tmp_path: Path, patches: Path, start_file) -> None:
    start = start_file()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        train(config_of(tmp_path / name / "m.safetensors", start, patches=str(patches)), Silent())
    assert (tmp_path / "a" / "m.safetensors").read_bytes() == (tmp_path / "b" / "m.safetensors").read_bytes()


@pytest.mark.parametrize("stage", ["progress-features", "progress-fitting"])
def test_a_stopped_fit_leaves_nothing(tmp_path: Path, patches: Path, start_file, stage: str) -> None:
    start = start_file()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        train(config_of(tmp_path / "m.safetensors", start, patches=str(patches)), Listener(cancel_at=stage))
    assert sorted(tmp_path.iterdir()) == before


def test_one_class_alone_is_refused(tmp_path: Path, toy_set, start_file) -> None:
    patches = toy_set("a", {"train": (6,), "test": (2,)})
    with pytest.raises(LearningError, match=r"all training patches of .*a\.patchset are of the class 'Settlements'"):
        train(config_of(tmp_path / "m.safetensors", start_file(), patches=str(patches)), Silent())
    assert not list(tmp_path.glob("m*"))


def test_settings_that_a_head_does_not_heed_are_refused(tmp_path: Path) -> None:
    grids = HeadOnlyOptions(("a.features",), ("a.gpkg",))
    config = config_of(tmp_path / "m.safetensors", head=grids, epochs=5, objective=LossOptions(loss="focal"))
    with pytest.raises(ConfigError, match="with --head-only these settings do nothing: --epochs, --loss; leave them out"):
        train(config, Silent())


def test_mirrored_views_follow_the_settings_of_augmentation(tmp_path: Path, patches: Path, start_file) -> None:
    wholly = config_of(tmp_path / "a.safetensors", start_file(), patches=str(patches))
    plainly = dataclasses.replace(wholly, output=str(tmp_path / "b.safetensors"), augmentation=AugmentationOptions(augment=False))
    weights = [load_model(str(train(one, Silent())["model"])).network.head[0].weight for one in (wholly, plainly)]
    assert not torch.allclose(*weights)


def test_either_patches_or_features_are_given() -> None:
    grids = HeadOnlyOptions(("a.features",), ("a.gpkg",))
    for given in ({}, {"patches": "a.patchset", "head": grids, "head_only": True}):
        with pytest.raises(ConfigError, match="give either --patches, or --head-only with --features and --labels"):
            TrainConfig(output="m.safetensors", **given)
    with pytest.raises(ConfigError, match="add --head-only"):
        TrainConfig(output="m.safetensors", head=grids)
    with pytest.raises(ConfigError, match=r"2 feature grid\(s\) but 3 label file\(s\)"):
        HeadOnlyOptions(("a.features", "b.features"), ("a.gpkg", "b.gpkg", "c.gpkg"))


# -------------------------------------------------------------------------------------------------------------- feature grids

SIZE = 512


def fields(seed: int = 0) -> np.ndarray:
    """Linear power: quarters of -20 and 0 dB, crosswise, with four looks of speckle."""
    db = np.kron([[-20.0, 0.0], [0.0, -20.0]], np.ones((SIZE // 2, SIZE // 2)))
    return 10 ** (db / 10) * np.random.default_rng(seed).gamma(4, 1 / 4, db.shape)


@pytest.fixture
def grid(tmp_path: Path, write_raster, start_file) -> Path:
    """A feature grid of the quarters, cells of 32 px, patches of 64 px; pixels of 1 m from (500000, 5300000)."""
    model = start_file("seer", patch_px=PATCH_PX, pixel_size_m=1.0)
    config = EmbedConfig(
        write_raster(fields()), model, str(tmp_path / "a.features"), options=SceneOptions(quantity="gamma0"), precision="fp32"
    )
    return Path(str(embed(config, Silent())["features"]))


def placed(shapes: list[Any], classes: list[str], path: Path, **more: Any) -> str:
    """Labels in pixels of the scene (x = column, y = row down), as a GeoPackage in its coordinates."""
    ground = [shapely.transform(one, lambda p: np.column_stack([500_000 + p[:, 0], 5_300_000 - p[:, 1]])) for one in shapes]
    geopandas.GeoDataFrame({"class": classes, **more}, geometry=ground, crs="EPSG:32632").to_file(path, layer="labels")
    return str(path)


def quarter_labels(path: Path) -> str:
    """A square of 160 px in the middle of each quarter."""
    corners = [(48, 48), (304, 48), (48, 304), (304, 304)]
    squares = [shapely.box(x, y, x + 160, y + 160) for x, y in corners]
    return placed(squares, ["Water bodies", "Settlements", "Settlements", "Water bodies"], path)


def head_of(grid: Path | tuple[Path, ...], labels: str, **changes: Any) -> HeadOnlyOptions:
    grids = grid if isinstance(grid, tuple) else (grid,)
    return HeadOnlyOptions(tuple(map(str, grids)), (labels,), block_m=256.0, **changes)


def labelled(grid: Path, labels: str, **changes: Any) -> pd.DataFrame:
    """Row, column and class of the cells that labels teach."""
    opened = read_feature_grid(str(grid))
    examples = examples_of([opened], head_of(grid, labels, **changes), 0, Silent())
    assert examples.outlines is not None
    centre = shapely.get_coordinates(shapely.centroid(examples.outlines))
    names = np.array(examples.names)[examples.splits.labels]
    return pd.DataFrame({"x": centre[:, 0] - 500_000, "y": 5_300_000 - centre[:, 1], "name": names})


def test_relabelling_and_mapping_again_colours_the_ground_rightly(tmp_path: Path, grid: Path) -> None:
    labels = quarter_labels(tmp_path / "labels.gpkg")
    outputs = train(config_of(tmp_path / "m.safetensors", head=head_of(grid, labels)), Silent())
    assert outputs["judged_on"] == "places left out in turn"
    assert outputs["accuracy"] == 1.0
    mapped = classify(ClassifyConfig(str(outputs["model"]), str(tmp_path / "m.gpkg"), features=str(grid), device="cpu"), Silent())
    cells = geopandas.read_file(str(mapped["result"]), layer="cells")
    x, y = cells.geometry.centroid.x - 500_000, 5_300_000 - cells.geometry.centroid.y
    inside = (np.abs(x - SIZE / 2) > PATCH_PX) & (np.abs(y - SIZE / 2) > PATCH_PX)
    expected = np.where((x < SIZE / 2) == (y < SIZE / 2), "Water bodies", "Settlements")
    assert inside.sum() > 100
    assert (cells["class"] == expected)[inside].all()
    child, seer = load_model(str(outputs["model"])), load_model(str(grid / "model.safetensors"))
    assert body_sha256(child) == body_sha256(seer)
    assert child.card.training["parent_sha256"] == seer.sha256
    assert child.card.training["config"]["head_only"]


def test_a_cell_is_labelled_where_a_class_covers_enough_of_its_patch(tmp_path: Path, grid: Path) -> None:
    # patches of 64 px around cells of 32 px: centres at 16, 48, 80, ...; the square covers x, y from 100 to 260
    labels = placed(
        [shapely.box(100, 100, 260, 260), shapely.box(400, 400, 464, 464)], ["Settlements", "Water bodies"], tmp_path / "l.gpkg"
    )
    found = labelled(grid, labels, min_cover=0.6)
    centre = np.arange(16, SIZE, 32)
    share = np.clip(np.minimum(centre + 32, 260) - np.maximum(centre - 32, 100), 0, None) / 64
    expected = {(x, y) for x, a in zip(centre, share, strict=True) for y, b in zip(centre, share, strict=True) if a * b >= 0.6}
    assert {(round(x), round(y)) for x, y, name in found.itertuples(index=False) if name == "Settlements"} == expected
    assert len(expected) > 9
    assert set(found["name"]) == {"Settlements", "Water bodies"}


def test_a_point_labels_the_cell_that_holds_it(tmp_path: Path, grid: Path) -> None:
    points = [shapely.Point(40, 70), shapely.Point(511, 3), shapely.Point(300, 300), shapely.Point(310, 310)]
    labels = placed(points, ["Settlements", "Water bodies", "Water bodies", "Settlements"], tmp_path / "l.gpkg")
    found = labelled(grid, labels)
    assert sorted(found.round().itertuples(index=False, name=None)) == [(48, 80, "Settlements"), (496, 16, "Water bodies")]


def test_cells_that_two_classes_claim_are_left_out_and_counted(tmp_path: Path, grid: Path) -> None:
    labels = placed([shapely.Point(300, 300), shapely.Point(310, 310), shapely.Point(9, 9)], ["Settlements", "Water bodies", "Bare ground"],
                    tmp_path / "l.gpkg")  # fmt: skip
    opened, listener = read_feature_grid(str(grid)), Listener()
    examples = examples_of([opened], head_of(grid, labels), 0, listener)
    assert len(examples.features) == 1
    assert listener.warned == ["head-only-labels-dispute"]


def test_many_cells_of_a_class_are_thinned(tmp_path: Path, grid: Path) -> None:
    found = labelled(grid, quarter_labels(tmp_path / "l.gpkg"), most_cells=5)
    assert found["name"].value_counts().to_dict() == {"Settlements": 5, "Water bodies": 5}


def test_cells_of_a_test_share_never_overlap_those_learned_from(tmp_path: Path, grid: Path) -> None:
    labels = placed(
        [shapely.box(0, 0, SIZE, SIZE / 2), shapely.box(0, SIZE / 2, SIZE, SIZE)], ["Settlements", "Water bodies"], tmp_path / "l.gpkg"
    )
    options = dataclasses.replace(head_of(grid, labels, test_share=0.4), block_m=128.0)
    examples = examples_of([read_feature_grid(str(grid))], options, 0, Silent())
    splits, outlines = examples.splits, examples.outlines
    assert outlines is not None
    first, second = overlapping_pairs(outlines)
    assert len(splits.train) > 10
    assert len(splits.test) > 10
    assert not (np.isin(first, splits.train) & np.isin(second, splits.test)).any()
    assert not (np.isin(second, splits.train) & np.isin(first, splits.test)).any()


def test_two_scenes_teach_one_head(tmp_path: Path, grid: Path, write_raster) -> None:
    other = EmbedConfig(write_raster(fields(1)[::-1].copy(), "b.tif"), str(tmp_path / "seer.safetensors"), str(tmp_path / "b.features"),
                        options=SceneOptions(quantity="gamma0"), precision="fp32")  # fmt: skip
    second = Path(str(embed(other, Silent())["features"]))
    labels = [quarter_labels(tmp_path / "a.gpkg"), quarter_labels(tmp_path / "b.gpkg")]
    one = examples_of([read_feature_grid(str(grid))], head_of(grid, labels[0]), 0, Silent())
    options = HeadOnlyOptions((str(grid), str(second)), tuple(labels))
    both = examples_of([read_feature_grid(str(path)) for path in (grid, second)], options, 0, Silent())
    assert len(both.features) == 2 * len(one.features)
    np.testing.assert_array_equal(both.features[: len(one.features)], one.features)
    assert set(both.scenes) == {"scene", "b"}


def test_labels_outside_the_grid_are_refused(tmp_path: Path, grid: Path) -> None:
    labels = placed([shapely.box(-900, -900, -800, -800)], ["Settlements"], tmp_path / "l.gpkg")
    with pytest.raises(PatchSetError, match=r"no label of .*l\.gpkg lies in the scene scene"):
        train(config_of(tmp_path / "m.safetensors", head=head_of(grid, labels)), Silent())
    assert not list(tmp_path.glob("m*"))


def test_labels_too_small_for_any_cell_are_refused(tmp_path: Path, grid: Path) -> None:
    labels = placed([shapely.box(100, 100, 120, 120)], ["Settlements"], tmp_path / "l.gpkg")
    with pytest.raises(LearningError, match=r"no cell of .*l\.gpkg gets a label: lower --min-cover"):
        train(config_of(tmp_path / "m.safetensors", head=head_of(grid, labels)), Silent())


def of_another_body(grid: Path) -> None:
    facts = json.loads((grid / "grid.json").read_text())
    (grid / "grid.json").write_text(json.dumps({**facts, "body_sha256": "0" * 64}))


def test_grids_and_starts_of_different_bodies_are_refused(tmp_path: Path, grid: Path, start_file) -> None:
    labels, copy = quarter_labels(tmp_path / "l.gpkg"), tmp_path / "b.features"
    copy.mkdir()
    for file in grid.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    of_another_body(copy)
    with pytest.raises(ModelError, match=r"a\.features and .*b\.features were made by different bodies"):
        train(config_of(tmp_path / "m.safetensors", head=head_of((grid, copy), labels)), Silent())
    stranger = start_file("stranger", seed=9, patch_px=PATCH_PX, pixel_size_m=1.0)
    with pytest.raises(ModelError, match=r"a\.features was made by the body of 'seer', the model .*stranger.safetensors has another"):
        train(config_of(tmp_path / "m.safetensors", stranger, head=head_of(grid, labels)), Silent())
    assert not list(tmp_path.glob("m*"))


def test_a_grid_remembers_its_model(grid: Path) -> None:
    opened: FeatureGrid = read_feature_grid(str(grid))
    assert load_model(opened.model_path).card.name == "seer"
