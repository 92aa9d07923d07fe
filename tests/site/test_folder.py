"""Nothing is written outside of the site's folder, and nothing of anyone else is lost."""

import os
import sys

import pytest

from blueprint_cli.problems import Trouble
from tests.site.conftest import small

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def test_a_file_is_no_folder(place):
    place.put(a_yaml=small("A"))
    place.output.write_text("mine", encoding="utf-8")
    with pytest.raises(Trouble, match="is no folder"):
        place.made()


@pytest.mark.parametrize("name", ["index.html", "map.html"])
def test_a_page_of_someone_else_is_not_replaced(place, name):
    place.put(a_yaml=small("A"))
    place.output.mkdir()
    (place.output / name).write_text("<h1>My home page</h1>", encoding="utf-8")
    with pytest.raises(Trouble, match=f"{name} is not from `bp`"):
        place.made()
    assert place.contents() == {name: b"<h1>My home page</h1>"}


def test_other_files_in_the_folder_stay(place):
    place.put(a_yaml=small("A"))
    place.output.mkdir()
    (place.output / "notes.txt").write_text("mine", encoding="utf-8")
    place.made()
    (place.folder / "a.yaml").unlink()
    place.put(b_yaml=small("B"))
    place.made()
    assert place.contents()["notes.txt"] == b"mine"


@links
@pytest.mark.parametrize("what", ["blueprints", "blueprints/a.html", "index.html", ".bp-site.json"])
def test_a_symbolic_link_leads_nowhere_out(place, what):
    place.put(a_yaml=small("A"))
    outside = place.output.parent / "outside"
    outside.mkdir()
    (outside / "a.html").write_text('<meta name="generator" content="bp report">', encoding="utf-8")
    before = {path: path.read_bytes() for path in outside.iterdir()}
    link = place.output / what
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside if what == "blueprints" else outside / "a.html")
    with pytest.raises(Trouble, match="leads out of"):
        place.made()
    assert {path: path.read_bytes() for path in outside.iterdir()} == before


@links
def test_deleting_follows_no_symbolic_link(place):
    place.put(a_yaml=small("A"), b_yaml=small("B"))
    place.made()
    outside = place.output.parent / "outside.html"
    (place.output / "blueprints/b.html").rename(outside)
    (place.output / "blueprints/b.html").symlink_to(outside)
    (place.folder / "b.yaml").unlink()
    assert place.counts() == (0, 1, 0)
    assert outside.exists()


@links
def test_the_folder_itself_may_be_a_symbolic_link(place):
    place.put(a_yaml=small("A"))
    real = place.output.parent / "real"
    real.mkdir()
    place.output.symlink_to(real)
    assert place.counts() == (1, 0, 0)
    assert place.counts() == (0, 1, 0)
    assert (real / "blueprints/a.html").exists()


@links
def test_a_blueprint_that_is_a_symbolic_link_has_a_page_of_its_own(place):
    place.put(a_yaml=small("A"))
    (place.folder / "b.yaml").symlink_to(place.folder / "a.yaml")
    outside = place.output.parent / "outside.yaml"
    outside.write_text(small("C"), encoding="utf-8")
    (place.folder / "c.yaml").symlink_to(outside)
    assert place.counts() == (3, 0, 0)
    assert place.counts() == (0, 3, 0)
    assert place.pages() == {"a.html", "b.html", "c.html"}
    place.put(a_yaml=small("Aa"))
    assert place.counts() == (2, 1, 0)


def test_the_site_may_stand_among_the_blueprints(place):
    place.put(a_yaml=small("A"))
    inside = place._replace(output=place.folder / "site")
    assert inside.counts() == (1, 0, 0)
    assert inside.counts() == (0, 1, 0)
    assert (inside.output / "blueprints/a.html").exists()


def test_nothing_half_written_is_left(place):
    place.put(a_yaml=small("A"), b_yaml="blueprint: broken\n")
    place.made()
    names = {name for _, _, found in os.walk(place.output) for name in found}
    assert not {name for name in names if name.endswith(".tmp")}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(place):
    place.put(a_yaml=small("A"))
    place.output.mkdir()
    place.output.chmod(0o500)
    with pytest.raises(Trouble, match="cannot write"):
        place.made()
    place.output.chmod(0o700)
