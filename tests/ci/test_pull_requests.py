"""The Action tells in a pull request what it changes: notes, summary, one comment, pictures."""

import subprocess
import sys

import pytest

from tests.ci.action import ARTIFACT, PullRequest, act, commands
from tests.ci.forges import FORK, RUN, GitHub, served
from tests.ci.recipes import ROOT, TEA, recipes

MARK = "<!-- bp-diff -->\n"
PARTS = ["Find what to compare with", "Compare", "Keep the pictures", "Comment", "Lint"]


CAKE = """\
blueprint: A cake to take away
lanes:
  - {id: people, name: People, role: customer}
  - {id: oven, name: Oven, role: backstage}
steps:
  - name: Bake
    actions: {people: Wait and smell, oven: Gets hot}
"""


class Pulled(PullRequest):
    """The pull request, with its server and what the Action does there."""

    def __init__(self, team, forge):
        super().__init__(team)
        self.forge = forge

    def act(self, token=RUN, *, head=False, depth=1, **given):
        clone = self.checked_out("clone", depth=depth, head=head)
        inputs = {name.replace("_", "-"): value for name, value in given.items()}
        return act(clone, inputs, self.known(token), **self.variables)

    @property
    def variables(self):
        """What a runner sets; the token comes by the input."""
        found = self.forge.variables("")
        del found["GITHUB_TOKEN"]
        return found | {"GITHUB_EVENT_PATH": str(self.event), "NO_PROXY": "127.0.0.1"}


@pytest.fixture
def pull(team):
    main = team.must("git rev-parse origin/main").strip()
    with served(GitHub()) as forge:
        yield Pulled(team, forge)
    team.must(f"git push -q -f origin {main}:main && git fetch -q origin")


def change(team, old, new, file="tea.yaml"):
    team.write(file, team.read(file).replace(old, new))
    team.must("git add . && git commit -q -a -m Change")


def test_a_change_is_told_in_all_four_places(pull):
    change(
        pull.team, "waiter: {name: Notes the order", "waiter: {wait: 5 min, name: Notes the order"
    )
    acted = pull.act()
    assert (acted.status, acted.ran) == (0, PARTS), acted.output
    assert acted.outputs == {"changed": "true"}
    (comment,) = pull.forge.texts
    assert comment.startswith(f"{MARK}# Tea for two\n")
    assert acted.summary in comment
    assert comment.endswith(f"\n[The changes as pictures]({ARTIFACT})\n")
    assert "wait" in acted.summary
    assert list(acted.pictures) == ["tea.html"]
    assert b"<svg" in acted.pictures["tea.html"]
    notes = [each for each in commands(acted.output) if "title" in each.properties]
    line = pull.team.read("tea.yaml")[: pull.team.read("tea.yaml").index("wait:")].count("\n") + 1
    assert [(each.properties.get("file"), each.properties.get("line")) for each in notes] == [
        ("tea.yaml", str(line)),
        (None, None),
    ]
    assert notes[-1].text.startswith("1 change: 1 ")


def test_a_push_brings_the_comment_up_to_date_and_one_takes_it_back(pull):
    change(pull.team, "Boils water", "Heats water")
    pull.act()
    change(pull.team, "Heats water", "Warms water")
    pull.act()
    (comment,) = pull.forge.texts
    assert ("Warms" in comment, "Heats" in comment) == (True, False)
    change(pull.team, "Warms water", "Boils water")
    acted = pull.act()
    assert (acted.status, acted.outputs, acted.pictures) == (0, {"changed": "false"}, {})
    (comment,) = pull.forge.texts
    assert comment.startswith(f"{MARK}Nothing is left to say")
    assert acted.summary == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("chart.yaml", "no blueprint", "still none", ""),
        ("tea.yaml", "owner: Tea room\n", "# Who?\nowner: Tea room\n", "Only comments or layout"),
    ],
)
def test_where_no_blueprint_says_something_else_there_is_no_comment(pull, file, old, new, said):
    change(pull.team, old, new, file)
    acted = pull.act()
    assert (acted.status, acted.outputs) == (0, {"changed": "false"}), acted.output
    assert (pull.forge.wrote, acted.pictures) == ([], {})
    assert said in acted.summary
    assert bool(said) == bool(acted.summary)


def test_a_fork_gets_the_summary_and_no_failure(pull):
    change(pull.team, "Boils water", "Heats water")
    acted = pull.act(FORK)
    assert (acted.status, pull.forge.texts, acted.ran) == (0, [], PARTS)
    assert "Heats" in acted.summary
    assert "warning: GitHub refuses a comment on pull request 7: 403" in acted.output
    assert list(acted.pictures) == ["tea.html"]


def test_several_blueprints_new_ones_gone_ones_and_one_with_errors(pull):
    team = pull.team
    team.write("gone.yaml", CAKE)
    for name in "moved", "worse":
        team.write(f"{name}.yaml", TEA.replace("two", f"the {name}"))
    team.must("git add . && git commit -q -m More && git push -q origin HEAD:main && git fetch -q")
    change(team, "Boils water", "Heats water")
    team.must("git rm -q gone.yaml && mkdir sub && git mv moved.yaml sub/moved.yaml")
    change(team, "Boils water", "Warms water", "sub/moved.yaml")
    change(team, "role: support", "role: suport", "worse.yaml")
    team.write("two words/new.yaml", TEA.replace("two", "the new"))
    team.must("git add . && git commit -q -m New")
    acted = pull.act(lint="false")
    assert acted.status == 0, acted.output
    (comment,) = pull.forge.texts
    for said in (
        "# gone.yaml\n\nThe blueprint is gone.\n",
        "# two words/new.yaml\n\nThe blueprint is new.\n",
        "moved.yaml → sub/moved.yaml",
        "# worse.yaml\n\nIt cannot be compared by what it says.\n\n- Error now, line 7: unknown ",
        "```diff\n--- a/worse.yaml\n",
    ):
        assert said in comment
    assert sorted(acted.pictures) == [
        "gone.html",
        "sub-moved.html",
        "tea.html",
        "two-words-new.html",
    ]
    errors = [each for each in commands(acted.output) if each.kind == "error"]
    assert [(each.properties["file"], each.properties["line"]) for each in errors] == [
        ("worse.yaml", "7")
    ]
    assert "unknown role 'suport'" in errors[0].text


HOSTILE = (
    "::error::x ##[add-mask]a ::set-output name=changed::no %0A::warning::y"
    " --> <script>alert(1)</script> @team $(touch made) `touch made` ${{ github.token }} ](http://e)"
)


def test_no_text_of_a_file_or_branch_becomes_a_command(pull):
    team = pull.team
    team.write("bad.yaml", TEA.replace("two", "nobody"))
    team.must("git add . && git commit -q -m More && git push -q origin HEAD:main && git fetch -q")
    quoted = HOSTILE.replace("'", "''")
    change(team, "Boils water", f"'{quoted}'")
    change(team, "role: support", f"role: '{quoted}'", "bad.yaml")
    team.write("$(touch made) ::error::##[add-mask]x,@a`b`;.yaml", TEA.replace("two", "the file"))
    team.write("-o made.yaml", TEA.replace("two", "the option"))
    team.write("::stop-commands::x\n::add-mask::Tea.yaml", TEA.replace("two", "the line"))
    team.must("git add . && git commit -q -m '::error::subject\n\nparent 1111111'")
    team.must("git push -q -f origin 'HEAD:refs/heads/$(touch${IFS}made)'")
    acted = pull.act()
    assert (acted.status, acted.ran) == (1, PARTS), acted.output
    found = list(commands(acted.output))
    assert {each.kind for each in found} <= {"notice", "warning", "error"}
    assert all(each.properties.get("title") for each in found), "the file has made one of its own"
    assert not list(team.folder.parent.rglob("made"))
    (comment,) = pull.forge.texts
    code, prose = comment.split("```diff\n")[1].split("\n```\n")
    assert "<script>" in code
    prose = comment.split("```diff\n")[0] + prose
    assert "<script>" not in prose.replace("\\<script>", "")
    assert "@team" not in prose.replace("@&#8203;team", "")
    assert prose.index("-->") == len(MARK) - 4
    assert len(acted.pictures) == 4
    assert not any(b"<script>alert(1)" in each for each in acted.pictures.values())
    assert acted.outputs == {"changed": "true"}


@pytest.mark.parametrize("depth", [1, 2, 0])
@pytest.mark.parametrize("head", [True, False])
def test_only_the_branch_is_told_however_little_is_checked_out(pull, head, depth):
    team = pull.team
    change(team, "Boils water", "Heats water")
    team.must("git checkout -q main")
    change(team, "Order tea", "Order some tea")
    team.must("git push -q origin main && git reset -q --hard HEAD^ && git checkout -q branch")
    for number in range(3):
        change(team, "Tea room", f"Tea room {number}")
    acted = pull.act(head=head, depth=depth, pictures="")
    assert acted.status == 0, acted.output
    assert ("Heats" in acted.summary, "some tea" in acted.summary) == (True, False)


def test_what_cannot_be_fetched_is_said_and_the_rest_is_still_done(pull):
    change(pull.team, "Boils water", "Heats water")
    clone = pull.checked_out("clone")
    clone.must("git remote set-url origin file:///nowhere")
    acted = act(clone, {}, pull.known(RUN))
    assert (acted.status, acted.ran) == (2, ["Find what to compare with", "Lint"])
    (note,) = commands(acted.output)
    assert "cannot be fetched" in note.text
    assert "`fetch-depth: 0`" in note.text


def test_a_base_of_ones_own_is_compared_with_in_any_run(team):
    change(team, "Boils water", "Heats water")
    acted = act(team, {"base": "origin/main", "pictures": "svg"})
    assert (acted.status, "Heats" in acted.summary) == (0, True), acted.output
    assert list(acted.pictures) == ["tea.svg"]
    assert "Comment" not in acted.ran
    for unknown in ("nowhere", "--output=made", "$(touch made)", "::error::x"):
        acted = act(team, {"base": unknown, "lint": "false"})
        assert (acted.status, acted.ran) == (2, ["Find what to compare with"])
        assert [each.kind for each in commands(acted.output)] == ["error"]
    assert not (team.folder / "made").exists()


def test_notes_stand_beside_files_wherever_the_run_is(team):
    team.write("sub/dir é/cake.yaml", CAKE)
    team.write("sub/bad.yaml", CAKE)
    team.must("git add . && git commit -q -m More")
    change(team, "Gets hot", "Gets warm", "sub/dir é/cake.yaml")
    change(team, "name: Oven, role: backstage", "name: Oven, role: nowhere", "sub/bad.yaml")
    change(team, "Boils water", "Heats water")
    given = {"base": "HEAD~3", "pictures": "", "lint": "false", "working-directory": "sub/dir é"}
    for paths in "../..", "cake.yaml\n../bad.yaml\n../../tea.yaml":
        acted = act(team, given | {"paths": paths})
        assert acted.status == 0, acted.output
        files = {each.properties.get("file") for each in commands(acted.output)}
        assert files == {"sub/dir é/cake.yaml", "sub/bad.yaml", "tea.yaml", None}


def test_a_run_with_the_rights_of_the_base_says_nothing_of_the_base_itself(pull):
    change(pull.team, "Boils water", "Heats water")
    pull.team.must("git push -q -f origin HEAD:refs/pull/7/head && git checkout -q main")
    known = pull.team.must("git rev-parse origin/main").strip()
    base = {"github.sha": known, "github.event.pull_request.base.sha": known}
    pull.team.must("git push -q -f origin main:refs/pull/7/merge")
    acted = act(pull.team, {}, pull.known(RUN, "pull_request_target") | base, **pull.variables)
    assert (acted.status, acted.outputs, pull.forge.wrote) == (0, {"changed": "false"}, [])


def test_a_change_of_some_effect_fails_the_job_after_it_was_told(pull):
    change(pull.team, "Order tea and cake", "Order tea")
    acted = pull.act(fail_on="editorial", lint="false")
    assert (acted.status, acted.ran[-2:]) == (1, ["Comment", "Judge"])
    assert len(pull.forge.texts) == 1
    acted = pull.act(fail_on="worse", lint="false")
    assert (acted.status, acted.ran[-1]) == (0, "Comment")
    acted = pull.act(fail_on="$(touch made)", lint="false")
    assert (acted.status, acted.ran[-1]) == (2, "Compare")


def test_each_part_can_be_left_out(pull):
    change(pull.team, "Boils water", "Heats water")
    acted = pull.act(diff="false")
    assert (acted.ran, acted.outputs) == (["Lint"], {"changed": ""})
    acted = pull.act(lint="false", comment="false", pictures="")
    assert acted.ran == ["Find what to compare with", "Compare"]
    assert pull.forge.asked == []
    acted = pull.act(lint="false", pictures="pdf")
    assert (acted.status, "`pictures` is" in acted.output) == (2, True)
    acted = pull.act(lint="false", paths="nowhere", name="bp-other")
    assert (acted.status, "no 'nowhere'" in acted.output, acted.summary) == (2, True, "")
    acted = pull.act(lint="false", paths="chart.yaml", name="bp-other")
    assert (acted.status, acted.outputs, pull.forge.wrote) == (0, {"changed": "false"}, [])
    acted = pull.act(lint="false", pictures="png", paths="tea.yaml", name="bp-other")
    assert acted.pictures["tea.png"].startswith(b"\x89PNG")
    assert pull.forge.texts[0].startswith("<!-- bp-other -->\n# Tea for two")


SCHEMAS = {"workflows": "vendor.github-workflows", ".gitlab-ci.yml": "vendor.gitlab-ci"}


def test_servers_take_the_action_and_the_recipes(tmp_path):
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    subprocess.run([*check, "vendor.github-actions", str(ROOT / "action.yml")], check=True)
    for kind, schema in SCHEMAS.items():
        files = []
        for number, recipe in enumerate(each for each in recipes("") if kind in each.file):
            files.append(tmp_path / f"{number}{kind.strip('.')}.yml")
            files[-1].write_text(recipe.text, encoding="utf-8")
        assert files
        subprocess.run([*check, schema, *map(str, files)], check=True)
