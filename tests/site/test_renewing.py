"""Only what changed is made again, and only our own pages are deleted."""

import json
from hashlib import sha256

import pytest

from blueprint_cli.reporting import Choice
from blueprint_cli.site import states
from tests.site.conftest import small

OVERVIEW = """\
blueprint: Overview
lanes: [{id: guest, name: Guest, role: customer}]
steps:
  - name: Comes
    details: b.yaml
    actions: {guest: {id: look, name: Looks around, needs: b.yaml#come}}
"""


def test_the_second_time_nothing_is_made(place):
    place.put(a_yaml=small("A"), b_yaml=small("B"))
    assert place.counts() == (2, 0, 0)
    before = place.contents()
    times = {path: path.stat().st_mtime_ns for path in place.output.rglob("*.html")}
    assert place.counts() == (0, 2, 0)
    assert place.contents() == before
    assert times == {path: path.stat().st_mtime_ns for path in place.output.rglob("*.html")}


def test_one_changed_file_is_made_again(place):
    place.put(a_yaml=small("A"), b_yaml=small("B"))
    place.made()
    place.put(b_yaml=small("Bee"))
    assert place.counts() == (1, 1, 0)
    assert "<title>Bee</title>" in place.read("blueprints/b.html")
    assert ">Bee<" in place.read("index.html")


def test_an_added_file_is_made_and_the_others_are_kept(place):
    place.put(a_yaml=small("A"))
    place.made()
    place.put(b_yaml=small("B"))
    assert place.counts() == (1, 1, 0)
    assert place.pages() == {"a.html", "b.html"}


def test_the_page_of_a_removed_file_goes_with_its_folder(place):
    place.put(a_yaml=small("A"))
    place.write("far/off/b.yaml", small("B"))
    place.made()
    assert place.pages() == {"a.html", "far/off/b.html"}
    (place.folder / "far/off/b.yaml").unlink()
    assert place.counts() == (0, 1, 1)
    assert place.pages() == {"a.html"}
    assert not (place.output / "blueprints/far").exists()
    assert "far/off" not in place.read("index.html")


def test_a_renamed_file_has_another_page(place):
    place.put(a_yaml=small("A"), b_yaml=small("B"))
    place.made()
    (place.folder / "b.yaml").rename(place.folder / "c.yaml")
    assert place.counts() == (1, 1, 1)
    assert place.pages() == {"a.html", "c.html"}


def test_a_file_that_another_one_names_counts_for_both(place):
    place.put(a_yaml=OVERVIEW, b_yaml=small("B"), c_yaml=small("C"))
    place.made()
    place.put(b_yaml=small("Bee"))
    assert place.counts() == (2, 1, 0)


def test_what_a_named_file_names_itself_counts_only_where_it_breaks_that(place):
    """`a` leads to `b` and `b` to `c`: with another `c` only `b` is looked at again.

    Without `c`, `b` has errors and no page, so `a` leads there no more.
    """
    place.put(
        a_yaml=OVERVIEW,
        b_yaml=OVERVIEW.replace("b.yaml", "c.yaml").replace("look", "come"),
        c_yaml=small("C"),
    )
    place.made()
    place.put(c_yaml=small("See"))
    assert place.counts() == (2, 1, 0)
    (place.folder / "c.yaml").unlink()
    assert place.counts() == (1, 0, 2)
    assert 'href="b.html"' not in place.read("blueprints/a.html")
    place.put(c_yaml=small("C"))
    assert place.counts() == (3, 0, 0)
    assert 'href="b.html"' in place.read("blueprints/a.html")


def test_a_page_leads_to_its_details_only_while_they_are_sound(place):
    place.put(a_yaml=OVERVIEW, b_yaml=small("B"))
    place.made()
    assert 'href="b.html"' in place.read("blueprints/a.html")
    place.put(b_yaml=small("B") + "colour: red\n")
    outcome = place.made()
    assert [error.code for error in outcome.errors] == ["BP004"]
    assert 'href="b.html"' not in place.read("blueprints/a.html")
    assert place.pages() == {"a.html"}
    place.put(b_yaml=small("B"))
    place.made()
    assert 'href="b.html"' in place.read("blueprints/a.html")


def test_settings_count_and_so_does_the_theme_in_its_own_file(place):
    place.put(a_yaml=small("A"))
    place.made()
    place.put(bp_toml='[render]\ntheme = "mine.toml"\n', mine_toml='extends = "light"\n')
    assert place.counts() == (1, 0, 0)
    assert place.counts() == (0, 1, 0)
    place.put(mine_toml='extends = "dark"\n')
    assert place.counts() == (1, 0, 0)


def test_what_was_chosen_counts(place):
    place.put(a_yaml=small("A"))
    place.made()
    assert place.counts(Choice(sections=("pain",))) == (1, 0, 0)
    assert place.counts(Choice(sections=("pain",))) == (0, 1, 0)


def test_another_version_makes_all_again(place, monkeypatch):
    place.put(a_yaml=small("A"))
    place.made()
    monkeypatch.setattr(states, "__version__", "99.0.0")
    assert place.counts() == (1, 0, 0)


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_a_page_that_is_not_whole_is_made_again(place, harm):
    place.put(a_yaml=small("A"))
    place.made()
    before = place.contents()
    page = place.output / "blueprints/a.html"
    if harm == "gone":
        page.unlink()
    else:
        page.write_bytes(page.read_bytes()[:100])
    assert place.counts() == (1, 0, 0)
    assert place.contents() == before


DAMAGE = {
    "empty": b"",
    "no JSON": b"\0\xff{",
    "another form": b'{"kind":"blueprint site","form":99,"blueprints":[]}',
    "a list": b"[1, 2]",
    "a number": b'{"kind":"blueprint site","form":1,"blueprints":7}',
    "too short": b'{"kind":"blueprint site","form":1,"blueprints":[["a.yaml","x"]]}',
    "wrong types": b'{"kind":"blueprint site","form":1,"blueprints":[[1,2,3,4,5,6,7]]}',
    "deep": b"[" * 200_000,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_memory_counts_as_none(place, damage):
    place.put(a_yaml=small("A"))
    place.made()
    before = place.contents()
    (place.output / ".bp-site.json").write_bytes(damage)
    assert place.counts() == (1, 0, 0)
    assert place.contents() == before


def test_what_is_remembered_names_no_place_of_this_machine(place):
    place.put(a_yaml=OVERVIEW, b_yaml=small("B"))
    place.made()
    for name, content in place.contents().items():
        assert str(place.folder).encode() not in content, name
        assert str(place.folder.parent).encode() not in content, name


def test_a_memory_from_elsewhere_deletes_nothing_of_the_user(place):
    """Whatever the memory says: only what stands where pages do, and is as it was written, goes."""
    place.put(a_yaml=small("A"), b_yaml=small("B"))
    place.made()
    outside = place.output.parent / "mine.html"
    outside.write_text("mine", encoding="utf-8")
    beside = place.output / "mine.html"
    beside.write_text("mine", encoding="utf-8")
    within = place.output / "blueprints" / "mine.html"
    within.write_text("mine", encoding="utf-8")
    memory = place.output / ".bp-site.json"
    kept = json.loads(memory.read_bytes())
    row = kept["blueprints"][0]
    digest = sha256(b"mine").hexdigest()
    named = ["../mine.html", "mine.html", "blueprints/../../mine.html", str(outside)]
    kept["blueprints"] += [
        [f"gone{at}.yaml", "", [], page, 4, digest, None] for at, page in enumerate(named)
    ]
    kept["blueprints"].append(["other.yaml", "", [], "blueprints/mine.html", 4, "0" * 64, row[6]])
    memory.write_text(json.dumps(kept), encoding="utf-8")
    assert place.counts() == (0, 2, 0)
    assert outside.exists()
    assert beside.exists()
    assert within.exists()


def test_a_page_that_somebody_changed_is_not_deleted(place):
    place.put(a_yaml=small("A"), b_yaml=small("B"))
    place.made()
    page = place.output / "blueprints/b.html"
    page.write_text("my own notes", encoding="utf-8")
    (place.folder / "b.yaml").unlink()
    assert place.counts() == (0, 1, 0)
    assert page.read_text(encoding="utf-8") == "my own notes"
