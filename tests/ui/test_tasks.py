"""Background work: one run after another, small work at once, everything stopped at the end, and QGIS answering meanwhile."""

import time
from pathlib import Path

import pytest
from echopatch.ui import tasks
from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QTimer

DESCRIBE = "echopatch:describescene"
ANSWER = 'say("result", outputs={"text": "a scene", "info": {"kind": "EEC"}})'
PATIENT = """
say("progress", done=1, total=4, code="progress-classify", text="Classifying")
open(os.environ["ECHOPATCH_HOME"] + "/pid", "w").write(str(os.getpid()))
if sys.stdin.readline().strip() == "cancel":
    say("failure", code="cancelled", values={}, message="stopped as asked", detail="")
"""


def wait_for(condition, seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    return condition()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def scene(tmp_path):
    folder = tmp_path / "scene"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def pid_file(home):
    home.mkdir(parents=True, exist_ok=True)
    return home / "pid"


@pytest.fixture(autouse=True)
def nothing_left():
    yield
    tasks.stop_all()
    assert wait_for(lambda: not tasks.running_jobs())


def test_results_come_back_on_the_main_thread(provider, stand_in, scene):
    stand_in(ANSWER)
    outcomes = []
    tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, outcomes.append)
    assert wait_for(lambda: outcomes)
    assert outcomes[0].ok
    assert outcomes[0].results["TEXT"] == "a scene"
    assert "echopatch info" in outcomes[0].log


def test_a_failure_comes_back_as_one_sentence(provider, stand_in, scene):
    stand_in('say("failure", code="scene-no-product", values={"path": "x"}, message="...", detail="")')
    outcomes = []
    tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, outcomes.append)
    assert wait_for(lambda: outcomes)
    assert not outcomes[0].ok
    assert not outcomes[0].cancelled
    assert outcomes[0].error.startswith("x holds no TerraSAR-X, TanDEM-X or PAZ product")


def test_inputs_that_cannot_be_read_end_a_run_before_it_starts(provider, stand_in):
    stand_in(ANSWER)
    outcomes = []
    tasks.run_algorithm(DESCRIBE, {"SCENE": "/no/such/scene"}, outcomes.append)
    assert wait_for(lambda: outcomes)
    assert "is neither a raster that can be read nor a product" in outcomes[0].error
    assert tasks.running_jobs() == ()


def test_an_unknown_algorithm_is_refused(provider):
    with pytest.raises(ValueError, match="no algorithm echopatch:nothing"):
        tasks.run_algorithm("echopatch:nothing", {}, print)


def test_runs_wait_for_each_other_in_the_order_they_were_asked_for(provider, stand_in, scene, pid_file):
    log = pid_file.parent / "order"
    stand_in(f"""
with open({str(log)!r}, "a") as file: file.write("start\\n")
time.sleep(0.3)
with open({str(log)!r}, "a") as file: file.write("end\\n")
{ANSWER}""")
    outcomes = []
    _, second = (tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, outcomes.append) for _ in range(2))
    assert second.status() == QgsTask.TaskStatus.OnHold
    assert len(tasks.running_jobs()) == 2
    assert wait_for(lambda: len(outcomes) == 2)
    assert log.read_text().split() == ["start", "end"] * 2


def test_a_waiting_run_can_be_cancelled(provider, stand_in, scene):
    stand_in("time.sleep(0.5)\n" + ANSWER)
    outcomes = []
    first = tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, lambda outcome: outcomes.append(("first", outcome)))
    second = tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, lambda outcome: outcomes.append(("second", outcome)))
    second.cancel()
    assert wait_for(lambda: len(outcomes) == 2)
    assert [(name, outcome.ok, outcome.cancelled) for name, outcome in outcomes] == [("second", False, True), ("first", True, False)]
    assert first.status() == QgsTask.TaskStatus.Complete


def test_a_cancelled_run_says_so_and_leaves_no_engine(provider, stand_in, scene, pid_file):
    stand_in(PATIENT)
    outcomes = []
    task = tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, outcomes.append)
    assert wait_for(pid_file.exists)
    task.cancel()
    assert wait_for(lambda: outcomes)
    assert outcomes[0].cancelled
    assert outcomes[0].error == ""
    assert wait_for(lambda: not alive(int(pid_file.read_text())))


def test_stopping_everything_ends_running_and_waiting_runs(provider, stand_in, scene, pid_file):
    stand_in(PATIENT)
    outcomes = []
    for _ in range(2):
        tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, outcomes.append)
    assert wait_for(lambda: pid_file.exists() and pid_file.read_text())
    assert tasks.stop_all()
    assert not alive(int(pid_file.read_text()))
    assert wait_for(lambda: len(outcomes) == 2)
    assert all(outcome.cancelled for outcome in outcomes)


def own_clock_s() -> float:
    """Time without that in which this thread could have gone on, but other work had the processors."""
    schedule = Path("/proc/thread-self/schedstat")
    waited_ns = int(schedule.read_text().split()[1]) if schedule.exists() else 0
    return time.perf_counter() - waited_ns / 1e9


def slowest_answer_s(scene) -> float:
    """The longest that the event loop let a timer wait while a run was at work, but for the worst of a hundred."""
    gaps, outcomes, last = [], [], [own_clock_s()]

    def tick() -> None:
        now = own_clock_s()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, outcomes.append)
    while not outcomes:
        QCoreApplication.processEvents()
    timer.stop()
    assert len(gaps) > 50
    return sorted(gaps)[int(0.99 * len(gaps))]


def test_qgis_answers_within_50_ms_while_a_run_is_at_work(provider, stand_in, scene):
    chatter = """
for done in range(200):
    say("progress", done=done, total=200, code="progress-classify", text="Classifying")
    say("warning", code="of-tomorrow", values={}, message="a warning")
    time.sleep(0.005)
"""
    stand_in(chatter + ANSWER)
    # a thread of this process that other work holds up delays some rounds; what the host itself did would delay every one
    assert any(slowest_answer_s(scene) < 0.05 for _ in range(10))


def test_small_work_does_not_wait_for_long_runs(provider, stand_in, scene, pid_file):
    stand_in(PATIENT)
    tasks.run_algorithm(DESCRIBE, {"SCENE": scene}, lambda outcome: None)
    assert wait_for(pid_file.exists)
    ended = []
    tasks.run_small("small", lambda task: 42, ended.append)
    assert wait_for(lambda: ended)
    assert ended[0].outcome == 42


def test_small_work_that_fails_says_why():
    ended = []

    def work(task):
        raise OSError("no disk")

    tasks.run_small("small", work, ended.append)
    assert wait_for(lambda: ended)
    assert ended[0].outcome is None
    assert "no disk" in ended[0].error
