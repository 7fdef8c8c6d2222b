import errno
import sys
import zipfile

import pytest

from bootstrapping.failures import DISK_FULL, TAIL_LINES, DownloadError, explain, explain_os_error
from bootstrapping.processes import Ended, run_quietly


def pip(folder, *words):
    """Run the real pip with no configuration of this machine."""
    lock = folder / "lock.txt"
    lock.write_text(f"made-up==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--isolated", "install", "--quiet", "--require-hashes", "--retries", "1"]
    return run_quietly([*command, "--target", str(folder / "out"), "--requirement", str(lock), *words])


def test_pip_without_a_network_gets_the_network_sentence(tmp_path):
    ended = pip(tmp_path, "--index-url", "http://127.0.0.1:9/simple")
    error = explain("Installing", ended)
    assert isinstance(error, DownloadError)
    assert str(error).startswith("The network did not answer, so nothing was installed.")


@pytest.mark.parametrize("index", [["--no-index"], ["--index-url", "http://127.0.0.1:9/simple", "--retries", "0"]])
def test_pip_that_found_nothing_and_does_not_say_why_gets_a_sentence_of_its_own(tmp_path, index):
    error = explain("Installing", pip(tmp_path, *index))
    assert isinstance(error, DownloadError)
    assert str(error).startswith("The package index did not answer, or has no ready build")


def test_a_package_that_is_not_the_locked_one_gets_a_sentence_of_its_own(tmp_path):
    wheel(tmp_path / "made_up-1.0-py3-none-any.whl")
    ended = pip(tmp_path, "--no-index", "--find-links", str(tmp_path))
    assert str(explain("Installing", ended)).startswith("A downloaded package is not the one that the lock names")


def wheel(file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("made_up-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: made-up\nVersion: 1.0\n")
        archive.writestr("made_up-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("made_up-1.0.dist-info/RECORD", "")


def test_a_certificate_comes_before_the_connection_that_failed_for_it():
    ended = Ended(1, "Max retries exceeded: '[SSL: CERTIFICATE_VERIFY_FAILED]'\nConnection refused")
    assert str(explain("Installing", ended)).startswith("The package index could not prove who it is")


def test_a_full_disk_comes_before_everything():
    ended = Ended(1, "Connection broken\nERROR: [Errno 28] No space left on device")
    assert str(explain("Installing", ended)) == DISK_FULL


def test_an_unknown_cause_shows_the_last_lines_only():
    output = "\n\n".join(f"line {number}" for number in range(100))
    lines = str(explain("Installing the app", Ended(7, output))).splitlines()
    assert lines[0] == "Installing the app failed with exit code 7. Its last lines:"
    assert lines[1:] == [f"    line {number}" for number in range(100 - TAIL_LINES, 100)]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DISK_FULL),
        (PermissionError(13, "Permission denied", "stamp"), "The system refused to use stamp: Permission denied."),
        (TimeoutError(), "The system refused: TimeoutError."),
    ],
)
def test_an_error_of_the_system_is_a_sentence(error, sentence):
    assert explain_os_error(error) == sentence


def test_a_command_is_run_without_input_and_with_all_its_words_kept():
    code = "import sys; print(sys.stdin.read() == ''); print('oops', file=sys.stderr); sys.exit(3)"
    ended = run_quietly([sys.executable, "-c", code])
    assert ended.code == 3
    assert sorted(ended.output.split()) == ["True", "oops"]
