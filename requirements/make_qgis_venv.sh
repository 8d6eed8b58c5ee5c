#!/bin/sh
# Make the environment of the host tests beside the QGIS of the system; on Debian and its kin, install QGIS first where it is missing.
# Exit code 75 where there is no QGIS and none can be installed.
#
# usage: make_qgis_venv.sh FOLDER
set -eu
folder=$1
python=/usr/bin/python3
wanted=requirements/qgis.txt
installed=$folder/installed-requirements

cmp -s "$wanted" "$installed" && exit 0

has_qgis() {
    [ -x "$python" ] && "$python" -c 'import qgis.core, venv, ensurepip' 2>/dev/null
}

install_qgis() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        return 1
    fi
    echo "set-up: installing the system packages qgis and python3-qgis (some minutes)"
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends qgis python3-qgis qgis-providers python3-venv xvfb >/dev/null
}

if ! has_qgis; then
    install_qgis && has_qgis || exit 75
fi
echo "set-up: making $folder with $python, which has QGIS"
rm -rf "$folder"
"$python" -m venv --system-site-packages "$folder"
"$folder/bin/python" -m pip install --quiet --quiet --requirement "$wanted"
cp "$wanted" "$installed"
