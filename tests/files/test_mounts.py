from pathlib import Path

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.files import mounts
from testimony_app.files.mounts import kind_at, network_file_system
from testimony_app.store.database import open_database
from testimony_app.store.drafts import DraftStore

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
41 22 0:45 / /home rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2
42 41 8:2 / /home/rosa/disk rw - ext4 /dev/sdb1 rw
43 22 0:50 / /media/my\040share rw - cifs //box/share rw
44 22 0:51 / /media/over rw - ext4 /dev/sdc1 rw
45 44 0:52 / /media/over rw - fuse.sshfs me@host:/ rw
half a line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/etc/x", "ext4"),
        ("/home", "nfs4"),
        ("/home/rosa/.local/share/testimony/testimony.db", "nfs4"),
        ("/home/rosa/disk/testimony.db", "ext4"),
        ("/homes/rosa", "ext4"),
        ("/media/my share/x", "cifs"),
        ("/media/over/x", "fuse.sshfs"),
    ],
)
def test_the_last_and_deepest_mount_counts(path, kind):
    assert kind_at(Path(path), MOUNTS) == kind


def test_this_computers_own_disk_is_none(tmp_path):
    assert network_file_system(tmp_path / "not there yet") == ""


def test_a_system_that_does_not_tell_is_no_reason_to_refuse(tmp_path, monkeypatch):
    monkeypatch.setattr(mounts, "_LINUX_MOUNTS", tmp_path / "nowhere")
    assert network_file_system(tmp_path) == ""


def test_a_profile_on_another_computer_is_refused_and_what_is_in_it_can_be_read(tmp_path, monkeypatch):
    database = tmp_path / "data" / "testimony.db"
    open_database(database).close()
    told = tmp_path / "mounts"
    told.write_text(f"{MOUNTS}46 22 0:53 / {tmp_path} rw - nfs4 server:/x rw\n")
    monkeypatch.setattr(mounts, "_LINUX_MOUNTS", told)
    with pytest.raises(PersonError) as error:
        open_database(database)
    assert (error.value.code, error.value.parameters["kind"]) == ("store_on_network", "nfs4")
    with pytest.raises(PersonError):
        open_database(tmp_path / "new" / "testimony.db")
    assert not (tmp_path / "new").exists()
    store = DraftStore(database, bytes.decode)
    assert store.page(9) == ()
    assert store.trouble().code == "store_on_network"
    store.close()
