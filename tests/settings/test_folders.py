from pathlib import Path

from testimony_app.settings.folders import profile_in, usual_profile


def test_a_profile_in_one_place_has_four_folders():
    folders = profile_in(Path("here"))
    assert (folders.data, folders.config) == (Path("here/data"), Path("here/config"))
    assert (folders.cache, folders.log) == (Path("here/cache"), Path("here/log"))
    assert folders.database == Path("here/data/testimony.db")
    assert (folders.campaigns, folders.bodies) == (Path("here/data/campaigns"), Path("here/data/bodies"))


def test_the_usual_profile_is_where_the_system_keeps_such_things(monkeypatch, tmp_path):
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    folders = usual_profile()
    kept = {folders.data, folders.config, folders.cache, folders.log}
    assert len(kept) == 4
    assert all("testimony" in folder.parts for folder in kept)
    assert not any(folder.exists() for folder in kept)
