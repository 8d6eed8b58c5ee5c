"""The algorithms of synthetic patches: what they ask of the engine, and what they give back."""

import json

import pytest
from qgis.core import QgsApplication

NAMES = ("traingenerator", "makepatches", "assesssynthetic", "trialsynthetic")
# tells what it was asked for, and answers with what stands beside it
ENGINE = """
home = os.environ["ECHOPATCH_HOME"]
with open(home + "/asked", "a") as asked:
    asked.write(json.dumps(words) + "\\n")
say("result", outputs=json.load(open(home + "/outputs.json")))
"""


def set_up(home, stand_in, **outputs):
    home.mkdir(parents=True, exist_ok=True)
    (home / "outputs.json").write_text(json.dumps(outputs))
    stand_in(ENGINE)


def asked(home):
    return json.loads((home / "asked").read_text())


def after(words, flag):
    """The words behind a flag, up to the next one."""
    rest = words[words.index(flag) + 1 :]
    return rest[: next((place for place, word in enumerate(rest) if word.startswith("--")), len(rest))]


def test_all_stand_in_one_group(provider):
    registry = QgsApplication.processingRegistry()
    assert {registry.algorithmById(f"echopatch:{name}").groupId() for name in NAMES} == {"syntheticpatches"}


def test_classes_with_blanks_in_their_names_stay_whole(run, stand_in, home, tmp_path):
    set_up(home, stand_in, generator="g", run="r", steps=40, convergence=0.1, diversity=0.9, ended="whole")
    (tmp_path / "a.patchset").mkdir()
    output = str(tmp_path / "g.safetensors")
    results = run("traingenerator", PATCHES=str(tmp_path / "a.patchset"), OUTPUT=output, CLASSES="Bare ground\nWater bodies", WIDTH=24)
    words = asked(home)
    assert after(words, "--classes") == ["Bare ground", "Water bodies"]
    assert after(words, "--width") == ["24"]
    assert results["OUTPUT"] == output
    assert (results["STEPS_DONE"], results["DIVERSITY"], results["ENDED"]) == (40, 0.9, "whole")


def test_what_was_kept_and_dropped_is_given_by_class(run, stand_in, home, tmp_path):
    numbers = {"kept": {"Bare ground": 8}, "made": {"Bare ground": 12}, "improbable": {"Bare ground": 3}, "far": {"Bare ground": 1}}
    set_up(home, stand_in, patches="p", count=8, **numbers)
    results = run("makepatches", GENERATOR=str(tmp_path / "g.safetensors"), OUTPUT=str(tmp_path / "made"))
    assert results["OUTPUT"] == str(tmp_path / "made.patchset")
    assert results["PATCH_COUNT"] == 8
    assert json.loads(results["INFO"]) == numbers


def test_half_a_filter_is_refused_before_the_engine_starts(run, stand_in, home, tmp_path):
    set_up(home, stand_in)
    with pytest.raises(RuntimeError, match="needs a model and real patches"):
        run("makepatches", GENERATOR=str(tmp_path / "g.safetensors"), OUTPUT=str(tmp_path / "made"), MODEL=str(tmp_path / "m.safetensors"))
    assert not (home / "asked").exists()


def test_arms_are_chosen_among_those_of_the_contract(run, stand_in, home, tmp_path):
    set_up(home, stand_in, report="r", runs=4, verdict="There is no evidence.")
    (tmp_path / "a.patchset").mkdir()
    asks = {"PATCHES": str(tmp_path / "a.patchset"), "OUTPUT": str(tmp_path / "trial")}
    results = run("trialsynthetic", ARMS=["none", "gan-filter"], SIZES="5 10", **asks)
    assert after(asked(home), "--arms") == ["none", "gan-filter"]
    assert after(asked(home), "--sizes") == ["5", "10"]
    assert results["VERDICT"] == "There is no evidence."
    assert results["REPORT"].endswith("report.html")


def test_quality_comes_with_its_verdict_and_report(run, stand_in, home, tmp_path):
    set_up(home, stand_in, report="r", verdict="Nothing was found amiss.", patches=8, copies=0)
    for name in ("a", "made"):
        (tmp_path / f"{name}.patchset").mkdir()
    asks = {"SYNTHETIC": str(tmp_path / "made.patchset"), "PATCHES": str(tmp_path / "a.patchset"), "OUTPUT": str(tmp_path / "quality")}
    results = run("assesssynthetic", **asks)
    assert results["VERDICT"] == "Nothing was found amiss."
    assert results["REPORT"] == str(tmp_path / "quality" / "report.html")
