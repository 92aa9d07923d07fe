"""The hooks do in a team's repository what docs/ci.md says, through the real `pre-commit`."""

import re

import pytest
import yaml

from tests.ci.recipes import CHART, ROOT, TEA, Team, project, recipes, scripts, shared

pytest.importorskip("pre_commit", reason="pre-commit is not installed")

FIRST, SECOND = recipes(".pre-commit-config.yaml")
MESSY = "owner:   Tea room\n" + TEA.replace("owner: Tea room\n", "")


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """A team that has taken the first recipe."""
    folder = shared(tmp_path_factory, "hooks", install)
    team = Team(tmp_path_factory.mktemp("pre-commit"))
    team.environment["PRE_COMMIT_HOME"] = str(folder / "installed")
    team.project = project(folder)
    take(team, FIRST)
    team.must("pre-commit install")
    return team


def install(folder):
    """Let pre-commit install the hooks, which takes half a minute."""
    team = Team(folder)
    team.environment["PRE_COMMIT_HOME"] = str(folder / "installed")
    team.project = project(folder)
    take(team, FIRST)
    team.must("pre-commit install-hooks")


def take(team, recipe):
    team.write(recipe.file, team.project.put_into(recipe.text, team.project.address))
    team.must("git add .")


def begin_again(team, recipe):
    team.must("git reset -q --hard origin/main")
    take(team, recipe)
    team.must("git commit -q --no-verify -m Hooks")


def test_a_clean_repository_passes(team):
    shown = team.must(next(each for each in scripts() if "--all-files" in each))
    assert len(re.findall(r"^bp .*Passed$", shown, re.MULTILINE)) == 2


def test_a_commit_is_stopped_once_to_show_what_fmt_changed(team):
    begin_again(team, FIRST)
    team.write("tea.yaml", MESSY)
    ran = team.run("git commit -a -m Messy")
    assert ran.status == 1
    assert "files were modified by this hook" in ran.output
    assert team.read("tea.yaml") == TEA
    team.write("tea.yaml", TEA.replace("Boils", "Heats"))
    team.must("git commit -a -m Tidy")


def test_a_commit_with_a_mistake_is_stopped_until_it_is_mended(team):
    begin_again(team, FIRST)
    team.write("tea.yaml", TEA.replace("triggers: boil", "triggers: bake"))
    ran = team.run("git commit -a -m Baked")
    assert ran.status == 1
    assert re.search(r"tea\.yaml:\d+:\d+: error\[BP102\] unknown action 'bake'", ran.output)
    team.write("tea.yaml", TEA.replace("Boils", "Heats"))
    team.must("git commit -a -m Heated")


def test_what_is_no_blueprint_is_no_matter_of_the_hooks(team):
    begin_again(team, FIRST)
    team.write("chart.yaml", CHART + "more: ]\n")
    shown = team.must("git commit -a -m Chart")
    assert len(re.findall(r"^bp .*Passed$", shown, re.MULTILINE)) == 2


def test_the_second_recipe_checks_the_form_and_stops_new_errors_only(team):
    begin_again(team, SECOND)
    team.write("tea.yaml", MESSY)
    ran = team.run("git commit -a -m Messy")
    assert ran.status == 1
    assert team.read("tea.yaml") == MESSY
    assert re.search(r"^bp fmt --check\.*Failed$", ran.output, re.MULTILINE)
    team.write("tea.yaml", team.read("tea.yaml").replace("boil}", "bake}"))
    team.must("git commit -q --no-verify -a -m 'An old mistake'")
    team.must("bp fmt tea.yaml")
    team.must("git commit -a -m 'The mistake is not new'")
    team.write("tea.yaml", team.read("tea.yaml").replace("role: support", "role: suport"))
    ran = team.run("git commit -a -m 'Another one'")
    assert ran.status == 1
    assert "unknown role 'suport'" in ran.output
    assert "bake" not in ran.output


def test_the_page_names_every_hook():
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(bp-[\w-]+)` \|", page, re.MULTILINE)
    assert named == [each["id"] for each in offered]
    for recipe in (FIRST, SECOND):
        (repo,) = recipe.content["repos"]
        assert {hook["id"] for hook in repo["hooks"]} <= set(named)
