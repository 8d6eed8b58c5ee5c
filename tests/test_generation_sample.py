"""gan sample: what is made, what passes, and what the set says of it; and the generator file."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch
from echopatch.core.contract.commands.generation import FilterOptions, GanSampleConfig
from echopatch.core.contract.errors import ConfigError, LearningError, ModelError, PatchSetError
from echopatch.core.contract.generator_card import GENERATOR_KEY, GeneratorCard, read_generator_card
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import read_card
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.generation import gan_sample
from echopatch.core.engine.generation.generator_file import GeneratorFile, load_generator, plan_of, save_generator
from echopatch.core.engine.generation.networks import Generator, Latent
from echopatch.core.engine.generation.patch_filter import fit_filter
from echopatch.core.engine.generation.sample import made_set
from echopatch.core.engine.network.model_file import Model, save_model
from echopatch.core.engine.patches.contents import content_hash
from echopatch.core.engine.patches.patch_set import PatchSet, codes_to_db, db_to_codes, read_patch_set
from echopatch.core.engine.patches.writer import file_sha256
from torch import Tensor, nn

CPU = torch.device("cpu")
CARD = GeneratorCard(
    name="made", classes=TERRASAR_X_LEGEND[:2], conditional=True, scenario="full", size_px=32, patch_px=32, pixel_size_m=1.25,
    channels=("HH",), quantity="gamma0", floor_db=-30.0, ceiling_db=10.0, width=4, code_length=4, layers="paper", speckle_input=True,
    training={"patch_set_sha256": "abc", "learned_from": ["0123456789abcdef", "fedcba9876543210"], "steps": 5},
)  # fmt: skip
DARK, BRIGHT = (one.name for one in CARD.classes)


@pytest.fixture
def generator_file(tmp_path: Path) -> Callable[..., str]:
    """Writes a generator with random weights: ``generator_file(conditional=False, ...)`` changes its card."""

    def write(**fields: Any) -> str:
        card = dataclasses.replace(CARD, **fields)
        torch.manual_seed(0)
        save_generator(tmp_path / "made.safetensors", Generator(plan_of(card)), card)
        return str(tmp_path / "made.safetensors")

    return write


def sampled(tmp_path: Path, name: str, generator: str, **fields: Any) -> PatchSet:
    """The set that gan sample writes."""
    config = GanSampleConfig(generator=generator, output=str(tmp_path / f"{name}.patchset"), device="cpu", **fields)
    gan_sample.gan_sample(config, Silent())
    return read_patch_set(config.output)


def test_a_generator_file_gives_back_its_card_and_weights(generator_file) -> None:
    path = generator_file()
    assert read_generator_card(path) == CARD
    file = load_generator(path)
    torch.manual_seed(0)
    expected = Generator(plan_of(CARD)).state_dict()
    assert file.card == CARD
    assert file.sha256 == file_sha256(Path(path))
    assert all(torch.equal(weight, expected[name]) for name, weight in file.network.state_dict().items())


def test_a_classifier_is_no_generator_and_a_generator_no_classifier(generator_file, brightness_model: Model, tmp_path: Path) -> None:
    save_model(tmp_path / "classifier.safetensors", brightness_model.network, brightness_model.card)
    with pytest.raises(ModelError, match=r"classifier\.safetensors is no generator: use a file of 'echopatch gan train'"):
        load_generator(str(tmp_path / "classifier.safetensors"))
    with pytest.raises(ModelError, match=r"made\.safetensors carries no Echopatch model card: use a model written by 'echopatch train'"):
        read_card(generator_file())


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (dataclasses.replace(CARD, width=8), "is incomplete or wrong"),
        (dataclasses.replace(CARD, size_px=34), "34 px cannot be halved down"),
        (dataclasses.replace(CARD, version=99), "was written by a newer Echopatch"),
    ],
)
def test_a_card_that_does_not_fit_its_weights_is_refused(tmp_path: Path, card: GeneratorCard, said: str) -> None:
    state = Generator(plan_of(CARD)).state_dict()
    safetensors.torch.save_file(state, tmp_path / "odd.safetensors", metadata={GENERATOR_KEY: card.to_json()})
    with pytest.raises(ModelError, match=said):
        load_generator(str(tmp_path / "odd.safetensors"))


def test_a_broken_generator_is_refused(generator_file) -> None:
    path = Path(generator_file())
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ModelError, match="is incomplete or wrong"):
        load_generator(str(path))


def test_a_set_holds_as_many_patches_of_each_class_as_asked_for_and_says_what_they_are(generator_file, tmp_path: Path) -> None:
    path = generator_file()
    made = sampled(tmp_path, "a", path, count=7, batch_size=3)
    assert made.index["class"].value_counts().to_dict() == {DARK: 7, BRIGHT: 7}
    assert set(made.index["source"]) == {"synthetic"}
    assert set(made.index["split"]) == {"train"}
    assert made.index["group"].nunique() == 14
    facts = made.settings.generated_from
    assert (facts.generator_sha256, facts.patch_set_sha256) == (file_sha256(Path(path)), "abc")
    assert list(facts.patches) == CARD.training["learned_from"]
    assert made.settings.request["count"] == 7
    tally = {"made": 7, "kept": 7, "improbable": 0, "far": 0}
    assert made.settings.counts == {f"{name}: {what}": number for name in (DARK, BRIGHT) for what, number in tally.items()}
    assert len(np.unique(np.asarray(made.codes).reshape(14, -1), axis=0)) == 14


def test_equal_seeds_make_equal_patches_and_others_other_ones(generator_file, tmp_path: Path) -> None:
    path = generator_file()
    first, again, other = (sampled(tmp_path, name, path, count=3, seed=seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    assert np.array_equal(first.codes, again.codes)
    assert not np.array_equal(first.codes, other.codes)


def test_chosen_classes_alone_are_made(generator_file, tmp_path: Path) -> None:
    made = sampled(tmp_path, "a", generator_file(), count=2, classes=(BRIGHT,))
    assert set(made.index["class"]) == {BRIGHT}
    assert set(made.index["label"]) == {CARD.classes[1].code}


def test_a_class_that_the_generator_does_not_know_is_named(generator_file, tmp_path: Path) -> None:
    with pytest.raises(LearningError, match=rf"has no class 'Swamp': its classes are {DARK}, {BRIGHT}"):
        sampled(tmp_path, "a", generator_file(), classes=("Swamp",))


def test_crops_are_enlarged_to_the_side_of_patches(generator_file, tmp_path: Path) -> None:
    made = sampled(tmp_path, "a", generator_file(size_px=16, scenario="crop"), count=2)
    assert made.codes.shape == (4, 1, 32, 32)
    assert made.settings.patch_px == 32


def test_a_generator_of_mixtures_needs_a_model(generator_file, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"makes mixed classes, a model must say which is which: give --model and --patches"):
        sampled(tmp_path, "a", generator_file(conditional=False))
    assert not (tmp_path / "a.patchset").exists()


def test_a_generator_of_one_class_needs_none(generator_file, tmp_path: Path) -> None:
    made = sampled(tmp_path, "a", generator_file(conditional=False, classes=CARD.classes[:1]), count=2)
    assert set(made.index["class"]) == {DARK}


def test_a_filter_needs_both_model_and_patches() -> None:
    with pytest.raises(ConfigError, match="the filter needs a model and real patches"):
        GanSampleConfig(generator="a", output="b", model="c")


class Levels(nn.Module):
    """Makes flat patches by its code: a third good (-20 dB or 0 dB), a third of the other class, a third of the class but far."""

    plan = plan_of(CARD)

    def forward(self, latent: Latent) -> Tensor:
        kind = ((latent.code[:, 0] + 1) * 1.5).long()
        good, other = torch.tensor([-20.0, 0.0])[latent.classes], torch.tensor([0.0, -20.0])[latent.classes]
        far = torch.tensor([-16.0, -4.0])[latent.classes]
        db = torch.stack([good, other, far])[kind, torch.arange(len(kind))]
        return ((db + 30) / 20 - 1)[:, None, None, None].expand(-1, 1, 32, 32)


LEVELS = GeneratorFile(CARD, Levels(), "f" * 64)  # type: ignore[arg-type]


@pytest.fixture
def real(toy_set) -> PatchSet:
    """Flat patches at -21, -20, -19 dB and at -1, 0, 1 dB, each a group of its own; in memory."""
    written = read_patch_set(str(toy_set("real", {"train": (3, 3), "validation": (1, 1)})))
    levels = np.array([-21, -20, -19, -1, 0, 1, -16, -4], np.float32)
    codes = db_to_codes(np.broadcast_to(levels[:, None, None, None], (8, 1, 32, 32)), written.settings)
    return dataclasses.replace(written, codes=codes)


@pytest.fixture
def model(brightness_model: Model) -> Model:
    """Knows the classes by their brightness, and has that as its one feature."""
    card = dataclasses.replace(brightness_model.card, classes=(CARD.classes[0], TERRASAR_X_LEGEND[6], CARD.classes[1]))
    return dataclasses.replace(brightness_model, card=dataclasses.replace(card, patch_px=32, pixel_size_m=1.25))


@pytest.fixture
def filtered(model: Model, real: PatchSet, monkeypatch, tmp_path: Path) -> Callable[..., PatchSet]:
    """The set that ``Levels`` makes for that model and those patches."""

    def sample(made_by: GeneratorFile, count: int, **fields: Any) -> PatchSet:
        with monkeypatch.context() as patched:
            patched.setattr(gan_sample, "load_generator", lambda _: made_by)
            patched.setattr(gan_sample, "load_model", lambda _: model)
            patched.setattr(gan_sample, "read_patch_set", lambda _: real)
            return sampled(tmp_path, "filtered", "made", count=count, model="model", patches="real", **fields)

    return sample


def levels_of(made: PatchSet, name: str) -> set[int]:
    """Levels of a set's patches of a class, dB."""
    codes = torch.from_numpy(np.asarray(made.codes)[made.index["class"] == name].astype(np.int32))
    return {round(float(one)) for one in codes_to_db(codes, made.settings).mean(dim=(1, 2, 3))}


def test_the_filter_keeps_what_the_model_and_its_features_take_for_real(model: Model, real: PatchSet) -> None:
    patch_filter = fit_filter(model, real, FilterOptions(min_probability=0.5, distance_share=1.0), CPU, Silent())
    made = made_set(LEVELS, np.array([0, 1] * 20), 0, CPU)
    levels = codes_to_db(torch.from_numpy(np.asarray(made.codes).astype(np.int32)), made.settings).mean(dim=(1, 2, 3)).numpy()
    meant = np.array([0, 2] * 20)  # as the model places the two
    verdict = patch_filter.judge(made, meant, Silent())
    passed = verdict.probable & verdict.near
    own = np.where(meant == 0, -20.0, 0.0)
    assert verdict.probable.tolist() == (np.abs(levels - own) < 5).tolist()
    assert passed.tolist() == (np.abs(levels - own) < 1).tolist()
    assert 0 < passed.sum() < verdict.probable.sum() < 40
    # the radius is that between neighbours of other groups, 1 dB; of the features, in units of their spread
    spread_db = np.array([-21, -20, -19, -1, 0, 1]).std()
    assert [patch_filter.known[place].radius * spread_db for place in (0, 2)] == pytest.approx([1, 1], abs=0.2)
    assert patch_filter.judge(made, None, Silent()).classes.tolist() == np.where(levels < -12, 0, 2).tolist()


@pytest.mark.parametrize("batch_size", [4, 64])
def test_only_what_passes_is_kept_and_the_numbers_add_up(filtered, batch_size: int) -> None:
    made = filtered(LEVELS, count=6, batch_size=batch_size)
    assert (levels_of(made, DARK), levels_of(made, BRIGHT)) == ({-20}, {0})
    for name in (DARK, BRIGHT):
        numbers = {what: made.settings.counts[f"{name}: {what}"] for what in ("made", "kept", "improbable", "far")}
        assert numbers["kept"] == 6 == (made.index["class"] == name).sum()
        assert numbers["made"] == numbers["kept"] + numbers["improbable"] + numbers["far"]
        assert min(numbers["improbable"], numbers["far"]) > 0


def test_a_mixture_is_parted_by_the_model(filtered) -> None:
    mixed = dataclasses.replace(LEVELS, card=dataclasses.replace(CARD, conditional=False))
    made = filtered(mixed, count=4)
    # told nothing, it makes -20, 0 and -16 dB
    assert (levels_of(made, DARK), levels_of(made, BRIGHT)) == ({-20}, {0})


def test_a_class_that_too_few_pass_for_is_given_up_with_a_word(filtered, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(Silent, "warning", lambda _, code, **values: told.append((code, values)))
    made = filtered(LEVELS, count=10, most_tries=1)
    given_up = [values for code, values in told if code == "gan-filter-gave-up"]
    assert [values["name"] for values in given_up] == [DARK, BRIGHT]
    assert [values["made"] for values in given_up] == [10, 10]
    assert len(made.index) == sum(values["kept"] for values in given_up) < 20


def test_nothing_is_written_when_nothing_passes(filtered, tmp_path: Path) -> None:
    with pytest.raises(LearningError, match=r"no patch of any class passed the filter, out of 8: lower --min-probability"):
        filtered(LEVELS, count=2, most_tries=2, keeping=FilterOptions(min_probability=1.0))
    assert not (tmp_path / "filtered.patchset").exists()


def test_what_a_filter_has_seen_counts_as_learned_from(filtered, real: PatchSet) -> None:
    seen = {content_hash(codes) for codes in real.codes[:6]}  # the others are for validation
    assert set(filtered(LEVELS, count=2).settings.generated_from.patches) == seen | set(CARD.training["learned_from"])


def test_a_filter_model_of_other_patches_is_named(filtered, model: Model, real: PatchSet, monkeypatch) -> None:
    told = []
    monkeypatch.setattr(Silent, "warning", lambda _, code, **values: told.append(code))
    filtered(LEVELS, count=2)
    monkeypatch.setitem(model.card.training, "patch_set_sha256", real.sha256)
    filtered(LEVELS, count=2, overwrite=True)
    assert told == ["gan-filter-elsewhere"]


def test_a_filter_without_real_training_patches_is_refused(model: Model, real: PatchSet) -> None:
    unlearned = dataclasses.replace(real, index=real.index.assign(split="test"))
    with pytest.raises(PatchSetError, match=r"real\.patchset has no real training patches"):
        fit_filter(model, unlearned, FilterOptions(), CPU, Silent())


def test_a_model_of_another_legend_or_kind_is_no_filter(filtered) -> None:
    strange = dataclasses.replace(LEVELS, card=dataclasses.replace(CARD, classes=TERRASAR_X_LEGEND[2:4]))
    with pytest.raises(ModelError, match="the filter model model does not know the class 'Public transportations'"):
        filtered(strange, count=2)
    with pytest.raises(ModelError, match="pixel size"):
        filtered(dataclasses.replace(LEVELS, card=dataclasses.replace(CARD, pixel_size_m=5.0)), count=2)
