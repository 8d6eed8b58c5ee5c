#!/bin/sh
# Start a real QGIS with a throw-away profile, the plugin enabled and the demo product loaded.
#
# usage: start.sh ENGINE_PYTHON DEMO_FOLDER [SCRIPT]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
profiles=${ECHOPATCH_PROFILES:-$root/build/qgis}
profile=$profiles/profiles/default
rm -rf "$profiles"
mkdir -p "$profile/python/plugins" "$profile/QGIS"
ln -s "$root" "$profile/python/plugins/echopatch"
cat >"$profile/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
echopatch=true
processing=true

[echopatch]
engine_python=$1

[qgis]
checkVersion=false
newsFeed\\disabled=true
showTips345=false
INI
export ECHOPATCH_HOME="${ECHOPATCH_HOME:-$profiles/home}" ECHOPATCH_DEMO="$2"
exec qgis --profiles-path "$profiles" --profile default --nologo --code "${3:-$root/tests/window/show_demo.py}"
