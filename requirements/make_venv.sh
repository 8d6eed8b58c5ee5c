#!/bin/sh
# Make a virtual environment; on Debian and its kin, install Python for it first where it is missing.
#
# usage: make_venv.sh PYTHON FOLDER
set -eu
python=$1
folder=$2

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null
}

# A python3 that stands first in the path but is too old must not hide the system's own; a PYTHON the user names is never replaced
choose() {
    if usable "$python"; then
        chosen=$python
    elif [ "$python" = python3 ] && usable /usr/bin/python3; then
        chosen=/usr/bin/python3
    else
        return 1
    fi
}

refuse() {
    echo "set-up: '$python' is not Python 3.10 or newer with venv and pip. $1" >&2
    exit 1
}

install_python() {
    [ "$python" = python3 ] || refuse "Give another one: make PYTHON=/path/to/python3"
    command -v apt-get >/dev/null || refuse "Install it, or give another one: make PYTHON=/path/to/python3"
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=sudo
    else
        refuse "Ask an administrator to run: apt-get install python3 python3-venv"
    fi
    echo "set-up: installing the system packages python3 and python3-venv"
    $as_root apt-get update -qq
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv >/dev/null
}

# One that somebody else has made is kept as it is, if it works; one that this script was stopped in the middle of is not
if [ -e "$folder" ] && [ ! -e "$folder/being-made" ] && [ ! -e "$folder/made-in" ]; then
    if usable "$folder/bin/python" && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
        echo "set-up: using the $folder that is here"
        exit 0
    fi
    echo "set-up: $folder is here, but is no working environment of Python 3.10 or newer with pip. Remove it: rm -r $folder" >&2
    exit 1
fi
choose || { install_python; choose; } || refuse "Give another one: make PYTHON=/path/to/python3"
echo "set-up: making $folder with $chosen ($("$chosen" -c 'import platform; print(platform.python_version())'))"
rm -rf "$folder"
mkdir "$folder"
touch "$folder/being-made"
"$chosen" -m venv "$folder"
rm "$folder/being-made"
