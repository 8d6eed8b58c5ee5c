"""The set-up page and the first-use dialog, in each state, with stand-in work behind them."""

import json
import sys
import time
from pathlib import Path

import pytest
from echopatch.core.contract.errors import Cancelled
from echopatch.ui import environment, settings
from echopatch.ui.setup import build, form, model_box, pages, status_box, task
from echopatch.ui.setup.build import SetupFailed, Watch
from qgis.PyQt.QtWidgets import QMessageBox

DETAILS = {
    "versions": {"python": "3.11.2", "torch": "2.13.0+cpu", "gdal": "3.10.3", "echopatch": "0.1.0"},
    "devices": {"cpu": "2 threads", "cuda:0": "H200, 139 GiB"},
    "device": "cuda:0",
    "patches_per_s": {"fp32": 20.4, "bf16": 350.6},
}


@pytest.fixture
def page(qtbot) -> form.EngineForm:
    made = form.EngineForm()
    qtbot.addWidget(made)
    made.show()
    return made


def make_ready() -> None:
    folder = environment.environments_folder() / "made"
    python = environment.python_inside(folder)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\n")
    environment.marker_file().write_text(json.dumps({"folder": "made", "details": DETAILS}))


def words(page: form.EngineForm) -> str:
    box = page.findChild(status_box.StatusBox)
    return "\n".join(label.text() for label in box.findChildren(type(box._headline)) if label.isVisibleTo(box))


def wait_for_end(qtbot) -> None:
    qtbot.waitUntil(lambda: task.running() is None, timeout=10000)


def until_cancelled(watch: Watch) -> None:
    watch.progress(0.3, "Installing PyTorch: one wheel")
    while not watch.is_cancelled():
        time.sleep(0.02)
    raise Cancelled


def test_without_an_engine_the_page_offers_to_set_it_up(page: form.EngineForm) -> None:
    assert "not set up yet" in words(page)
    assert page._set_up.text() == "Set Up"
    assert page._set_up.isEnabled()
    assert not page._remove.isEnabled()


def test_a_ready_engine_is_shown_with_versions_devices_and_rate(page: form.EngineForm) -> None:
    make_ready()
    page.refresh()
    for expected in ("The engine is ready", "PyTorch 2.13.0+cpu", "NVIDIA GPU: H200, 139 GiB", "351 patches per second on cuda:0"):
        assert expected in words(page)
    assert page._set_up.text() == "Repair"
    assert page._remove.isEnabled()


def test_a_broken_engine_is_shown_with_the_reason(page: form.EngineForm) -> None:
    make_ready()
    environment.python_inside(environment.environments_folder() / "made").unlink()
    page.refresh()
    assert "The engine does not work" in words(page)
    assert "files are gone" in words(page)
    assert page._set_up.text() == "Repair"


def test_while_another_window_sets_up_nothing_can_be_started_here(page: form.EngineForm, qtbot) -> None:
    lock = environment.setup_lock()
    assert lock.tryLock(0)
    page.refresh()
    assert "being set up" in words(page)
    assert not page._set_up.isEnabled()
    lock.unlock()
    qtbot.waitUntil(page._set_up.isEnabled, timeout=5000)


def test_set_up_runs_in_the_background_shows_what_it_does_and_can_be_cancelled(page: form.EngineForm, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(build, "build", lambda wishes, steps, watch: until_cancelled(watch))
    page._set_up.click()
    box = page.findChild(status_box.StatusBox)
    qtbot.waitUntil(lambda: "one wheel" in words(page), timeout=5000)
    qtbot.waitUntil(lambda: box._bar.value() == 30, timeout=5000)
    assert not page._way.isEnabled()
    box._cancel.click()
    wait_for_end(qtbot)
    assert "not set up yet" in words(page)
    assert page._set_up.isEnabled()


def test_the_wishes_are_those_of_the_form(page: form.EngineForm, qtbot, monkeypatch) -> None:
    seen = []
    monkeypatch.setattr(build, "build", lambda wishes, steps, watch: seen.append(wishes) or {})
    page._way._torch.setCurrentIndex(page._way._torch.findData("cu130"))
    page._way._wheels.setFilePath("wheels")
    page._set_up.click()
    wait_for_end(qtbot)
    assert (seen[0].torch, seen[0].wheels) == ("cu130", "wheels")
    assert settings.torch_choice() == "cu130"


def test_a_failure_stays_on_the_page_with_what_to_do_and_what_was_run(page: form.EngineForm, qtbot, monkeypatch) -> None:
    def fail(wishes, steps, watch):
        raise SetupFailed("The disk is full. Make room.", "$ uv pip install\nno space left")

    monkeypatch.setattr(build, "build", fail)
    page._set_up.click()
    wait_for_end(qtbot)
    qtbot.waitUntil(lambda: "Make room" in words(page), timeout=5000)
    assert "$ uv pip install" in words(page)


def test_an_error_of_the_set_up_itself_never_leaves_its_task(qtbot) -> None:
    started = task.start("Work", lambda watch: 1 / 0)
    wait_for_end(qtbot)
    assert "division by zero" in str(started.failure)
    assert "ZeroDivisionError" in started.failure.detail


def test_a_page_opened_later_follows_the_work_that_goes_on(qtbot) -> None:
    task.start("Setting up", until_cancelled)
    later = form.EngineForm()
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: "one wheel" in words(later), timeout=5000)
    task.stop_all()
    wait_for_end(qtbot)


def test_a_closed_page_does_not_stop_the_work(qtbot) -> None:
    page = form.EngineForm()
    started = task.start("Setting up", lambda watch: time.sleep(0.5) or {"done": 1})
    page._follow(started)
    page.deleteLater()
    wait_for_end(qtbot)
    assert started.outcome == {"done": 1}


def test_unloading_stops_all_work(qtbot) -> None:
    started = task.start("Setting up", until_cancelled)
    qtbot.waitUntil(lambda: started.text.endswith("wheel"), timeout=5000)
    before = time.monotonic()
    task.stop_all()
    assert time.monotonic() - before < 5
    wait_for_end(qtbot)


def test_a_named_python_is_checked_before_it_is_used(page: form.EngineForm, qtbot, monkeypatch) -> None:
    checked = []
    monkeypatch.setattr(build, "adopt", lambda python, watch: checked.append(python) or {"device": "cpu"})
    page._way._own.setChecked(True)
    assert page._set_up.text() == "Check and Use"
    page._way._python.setFilePath(sys.executable)
    page.apply()
    wait_for_end(qtbot)
    assert checked == [sys.executable]
    assert settings.engine_python() == ""  # the check itself sets it, when it has passed


def test_going_back_to_the_managed_environment_needs_no_check(page: form.EngineForm) -> None:
    settings.set_engine_python(sys.executable)
    page._way.load()
    page._way._managed.setChecked(True)
    page.apply()
    assert settings.engine_python() == ""


@pytest.mark.parametrize(("answer", "removed"), [("Yes", True), ("No", False)])
def test_removing_asks_first(page: form.EngineForm, qtbot, monkeypatch, answer: str, removed: bool) -> None:
    make_ready()
    page.refresh()
    monkeypatch.setattr(form.QMessageBox, "question", lambda *_: getattr(QMessageBox.StandardButton, answer))
    page._remove.click()
    wait_for_end(qtbot)
    assert (environment.engine_state().kind == "none") == removed


def test_a_small_model_can_be_trained_only_with_an_engine(page: form.EngineForm) -> None:
    box = page.findChild(model_box.ModelBox)
    assert not box._train.isEnabled()
    make_ready()
    page.refresh()
    assert box._train.isEnabled()


def test_the_proxy_of_qgis_is_shown_without_its_credentials(monkeypatch, qtbot) -> None:
    monkeypatch.setattr(settings, "proxy_url", lambda: "http://me:word@proxy.company:3128")
    page = form.EngineForm()
    qtbot.addWidget(page)
    assert page._way._proxy.text().startswith("proxy.company:3128")
    assert "word" not in page._way._proxy.text()


def test_the_options_page_keeps_what_was_entered(qtbot) -> None:
    page = pages.EnginePageFactory().createWidget(None)
    qtbot.addWidget(page)
    page.form._way._torch.setCurrentIndex(page.form._way._torch.findData("cpu"))
    page.apply()
    assert settings.torch_choice() == "cpu"


def test_no_dialog_comes_up_when_the_engine_is_ready(monkeypatch) -> None:
    make_ready()
    monkeypatch.setattr(pages.EngineDialog, "exec", lambda self: pytest.fail("a dialog"))
    assert pages.ensure_engine()


def test_the_first_use_asks_to_set_the_engine_up(monkeypatch) -> None:
    monkeypatch.setattr(pages.EngineDialog, "exec", lambda self: make_ready())
    assert pages.ensure_engine()


def test_a_first_use_without_a_set_up_goes_no_further(monkeypatch) -> None:
    monkeypatch.setattr(pages.EngineDialog, "exec", lambda self: self.reject())
    assert not pages.ensure_engine()


def test_qgis_answers_while_the_engine_is_set_up(qtbot) -> None:
    def busy(watch: Watch) -> dict:
        end = time.monotonic() + 1
        while time.monotonic() < end:
            watch.progress(0.5, f"line {time.monotonic()}")
            time.sleep(0.2)
        return {}

    task.start("Setting up", busy)
    longest, last = 0.0, time.monotonic()
    while task.running() is not None:
        qtbot.wait(5)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert longest < 0.05 + 0.2  # room for a machine with other work
