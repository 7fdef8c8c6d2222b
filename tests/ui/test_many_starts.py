"""Many starts at once: one has the window and the others call it to the front. A killed one leaves no lock behind."""

import subprocess
import sys
from threading import Timer

import pytest


def start(folder):
    return subprocess.Popen([sys.executable, "-m", "tests.ui.starter", str(folder)], stdout=subprocess.PIPE, text=True)


def end(child):
    child.kill()
    child.wait()
    child.stdout.close()


def demand_one(folder, count, kills):
    children = [start(folder) for _ in range(count)]
    watchdog = Timer(300, lambda: [child.kill() for child in children])
    watchdog.start()
    holder = None
    try:
        said = [child.stdout.readline().strip() for child in children]
        assert sorted(said) == ["called"] * (count - 1) + ["ours"]
        holder = children[said.index("ours")]
        for _ in range(kills):
            end(holder)
            holder = start(folder)
            children.append(holder)
            assert holder.stdout.readline() == "ours\n"
            second = start(folder)
            children.append(second)
            assert second.stdout.readline() == "called\n"
            assert holder.stdout.readline() == "front\n"
    finally:
        watchdog.cancel()
        for child in children:
            if not child.stdout.closed:
                end(child)


def test_of_ten_starts_one_has_the_window_and_no_kill_leaves_a_lock(tmp_path):
    demand_one(tmp_path, 10, 3)


@pytest.mark.long
def test_of_a_hundred_starts_one_has_the_window_and_a_hundred_kills_leave_no_lock(tmp_path):
    demand_one(tmp_path, 100, 100)
