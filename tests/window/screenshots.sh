#!/bin/sh
# Make the screenshots of the documentation again: docs/images/qgis-*.png, from a real QGIS window on a virtual screen.
#
# usage: screenshots.sh, with the engine in .venv
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${WORK:-/var/tmp}/echopatch # not below QGIS's own temporary folder: it marks what lies there as short-lived
rm -rf "$work"
unset LC_ALL
mkdir -p "$work/scenes" "$work/home/models"
cp "$root"/resources/models/*.safetensors "$work/home/models/"
ln -s "$root/.venv" "$work/engine" # the pictures show no path of the machine that they were taken on
"$work/engine/bin/python" "$root/core/engine" simulate --output "$work/simulated" --seed 4242 --size-px 4096
mv "$work"/simulated/T*_SAR__* "$work/scenes/"
export ECHOPATCH_HOME="$work/home" ECHOPATCH_PICTURES="$root/docs/images" LANG=en_US.UTF-8
xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
    "$root/tests/window/start.sh" "$work/engine/bin/python" "$work" "$root/tests/window/take_screenshots.py"

# what learns from labels needs two scenes of other places
seed=11
for place in harbour valley; do
    "$work/engine/bin/python" "$root/core/engine" simulate --output "$work/$place" --seed $seed --size-px 2560
    seed=$((seed + 1))
done
xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
    "$root/tests/window/start.sh" "$work/engine/bin/python" "$work" "$root/tests/window/take_learning_pictures.py"
xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
    "$root/tests/window/start.sh" "$work/engine/bin/python" "$work" "$root/tests/window/take_assess_pictures.py"
