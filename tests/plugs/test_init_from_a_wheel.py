"""What `sagaict init` sets up, run step by step where the program came from a wheel, offline."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from action_runner import server_environment
from once import made_once
from ruamel.yaml import YAML
from running import ROOT, git, repository

from sagaict.cli.frame.installation import Installation

HERE = [path for path in sys.path if path.endswith("site-packages")]


def run(command: list[str | Path], cwd: Path, **more: str) -> str:
    """What a program prints, which must succeed; without a network, and of no user's settings."""
    env = server_environment(cwd) | {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env | more,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    told = done.stdout.decode()
    assert done.returncode == 0, told
    return told


def environment_in(folder: Path) -> Path:
    """A new environment that has what the program needs, but not the program; its programs."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "needs.pth").write_text("\n".join(HERE) + "\n", encoding="utf-8")
    return folder / "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def build(folder: Path) -> None:
        run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], ROOT)

    (found,) = made_once(tmp_path_factory, "wheel", build).glob("*.whl")
    return found


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Where the program is installed from the wheel."""

    def install(folder: Path) -> None:
        bin_ = environment_in(folder)
        run([bin_ / "python", "-m", "pip", "install", "--quiet", wheel], folder)

    return made_once(tmp_path_factory, "from-wheel", install) / "bin"


@pytest.fixture
def made(tmp_path: Path, programs: Path) -> Path:
    run([programs / "sagaict", "init", "plans"], tmp_path)
    return tmp_path / "plans"


@pytest.fixture
def server(tmp_path: Path) -> Path:
    return environment_in(tmp_path / "server")


def test_every_step_of_the_workflow_runs(made: Path, server: Path, tmp_path: Path) -> None:
    repository(made)
    base = git(made, "rev-parse", "HEAD")
    path = made / "data" / "plans" / "example-plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2029: 68", "2029: 67"), encoding="utf-8")
    git(made, "commit", "--quiet", "--all", "--message", "Lower")
    workflow = YAML(typ="safe", pure=True).load(made / ".github" / "workflows" / "plans.yml")
    steps = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert not [step for step in steps if "${{" in step]
    summary = tmp_path / "summary.md"
    env = {**workflow["env"], "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    env |= {"PATH": f"{server}:{os.environ['PATH']}", "BASE": base}
    for step in steps:
        run(["bash", "-eo", "pipefail", "-c", step], made, **env)
    assert "68 → 67%" in summary.read_text(encoding="utf-8")
    found = run([server / "python", "-m", "pip", "list", "--path", site(server)], made)
    assert found.count("sagaict") == 1


def test_the_steps_that_publish_the_site_run(made: Path, server: Path) -> None:
    repository(made)
    workflow = YAML(typ="safe", pure=True).load(made / ".github" / "workflows" / "site.yml")
    job = YAML(typ="safe", pure=True).load(made / ".gitlab-ci.yml")
    steps = [step["run"] for step in workflow["jobs"]["site"]["steps"] if "run" in step]
    steps += job["pages"]["script"]
    env = {"PATH": f"{server}:{os.environ['PATH']}", **workflow["env"]}
    for step in steps:
        run(["bash", "-eo", "pipefail", "-c", step], made, **env)
    for folder in ("_site", *job["pages"]["artifacts"]["paths"]):
        assert (made / folder / "plans" / "example-plan.html").is_file()


def site(bin_: Path) -> Path:
    (found,) = bin_.parent.glob("lib/python*/site-packages")
    return found


def test_the_job_of_gitlab_runs(made: Path, server: Path) -> None:
    template = YAML(typ="safe", pure=True).load(made / ".gitlab-ci.yml")
    script = "\n".join([*template["plans"]["before_script"], *template["plans"]["script"]])
    env = {"PATH": f"{server}:{os.environ['PATH']}", "GITLAB_CI": "true"}
    env |= {name: str(value) for name, value in template["variables"].items()}
    log = run(["bash", "-eo", "pipefail", "-c", script], made, **env)
    assert "2 files, no problem." in log


def test_the_hooks_run_what_the_readme_installs(made: Path, server: Path, tmp_path: Path) -> None:
    told = (made / "README.md").read_text(encoding="utf-8")
    assert "$ python -m pip install -r requirements.txt pre-commit\n" in told
    repository(made)
    run([server / "python", "-m", "pip", "install", "--quiet", "-r", "requirements.txt"], made)
    env = {"PATH": f"{server}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    log = run([sys.executable, "-m", "pre_commit", "run", "--all-files"], made, **env)
    assert log.count("Passed") == 2


def test_the_wheel_that_is_written_is_the_wheel_that_was_installed(made: Path, wheel: Path) -> None:
    (copy,) = (made / "wheels").glob("*.whl")
    assert copy.name == wheel.name
    listed = (made / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert listed[1:] == [f"./wheels/{wheel.name}"]

    def contents(path: Path) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/RECORD")]
            return {name: archive.read(name) for name in names}

    assert contents(copy) == contents(wheel)


def test_a_refusal_about_excel_names_the_wheel(programs: Path, wheel: Path, tmp_path: Path) -> None:
    package = tmp_path / "hidden" / "openpyxl"
    package.mkdir(parents=True)
    code = "raise ModuleNotFoundError('no openpyxl', name='openpyxl')\n"
    (package / "__init__.py").write_text(code, encoding="utf-8")
    env = server_environment(tmp_path) | {"PYTHONPATH": str(package.parent)}
    done = subprocess.run(
        [programs / "sagaict", "sheet", "-o", "x.xlsx"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        check=False,
    )
    told = f'-m pip install "sagaict[excel] @ {wheel.as_uri()}"'
    assert (done.returncode, told in done.stderr.decode()) == (2, True)


HASH = "0" * 64
GIT = {"vcs": "git", "commit_id": "1a2b3c4d", "requested_revision": "main"}
ANYWHERE: list[tuple[dict[str, Any], str]] = [
    (
        {"url": "https://example.com/a/sagaict.git", "vcs_info": GIT},
        "sagaict @ git+https://example.com/a/sagaict.git@1a2b3c4d",
    ),
    (
        {"url": "ssh://git@example.com/sagaict.git", "vcs_info": GIT, "subdirectory": "tools/x"},
        "sagaict @ git+ssh://git@example.com/sagaict.git@1a2b3c4d#subdirectory=tools/x",
    ),
    (
        {"url": "https://example.com/s.whl", "archive_info": {"hashes": {"sha256": HASH}}},
        f"sagaict @ https://example.com/s.whl#sha256={HASH}",
    ),
    (
        {"url": "https://example.com/s.whl", "archive_info": {"hash": f"sha256={HASH}"}},
        f"sagaict @ https://example.com/s.whl#sha256={HASH}",
    ),
    (
        {"url": "https://example.com/s.tar.gz", "archive_info": {}},
        "sagaict @ https://example.com/s.tar.gz",
    ),
]


@pytest.mark.parametrize(("record", "address"), ANYWHERE)
def test_a_commit_or_a_file_on_the_web_is_installed_from_there(
    record: dict[str, Any], address: str
) -> None:
    found = Installation({}, record)
    assert found.address == address
    with_excel = address.replace("sagaict @", "sagaict[excel] @")
    assert found.command_with("excel", "openpyxl").endswith(f'-m pip install "{with_excel}"')


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"url": "file:///nowhere/sagaict.whl", "archive_info": {}},
        {"url": "file:///nowhere/sagaict.git", "vcs_info": GIT},
        {"url": "file:///nowhere", "dir_info": {"editable": True}},
        {"url": "file:///nowhere", "dir_info": {}},
        {"url": "https://me:secret@example.com/sagaict.git", "vcs_info": GIT},
        {"url": 'https://example.com/"\n- run: x', "vcs_info": GIT},
        {"url": "https://example.com/${TOKEN}.git", "vcs_info": GIT},
        {"url": 5, "archive_info": {}},
    ],
)
def test_what_others_cannot_reach_is_no_address(record: dict[str, Any]) -> None:
    found = Installation({}, record)
    assert (found.address, found.wheel()) == (None, None)
    assert found.command_with("excel", "openpyxl").endswith('-m pip install "openpyxl"')


def test_a_folder_is_named_as_it_was_installed(tmp_path: Path) -> None:
    for editable, option in ((True, "-e "), (False, "")):
        record = {"url": tmp_path.as_uri(), "dir_info": {"editable": editable}}
        command = Installation({}, record).command_with("excel", "openpyxl")
        assert command.endswith(f'-m pip install {option}"{tmp_path}[excel]"')


def test_hooks_of_a_commit_install_that_commit(tmp_path: Path, programs: Path) -> None:
    """As in the environment of the wheel, but recorded as `pip install git+https://…` does."""
    copy = tmp_path / "copy"
    shutil.copytree(programs.parent, copy, symlinks=True)
    (record,) = copy.glob("lib/python*/site-packages/sagaict-*.dist-info/direct_url.json")
    record.write_text(json.dumps(ANYWHERE[0][0]), encoding="utf-8")
    told = run([copy / "bin" / "python", "-m", "sagaict", "init", "plans"], tmp_path)
    address = ANYWHERE[0][1]
    assert f"The checks and hooks install {address}.\n" in told
    made = tmp_path / "plans"
    assert not (made / "wheels").exists()
    listed = (made / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert listed[1:] == [address]
    config = made / ".pre-commit-config.yaml"
    (repo,) = YAML(typ="safe", pure=True).load(config)["repos"]
    assert [(hook["language"], hook["additional_dependencies"]) for hook in repo["hooks"]] == [
        ("python", [address]),
        ("python", [address]),
    ]
    run([sys.executable, "-m", "pre_commit", "validate-config", config], made)


def test_where_nothing_is_recorded_pip_fails_and_says_what_to_fill_in(
    tmp_path: Path, server: Path
) -> None:
    run([sys.executable, "-m", "sagaict", "init", "plans"], tmp_path)  # an editable checkout
    made = tmp_path / "plans"
    listed = (made / "requirements.txt").read_text(encoding="utf-8")
    assert str(ROOT) not in listed
    assert "write into requirements.txt what pip is to install" in listed
    done = subprocess.run(
        [server / "python", "-m", "pip", "install", "-r", "requirements.txt"],
        cwd=made,
        env=server_environment(made) | {"PIP_NO_INDEX": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert "PUT-THE-WHEEL-OF-SAGAICT-HERE" in done.stderr.decode()
    assert "wheels" in done.stderr.decode()


def test_no_index_is_ever_asked_for_this_name(made: Path) -> None:
    asked = [
        f"{path.name}: {line.strip()}"
        for path in sorted(made.rglob("*"))
        if path.is_file() and path.suffix != ".whl"
        for line in path.read_text(encoding="utf-8").splitlines()
        if "pip install " in line and "-r " not in line
    ]
    assert asked == []
