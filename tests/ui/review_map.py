"""A small result to review: 12 x 10 cells of 40 m, three classes, each cell as sure as its place says."""

import json
from pathlib import Path

from conftest import write_table

CLASSES = ((1, "Water", "#2b7bba"), (2, "Town", "#d7301f"), (3, "Field", "#e6c84f"))
ROWS, COLUMNS, SIDE_M = 12, 10, 40.0
X, Y = 500_000.0, 5_300_000.0
SHA256 = "ab" * 32
_FIELDS = (
    "row:integer", "col:integer", "class_code:integer", "class:string", "confidence:double", "margin:double", "entropy:double",
    "status:string", "p_1:double", "p_2:double", "p_3:double",
)  # fmt: skip


def margin_of(row: int, column: int) -> float:
    """Least in the upper left corner, and different everywhere."""
    return (row * COLUMNS + column + 1) / 200


def write_review_map(path: Path, model_sha256: str = SHA256, novelty: "dict[tuple[int, int], float] | None" = None) -> str:
    """Write it: Water before Town by the margin of the place, Field at 0.1; on demand with novelty, 0 where nothing else is said."""
    rows, fields = [], (*_FIELDS, "novelty:double") if novelty else _FIELDS
    for row in range(ROWS):
        for column in range(COLUMNS):
            margin = margin_of(row, column)
            first = 0.45 + margin / 2
            answer = (row, column, 1, "Water", first, margin, 1 - margin, "unsure" if margin < 0.1 else "ok", first, first - margin, 0.1)
            answer += (novelty.get((row, column), 0.0),) if novelty else ()
            rows.append(((X + column * SIDE_M, Y - (row + 1) * SIDE_M, SIDE_M), *answer))
    write_table(path, "cells", "Polygon?crs=EPSG:32632&" + "&".join(f"field={one}" for one in fields), rows)
    write_table(path, "classes", "None?field=code:integer&field=name:string&field=colour:string", [(None, *one) for one in CLASSES])
    config = json.dumps({"mode": "dense", "stride_px": None})
    card, scene = json.dumps({"patch_px": 160, "pixel_size_m": 1.25}), json.dumps({"path": "/scenes/a", "scene_id": "a"})
    run = "None?" + "&".join(f"field={one}:string(0)" for one in ("config", "model_card", "model_sha256", "scene"))
    write_table(path, "runs", run, [(None, config, card, model_sha256, scene)])
    return str(path)
