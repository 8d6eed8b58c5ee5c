"""What a run will amount to, in one line."""

from ..environment import engine_state
from ..figures import count_text, duration_text
from ..translation import tr
from . import radiometry
from .area_box import AreaBox
from .checks import Wish
from .estimate import LOOKS, cost_of, measured_rate, seconds_of


def estimate_words(wish: Wish, area: AreaBox) -> str:
    """Number of cells and expected time, as far as they are known; empty before scene and model are."""
    if wish.info is None or wish.card is None or area.problem(None):
        return ""
    values = wish.values
    share = area.share(wish.info)
    if share is None:
        return tr("The area has many polygons: how many cells it makes is not counted beforehand.")
    cost = cost_of(radiometry.completed(wish.info, values), wish.card, values["mode"], values["stride_px"], share)
    if cost is None or share == 0:
        return ""
    if values["mode"] == "patch":
        size = tr("About {cells} cells, one patch each.").format(cells=count_text(cost.cells))
    else:
        size = tr("About {cells} cells.").format(cells=count_text(cost.cells))
    rate = measured_rate(engine_state().details, values["device"], values["precision"])
    seconds = seconds_of(cost._replace(pixels=cost.pixels * LOOKS[values["test_time"]]), wish.card, rate)
    if seconds is None:
        return f"{size} {tr('How long that takes is not known: the speed of this device has not been measured.')}"
    return f"{size} " + tr("Expected time: about {time}.").format(time=duration_text(_rounded(seconds)))


def _rounded(seconds: float) -> float:
    """To ten seconds below two minutes: an estimate does not know more."""
    return max(10.0, round(seconds, -1)) if seconds < 120 else seconds
