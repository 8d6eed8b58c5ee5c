"""Reading ahead: one thread prepares the next tile while the device works on this one."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


def read_ahead(items: Iterable[Item], read: Callable[[Item], Made], ahead: int = 1) -> Iterator[Made]:
    """What ``read`` makes of each item, in order, with ``ahead`` of them prepared in a thread of their own.

    Raises:
        Exception: whatever ``read`` raised, when its turn comes.
    """
    queue = iter(items)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader") as reader:
        waiting: deque[Future[Made]] = deque(reader.submit(read, item) for item in islice(queue, ahead))
        try:
            while waiting:
                made = waiting.popleft().result()
                waiting.extend(reader.submit(read, item) for item in islice(queue, 1))
                yield made
        finally:
            for future in waiting:
                future.cancel()
