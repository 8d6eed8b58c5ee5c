"""What the tests of the dialogs that train share: a stand-in engine, patches, models, and a desk without QGIS's window."""

import dataclasses
import json
import struct
from pathlib import Path

from conftest import write_table
from echopatch.core.contract.legend import TERRASAR_X_LEGEND
from echopatch.core.contract.model_card import ModelCard, Radiometry
from osgeo import gdal

CARD = ModelCard("tiny", "resnet10", (), ("co",), TERRASAR_X_LEGEND, 96, 2.5, Radiometry(), (1.0, 6.0), (25.0, 45.0), ())
GATE = {
    "parent": "tiny", "parent_sha256": "0", "patches": 40, "groups": 9, "difference": 0.125, "interval": [0.05, 0.2], "worse": False,
    "verdict": "better",
    "figures": {
        who: {"accuracy": recall, "mean_recall": recall, "macro_f1": recall, "loss": 1.0, "ece": 0.1, "recall": {"Water bodies": recall}}
        for who, recall in (("parent", 0.5), ("child", 0.625))
    },
}  # fmt: skip
METRICS = {"patches": 40, **GATE["figures"]["child"]}

# cuts and describes at once; a training waits for a file called "go", a cancel, or to be asked to finish
ENGINE = """
import threading
home = os.environ["ECHOPATCH_HOME"]
with open(home + "/asked", "a") as asked:
    asked.write(json.dumps(words) + "\\n")
if words[:2] == ["patches", "cut"]:
    shutil.copytree(home + "/cut.patchset", given("--output"), dirs_exist_ok="--overwrite" in words)
    say("warning", code="patches-conflicts", values={"count": 3, "ties": 1}, message="conflicts")
    say("result", outputs={"output": given("--output"), "patches": 40})
    sys.exit()
if words[:2] == ["patches", "info"]:
    say("result", outputs={"text": "patches", "info": json.load(open(home + "/info.json"))})
    sys.exit()
if words[0] == "evaluate":
    say("result", outputs={"output": given("--output"), "patches": 9, "accuracy": 0.5, "mean_recall": 0.5})
    sys.exit()
output = given("--output")
partial = output.replace(".safetensors", ".partial.run")
os.makedirs(partial, exist_ok=True)
threading.Thread(target=lambda: (sys.stdin.readline(), say("failure", code="cancelled", values={}, message="stopped", detail=""),
                                 os._exit(3)), daemon=True).start()
say("progress", done=1, total=4, code="progress-training", text="Training")
say("metric", step=1, values={"training_loss": 1.25, "mean_recall": 0.5})
while not (os.path.exists(home + "/go") or os.path.exists(partial + "/finish")):
    time.sleep(0.02)
if os.path.exists(home + "/fail"):
    say("failure", code="training-diverged", values={"epoch": 1, "rate": "0.1"}, message="...", detail="")
    sys.exit(1)
shutil.copy(home + "/trained.safetensors", output)
shutil.rmtree(partial)
say("result", outputs={"model": output, "run": output, "best_epoch": 1})
"""


def write_model(path: Path, **changes) -> str:
    """A model file without weights: the host reads the card alone."""
    header = json.dumps({"__metadata__": {"echopatch": dataclasses.replace(CARD, **changes).to_json()}}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return str(path)


def write_raster(path: Path) -> str:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 64, 64, 1, gdal.GDT_UInt16)
    dataset.SetGeoTransform((500000, 1.25, 0, 5300000, 0, -1.25))
    return str(path)


def info_of(optical: bool = False, train: int = 30, **changes) -> dict:
    """What the engine says of a patch set."""
    classes = [
        {"code": 1, "name": "Settlements", "train": train, "validation": 4, "test": 4, "groups": 5},
        {"code": 7, "name": "Water bodies", "train": 2, "validation": 0, "test": 1, "groups": 2},
    ]
    offset = {"scene": "s", "down_px": 0.3, "right_px": 0.4, "uncertainty_px": 0.2, "pairs": 30, "distance_m": 1.0}
    info = {
        "patches": 41, "patch_px": 96, "pixel_size_m": 2.5, "optical": optical, "optical_offsets": [offset] if optical else [],
        "classes": classes, "georeferenced": True,
    }  # fmt: skip
    return {**info, **changes}


def set_stage(home: Path, **info) -> None:
    """What the stand-in engine finds: patches to cut, what to say of them, and the model that a training gives."""
    (home / "cut.patchset").mkdir(parents=True, exist_ok=True)
    fields = "Polygon?crs=EPSG:32632&field=split:string&field=class:string"
    rows = [((500000 + 100 * number, 5299900, 90), split, "Settlements") for number, split in enumerate(("train", "validation", "test"))]
    if not (home / "cut.patchset/index.gpkg").exists():
        write_table(home / "cut.patchset/index.gpkg", "patches", fields, rows)
    (home / "info.json").write_text(json.dumps(info_of(**info)))
    write_model(home / "models/tiny.safetensors")
    write_model(home / "trained.safetensors", metrics=METRICS, gate=GATE, name="trained")


def asked(home: Path) -> list[list[str]]:
    """The command lines that the engine was started with."""
    return [json.loads(line) for line in (home / "asked").read_text().splitlines()]
