"""What a failed command means for the user: from the words of an installer to something to do."""

import re
from typing import Callable, Tuple

from ..translation import tr


def advice(output: str) -> str:
    """What to do about a failure, told from the last lines of its output; a general word where nothing is recognised."""
    for pattern, tell in _SIGNS:
        found = re.search(pattern, output, re.IGNORECASE)
        if found:
            return tell(*found.groups())
    return tr("The log holds what the installer said.")


def _no_space() -> str:
    return tr("The disk is full. Make room, then try again: what has been downloaded is kept.")


def _proxy() -> str:
    return tr("The proxy refused the connection. Check it under Settings > Options > Network, with user and credentials, and try again.")


def _certificate() -> str:
    return tr(
        "The certificate of the download site was not accepted, as happens behind a company's firewall. "
        "Ask your administrator to install the company's root certificate on this computer, or use an offline folder."
    )


def _no_network() -> str:
    return tr(
        "The download site cannot be reached. Check the network and the proxy under Settings > Options > Network, or use an offline folder."
    )


def _blocked() -> str:
    return tr("This computer's rules forbid programs from that folder. Ask your administrator to allow the engine's folder.")


def _virus() -> str:
    return tr("Antivirus software blocked a file. Exclude the engine's folder from its scan, then try again.")


def _denied() -> str:
    return tr(
        "A file could not be written or replaced. Close other QGIS windows, exclude the engine's folder from antivirus scans, then "
        "try again."
    )


def _no_venv() -> str:
    return tr("This Python cannot make environments. Install the system package python3-venv, or install uv, then try again.")


def _old_python() -> str:
    return tr("No Python 3.10 or newer was found. Install one, or install uv, which brings its own, then try again.")


def _no_package(name: str = "") -> str:
    if not name:
        return tr("A package was not found. An offline folder must hold the wheels of all packages for this system and Python version.")
    text = tr(
        "The package {name} was not found. An offline folder must hold the wheels of all packages for this system and Python version."
    )
    return text.format(name=name)


def _module_missing(name: str) -> str:
    return tr(
        "This Python lacks the package {name}. Install what requirements/engine.txt lists, and torch, or let Echopatch build its own."
    ).format(name=name)


def _no_runtime() -> str:
    return tr(
        "A library of PyTorch could not be loaded. Install the current Microsoft Visual C++ Redistributable (x64), restart, and try again."
    )


def _killed() -> str:
    return tr("The computer ran out of memory. Close other programs, then try again.")


_NETWORK_SIGNS = (
    r"name or service not known|name resolution|getaddrinfo|dns error|network is unreachable|connection refused|connection aborted|"
    r"newconnectionerror|max retries exceeded|failed to fetch|error sending request|timed out|connecttimeout|connection reset"
)
# The first sign that fits counts: what is more telling stands first
_SIGNS: Tuple[Tuple[str, Callable[..., str]], ...] = (
    (r"no space left|os error 28\b|errno 28\b|not enough space|os error 112\b|disk quota", _no_space),
    (r"winerror 225|os error 225|contains a virus", _virus),
    (r"winerror 1260|winerror 4551|application control policy|blocked by group policy", _blocked),
    (r"407 proxy|proxyerror|cannot connect to proxy|tunnel connection failed|proxy authentication", _proxy),
    (r"certificate_verify_failed|unknownissuer|invalid peer certificate|self.signed certificate", _certificate),
    (r"no module named venv|ensurepip is not|no module named '?ensurepip", _no_venv),
    (r"this python is older than 3\.10|no interpreter found for", _old_python),
    (r"no module named '([\w.]+)'", _module_missing),
    (r"dll load failed|c10\.dll|winerror 1114|vcruntime", _no_runtime),
    (_NETWORK_SIGNS, _no_network),
    (r"no matching distribution found for ([\w.+=-]+)", _no_package),
    (r"([\w.-]+) was not found in the (?:provided package locations|package registry)", _no_package),
    (r"no solution found|no wheels", _no_package),
    (r"permission denied|access is denied|winerror 5\b|winerror 32\b|os error 5\b|os error 32\b", _denied),
    (r"memoryerror|out of memory|cannot allocate memory", _killed),
)
