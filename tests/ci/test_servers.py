"""The recipes for GitHub and GitLab are run step by step, as far as they go without a server."""

import json
import re
from pathlib import Path

import pytest

from tests.ci.action import ACTION, act
from tests.ci.forges import ACCOUNTS, PERSON, GitLab, served
from tests.ci.recipes import ADDRESS, PAGE, TEA, Ran, recipes, scripts


def change(team, old, new):
    team.write("tea.yaml", team.read("tea.yaml").replace(old, new))
    team.must("git commit -q -a -m Change")


# GitHub


def follow(team, recipe):
    """Run a workflow's steps; gives the status of the first that fails, and all output."""
    (job,) = recipe.content["jobs"].values()
    status, output = 0, ""
    for step in job["steps"]:
        if status and step.get("if") != "always()":
            continue
        ran = do(team, step)
        status, output = status or ran.status, output + ran.output
    return Ran(status, output)


def do(team, step):
    uses = step.get("uses", "").partition("@")[0]
    if uses == "actions/checkout":
        return Ran(0, "")
    if uses == "github/codeql-action/upload-sarif":
        return upload(team.folder / step["with"]["sarif_file"])
    if uses == "your-org/bp":
        acted = act(team, step.get("with", {}))
        return Ran(acted.status, acted.output)
    assert set(step) == {"run"}
    return team.run(step["run"])


def upload(path):
    """Take a SARIF file as code scanning would."""
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["version"] == "2.1.0"
    return Ran(0, f"uploaded {len(report['runs'][0]['results'])}")


def test_findings_are_notes_beside_the_lines(team):
    (recipe,) = recipes("workflows/blueprints.yml")
    assert follow(team, recipe).status == 0
    change(team, "triggers: boil", "triggers: bake")
    ran = follow(team, recipe)
    assert ran.status == 1
    line = team.read("tea.yaml")[: team.read("tea.yaml").index("bake")].count("\n") + 1
    assert re.search(rf"^::error file=tea\.yaml,line={line},.*BP102", ran.output, re.MULTILINE)
    assert "reformatted" not in ran.output


def test_a_form_of_its_own_fails_the_workflow(team):
    (recipe,) = recipes("workflows/blueprints.yml")
    change(team, "blueprint: Tea", "blueprint:   Tea")
    ran = follow(team, recipe)
    assert (ran.status, "tea.yaml" in ran.output) == (1, True)


def test_a_pull_request_is_told_what_is_new(team):
    (recipe,) = recipes("workflows/new-in-blueprints.yml")
    assert recipe.content["jobs"]["lint"]["steps"][0]["with"]["fetch-depth"] == 0
    team.must("git checkout -q main")
    change(team, "role: support", "role: suport")
    team.must("git push -q origin main && git checkout -q -B branch")
    try:
        team.write("cake.yaml", TEA.replace("two", "three"))
        team.must("git add . && git commit -q -m Cake")
        assert follow(team, recipe).status == 0
        change(team, "triggers: boil", "triggers: bake")
        ran = follow(team, recipe)
        assert ran.status == 1
        assert "bake" in ran.output
        assert "suport" not in ran.output
    finally:
        team.must("git push -q -f origin branch~2~1:main")


def test_code_scanning_gets_its_file_whatever_is_found(team):
    (recipe,) = recipes("workflows/scan-blueprints.yml")
    ran = follow(team, recipe)
    assert ran.status == 0
    assert "uploaded" in ran.output
    change(team, "triggers: boil", "triggers: bake")
    ran = follow(team, recipe)
    assert ran.status == 1
    assert "uploaded 0" not in ran.output


def test_inputs_are_paths_and_options_and_never_commands(team):
    team.write("two words/cake $(touch made).yaml", TEA.replace("support", "suport"))
    given = {
        "paths": "two words\ntea.yaml\n",
        "args": "--fail-level error  --min-severity info",
        "sarif": "out put.sarif",
    }
    ran = act(team, given)
    assert ran.status == 1
    assert "two words/cake $(touch made).yaml" in ran.output
    assert json.loads(team.read("out put.sarif"))
    assert not (team.folder / "made").exists()
    assert act(team, {"args": "; touch made"}).status == 2
    assert act(team, {"paths": "--help"}).status == 2
    assert not (team.folder / "made").exists()


def test_the_folder_is_where_paths_begin(team):
    team.write("sub/cake.yaml", TEA.replace("support", "suport"))
    given = {"working-directory": "sub", "paths": "cake.yaml"}
    ran = act(team, given)
    assert (ran.status, ran.ran, "file=sub/cake.yaml," in ran.output) == (1, ["Lint"], True)


def test_the_page_describes_every_input():
    rows = re.findall(r"^\| `([\w-]+)` \| (.*) \| (?:`(.*)` )?\|$", PAGE, re.MULTILINE)
    assert rows == [
        (name, each["description"], each["default"]) for name, each in ACTION["inputs"].items()
    ]


# GitLab and others


def run_job(team, recipe, **variables):
    """Run a job's script as GitLab does, behind the line that installs `bp`."""
    (job,) = recipe.content.values()
    first, *rest = job["script"]
    assert first == f"pip install git+{ADDRESS}@REVISION"
    variables = {"GITHUB_ACTIONS": "", "GITLAB_CI": "true"} | variables
    return team.run("\n".join(rest), **variables), job


def test_gitlab_gets_its_report_whatever_is_found(team):
    recipe = recipes(".gitlab-ci.yml")[0]
    ran, job = run_job(team, recipe)
    report = job["artifacts"]["reports"]["codequality"]
    assert ran.status == 0, ran.output
    before = json.loads(team.read(report))
    change(team, "triggers: boil", "triggers: bake")
    ran, _ = run_job(team, recipe)
    assert ran.status == 1
    new = [each for each in json.loads(team.read(report)) if each not in before]
    assert [each["location"]["path"] for each in new] == ["tea.yaml"]


def test_a_merge_request_fails_for_what_it_brings(team):
    recipe = recipes(".gitlab-ci.yml")[1]
    change(team, "role: support", "role: suport")
    base = team.must("git rev-parse HEAD").strip()
    change(team, "Boils", "Heats")
    ran, job = run_job(team, recipe, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (ran.status, job["variables"]) == (0, {"GIT_DEPTH": "0"}), ran.output
    change(team, "triggers: boil", "triggers: bake")
    ran, _ = run_job(team, recipe, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (ran.status, "bake" in ran.output, "suport" in ran.output) == (1, True, False)


@pytest.mark.parametrize("merged", [False, True])
def test_a_merge_request_is_told_what_it_changes(team, merged):
    recipe = recipes(".gitlab-ci.yml")[2]
    base = team.must("git rev-parse HEAD").strip()
    with served(GitLab()) as forge:

        def run(token=PERSON):
            head = team.must("git rev-parse HEAD").strip()
            sources = {"CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": head} if merged else {}
            more = forge.variables(token) | sources | {"NO_PROXY": "127.0.0.1"}
            more |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_COMMIT_SHA": head}
            if merged:
                more["CI_COMMIT_SHA"] = base
            team.must("rm -rf changes changes.md")
            ran, job = run_job(team, recipe, **more)
            assert ran.status == 0, ran.output
            return job["artifacts"], ran

        change(team, "owner: Tea room", "owner: Tea room # Ann")
        run()
        assert forge.wrote == []
        change(team, "Boils water", "Heats water")
        kept, _ = run()
        (note,) = forge.texts
        assert note.startswith("<!-- bp-diff -->\n# Tea for two\n")
        assert note.removeprefix("<!-- bp-diff -->\n") == team.read("changes.md")
        assert "<svg" in team.read("changes/tea.html")
        assert all((team.folder / path).exists() for path in kept["paths"])
        assert json.loads(team.read(kept["reports"]["codequality"])) == []
        change(team, "Heats water", "Boils water")
        run()
        assert "taken back" in forge.texts[0]
        change(team, "Boils water", "Warms water")
        _, ran = run(token="")
        assert "warning: GitLab refuses" in ran.output
        assert len(forge.texts) == 1


def test_a_failed_comparison_is_no_reason_to_say_that_changes_are_gone(team):
    recipe = recipes(".gitlab-ci.yml")[2]
    with served(GitLab()) as forge:
        forge.add("<!-- bp-diff -->\n# Tea", ACCOUNTS[PERSON])
        more = forge.variables(PERSON) | {"NO_PROXY": "127.0.0.1"}
        more |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "1" * 40, "CI_COMMIT_SHA": "HEAD"}
        ran, _ = run_job(team, recipe, **more)
        assert (ran.status, forge.wrote) == (2, [])


def test_the_page_begins_with_commands_that_leave_nothing_to_tell(team):
    team.write("tea.yaml", TEA + "  - name: Wait\n")
    begin = next(each for each in scripts() if "--add-ignore" in each)
    team.must(f"set +e\n{begin}")
    assert "known when we began" in team.read("tea.yaml")
    team.must("bp lint && bp fmt --check")


def test_what_a_branch_changes_on_every_other_server(team):
    change(team, "waiter: {name", "waiter: {pain_points: [{name: Far away, severity: 4}], name")
    ran = team.run(next(each for each in scripts() if "--fail-on" in each))
    assert ran.status == 1, ran.output
    assert "Far away" in team.read("changes.md")
    assert "<svg" in team.read("changes/tea.html")


def test_a_report_for_every_other_server(team):
    team.must(next(each for each in scripts() if "junit" in each))
    assert team.read("bp.xml").startswith("<?xml")


def test_every_recipe_is_run_here():
    files = [Path(each.file).name for each in recipes("")]
    assert files == [
        ".pre-commit-config.yaml",
        ".pre-commit-config.yaml",
        "blueprints.yml",
        "review-blueprints.yml",
        "new-in-blueprints.yml",
        "scan-blueprints.yml",
        ".gitlab-ci.yml",
        ".gitlab-ci.yml",
        ".gitlab-ci.yml",
    ]
    assert len(scripts()) == PAGE.count("```sh\n") == 4
    assert PAGE.count("```yaml\n") == len(files)
