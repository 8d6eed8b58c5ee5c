#!/bin/sh
# Pin the newest versions of all requirements but torch, torchvision and what only a CUDA torch needs.
#
# usage: lock.sh OUTPUT [OPTION OF uv pip compile ...]
set -eu
output=$1
shift
fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
uv pip compile --quiet --universal --python-version 3.10 --no-header --no-annotate "$@" pyproject.toml requirements/torch.in >"$fresh"
grep -Ev '^(torch|torchvision|triton|cuda-|nvidia-)' "$fresh" >"$output"
echo "lock: wrote $output, $(grep -c . "$output") packages"
