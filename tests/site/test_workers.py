"""Several processes give the same bytes as one, and end when they are told to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from blueprint_cli import workers
from blueprint_cli.problems import Trouble
from tests.site.conftest import small
from tests.site.test_together import DINNER, EVENING, HOTEL

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from blueprint_cli import files
from blueprint_cli.reporting import Choice
from blueprint_cli.site import write_site

if __name__ == "__main__":
    if sys.argv[3] == "spawn":
        import multiprocessing
        multiprocessing.get_all_start_methods = lambda: ["spawn"]
        multiprocessing.set_start_method("spawn")
    write_site(files.gather([sys.argv[1]]), sys.argv[1], sys.argv[2], Choice(), 2)
"""


def fill(place, count=8):
    place.put(
        hotel_yaml=HOTEL, dinner_yaml=DINNER, evening_yaml=EVENING, broken_yaml="blueprint: {"
    )
    for number in range(count):
        place.write(f"more/{number}.yaml", small(f"Number {number}"))


def test_the_number_of_workers_changes_no_byte(place):
    fill(place)
    one = place.made(workers=1)
    alone = place.contents()
    other = place._replace(output=place.output.with_name("other"))
    assert other.made(workers=2) == one
    assert other.contents() == alone
    assert len(alone) == 11 + 5 + 1


def test_a_site_made_bit_by_bit_is_the_same_as_one_made_at_once(place):
    """But for nothing: not even what is remembered tells in which order pages were made."""
    place.put(hotel_yaml=HOTEL)
    place.made()
    fill(place)
    place.made()
    other = place._replace(output=place.output.with_name("other"))
    other.made()
    assert place.contents() == other.contents()


@pytest.mark.parametrize("how", ["spawn", "fork"])
def test_workers_need_nothing_but_what_they_are_given(place, tmp_path, how):
    fill(place)
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    command = [sys.executable, str(script), str(place.folder), str(place.output), how]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, env=environment)
    other = place._replace(output=place.output.with_name("other"))
    other.made()
    assert place.contents() == other.contents()


def refuse(number):
    raise Trouble(f"no {number}", "take another")


def end(number):
    os._exit(number)


def wait(seconds):
    time.sleep(seconds)
    return seconds


def test_what_is_done_first_comes_first_unless_the_order_counts():
    tasks = [0.5, 0, 0.01, 0.02]
    assert list(workers.worked(wait, tasks, 1, 2, 1)) == tasks
    assert list(workers.worked(wait, tasks, 1, 2, 1, in_order=False)) == [0, 0.01, 0.02, 0.5]


def test_trouble_of_a_worker_reaches_the_user():
    with pytest.raises(Trouble) as found:
        list(workers.worked(refuse, [1, 2, 3, 4], 1, 2))
    assert (found.value.message, found.value.hint) == ("no 1", "take another")


def test_a_worker_that_dies_is_trouble():
    with pytest.raises(Trouble, match="ended from outside"):
        list(workers.worked(end, [1, 2, 3, 4], 1, 2))


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_ctrl_c_ends_all_and_what_was_made_is_kept(place):
    for number in range(60):
        place.write(f"{number:02}.yaml", HOTEL)
    command = [sys.executable, "-m", "blueprint_cli", "report", str(place.folder)]
    process = subprocess.Popen(
        [*command, "-f", "html", "-o", str(place.output)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    pages = place.output / "blueprints"
    while process.poll() is None and not (pages.is_dir() and len(list(pages.glob("*.html"))) > 8):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not list(pages.glob(".*.tmp"))
    assert len(list(pages.glob("*.html"))) < 60
    outcome = place.made()
    assert outcome.kept > 0
    assert (outcome.made + outcome.kept, len(place.pages())) == (60, 60)
