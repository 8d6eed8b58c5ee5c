"""The scans that block an upload to the plugin site, on an unpacked package; any finding fails.

usage: python tests/package_scan.py FOLDER   (with the tools of requirements/scan.txt beside this Python)
"""

import json
import subprocess
import sys
from pathlib import Path

LINE_LENGTH = 140
# B404 only says that subprocess is imported, and the site has it switched off
BANDIT = ("bandit", "--recursive", "--quiet", "--skip", "B404", ".")
# E203 and E701 are what the formatter makes of slices and stubs
FLAKE8 = (
    "flake8",
    f"--max-line-length={LINE_LENGTH}",
    "--extend-ignore=E203,E701",
    "--per-file-ignores=core/contract/sentences/*:E501",  # one sentence, one line
    ".",
)
SECRETS = ("detect_secrets", "scan", "--all-files", ".")


def run(module: str, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def secrets(report: str) -> list[str]:
    """Findings of detect-secrets, which exits 0 with findings too."""
    return [f"{path}:{one['line_number']}: {one['type']}" for path, found in json.loads(report)["results"].items() for one in found]


def main(folder: Path) -> int:
    bandit, flake8, detected = (run(*tool, folder=folder) for tool in (BANDIT, FLAKE8, SECRETS))
    found = {
        "bandit": bandit.stdout or bandit.stderr if bandit.returncode else "",
        "flake8": flake8.stdout + flake8.stderr if flake8.returncode else "",
        "detect-secrets": "\n".join(secrets(detected.stdout)) if detected.returncode == 0 else detected.stderr,
    }
    for tool, findings in found.items():
        sys.stdout.write(f"scan: {tool}: {'FINDINGS' if findings else 'nothing found'}\n{findings}")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
