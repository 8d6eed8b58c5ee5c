"""Exported models answer as Echopatch does, and say of themselves what the other program has to know."""

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pyogrio
import pytest
import rasterio
import torch
from echopatch.core.contract.commands.classify import ClassifyConfig
from echopatch.core.contract.commands.export import ExportConfig
from echopatch.core.contract.commands.scene import CalibrateConfig
from echopatch.core.contract.commands.simulate import SimulateConfig
from echopatch.core.contract.errors import ModelError, OutputError
from echopatch.core.contract.legend import TERRASAR_X_LEGEND, LandClass
from echopatch.core.contract.model_card import ModelCard, Radiometry, card_from_json
from echopatch.core.contract.reporting import Silent
from echopatch.core.engine.command_line import main
from echopatch.core.engine.export.export import export
from echopatch.core.engine.export.grey_levels import grey_levels_by_gdal, grey_levels_in_words
from echopatch.core.engine.mapping.classify import classify
from echopatch.core.engine.network.door import decibels, grey_levels, standardise
from echopatch.core.engine.network.experts import TextureExpert
from echopatch.core.engine.network.model_file import Model, load_model, save_model
from echopatch.core.engine.network.networks import build_network
from echopatch.core.engine.scene.calibrate import calibrate
from echopatch.core.engine.simulation.simulate import simulate

SHIPPED = Path(__file__).resolve().parents[1] / "resources/models/echopatch-sim-resnet10.safetensors"
CARD = ModelCard(
    name="Wald & Stra\N{LATIN SMALL LETTER SHARP S}e",
    backbone="resnet10",
    head=(),
    channels=("co", "VH"),
    classes=(*TERRASAR_X_LEGEND[:2], LandClass(9, "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}cker", "#e6c84f")),
    patch_px=72,
    pixel_size_m=1.1,
    radiometry=Radiometry(floor_db=-25.0, ceiling_db=5.0, mean=0.4, std=0.2),
    looks=(1, 6),
    incidence_deg=(24, 46),
    histogram=(1 / 64,) * 64,
    temperature=1.7,
    texture_expert=True,
    training={"config": {"start": "imagenet", "epochs": 3}, "versions": {"torch": "2.13.0+cpu"}},
    licence="GPL-2.0-or-later",
    provenance="Nothing but noise.",
)


def write_model(path: Path, card: ModelCard = CARD) -> str:
    torch.manual_seed(0)
    network = build_network(card.backbone, card.head, len(card.channels), len(card.classes))
    learned = [*network.head.parameters()]
    if card.texture_expert:
        network.expert = TextureExpert(len(card.channels), len(card.classes), card.radiometry)
        learned += network.expert.parameters()
    for parameter in learned:
        parameter.data *= 20  # answers that differ from patch to patch
    save_model(path, network, card)
    return str(path)


@pytest.fixture(scope="module")
def model_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_model(tmp_path_factory.mktemp("model") / "wald.safetensors")


@pytest.fixture(scope="module")
def exported(model_path: str) -> Callable[[str], Path]:
    """The model in one of the formats, exported when first asked for."""

    def path(to: str) -> Path:
        output = Path(model_path).with_name(f"{to}.json" if to == "stac-mlm" else f"{to}.onnx")
        if not output.exists():
            assert export(ExportConfig(model_path, str(output), to), Silent()) == {"output": str(output)}
        return output

    return path


def session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def metadata(path: Path) -> dict[str, str]:
    return dict(session(path).get_modelmeta().custom_metadata_map)


def random_grey(patches: int, card: ModelCard = CARD) -> torch.Tensor:
    """Patches of unlike brightness and contrast."""
    generator = torch.Generator().manual_seed(1)
    level, spread = (torch.rand(patches, len(card.channels), 1, 1, generator=generator) for _ in range(2))
    noise = torch.randn(patches, len(card.channels), card.patch_px, card.patch_px, generator=generator)
    return (255 * level + 80 * spread * noise).clamp(0, 255).to(torch.uint8)


@torch.no_grad()
def torch_answers(model: Model, grey: torch.Tensor) -> np.ndarray:
    logits = model.network(standardise(grey, model.card.radiometry))
    return (logits / model.card.temperature).softmax(1).numpy()


@pytest.mark.parametrize("patches", [1, 5])
def test_onnx_answers_as_torch_does_for_batches_of_any_size(model_path: str, exported: Callable[[str], Path], patches: int) -> None:
    grey = random_grey(patches)
    (answers,) = session(exported("onnx")).run(["probabilities"], {"grey": grey.numpy()})
    expected = torch_answers(load_model(model_path), grey)
    np.testing.assert_allclose(answers, expected, atol=1e-5)
    assert patches == 1 or np.ptp(expected, axis=0).max() > 0.1, "patches that all look alike would prove little"


@pytest.mark.parametrize(
    "wrong", [np.zeros((1, 2, 72, 72), np.float32), np.zeros((1, 2, 64, 64), np.uint8), np.zeros((1, 1, 72, 72), np.uint8)]
)
def test_onnx_refuses_power_and_patches_of_another_size(exported: Callable[[str], Path], wrong: np.ndarray) -> None:
    with pytest.raises(Exception, match=r"INVALID_ARGUMENT|invalid dimensions|Unexpected input data type"):
        session(exported("onnx")).run(None, {"grey": wrong})


@pytest.mark.parametrize("to", ["onnx", "deepness"])
def test_the_graph_is_of_a_version_that_old_runtimes_read_and_names_no_folder_of_this_machine(
    exported: Callable[[str], Path], to: str
) -> None:
    graph = onnx.load(exported(to))
    assert graph.ir_version == 8
    assert [(one.domain, one.version) for one in graph.opset_import] == [("", 18)]
    assert str(Path.home()).encode() not in exported(to).read_bytes()
    assert str(Path(__file__).resolve().parents[1]).encode() not in exported(to).read_bytes()


@pytest.mark.parametrize("to", ["onnx", "deepness"])
def test_the_graph_carries_the_card_and_the_model_it_came_from(model_path: str, exported: Callable[[str], Path], to: str) -> None:
    said = metadata(exported(to))
    model = load_model(model_path)
    assert card_from_json(said["echopatch"], "the graph") == model.card
    assert json.loads(said["echopatch_model_sha256"]) == model.sha256
    assert json.loads(said["class_names"]) == {str(place): one.name for place, one in enumerate(CARD.classes)}
    assert onnx.load(exported(to)).doc_string == grey_levels_in_words(CARD)


@pytest.mark.parametrize("to", ["onnx", "deepness", "stac-mlm"])
def test_a_model_of_optical_images_is_not_exported_as_one_of_radar(tmp_path: Path, to: str) -> None:
    levels = Radiometry("rgb", 0, 255)
    card = dataclasses.replace(CARD, channels=("red", "green", "blue"), radiometry=levels, modality="optical", texture_expert=False)
    model = write_model(tmp_path / "teacher.safetensors", card)
    output = tmp_path / ("out.json" if to == "stac-mlm" else "out.onnx")
    with pytest.raises(ModelError, match="looks at optical images"):
        export(ExportConfig(model=model, output=str(output), to=to), Silent())
    assert not output.exists()


def test_the_formula_for_gdal_makes_the_grey_levels_that_the_model_sees() -> None:
    power = 10 ** torch.linspace(-4, 2, 1001)
    by_gdal = eval(grey_levels_by_gdal(CARD), {"A": power.double().numpy(), **vars(np)})  # noqa: S307 - what gdal_calc does
    ours = grey_levels(decibels(power), CARD.radiometry).numpy()
    assert np.abs(by_gdal - ours).max() <= 1, "float32 may round the other way at a half"
    assert (by_gdal != ours).mean() < 0.005
    assert "round(255 * (10 * log10(power) + 25) / 30)" in grey_levels_in_words(CARD)


def test_deepness_finds_all_it_asks_for(exported: Callable[[str], Path]) -> None:
    graph = session(exported("deepness"))
    said = {name: json.loads(text) for name, text in metadata(exported("deepness")).items()}
    assert str(said["model_type"]).capitalize() == "Segmentor"
    assert said["resolution"] == 110.0, "cm"
    assert (said["tile_size"], said["tiles_size"], said["tiles_overlap"]) == (72, 72, 0)
    assert (said["seg_thresh"], said["seg_small_segment"]) == (0.0, 0)
    assert sorted(said["class_names"], key=int) == ["0", "1", "2"]
    (given,), (taken,) = graph.get_inputs(), graph.get_outputs()
    assert (given.type, given.shape) == ("tensor(float)", ["batch", 2, 72, 72])
    assert (taken.type, taken.shape) == ("tensor(float)", ["batch", 3, 72, 72])


def test_the_deepness_graph_repeats_the_answer_of_a_patch_over_its_pixels(model_path: str, exported: Callable[[str], Path]) -> None:
    grey = random_grey(3)
    (answers,) = session(exported("deepness")).run(None, {"image": np.float32(grey.numpy() * 1.0 / 255.0)})
    expected = torch_answers(load_model(model_path), grey)
    np.testing.assert_allclose(answers, np.broadcast_to(expected[:, :, None, None], answers.shape), atol=1e-4)


def deepness_tiles(grey: np.ndarray, patch_px: int) -> np.ndarray:
    """Tiles (rows * columns, C, P, P) of a raster (C, rows, columns), in float32 over 255, as Deepness 0.6.5 makes them.

    It lays its tiles from the left and lower edge; over a whole number of tiles that is the grid of our patches.
    """
    channels, rows, columns = grey.shape
    assert rows % patch_px == columns % patch_px == 0
    tiles = grey.reshape(channels, rows // patch_px, patch_px, columns // patch_px, patch_px).transpose(1, 3, 0, 2, 4)
    return np.float32(tiles.reshape(-1, channels, patch_px, patch_px) * 1.0 / 255.0)


def test_deepness_fed_with_the_calibrated_raster_gives_the_map_of_patch_mode(tmp_path: Path) -> None:
    simulate(SimulateConfig(str(tmp_path / "simulated"), seed=3, size_px=480, optical=False), Silent())
    scene, model = str(next((tmp_path / "simulated").glob("TSX1_*"))), load_model(str(SHIPPED))
    raster, graph, cells = tmp_path / "grey.tif", tmp_path / "deepness.onnx", tmp_path / "cells.gpkg"
    calibrate(CalibrateConfig(scene, str(raster), scale="model", model=str(SHIPPED)), Silent())
    export(ExportConfig(str(SHIPPED), str(graph), "deepness"), Silent())
    classify(ClassifyConfig(str(SHIPPED), str(cells), scene, mode="patch", precision="fp32", device="cpu"), Silent())
    with rasterio.open(raster) as image:
        tiles = deepness_tiles(image.read(), model.card.patch_px)
    (answers,) = session(graph).run(None, {"image": tiles})
    ours = pyogrio.read_dataframe(cells, layer="cells").sort_values(["row", "col"])
    assert len(ours) == len(answers) == 9
    codes = np.array([one.code for one in model.card.classes])
    segmented = codes[answers.argmax(1)]  # (tiles, P, P)
    assert (segmented == ours["class_code"].to_numpy()[:, None, None]).all()
    assert len(set(ours["class_code"])) > 1, "a map of one class would prove little"
    np.testing.assert_allclose(answers.mean((2, 3)), ours[[f"p_{code}" for code in codes]], atol=1e-3)


def test_deepness_is_refused_a_model_of_unknown_pixel_size_that_other_formats_take(tmp_path: Path) -> None:
    model = write_model(tmp_path / "chips.safetensors", dataclasses.replace(CARD, pixel_size_m=None))
    with pytest.raises(ModelError, match=r"chips.safetensors.*unknown pixel size.*--to onnx"):
        export(ExportConfig(model, str(tmp_path / "chips.onnx"), "deepness"), Silent())
    assert [one.name for one in tmp_path.iterdir()] == ["chips.safetensors"]
    export(ExportConfig(model, str(tmp_path / "chips.json"), "stac-mlm"), Silent())
    item = json.loads((tmp_path / "chips.json").read_text(encoding="utf-8"))
    assert "gsd" not in item["properties"]
    assert "pixels of unknown size" in item["properties"]["mlm:input"][0]["description"]


@pytest.fixture(scope="module")
def item(exported: Callable[[str], Path]) -> dict[str, object]:
    return json.loads(exported("stac-mlm").read_text(encoding="utf-8"))


def test_the_stac_item_is_one_without_a_place(item: dict) -> None:
    assert (item["type"], item["stac_version"], item["links"], item["geometry"]) == ("Feature", "1.1.0", [], None)
    assert "bbox" not in item, "forbidden where the geometry is null"
    assert "https://stac-extensions.github.io/mlm/v1.4.0/schema.json" in item["stac_extensions"]
    assert re.fullmatch(r"Wald-Stra-e-[0-9a-f]{12}", item["id"])
    properties = item["properties"]
    assert properties["datetime"] is None
    for name in ("start_datetime", "end_datetime", "created"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", properties[name])
    assert (properties["gsd"], properties["license"], properties["description"]) == (1.1, "GPL-2.0-or-later", "Nothing but noise.")


def test_the_stac_item_describes_the_model_as_the_extension_asks(item: dict, model_path: str) -> None:
    properties = item["properties"]
    assert re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_.\-\s]+[a-zA-Z0-9]", properties["mlm:name"])
    assert (properties["mlm:architecture"], properties["mlm:framework"]) == ("ResNet-10", "PyTorch")
    assert properties["mlm:framework_version"] == "2.13.0+cpu"
    assert (properties["mlm:pretrained"], properties["mlm:pretrained_source"]) == (True, "imagenet")
    assert properties["mlm:hyperparameters"] == {"start": "imagenet", "epochs": 3}
    state = load_model(model_path).network.named_parameters()
    assert properties["mlm:total_parameters"] == sum(np.prod(tensor.shape) for _, tensor in state)
    assert card_from_json(json.dumps(properties["echopatch:card"]), "the item") == CARD


def test_the_stac_item_says_how_pixels_become_input_and_what_the_output_means(item: dict) -> None:
    (given,), (taken,) = item["properties"]["mlm:input"], item["properties"]["mlm:output"]
    assert given["bands"] == [one["name"] for one in item["properties"]["bands"]] == ["co", "VH"]
    assert given["input"] == {"shape": [-1, 2, 72, 72], "dim_order": ["batch", "channel", "height", "width"], "data_type": "float32"}
    (scaling,) = given["value_scaling"]
    grey = random_grey(1)
    by_item = (grey.double() - scaling["mean"]) / scaling["stddev"]
    torch.testing.assert_close(by_item.float(), standardise(grey, CARD.radiometry), atol=1e-5, rtol=0)
    assert given["pre_processing_function"] == {"format": "gdal-calc", "expression": grey_levels_by_gdal(CARD)}
    assert taken["tasks"] == item["properties"]["mlm:tasks"] == ["scene-classification"]
    assert taken["result"] == {"shape": [-1, 3], "dim_order": ["batch", "class"], "data_type": "float32"}
    first, *_, last = taken["classification:classes"]
    assert first == {"value": 1, "name": "Settlements", "description": "Settlements", "color_hint": "D7301F"}
    assert (last["value"], last["name"], last["description"]) == (9, "cker", CARD.classes[2].name)
    assert "logits / 1.7" in taken["post_processing_function"]["expression"]


def test_the_stac_item_names_the_file_its_size_and_its_hash(item: dict, model_path: str) -> None:
    (asset,) = item["assets"].values()
    assert asset["href"] == "./wald.safetensors"
    assert "mlm:model" in asset["roles"]
    assert asset["mlm:artifact_type"] == "safetensors.torch.save_file"
    assert asset["file:size"] == Path(model_path).stat().st_size
    assert asset["file:checksum"] == "1220" + load_model(model_path).sha256, "a multihash: SHA-256, 32 bytes"


def test_an_item_in_another_folder_names_the_model_file_by_its_whole_address(model_path: str, tmp_path: Path) -> None:
    export(ExportConfig(model_path, str(tmp_path / "item.json"), "stac-mlm"), Silent())
    item = json.loads((tmp_path / "item.json").read_text(encoding="utf-8"))
    assert item["assets"]["model"]["href"] == Path(model_path).as_uri()


@pytest.mark.parametrize(("licence", "told"), [("MIT", "MIT"), ("Ask the institute first", "other"), ("", None)])
def test_a_licence_that_is_no_spdx_name_is_told_as_another_one(tmp_path: Path, licence: str, told: str | None) -> None:
    bare = dataclasses.replace(CARD, licence=licence, provenance="", training={})
    model = write_model(tmp_path / "bare.safetensors", bare)
    export(ExportConfig(model, str(tmp_path / "bare.json"), "stac-mlm"), Silent())
    properties = json.loads((tmp_path / "bare.json").read_text(encoding="utf-8"))["properties"]
    assert properties.get("license") == told
    unsaid = {"description", "mlm:pretrained", "mlm:pretrained_source", "mlm:framework_version", "mlm:hyperparameters"}
    assert not unsaid & properties.keys(), "what the card does not say is left out"


@pytest.mark.parametrize(("to", "name"), [("onnx", "model.json"), ("deepness", "model.tif"), ("stac-mlm", "model.onnx")])
def test_an_output_of_another_kind_is_refused(model_path: str, tmp_path: Path, to: str, name: str) -> None:
    with pytest.raises(OutputError, match=f"{name} must end in"):
        export(ExportConfig(model_path, str(tmp_path / name), to), Silent())


def test_the_command_replaces_nothing_unless_told_to(model_path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "item.json"
    output.write_text("mine", encoding="utf-8")
    words = ["export", "--model", model_path, "--output", str(output), "--to", "stac-mlm"]
    assert main(words) == 1
    assert "add --overwrite" in capsys.readouterr().err
    assert output.read_text(encoding="utf-8") == "mine"
    assert main([*words, "--overwrite"]) == 0
    assert json.loads(output.read_text(encoding="utf-8"))["type"] == "Feature"


def test_no_other_command_waits_for_onnx_to_load() -> None:
    engine = Path(__file__).resolve().parents[1] / "core/engine"
    elsewhere = [path for path in engine.rglob("*.py") if path.parent.name != "export"]
    loads = re.compile(r"^\s*(import onnx|from onnx|from \.+export\b)", re.MULTILINE)
    assert [path.name for path in elsewhere if loads.search(path.read_text(encoding="utf-8"))] == []
