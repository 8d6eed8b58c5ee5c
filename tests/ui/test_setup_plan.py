"""What is done to build an environment, told without doing it."""

from pathlib import Path

import pytest
from echopatch.ui import environment
from echopatch.ui.setup import plan, pythons, torch_source
from echopatch.ui.setup.trouble import advice

WITH_UV = plan.Tools("tools/uv", ("base/python",))
WITHOUT_UV = plan.Tools("", ("base/python",))


def test_each_step_tries_uv_first_and_then_the_pip_of_the_new_environment(tmp_path: Path) -> None:
    steps = plan.plan(plan.Wishes(), WITH_UV, tmp_path)
    python = str(environment.python_inside(tmp_path))
    assert [[attempt[0] for attempt in step.attempts] for step in steps] == [
        ["tools/uv", "base/python"],
        ["tools/uv", python],
        ["tools/uv", python],
    ]


def test_a_missing_uv_is_brought_first_and_may_stay_missing(tmp_path: Path) -> None:
    steps = plan.plan(plan.Wishes(), WITHOUT_UV, tmp_path)
    assert [step.optional for step in steps] == [True, True, False, False, False]
    assert steps[1].attempts[0][-1] == "uv"
    assert steps[2].attempts[0][0] == pythons.bootstrap_uv()


def test_the_packages_are_the_pinned_ones_and_never_built_from_source(tmp_path: Path) -> None:
    packages = plan.plan(plan.Wishes(), WITH_UV, tmp_path)[1]
    for attempt in packages.attempts:
        assert attempt[attempt.index("--requirement") + 1] == str(environment.REQUIREMENTS / "engine.txt")
        assert attempt[attempt.index("--only-binary") + 1] == ":all:"


def test_an_offline_folder_is_the_only_source_of_everything(tmp_path: Path) -> None:
    steps = plan.plan(plan.Wishes(torch="cu130", wheels="wheels"), WITH_UV, tmp_path)
    environment_step, packages, torch = steps
    assert environment_step.attempts[0][0] == "base/python"
    assert "--offline" in environment_step.attempts[1]
    assert all(attempt[-3:] == ("--no-index", "--find-links", "wheels") for attempt in packages.attempts)
    assert [attempt[-1] for attempt in torch.attempts] == ["wheels"]


def test_the_proxy_reaches_the_installers_but_no_command(tmp_path: Path) -> None:
    wishes = plan.Wishes(proxy="http://me:word@proxy:3128")
    commands = [attempt for step in plan.plan(wishes, WITHOUT_UV, tmp_path) for attempt in step.attempts]
    assert not any("proxy:3128" in word for command in commands for word in command)
    variables = plan.installer_environment({"PATH": "p"}, wishes.proxy)
    assert variables["HTTPS_PROXY"] == variables["http_proxy"] == wishes.proxy


def test_installers_keep_everything_below_the_folder_of_the_engine_and_ask_nothing(home: Path) -> None:
    variables = plan.installer_environment({"PIP_USER": "1", "PIP_TARGET": "elsewhere", "PIP_CERT": "mine"}, "")
    assert not {"PIP_USER", "PIP_TARGET", "HTTP_PROXY"} & variables.keys()
    assert variables["PIP_CERT"] == "mine"
    assert variables["PIP_NO_INPUT"] == "1"
    for name in ("PIP_CACHE_DIR", "UV_CACHE_DIR", "UV_PYTHON_INSTALL_DIR", "TMPDIR", "TEMP"):
        assert Path(variables[name]).is_relative_to(home)


@pytest.mark.parametrize(
    ("choice", "wheels", "programs", "last"),
    [
        ("auto", "", ["uv", "python"], "auto"),
        ("cpu", "", ["python"], "cpu"),
        ("cu130", "", ["python"], "cu130"),
        ("auto", "wheels", ["python"], "wheels"),
        ("none", "", [], None),
    ],
)
def test_the_source_of_torch_is_chosen_in_one_place(choice: str, wheels: str, programs: list, last: str) -> None:
    attempts = torch_source.torch_attempts(choice, wheels, "uv", "python")
    assert [attempt[0] for attempt in attempts] == programs
    assert [attempt[-1] for attempt in attempts][-1:] == ([last] if last else [])


def test_uv_installs_the_very_versions_that_are_pinned() -> None:
    by_uv, _ = torch_source.torch_attempts("auto", "", "uv", "python")
    assert by_uv[-2:] == ("torch==2.13.0", "torchvision==0.28.0")
    assert by_uv[by_uv.index("--torch-backend") + 1] == "auto"


def test_cuda_needs_more_disk_and_automatic_only_where_there_is_a_card() -> None:
    small = torch_source.disk_needed("cpu", has_nvidia=True)
    assert torch_source.disk_needed("auto", has_nvidia=False) == small
    assert torch_source.disk_needed("auto", has_nvidia=True) == torch_source.disk_needed("cu130", has_nvidia=False) > 3 * small


def test_the_python_of_qgis_is_looked_for_where_each_system_keeps_it() -> None:
    windows = pythons.host_pythons("win32", "QGIS/bin/qgis-bin.exe", "QGIS/apps/Python312", (3, 12))
    assert windows[0] == str(Path("QGIS/apps/Python312/python.exe"))
    assert str(Path("QGIS/apps/Python312/python.exe")) == windows[1]
    macos = pythons.host_pythons("darwin", "QGIS.app/Contents/MacOS/QGIS", "QGIS.app/Contents/MacOS", (3, 12))
    assert macos[0] == "QGIS.app/Contents/MacOS/bin/python3.12"
    assert pythons.host_pythons("linux", "usr/bin/python3", "usr", (3, 11))[0] == "usr/bin/python3.11"


def test_a_python_of_qgis_that_is_too_old_is_no_candidate() -> None:
    assert pythons.host_pythons("win32", "QGIS/bin/qgis-bin.exe", "QGIS/apps/Python39", (3, 9)) == []


def test_a_chosen_uv_comes_before_one_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tmp_path / "uv"
    chosen.touch()
    monkeypatch.setattr(pythons.settings, "uv_program", lambda: str(chosen))
    assert pythons.find_uv() == str(chosen)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("failed to write: not enough space (os error 112)", "disk is full"),
        ("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))", "proxy refused"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate'))", "root certificate"),
        ("invalid peer certificate: UnknownIssuer", "root certificate"),
        ("NewConnectionError: Failed to establish a new connection: [Errno -2] Name or service not known", "cannot be reached"),
        ("error: Failed to fetch: cause: dns error", "cannot be reached"),
        ("ERROR: No matching distribution found for rasterio==1.4.4", "rasterio==1.4.4 was not found"),
        ("Because scipy was not found in the provided package locations and you require scipy", "scipy was not found"),
        ("PermissionError: [WinError 5] Access is denied: 'python.exe'", "antivirus"),
        ("[WinError 225] the file contains a virus or potentially unwanted software", "Antivirus software blocked"),
        ("OSError: [WinError 4551] An Application Control policy has blocked this file", "rules forbid"),
        ("The virtual environment was not created successfully because ensurepip is not available", "python3-venv"),
        ("ModuleNotFoundError: No module named 'rasterio'", "lacks the package rasterio"),
        ("ImportError: DLL load failed while importing _C: WinError 1114", "Visual C++"),
        ("this Python is older than 3.10", "No Python 3.10 or newer"),
        ("something else", "log"),
    ],
)
def test_a_failure_is_told_as_something_to_do(said: str, told: str) -> None:
    assert told in advice(f"before\n{said}\nafter")
