#!/bin/sh
# Sit down at a real QGIS on a virtual screen, from a scene to a map that can be trusted, and measure what came of it.
#
# usage: session.sh, with the engine in .venv; makes docs/images/session-*.png again
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${WORK:-/var/tmp}/echopatch-session # not below QGIS's own temporary folder: it marks what lies there as short-lived
rm -rf "$work"
unset LC_ALL
mkdir -p "$work/home/models"
cp "$root"/resources/models/*.safetensors "$work/home/models/"
ln -s "$root/.venv" "$work/engine" # the pictures show no path of the machine that they were taken on
# the shipped model knows incidence angles of 24 to 46 degrees, and few deserts
"$work/engine/bin/python" "$root/core/engine" simulate --output "$work/scene" --seed 22 --size-px 3072 --incidence-deg 55 --mix arid
export ECHOPATCH_HOME="$work/home" ECHOPATCH_PROFILES="$work/profiles" ECHOPATCH_PICTURES="${PICTURES:-$root/docs/images}" LANG=en_US.UTF-8
xvfb-run --auto-servernum --server-args="-screen 0 1500x950x24" \
    "$root/tests/window/start.sh" "$work/engine/bin/python" "$work" "$root/tests/window/session.py"
"$work/engine/bin/python" "$root/benchmarks/session.py" "$work"
