import shutil
import socket
import subprocess

import pytest

from testimony_app.domain.errors import OrganizerError
from testimony_app.files import confined
from testimony_app.files.confined import Limits, run_confined
from tests.needed import cannot

CHILD = "testimony_app.files.confined_probe"


@pytest.fixture
def probe(tmp_path, monkeypatch):
    """Run a piece of Python inside the confined child."""

    def run(work, content=b"", limits=Limits()):  # noqa: B008
        (tmp_path / "confined_probe.py").write_text(
            "from testimony_app.files.confined import Limits, serve_confined\n"
            f"def work(content):\n{work}\n"
            f"def main(): serve_confined({limits!r}, work)\n"
        )
        start = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); " + confined._START.partition("; ")[2]
        start = start.replace("from importlib", "sys.path.insert(0, sys.argv[1]); from importlib")
        monkeypatch.setattr(confined, "_START", start)
        return run_confined("confined_probe", content, limits)

    return run


def test_the_child_answers(probe):
    assert probe("    return content.upper()", b"words") == b"WORDS"


@pytest.mark.parametrize(
    "work",
    [
        "    return bytes(700 * 1024 * 1024)",
        "    import tempfile; tempfile.TemporaryFile().write(b'x' * 10000)",
        "    raise ValueError",
        "    import os; os._exit(3)",
    ],
    ids=["memory", "files", "exception", "death"],
)
def test_what_a_parser_must_not_do_ends_in_one_refusal(probe, work):
    with pytest.raises(OrganizerError) as error:
        probe(work)
    assert error.value.code == "content_too_heavy"


def test_an_endless_parser_is_stopped(probe):
    with pytest.raises(OrganizerError) as error:
        probe("    while True: pass", limits=Limits(processor_seconds=1, seconds=5))
    assert error.value.code == "content_too_heavy"


def test_a_waiting_parser_is_stopped(probe):
    with pytest.raises(OrganizerError) as error:
        probe("    import signal; signal.pause()", limits=Limits(seconds=1))
    assert error.value.code == "content_too_heavy"


@pytest.fixture
def _network_can_be_left():
    unshare = shutil.which("unshare")
    if not unshare:
        pytest.skip("only Linux shuts the network")
    ways = ([unshare, "--net", "true"], [unshare, "--user", "--net", "true"])
    if all(subprocess.run(way, check=False, capture_output=True).returncode for way in ways):
        cannot("this Linux lets nobody leave the network")


@pytest.mark.usefixtures("_network_can_be_left")
def test_the_child_has_no_network(probe):
    work = (
        "    import socket\n"
        "    with socket.socketpair()[0], socket.socket() as s:\n"
        "        s.settimeout(2)\n"
        "        return str(s.connect_ex(('127.0.0.1', int(content)))).encode()"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = probe(work, str(server.getsockname()[1]).encode())
    assert answer != b"0"


def test_the_child_sees_nothing_of_our_environment(probe, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "canary")
    assert b"canary" not in probe("    import os; return str(dict(os.environ)).encode()")
