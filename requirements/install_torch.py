"""Install torch and torchvision into the Python that runs this: the one place where their build is chosen.

usage: python requirements/install_torch.py [CHOICE]

CHOICE is
  cpu       the small build without CUDA (the default)
  auto      a CUDA build where the NVIDIA driver is new enough for one, else cpu
  cu130     a CUDA build, named as in the addresses below https://download.pytorch.org/whl; cu128, cu126 alike
  FOLDER    the wheels in a folder, for a machine without network
  none      keep the torch that is installed

Versions are those of requirements/torch.in. Everything else that torch needs is in requirements/engine.txt: install that first.
"""

import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

WHEELS = "https://download.pytorch.org/whl"
PINS = Path(__file__).with_name("torch.in")


def pinned(text: str) -> dict[str, str]:
    """Versions by package, from lines such as ``torch==2.13.0``."""
    return dict(line.split("==") for line in text.split())


def build_for(driver: str) -> str:
    """The build for the version of an NVIDIA driver; ``cpu`` for an old driver or none.

    Source: NVIDIA, CUDA compatibility: CUDA 13 needs driver 580, CUDA 12 driver 525.
    """
    number = re.match(r"\d+", driver)
    major = int(number.group()) if number else 0
    return "cu130" if major >= 580 else "cu126" if major >= 525 else "cpu"


def nvidia_driver() -> str:
    """The version of the NVIDIA driver; empty where there is none."""
    command = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)  # nosec B603: of the driver
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def attempts(choice: str, versions: dict[str, str], platform: str = sys.platform) -> list[list[str]]:
    """The arguments of pip to try in turn until one works.

    Args:
        choice: ``cpu``, ``cuNNN``, a folder, or ``auto``, which tries a CUDA build where there is a driver for it.
        versions: of torch and torchvision.
        platform: as ``sys.platform``.

    Raises:
        ValueError: no such choice.
    """
    torch, torchvision = versions["torch"], versions["torchvision"]
    if choice == "auto":
        cuda = build_for("" if platform == "darwin" else nvidia_driver())
        return [*([] if cuda == "cpu" else attempts(cuda, versions, platform)), *attempts("cpu", versions, platform)]
    if choice == "cpu":
        # Wheels for macOS are without CUDA anyway and have no '+cpu'. torchvision may be a CUDA build: Echopatch uses none of its operators
        build = "" if platform == "darwin" else "+cpu"
        alone = ["--no-deps", f"torch=={torch}{build}", f"torchvision=={torchvision}"]
        return [alone, ["--timeout", "30", "--extra-index-url", f"{WHEELS}/cpu", *alone]]
    if re.fullmatch(r"cu\d{3}", choice):
        return [["--index-url", f"{WHEELS}/{choice}", f"torch=={torch}+{choice}", f"torchvision=={torchvision}+{choice}"]]
    if Path(choice).is_dir():
        return [["--no-index", "--find-links", choice, f"torch=={torch}", f"torchvision=={torchvision}"]]
    raise ValueError(f"unknown choice of torch '{choice}': use auto, cpu, cu130 or another CUDA build, a folder with wheels, or none")


def install(choice: str) -> str:
    """Install the choice; empty when it worked, else what pip said.

    Raises:
        ValueError: no such choice.
    """
    said = ""
    for arguments in attempts(choice, pinned(PINS.read_text(encoding="utf-8"))):
        command = [sys.executable, "-m", "pip", "install", "--quiet", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # nosec B603: pip
        if done.returncode == 0:
            return ""
        said += f"$ {' '.join(command)}\n{done.stderr}"
    return said


def main(choice: str = "cpu") -> int:
    """Install, say what is there, and return the exit code."""
    if choice == "none":
        print("set-up: keeping the torch that is installed")
    else:
        print(f"set-up: installing torch ({choice})", flush=True)
        try:
            said = install(choice)
        except ValueError as error:
            said = str(error)
        if said:
            print(f"{said}\nset-up: torch could not be installed", file=sys.stderr)
            return 1
    try:
        versions = [f"{name} {importlib.metadata.version(name)}" for name in ("torch", "torchvision")]
    except importlib.metadata.PackageNotFoundError as error:
        print(f"set-up: {error.name} is not installed; choose cpu, cu130 or a folder with wheels", file=sys.stderr)
        return 1
    print(f"set-up: {', '.join(versions)}")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    sys.exit(main(*sys.argv[1:2]))
