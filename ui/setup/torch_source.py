"""Where torch comes from: the one place of the host that decides it."""

from pathlib import Path
from typing import List, Tuple

from ..environment import REQUIREMENTS

AUTO, CPU, KEEP = "auto", "cpu", "none"
CUDA = ("cu130", "cu128", "cu126")
_GIB = 2**30


def torch_attempts(choice: str, wheels: str, uv: str, python: str) -> Tuple[Tuple[str, ...], ...]:
    """The commands that install torch, to be tried in turn until one works; none to keep what is there.

    Args:
        choice: ``auto``, ``cpu``, ``cuNNN`` or ``none``.
        wheels: folder for a machine without network; empty otherwise. It decides the build by what lies in it.
        uv: the program; it knows more GPUs than the script, which in turn knows more about mirrors through pip's settings.
        python: the interpreter of the new environment.
    """
    if choice == KEEP:
        return ()
    script = (python, str(REQUIREMENTS / "install_torch.py"), wheels or choice)
    if choice == AUTO and not wheels:
        return (uv, "pip", "install", "--python", python, "--torch-backend", "auto", *_pins()), script
    return (script,)


def disk_needed(choice: str, has_nvidia: bool) -> int:
    """Bytes that an installation writes, downloads included: torch is most of it, and CUDA most of torch."""
    with_cuda = choice in CUDA or (choice == AUTO and has_nvidia)
    return 12 * _GIB if with_cuda else 3 * _GIB


def _pins() -> List[str]:
    return Path(REQUIREMENTS / "torch.in").read_text(encoding="utf-8").split()
