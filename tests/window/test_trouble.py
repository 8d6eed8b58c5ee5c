"""What an analyst may do to a running classification, done to a real QGIS on a screen that nobody sees.

Runs under the engine's Python; each window has its own profile, its own engine folder and its own orders.
"""

import json
import os
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas
import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = next((ROOT / "demo/scene").glob("TSX1_SAR__*"), None)
MODEL = ROOT / "resources/models/echopatch-sim-resnet10.safetensors"
QGIS = shutil.which("qgis.bin") or shutil.which("qgis")
SLOW = {"MODE": "patch", "STRIDE_PX": 24, "BATCH_SIZE": 32, "PRECISION": "fp32", "DEVICE": "cpu"}
PATIENCE_S = 200
pytestmark = [
    pytest.mark.skipif(QGIS is None or shutil.which("Xvfb") is None, reason="no QGIS, or no Xvfb"),
    pytest.mark.skipif(PRODUCT is None, reason="no demo product: make demo"),
    pytest.mark.timeout(600),
]


def wait_for(condition: Callable[[], object], seconds: float = PATIENCE_S) -> object:
    deadline = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def engines(output: Path) -> list[int]:
    """The processes, of whatever parent, that were asked for this output."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"classify" in words and str(output).encode() in words:
            found.append(int(folder.name))
    return found


class Window:
    """A QGIS that obeys."""

    def __init__(self, folder: Path, screen: str, plugin: Path) -> None:
        self.folder = folder
        self._orders, self._said = folder / "orders", folder / "said"
        profile = folder / "profiles/profiles/default"
        (profile / "python/plugins").mkdir(parents=True)
        (profile / "QGIS").mkdir()
        (profile / "QGIS/QGIS3.ini").write_text(
            "[PythonPlugins]\nechopatch=true\nprocessing=true\n\n"
            "[qgis]\ncheckVersion=false\nnewsFeed\\disabled=true\nshowTips345=false\n\n[app]\nlocale\\overrideFlag=true\n"
        )
        (profile / "python/plugins/echopatch").symlink_to(plugin)
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}
        given = {"DISPLAY": screen, "ECHOPATCH_HOME": str(folder.parent / "home"), "LANG": "C.UTF-8"}
        threads = {"OMP_NUM_THREADS": "1"}  # engines that share the processors with others crawl when each wants all of them
        told = {"ECHOPATCH_ORDERS": str(self._orders), "ECHOPATCH_SAID": str(self._said)}
        command = [QGIS, "--profiles-path", str(folder / "profiles"), "--profile", "default", "--nologo"]
        with (folder / "output").open("wb") as output:
            self.process = subprocess.Popen(
                [*command, "--code", str(ROOT / "tests/window/hand.py")],
                env={**environment, **given, **threads, **told},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def order(self, what: str, **words: object) -> None:
        with self._orders.open("a", encoding="utf-8") as orders:
            orders.write(json.dumps({"do": what, **words}) + "\n")

    def said(self, kind: str) -> list[dict]:
        lines = self._said.read_text(encoding="utf-8").splitlines() if self._said.exists() else []
        return [one for one in map(json.loads, lines) if one["type"] == kind]

    def next(self, kind: str, condition: Callable[[dict], object] = lambda said: True) -> dict:
        found = wait_for(lambda: next((one for one in self.said(kind) if condition(one)), None))
        assert found, self._said.read_text() + (self.folder / "output").read_text(errors="replace")[-2000:]
        return found

    def bar(self, words: str) -> str:
        """The message of the message bar that holds these words."""
        return self.next("bar", lambda said: words in said["text"])["text"]

    def classify(self, output: Path, scene: str = str(PRODUCT), **settings: object) -> None:
        self.order("classify", output=str(output), **{"SCENE": scene, "MODEL": str(MODEL), **SLOW, **settings})

    def classify_until(self, output: Path, share: float, scene: str = str(PRODUCT)) -> int:
        """Start a slow run and let it come so far; the number of its engine."""
        self.classify(output, scene)
        self.next("progress", lambda said: said["share"] >= share)
        (engine,) = engines(output)
        return engine

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A virtual screen with a number of its own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def windows(screen: str, tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Open windows of one profile each and one engine, which is made of links to the files of .venv so that it can be removed."""
    opened: list[Window] = []
    (tmp_path / "home/environments").mkdir(parents=True)
    shutil.copytree(ROOT / ".venv", tmp_path / "home/environments/whole", symlinks=True, copy_function=os.link)

    def new(plugin: Path = ROOT) -> Window:
        folder = tmp_path / f"window{len(opened)}"
        folder.mkdir()
        opened.append(Window(folder, screen, plugin))
        opened[-1].order("set_up", folder="whole")
        opened[-1].next("ready")
        return opened[-1]

    yield new
    for window in opened:
        window.end()


def left(output: Path) -> list[str]:
    """What lies beside and under the output's name."""
    return sorted(path.name for path in output.parent.iterdir() if path.name.startswith(output.stem))


def check_whole(output: Path) -> None:
    """Every cell is there, and nothing is left of the work."""
    cells = geopandas.read_file(output, layer="cells")
    assert not cells.duplicated(["row", "col"]).any()
    assert (cells["confidence"] > 0).all()
    assert left(output) == [output.name]


@pytest.mark.parametrize("how", ["close", "leave", signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_qgis_leaves_behind_ends_and_is_gone_on_with_by_the_next_window(windows, tmp_path: Path, how: object) -> None:
    output = tmp_path / "map.gpkg"
    window = windows()
    window.classify_until(output, 8)
    window.process.send_signal(how) if isinstance(how, signal.Signals) else window.order(how)
    code = window.process.wait(60)
    assert code == (-how if isinstance(how, signal.Signals) else 0)
    assert wait_for(lambda: not engines(output), 20)
    assert not output.exists()
    assert "map.partial" in left(output)
    again = windows()
    again.classify(output)
    assert again.next("progress", lambda said: said["share"] > 0)["share"] >= 5
    again.bar(": map")
    again.order("look")
    assert all(again.next("layers")["layers"].values())
    check_whole(output)
    again.order("close")
    assert again.process.wait(60) == 0


def test_a_killed_engine_is_told_and_the_same_run_goes_on(windows, tmp_path: Path) -> None:
    output = tmp_path / "map.gpkg"
    window = windows()
    engine = window.classify_until(output, 8)
    os.kill(engine, signal.SIGKILL)
    assert "The engine died (signal 9)" in window.bar("was not classified")
    assert not engines(output)
    assert not output.exists()
    window.order("look")
    assert window.next("layers")["layers"] == {}
    window.classify(output)
    window.bar(": map")
    check_whole(output)


def test_an_engine_that_is_removed_is_told_with_the_way_out(windows, tmp_path: Path) -> None:
    output = tmp_path / "map.gpkg"
    window = windows()
    window.classify_until(output, 8)
    shutil.rmtree(tmp_path / "home/environments/whole")
    # what a running engine has loaded stays with it on POSIX, so it may come through
    window.next("bar", lambda one: "was not classified" in one["text"] or ": map" in one["text"])
    assert not engines(output)
    window.classify(tmp_path / "second.gpkg")
    text = window.next("bar", lambda one: "files are gone" in one["text"])["text"]
    assert "Set the engine up under Settings > Options > Echopatch" in text
    assert left(tmp_path / "second.gpkg") == []


@pytest.mark.parametrize("what", ["remove_layers", "new_project"])
def test_a_run_outlives_the_layer_and_the_project_it_was_asked_of(windows, tmp_path: Path, what: str) -> None:
    output = tmp_path / "map.gpkg"
    window = windows()
    window.order("load", path=str(next(PRODUCT.glob("IMAGEDATA/*.tif"))))
    layer = window.next("loaded")["layer"]
    window.classify_until(output, 5, scene=layer)
    window.order(what)
    window.bar(": map")
    window.order("look")
    layers = window.next("layers")["layers"]
    assert len(layers) == 3
    assert all(layers.values())
    check_whole(output)


def test_the_zip_works_in_a_fresh_profile(windows, tmp_path: Path) -> None:
    package = next((ROOT / "dist").glob("echopatch-*.zip"), None)
    if package is None:
        pytest.skip("no zip: make package")
    with zipfile.ZipFile(package) as packed:
        packed.extractall(tmp_path / "unpacked")
    output = tmp_path / "map.gpkg"
    window = windows(tmp_path / "unpacked/echopatch")
    assert "classify" in window.next("ready")["algorithms"]
    window.classify(tmp_path / "none.gpkg", MODEL=str(tmp_path / "none.safetensors"))
    assert "does not exist: check the path" in window.bar("none.safetensors")
    window.classify(output, MODE="dense", STRIDE_PX=32)
    window.bar(": map")
    check_whole(output)
