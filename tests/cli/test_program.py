import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from testimony_app import __version__

HEAVY = ("PySide6", "shiboken6", "docx", "lxml", "typst", "smtplib", "keyring", "testimony_app.spelling", "jsonschema")


def run(*words, **options):
    command = [sys.executable, "-m", "testimony_app", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def test_the_program_says_its_version():
    assert run("--version").stdout == f"testimony {__version__}\n"


def test_help_names_every_command():
    answer = run("--help")
    assert answer.returncode == 0
    assert all(name in answer.stdout for name in ("campaign", "body", "draft", "check", "export", "example", "doctor"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so(tmp_path):
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    answer = run("--profile", tmp_path / "profile", env=bare)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert (
        answer.stderr == "There is no screen to show the window on. The commands work without one: testimony --help\n"
    )
    assert not (tmp_path / "profile").exists()


@pytest.mark.parametrize("words", ["nonsense", "draft", "export x", "check", "draft list --nonsense"])
def test_wrong_use_leaves_with_2(words):
    answer = run(*words.split())
    assert answer.returncode == 2
    assert "usage: testimony" in answer.stderr


def test_listing_drafts_loads_nothing_heavy(tmp_path):
    script = (
        "import sys\n"
        "from testimony_app.main import main\n"
        f"main(['--profile', {str(tmp_path)!r}, 'draft', 'list'])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_example_writes_every_format_and_leaves_no_profile(testimony, tmp_path, monkeypatch):
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    answer = testimony("example", "--out", tmp_path / "out")
    paths = [Path(line) for line in answer.out.splitlines()]
    assert answer.code == 0
    assert [path.name for path in paths] == [
        "2020-00681_Rosa-Maple.docx",
        "2020-00681_Rosa-Maple.pdf",
        "2020-00681_Rosa-Maple.txt",
        "2020-00681_Rosa-Maple.testimony.json",
    ]
    assert "Rosa Maple" in "".join(each.text for each in docx.Document(str(paths[0])).paragraphs)
    assert json.loads(paths[3].read_bytes())["format"] == "testimony/1"
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "profile").exists()


def test_doctor_passes_on_a_fresh_profile_and_makes_nothing(testimony, tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    answer = testimony("doctor", "--json")
    assert answer.code == 0
    assert {each["subject"] for each in answer.json} == {
        "versions",
        "database",
        "saving",
        "campaigns",
        "bodies",
        "languages",
        "display",
        "fonts",
    }
    assert {each["verdict"] for each in answer.json} == {"pass"}
    assert not (tmp_path / "profile").exists()
    assert testimony("doctor").out.count("pass") >= 5


def test_a_reader_that_goes_away_is_no_error():
    first = subprocess.Popen(
        [sys.executable, "-m", "testimony_app", "campaign", "show", "minneapolis-facial-recognition"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    first.stdout.close()
    _, told = first.communicate()
    assert "Traceback" not in told


def test_an_error_nobody_foresaw_is_one_sentence_without_anybodys_words(testimony, monkeypatch):
    def fail(_drafting, _size, _before):
        raise ZeroDivisionError("my secret words")

    monkeypatch.setattr("testimony_app.services.drafting.Drafting.page", fail)
    answer = testimony("draft", "list")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "ZeroDivisionError, draft_commands.py:" in answer.err
    assert "secret" not in answer.err
    assert testimony("draft", "list", "--json").json["code"] == "unforeseen"


def test_stopping_it_is_one_sentence(testimony, monkeypatch):
    def stop(_drafting, _size, _before):
        raise KeyboardInterrupt

    monkeypatch.setattr("testimony_app.services.drafting.Drafting.page", stop)
    answer = testimony("draft", "list")
    assert (answer.code, answer.err) == (1, "Stopped. What was saved is safe.\n")


def shell(words, profile, unbuffered=""):
    command = f'"{sys.executable}" -m testimony_app --profile "{profile}" {words}'
    env = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, env=env)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["draft list >&-", "draft list 2>&-", "draft list >&- 2>&- <&-", "--version >&-"])
def test_closed_streams_are_no_error(tmp_path, words):
    assert shell(words, tmp_path / "profile").returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words", ["campaign list", "campaign schema", "draft list --json", "draft show none --json", "--help", "doctor"]
)
def test_output_that_cannot_be_written_is_one_sentence(tmp_path, words):
    done = shell(f"{words} >/dev/full", tmp_path / "profile")
    assert done.returncode == 1
    if words != "--help":
        assert done.stderr.count("\n") == 1
        assert ("We could not write the answer" in done.stderr) == ("none" not in words)
        assert shell(f"{words} >/dev/full", tmp_path / "profile", unbuffered="1").returncode == 1
    assert shell(f"{words} >/dev/full 2>/dev/full", tmp_path / "profile").returncode == 1


def test_ctrl_c_while_the_modules_load_leaves_without_a_traceback(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'testimony_app.main':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
    )
    done = run("--version", env=os.environ | {"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
