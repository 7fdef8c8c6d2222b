"""The lock from the command line: a whole journey, no word on the disk, and what is said where it stays shut."""

import io
import json
import os
import subprocess
import sys

import pytest

from testimony_app.cli.passphrases import OF_PROFILE
from testimony_app.store.engine import is_locked, is_plain
from tests.kept_secrets import keyring_in_memory, quick_sealing
from tests.needed import programs
from tests.settings.test_secrets import LOCKED, NEEDED, UNLOCKED
from tests.words_left import WORD, image_holds, places

PHRASE = "four nice old words"
MISSING = ("Give the passphrase", "lock_passphrase_missing")
WRONG = ("does not open your testimonies", "lock_passphrase_wrong")


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    quick_sealing(monkeypatch)
    monkeypatch.delenv(OF_PROFILE, raising=False)


@pytest.fixture
def typed(monkeypatch):
    """Type lines into standard input."""

    def type_in(*lines):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    type_in()
    return type_in


@pytest.fixture
def written(testimony, file):
    """Write a testimony with the word in it everywhere, with a backup, a brought back one, and something sent."""

    def write(profile):
        points = [{"title": f"{WORD} title", "story": f"A {WORD} stood by the bridge."}]
        path = file(title=f"My {WORD}", points=points, person={"name": f"Rosa {WORD}"}, ask={"text": f"Hear {WORD}."})
        draft = testimony("draft", "import", path, profile=profile).out.strip()
        path.unlink()
        for words in (
            ("backup", "make"),
            ("backup", "restore"),
            ("channel", "add", "dry", "kind=practice", "title=Practice"),
            ("send", draft, "--via", "dry", "--consent"),
        ):
            answer = testimony(*words, profile=profile)
            assert answer.code in {0, 3}, answer.err
        return draft

    return write


def test_a_whole_journey(testimony, written, typed, file, tmp_path):
    profile = tmp_path / "profile"
    draft = written(profile)
    assert places(profile)
    typed(PHRASE)
    answer = testimony("lock", "on", "--passphrase")
    assert answer.code == 0
    for said in ("cannot either", "Your passphrase opens them", "We cannot reach those"):
        assert said in answer.err
    assert places(profile) == []
    assert testimony("lock", "status", "--json").json == {
        "on": True, "passphrase": True, "keyring": False, "not_done": [], "installed": True,
    }  # fmt: skip
    new = file("new.testimony.json", title=f"New {WORD}", points=[{"title": "Mine", "story": "A wren sang."}])
    typed(PHRASE)
    second = testimony("draft", "import", new).out.strip()
    new.unlink()
    for words, said in (
        (("draft", "list"), second),
        (("draft", "search", WORD), draft),
        (("draft", "show", draft), WORD),
        (("draft", "history", draft), "1"),
        (("backup", "make"), "by-hand"),
        (("backup", "list"), "testimonies"),
        (("outbox", "list"), "Practice"),
        (("doctor",), "in order"),
    ):
        typed(PHRASE)
        answer = testimony(*words)
        assert answer.code == 0, (words, answer.err)
        assert said in answer.out
    typed(PHRASE)
    assert testimony("export", draft, "--to", "txt", "--out", tmp_path / "mine.txt").code == 0
    assert WORD in (tmp_path / "mine.txt").read_text(encoding="utf-8")
    typed(PHRASE)
    assert testimony("send", second, "--via", "dry", "--consent").code in {0, 3}
    typed(PHRASE)
    assert testimony("backup", "restore").code == 0
    assert places(profile) == []
    typed(PHRASE)
    assert testimony("lock", "off").code == 0
    assert places(profile)
    typed()
    assert draft in testimony("draft", "list").out
    assert testimony("lock", "status").out.startswith("Your testimonies are not locked.")


def test_no_word_is_on_the_raw_disk_after_a_session_of_a_locked_profile(testimony, raw_disk, file, monkeypatch):
    disk, end = raw_disk
    monkeypatch.setenv(OF_PROFILE, PHRASE)
    monkeypatch.setenv("TMPDIR", str(disk))
    profile = disk / "profile"
    assert testimony("lock", "on", profile=profile).code == 0
    path = file(title=f"My {WORD}", points=[{"title": "Mine", "story": f"A {WORD} stood by the bridge."}])
    draft = testimony("draft", "import", path, profile=profile).out.strip()
    assert draft in testimony("draft", "search", WORD, profile=profile).out
    assert testimony("backup", "make", profile=profile).code == 0
    assert not image_holds(end())


@pytest.mark.parametrize("as_json", [False, True])
def test_without_a_passphrase_nothing_is_opened(testimony, written, typed, tmp_path, as_json):
    draft = written(tmp_path / "profile")
    typed(PHRASE)
    testimony("lock", "on")
    before = (tmp_path / "profile" / "data" / "testimony.db").read_bytes()
    options = ("--json",) if as_json else ()
    for words in (("draft", "list"), ("draft", "show", draft), ("backup", "make"), ("outbox", "run"), ("lock", "off")):
        typed()
        answer = testimony(*words, *options)
        assert answer.code == 1
        assert MISSING[as_json] in answer.out + answer.err
        typed("some other words")
        answer = testimony(*words, *options)
        assert answer.code == 1
        assert WRONG[as_json] in answer.out + answer.err, words
        assert WORD not in answer.out + answer.err
    assert (tmp_path / "profile" / "data" / "testimony.db").read_bytes() == before


def test_what_needs_no_testimony_needs_no_passphrase(testimony, written, typed, tmp_path):
    written(tmp_path / "profile")
    typed(PHRASE)
    testimony("lock", "on")
    typed()
    for words in (("campaign", "list"), ("body", "list"), ("channel", "list"), ("lock", "status")):
        assert testimony(*words).code == 0
    answer = testimony("doctor")
    assert "locked, and we had no passphrase" in answer.out


def test_the_passphrase_of_the_environment(testimony, written, typed, tmp_path, monkeypatch):
    draft = written(tmp_path / "profile")
    typed()
    monkeypatch.setenv(OF_PROFILE, PHRASE)
    assert testimony("lock", "on").code == 0
    assert draft in testimony("draft", "list").out
    typed("five quite new words")
    assert testimony("lock", "passphrase").code == 0
    assert testimony("draft", "list").code == 1
    monkeypatch.setenv(OF_PROFILE, "five quite new words")
    assert draft in testimony("draft", "list").out


def test_a_short_passphrase_locks_nothing(testimony, written, typed, tmp_path):
    written(tmp_path / "profile")
    typed("short")
    assert testimony("lock", "on").code == 1
    assert is_plain(tmp_path / "profile" / "data" / "testimony.db")
    assert not (tmp_path / "profile" / "data" / "lock.json").exists()


def test_without_sqlcipher_it_says_what_is_missing(testimony, written, typed, tmp_path, monkeypatch):
    draft = written(tmp_path / "profile")
    typed(PHRASE)
    testimony("lock", "on")
    for name in ("sqlcipher3", "testimony_app.store.sqlcipher"):
        monkeypatch.setitem(sys.modules, name, None)
    database = tmp_path / "profile" / "data" / "testimony.db"
    before = database.read_bytes()
    typed(PHRASE)
    for words in (("draft", "list"), ("draft", "show", draft), ("lock", "off")):
        typed(PHRASE)
        answer = testimony(*words)
        assert answer.code == 1
        assert "Add the Python package sqlcipher3" in answer.err
    assert not testimony("lock", "status", "--json").json["installed"]
    assert database.read_bytes() == before
    other = tmp_path / "other"
    typed(PHRASE)
    assert testimony("lock", "on", profile=other).code == 1
    assert not (other / "data" / "lock.json").exists()
    assert testimony("draft", "list", profile=other).code == 0


def test_everything_is_erased_though_nobody_knows_the_passphrase(testimony, written, typed, tmp_path, monkeypatch):
    kept = keyring_in_memory(monkeypatch)
    written(tmp_path / "profile")
    typed(PHRASE)
    assert testimony("lock", "on", "--passphrase", "--keyring").code == 0
    assert kept
    typed()
    assert testimony("erase-everything", "--yes").code == 0
    assert not kept
    assert testimony("draft", "list").out == ""


ON_A_BUS = """
import json, sys
from testimony_app.main import main
profile, path = sys.argv[1:]
said = []
for words in ("draft import " + path, "lock on --keyring", "draft list", "lock status", "lock off"):
    said.append(main(["--profile", profile, *words.split()]))
print(json.dumps(said))
"""


@pytest.fixture
def on_a_bus(tmp_path, file):
    """Go through it with a keyring daemon of its own, in an empty home."""
    programs(*NEEDED)
    path = file(title="Mine", points=[{"title": "Mine", "story": "A heron."}])
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)

    def go(daemon):
        words = [sys.executable, "-c", ON_A_BUS, str(tmp_path / "profile"), str(path)]
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "home"),
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        }
        if "PYTHONPATH" in os.environ:
            environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
        command = ["dbus-run-session", "--", "bash", "-c", daemon, "work", *words]
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=100, check=True
        )
        return json.loads(done.stdout.splitlines()[-1]), done.stdout, done.stderr

    return go


def test_a_real_keyring_opens_it(on_a_bus, tmp_path):
    codes, out, err = on_a_bus(UNLOCKED)
    assert codes == [0, 0, 0, 0, 0]
    assert "The keyring of this computer opens them." in out + err
    assert is_plain(tmp_path / "profile" / "data" / "testimony.db")


def test_a_real_keyring_that_is_locked_locks_nothing(on_a_bus, tmp_path):
    codes, _, err = on_a_bus(LOCKED)
    assert codes[1] == 1
    assert codes[2] == 0
    assert "eyring" in err
    assert not is_locked(tmp_path / "profile" / "data" / "testimony.db")
    assert not (tmp_path / "profile" / "data" / "lock.json").exists()


def test_a_profile_that_nobody_can_look_into_is_told_as_one_without_a_lock_is(testimony, tmp_path):
    for words in (("draft", "list"), ("lock", "status"), ("lock", "on", "--keyring")):
        answer = testimony(*words, profile=tmp_path / ("x" * 300))
        assert answer.code == 1
        assert "is too long" in answer.err
