"""`bp git install` and `uninstall` in repositories of all kinds: they change only their own."""

import pytest

from tests.git.clones import HOTEL, LATER, Clone

BLOCK = "# Blueprints, by `bp git install`:\n{}\n# end of blueprints\n"
OTHER = "services:\n  web: {image: nginx}\n"


def settings_of(clone, where="--local"):
    """git's settings as they stand in one place, without git's own."""
    listed = clone.git("config", where, "--list", "--name-only").split()
    return [name for name in listed if not name.startswith(("core.", "user."))]


def test_the_default_needs_no_program(hotel):
    said = hotel.bp("git", "install")
    assert said == ("wrote .gitattributes: *.yaml diff=blueprint\nset diff.blueprint.xfuncname\n")
    assert hotel.read(".gitattributes") == BLOCK.format("*.yaml diff=blueprint")
    assert settings_of(hotel) == ["diff.blueprint.xfuncname"]


def test_a_second_time_changes_nothing(hotel):
    hotel.bp("git", "install", "--diff", "--merge")
    before = hotel.read(".gitattributes"), hotel.read(".git/config")
    said = hotel.bp("git", "install", "--diff", "--merge")
    assert (hotel.read(".gitattributes"), hotel.read(".git/config")) == before
    assert all("already" in line for line in said.splitlines())


def test_what_is_asked_for_later_is_added(hotel):
    hotel.bp("git", "install")
    hotel.bp("git", "install", "--merge")
    assert hotel.read(".gitattributes") == BLOCK.format("*.yaml diff=blueprint merge=blueprint")
    hotel.commit(new=HOTEL)
    (hotel.folder / ".gitattributes").write_text("")
    hotel.bp("git", "install", "--merge")
    hotel.bp("git", "install")  # a colleague without the option takes nothing away
    assert "merge=blueprint" in hotel.read(".gitattributes")
    assert settings_of(hotel) == ["diff.blueprint.xfuncname", "merge.blueprint.driver"]


def test_a_colleague_sets_only_the_settings(hotel, tmp_path):
    hotel.bp("git", "install", "--merge")
    hotel.commit()
    other = Clone(tmp_path / "other", tmp_path / "home", begin=False)
    other.git("clone", "--quiet", str(hotel.folder), ".")
    said = other.bp("git", "install")
    assert "names every blueprint already" in said
    assert other.git("status", "--porcelain") == ""


def test_other_yaml_is_left_alone(clone):
    clone.commit(
        **{"docker-compose": OTHER, "services/hotel": HOTEL, "services/café au lait": HOTEL}
    )
    clone.write(".gitignore", "out/\n")
    clone.write("out/hotel.yaml", HOTEL)
    clone.bp("git", "install")
    assert clone.read(".gitattributes") == BLOCK.format("/services/**/*.yaml diff=blueprint")
    clone.write("services/k8s.yaml", OTHER)
    clone.write("services/inn.yaml", HOTEL)
    said = clone.bp("git", "install")
    assert "already" in said.splitlines()[0]  # `inn.yaml` is meant by the pattern as it is


def test_uninstall_gives_back_what_was(hotel):
    hotel.write(".gitattributes", "*.png binary\r\n*.yaml text eol=lf\r\n")
    hotel.git("config", "diff.blueprint.wordRegex", "[a-z]+")
    before = hotel.read(".gitattributes"), hotel.git("config", "--local", "--list")
    hotel.bp("git", "install", "--diff", "--merge")
    assert hotel.read(".gitattributes").endswith("# end of blueprints\r\n")
    hotel.bp("git", "uninstall")
    assert (hotel.read(".gitattributes"), hotel.git("config", "--local", "--list")) == before
    assert hotel.bp("git", "uninstall") == "git was told nothing here\n"


def test_a_file_that_held_only_ours_goes(hotel):
    hotel.bp("git", "install")
    said = hotel.bp("git", "uninstall")
    assert said == "took the blueprints out of .gitattributes\nunset diff.blueprint.xfuncname\n"
    assert not (hotel.folder / ".gitattributes").exists()


def test_settings_of_somebody_else_stay(hotel):
    hotel.git("config", "diff.blueprint.command", "my-diff")
    hotel.git("config", "diff.blueprint.xfuncname", "^[a-z]+:")
    said = hotel.bp("git", "install", "--diff")
    assert "diff.blueprint.command is left as somebody set it" in said
    said = hotel.bp("git", "uninstall")
    assert "diff.blueprint.command is left as somebody set it" in said
    assert hotel.git("config", "diff.blueprint.command") == "my-diff\n"
    assert hotel.git("config", "diff.blueprint.xfuncname") == "^[a-z]+:\n"


def test_lines_that_already_name_them_are_enough(hotel):
    hotel.write(".gitattributes", "hotel.yaml diff=blueprint merge=blueprint\n")
    hotel.bp("git", "install", "--merge")
    assert hotel.read(".gitattributes") == "hotel.yaml diff=blueprint merge=blueprint\n"


@pytest.mark.parametrize("place", ["usual", "xdg", "named"])
def test_for_all_repositories_of_a_user(hotel, place):
    more = {"XDG_CONFIG_HOME": str(hotel.home / "xdg")} if place == "xdg" else {}
    paths = {
        "usual": ".config/git/attributes",
        "xdg": "xdg/git/attributes",
        "named": "mine/attributes",
    }
    if place == "named":
        hotel.git("config", "--global", "core.attributesFile", "~/mine/attributes")
    done = hotel.run("bp", "git", "install", "--global", "--diff", **more)
    assert done.returncode == 0, done.stderr
    path = hotel.home / paths[place]
    assert path.read_text() == BLOCK.format("*.yaml diff=blueprint\n*.yml diff=blueprint")
    assert not (hotel.folder / ".gitattributes").exists()
    assert settings_of(hotel) == []
    hotel.write("hotel.yaml", LATER)
    assert "Books" in hotel.git("diff", **more)
    done = hotel.run("bp", "git", "uninstall", "--global", **more)
    assert done.returncode == 0, done.stderr
    assert not path.exists()
    assert settings_of(hotel, "--global") == []


def test_a_linked_work_tree_shares_the_settings(hotel, tmp_path):
    hotel.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    linked = Clone(tmp_path / "linked", tmp_path / "home", begin=False)
    linked.bp("git", "install", "--diff")
    assert "diff=blueprint" in linked.read(".gitattributes")
    assert not (hotel.folder / ".gitattributes").exists()
    assert "diff.blueprint.command" in settings_of(hotel)
    linked.write("hotel.yaml", LATER)
    assert "'Books'" in linked.git("diff")


def test_a_submodule_is_a_repository_of_its_own(hotel, tmp_path):
    outer = Clone(tmp_path / "outer", tmp_path / "home")
    outer.git("submodule", "--quiet", "add", str(hotel.folder), "inner")
    outer.commit(inn=HOTEL)
    outer.bp("git", "install")
    assert outer.read(".gitattributes") == BLOCK.format("*.yaml diff=blueprint")
    inner = Clone(outer.folder / "inner", tmp_path / "home", begin=False)
    inner.bp("git", "install", "--diff")
    inner.write("hotel.yaml", LATER)
    assert "'Books'" in inner.git("diff")
    assert "'Books'" in outer.git("diff", "--submodule=diff")


def test_a_git_folder_elsewhere(tmp_path):
    clone = Clone(tmp_path / "files", tmp_path / "home", begin=False)
    store = {"GIT_DIR": str(tmp_path / "store.git"), "GIT_WORK_TREE": str(tmp_path / "files")}
    clone.git("init", "--quiet", **store)
    clone.write("hotel.yaml", HOTEL)
    clone.git("add", "--all", **store)
    done = clone.run("bp", "git", "install", "--diff", **store)
    assert done.returncode == 0, done.stderr
    clone.write("hotel.yaml", LATER)
    assert "'Books'" in clone.git("diff", **store)
    assert "'Books'" not in clone.git("diff", "--no-ext-diff", **store)


def test_where_there_is_nothing_to_tell_git(clone, tmp_path):
    clone.write("compose.yaml", OTHER)
    done = clone.run("bp", "git", "install")
    assert done.returncode == 2
    assert done.stderr.startswith("error: there is no blueprint in this repository\nhint: ")
    outside = Clone(tmp_path / "outside", tmp_path / "home", begin=False)
    for command in ("install", "uninstall", "status"):
        done = outside.run("bp", "git", command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "this is no git work tree" in done.stderr
    assert clone.run("bp", "git", "install", PATH=str(clone.home / "bin")).returncode == 2


def test_from_a_folder_below_the_top(clone):
    clone.commit(**{"a b/ü/hotel": HOTEL, "other": OTHER})
    below = Clone(clone.folder / "a b", clone.home, begin=False)
    below.bp("git", "install", "--diff")
    assert clone.read(".gitattributes") == BLOCK.format('"/a b/**/*.yaml" diff=blueprint')
    clone.write("a b/ü/hotel.yaml", LATER)
    assert below.git("diff").startswith("a b/ü/hotel.yaml\n")
