"""How long people stand in line: the queueing formulas, as functions of figures alone.

A line where more comes than can be done grows without end: its lengths and waits are infinite,
`math.inf`, and never NaN.
"""

from math import erfc, exp, inf, pi, sqrt
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure

MEASURES = (
    Measure(
        "queue_wait",
        "Wait in the queue",
        "`C(c, a) × s ÷ (c − a) × (ca² + cs²) ÷ 2`, with `c` the capacity, `s` the mean time of a"
        " task, `a = tasks a second × s`, and `C` Erlang's chance that all are busy,"
        " `C = B ÷ (1 − a ÷ c × (1 − B))`, `B(0) = 1`, `B(k) = a × B(k − 1) ÷ (k + a × B(k − 1))`",
        "seconds",
        "Tasks come at random (Poisson, `ca² = 1`) and wait in one line for whoever is free first;"
        " all who work in the lane can do all of it; nobody gives up; it has been so for long."
        " Each of a lane's actions is a task of its own, and each time between its least and its"
        " most is as likely as any other (`cs²` is the variance of the mixture by its mean"
        " squared). From `a = c` on, the queue grows without end. Exact for one server;"
        " above a capacity of 10 000 `C` is told by its limit, to a hundredth",
        'A. K. Erlang, "Solution of Some Problems in the Theory of Probabilities of Significance in'
        ' Automatic Telephone Exchanges", Elektroteknikeren 13, 1917; A. O. Allen, "Probability,'
        " Statistics, and Queueing Theory\", 1978, for Allen and Cunneen's approximation of G/G/c;"
        ' S. Halfin and W. Whitt, "Heavy-Traffic Limits for Queues with Many Exponential Servers",'
        " Operations Research 29, 1981",
    ),
)

MANY = 10_000
"""From so many servers on, the chance of waiting is told by its limit, in no time."""


class Queue(NamedTuple):
    """A line as it is on average; times are in the unit of the service time.

    `utilisation` is the share of the servers that is busy, `chance` the share of those who come
    that must wait; `waiting` are in line, each for `wait`; `present` are these and those who are
    being served, each for `stay` in all.
    """

    utilisation: float
    chance: float
    waiting: float
    wait: float
    present: float
    stay: float


def many_servers(arrivals: float, service: float, servers: int) -> Queue:
    """The queue M/M/c: `arrivals` in a unit of time, each served for `service` units on average."""
    return any_queue(arrivals, service, servers, 1.0, 1.0)


def one_server(arrivals: float, service: float) -> Queue:
    """The queue M/M/1."""
    return many_servers(arrivals, service, 1)


def any_queue(
    arrivals: float, service: float, servers: int, arrival_scv: float, service_scv: float
) -> Queue:
    """The queue G/G/c by Allen and Cunneen's approximation: M/M/c times the mean of the two scv.

    An scv is a variance divided by the square of its mean: 1 for what comes or lasts at random
    (Poisson, exponential), 0 for what is always the same. With one server and `arrival_scv` 1 it
    is exact (Pollaczek and Khinchine).
    """
    offered = arrivals * service
    chance = chance_of_waiting(offered, servers)
    if offered >= servers:
        return Queue(offered / servers, chance, inf, inf, inf, inf)
    wait = chance * service / (servers - offered) * (arrival_scv + service_scv) / 2
    waiting = arrivals * wait
    return Queue(offered / servers, chance, waiting, wait, waiting + offered, wait + service)


def chance_of_waiting(offered: float, servers: int) -> float:
    """Erlang's C: how likely who comes finds all servers busy; 1 where more comes than can be done.

    `offered` is the work that comes in a unit of time, arrivals × service time, in Erlang.
    """
    if offered >= servers:
        return 1.0
    if offered <= 0:
        return 0.0
    if servers > MANY:
        return _chance_with_many(offered, servers)
    blocked = 1.0
    for busy in range(1, servers + 1):
        blocked = offered * blocked / (busy + offered * blocked)
    return blocked / (1 - offered / servers * (1 - blocked))


def _chance_with_many(offered: float, servers: int) -> float:
    """The limit for many servers: 1 ÷ (1 + βΦ(β) ÷ φ(β)), β = (1 − utilisation) × √servers."""
    beta = (servers - offered) / sqrt(servers)
    density = exp(-beta * beta / 2) / sqrt(2 * pi)
    below = erfc(-beta / sqrt(2)) / 2
    return density / (density + beta * below)
