"""Work on many files at once, on all processors if there is enough of it."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from blueprint_cli.problems import Trouble

_Task = TypeVar("_Task")
_Done = TypeVar("_Done")


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


LONGEST = 32
"""So many tasks are given to a worker at once, at most."""


def worked(
    one: Callable[[_Task], _Done],
    tasks: Sequence[_Task],
    enough: int,
    most: int | None = None,
    longest: int = LONGEST,
    *,
    in_order: bool = True,
) -> Iterator[_Done]:
    """Each task done, in the order of the tasks, or else as soon as may be.

    No worker is started for less than `enough` tasks, and at most `most` or one a processor. Each
    gets at most `longest` tasks at once, and ends those before it ends itself. `one`, the tasks and
    what is made of them go from process to process, so they can be pickled.
    """
    workers = min(most or processors(), len(tasks) // enough)
    if workers <= 1:
        return map(one, tasks)
    return _side_by_side(one, tasks, workers, longest, in_order=in_order)


def _side_by_side(
    one: Callable[[_Task], _Done],
    tasks: Sequence[_Task],
    workers: int,
    longest: int,
    *,
    in_order: bool,
) -> Iterator[_Done]:
    """The tasks done by several processes; Ctrl-C ends them quietly."""
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    how = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(how), _let_the_first_decide)
    try:
        share = min(max(len(tasks) // (workers * 8), 1), longest)
        parts = (tasks[at : at + share] for at in range(0, len(tasks), share))
        begun = (pool.submit(_all_done, one, part) for part in parts)
        ended: Iterator[Future[list[_Done]]] = as_completed(begun)
        if in_order:
            waiting = deque(begun)
            ended = (waiting.popleft() for _ in range(len(waiting)))
        for future in ended:  # none is kept, since it holds what was made
            yield from future.result()
    except BrokenProcessPool as broken:
        raise Trouble(
            "a worker was ended from outside", "there may be too little memory"
        ) from broken
    finally:
        pool.shutdown(cancel_futures=True)


def _all_done(one: Callable[[_Task], _Done], tasks: Sequence[_Task]) -> list[_Done]:
    return [one(task) for task in tasks]


def _let_the_first_decide() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
