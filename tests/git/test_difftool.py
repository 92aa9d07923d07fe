"""`bp git difftool` opens a page for each blueprint that differs."""

import os

import pytest

from blueprint_cli.themes.dark import DARK
from tests.git.clones import HOTEL, LATER


def opened(clone):
    """The pages that the system was asked to open."""
    noted = clone.home / "opened"
    found = noted.read_text().splitlines() if noted.exists() else []
    noted.unlink(missing_ok=True)
    return [os.path.relpath(clone.folder / page, clone.folder) for page in found]


def test_a_page_for_each_file(hotel):
    names = ["a b-inn", "a b/inn", "hotel"]
    hotel.commit(**dict.fromkeys(names, HOTEL))
    for name in names:
        hotel.write(f"{name}.yaml", LATER)
    hotel.bp("git", "difftool")
    pages = opened(hotel)
    assert pages == [f".git/bp/difftool/{name}.yaml.html" for name in names]
    assert all("before it took 3" in hotel.read(page) for page in pages)
    assert hotel.git("status", "--porcelain", "--untracked-files") == (
        ' M "a b-inn.yaml"\n M "a b/inn.yaml"\n M hotel.yaml\n'
    )
    assert hotel.left_over() == []


def test_a_page_stays_in_its_folder(hotel):
    for path in (f"{hotel.folder}/out.yaml", "../../out.yaml"):
        hotel.write("later.yaml", LATER)
        done = hotel.run("bp", "git", "driver", "page", "hotel.yaml", "later.yaml", path)
        assert done.returncode == 0, done.stderr
        (page,) = opened(hotel)
        assert page.startswith(".git/bp/difftool/")
        assert page.endswith("out.yaml.html")


@pytest.mark.parametrize(
    "words", [["--staged"], ["HEAD"], ["HEAD", "--", "hotel.yaml"], ["HEAD~1..HEAD~1", "HEAD"]]
)
def test_words_of_git_diff(hotel, words):
    hotel.commit(inn=HOTEL)
    hotel.write("hotel.yaml", LATER)
    hotel.git("add", "--all")
    if ".." in words[0]:
        assert hotel.run("bp", "git", "difftool", *words).returncode == 2
        assert opened(hotel) == []
    else:
        hotel.bp("git", "difftool", *words)
        assert opened(hotel) == [".git/bp/difftool/hotel.yaml.html"]


def test_git_knows_the_tool_after_install(hotel):
    hotel.bp("git", "install", "--diff")
    hotel.write("hotel.yaml", LATER)
    hotel.git("difftool", "-y", "-t", "bp")
    assert opened(hotel) == [".git/bp/difftool/hotel.yaml.html"]
    hotel.bp("git", "difftool")
    assert opened(hotel) == [".git/bp/difftool/hotel.yaml.html"]
    assert "deleted the pages" in hotel.bp("git", "uninstall")
    assert not (hotel.folder / ".git" / "bp").exists()


@pytest.mark.parametrize("path", ["with bp", "without"])
def test_other_tools_are_asked_although_there_is_a_driver(hotel, path):
    hotel.bp("git", "install", "--diff")
    hotel.write("hotel.yaml", LATER)
    more = hotel.without_bp() if path == "without" else {}
    said = hotel.git("difftool", "-y", "-x", "wc -l", **more)
    assert said.splitlines()[-1].split() == ["42", "total"]


def test_the_driver_of_somebody_else_is_no_hindrance(hotel):
    hotel.write(".gitattributes", "*.yaml diff=blueprint\n")
    hotel.git("config", "diff.blueprint.command", "false")
    hotel.write("hotel.yaml", LATER)
    hotel.bp("git", "difftool")
    assert opened(hotel) == [".git/bp/difftool/hotel.yaml.html"]


def test_what_has_no_page_is_compared_by_lines(hotel):
    hotel.commit(compose="a: 1\n")
    hotel.write("compose.yaml", "a: 2\n")
    hotel.write("hotel.yaml", HOTEL.replace("role: backstage", "role: backstge"))
    said = hotel.bp("git", "difftool")
    assert "\n+a: 2\n" in said
    assert "compose.yaml: not a blueprint in both versions, so git compares lines\n" in said
    assert "hotel.yaml: a version has errors, so git compares lines\n" in said
    assert opened(hotel) == []


def test_a_page_has_the_look_that_is_set(hotel):
    hotel.write("hotel.yaml", LATER)
    hotel.bp("git", "difftool")
    (page,) = opened(hotel)
    light = hotel.read(page)
    hotel.write("bp.toml", '[render]\ntheme = "dark"\n')
    hotel.bp("git", "difftool")
    assert opened(hotel) == [page]
    ground = f'fill="{DARK.card}"'
    assert ground in hotel.read(page)
    assert ground not in light


def test_an_unknown_revision(hotel):
    done = hotel.run("bp", "git", "difftool", "nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
