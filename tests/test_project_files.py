"""What stands around the code keeps together: targets, locks, package list, links."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SCRIPTS = [
    ROOT / ".ci/run",
    ROOT / "requirements/make_venv.sh",
    ROOT / "requirements/lock.sh",
    ROOT / "requirements/make_qgis_venv.sh",
    ROOT / "tests/matrix.sh",
    ROOT / "tests/window/session.sh",
    ROOT / "tests/window/start.sh",
]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def targets_called(text: str) -> set[str]:
    """Targets that a text calls as ``make TARGET ...``, option words and assignments left out."""
    calls = re.findall(r"(?:^|[`\s;|])make((?: +(?:--?[\w-]+|[A-Z]+=\S+|[a-z][a-z-]*\b))+)", text, re.MULTILINE)
    return {word for call in calls for word in call.split() if word[0].islower()}


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".ci/run", ROOT / ".pre-commit-config.yaml"], ids=lambda path: path.name)
def test_automation_calls_targets_that_exist(path: Path) -> None:
    assert targets_called(path.read_text(encoding="utf-8")) <= TARGETS


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_name_targets_and_files_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"`[^`\n]+`|^    [^\n]*$|```.*?```", text, re.MULTILINE | re.DOTALL))
    assert targets_called(code) <= TARGETS
    links = [one for one in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in one]
    assert [one for one in links if not (path.parent / one).exists()] == []


def test_targets_called_reads_options_and_assignments() -> None:
    assert targets_called("run: make --no-print-directory TORCH=cu130 lint test </dev/null") == {"lint", "test"}


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".pre-commit-config.yaml"], ids=lambda path: path.name)
def test_yaml_is_whole(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_can_be_run_and_parsed(path: Path) -> None:
    assert os.access(path, os.X_OK)
    shell = path.read_text(encoding="utf-8").splitlines()[0].split("/")[-1].split()[-1]
    subprocess.run([shell, "-n", str(path)], check=True)


def test_every_package_of_the_engine_is_installed() -> None:
    folders = {path.parent.relative_to(ROOT) for folder in ("core", "resources") for path in (ROOT / folder).rglob("__init__.py")}
    found = {"echopatch"} | {".".join(("echopatch", *folder.parts)) for folder in folders}
    assert found == set(PYPROJECT["tool"]["setuptools"]["packages"])


@pytest.mark.parametrize("name", ["engine.txt", "dev.txt"])
def test_a_lock_pins_everything_but_torch(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").split("\n")
    pins = [line.split(";")[0].strip() for line in lines if line and not line.startswith(("#", " "))]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    packages = {pin.split("==")[0] for pin in pins}
    assert not [one for one in packages if re.match(r"(torch|torchvision|triton)$|(nvidia|cuda)-", one)]
    wanted = {re.split(r"[^\w-]", one)[0] for one in PYPROJECT["project"]["dependencies"]} - {"torch", "torchvision"}
    assert wanted <= packages


@pytest.fixture(scope="module")
def installer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("install_torch", ROOT / "requirements/install_torch.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


VERSIONS = {"torch": "2.13.0", "torchvision": "0.28.0"}


def test_cpu_torch_is_asked_for_by_its_build_and_never_brings_cuda_along(installer: ModuleType) -> None:
    first, second = installer.attempts("cpu", VERSIONS, "linux")
    assert first == ["--no-deps", "torch==2.13.0+cpu", "torchvision==0.28.0"]
    assert second[-3:] == first
    assert "https://download.pytorch.org/whl/cpu" in second


def test_on_macos_the_cpu_build_has_no_name_of_its_own(installer: ModuleType) -> None:
    assert "torch==2.13.0" in installer.attempts("cpu", VERSIONS, "darwin")[0]


def test_cuda_torch_comes_with_its_libraries_from_its_own_index(installer: ModuleType) -> None:
    (only,) = installer.attempts("cu130", VERSIONS, "linux")
    assert only == ["--index-url", "https://download.pytorch.org/whl/cu130", "torch==2.13.0+cu130", "torchvision==0.28.0+cu130"]


def test_a_folder_of_wheels_needs_no_network(installer: ModuleType, tmp_path: Path) -> None:
    (only,) = installer.attempts(str(tmp_path), VERSIONS, "linux")
    assert only == ["--no-index", "--find-links", str(tmp_path), "torch==2.13.0", "torchvision==0.28.0"]


@pytest.mark.parametrize(("driver", "build"), [("580.95.05", "cu130"), ("560.35", "cu126"), ("470.1", "cpu"), ("", "cpu"), ("N/A", "cpu")])
def test_the_driver_decides_the_automatic_build(installer: ModuleType, driver: str, build: str) -> None:
    assert installer.build_for(driver) == build


def test_the_automatic_choice_ends_at_the_build_that_always_works(installer: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installer, "nvidia_driver", lambda: "580.95.05")
    cuda, *cpu = installer.attempts("auto", VERSIONS, "linux")
    assert "torch==2.13.0+cu130" in cuda
    assert cpu == installer.attempts("cpu", VERSIONS, "linux")


def test_an_unknown_choice_is_refused_with_the_choices(installer: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    assert installer.main("cuda") == 1
    assert "unknown choice of torch 'cuda': use auto, cpu, cu130" in capfd.readouterr().err


def test_the_pins_are_those_of_torch_in(installer: ModuleType) -> None:
    assert installer.pinned((ROOT / "requirements/torch.in").read_text(encoding="utf-8")) == VERSIONS


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_plain_make_lists_every_target_that_a_person_calls() -> None:
    done = subprocess.run(["make", "-C", str(ROOT), "--no-print-directory"], capture_output=True, text=True, check=True)
    listed = {line.split()[1] for line in done.stdout.splitlines()}
    assert listed == TARGETS - {"ifneq"}


def test_the_ci_script_needs_nothing_from_its_caller() -> None:
    text = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert "${ECHOPATCH_TEST_DATA:-}" in text
