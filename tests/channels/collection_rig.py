from testimony_app.channels.collection import make
from testimony_app.domain.submission import Phase
from tests.channels.broken_secrets import breaking, locked
from tests.channels.contract import Rig
from tests.channels.letters import IDS
from tests.channels.places import PASSWORD


def collection_channel(settings, secret=lambda: PASSWORD, **changes):
    return make({"kind": "collection", "title": "Box", **settings, **changes}, secret)


class CollectionRig(Rig):
    """A second try finds the first by its bytes, and lays nothing down."""

    of_two_tries = 1

    def __init__(self, place):
        self.place = place

    def channel(self, secret=lambda: PASSWORD, **changes):
        return collection_channel(self.place.settings, secret, **changes)

    def delivered(self):
        return [content for name, content in self.place.files().items() if name.startswith(IDS.reference)]


class FolderRig(CollectionRig):
    def broken_channels(self):
        folder = self.place.folder
        (folder.parent / "a file").write_bytes(b"")
        yield "not plugged in", self.channel(url=(folder.parent / "stick").as_uri())
        yield "a file", self.channel(url=(folder.parent / "a file").as_uri())
        yield "a name too long", self.channel(url=folder.as_uri() + "/" + "x" * 300)
        yield "an impossible name", self.channel(url=folder.as_uri() + "/%00")

    def fall_silent(self, phase):
        """A disk is not waited for by a clock of ours: the process ends what hangs, see `test_collection`."""
        del phase
        return False


class DavRig(CollectionRig):
    secrets = (PASSWORD,)
    loggers_of_the_other_side = ("wsgidav",)

    def __init__(self, place, server):
        super().__init__(place)
        self.server = server

    def broken_channels(self):
        base = self.place.settings["url"]
        yield "nobody there", self.channel(url="webdav://127.0.0.1:1/box")
        yield "no such collection", self.channel(url=f"{base}/nowhere/deeper")
        yield "no TLS there", self.channel(url=base.replace("webdav:", "webdavs:"))
        yield "no such file", self.channel(url=base.replace("webdav:", "webdavs:"), ca_file="/nowhere/ca.pem")
        yield "impossible host", self.channel(url="webdavs://a..b/box")
        yield "impossible port", self.channel(url="webdavs://localhost:700000/box")
        yield "wrong password", self.channel(lambda: "wrong")
        yield "locked secret", self.channel(locked)
        yield "broken secret", self.channel(breaking(PASSWORD))

    def fall_silent(self, phase):
        self.server.silent_at = {Phase.CONNECT: "GET", Phase.BODY: "PUT", Phase.COMMITTING: "MOVE"}.get(phase, "")
        return bool(self.server.silent_at)


class StoreRig(CollectionRig):
    secrets = (PASSWORD,)
    loggers_of_the_other_side = ("werkzeug", "moto", "boto")

    def __init__(self, place, server):
        super().__init__(place)
        self.server = server

    def broken_channels(self):
        yield "nobody there", self.channel(endpoint="http://127.0.0.1:9")
        yield "no such store", self.channel(url="s3://no-such-bucket-of-ours/box")
        yield "impossible address", self.channel(endpoint="not an address")
        yield "locked secret", self.channel(locked)
        yield "broken secret", self.channel(breaking(PASSWORD))

    def fall_silent(self, phase):
        self.server.silent_at = {Phase.CONNECT: "GET", Phase.COMMITTING: "PUT"}.get(phase, "")
        return bool(self.server.silent_at)

    def delivered(self):
        self.server.be_kind()  # what lies there is asked for over the same wire
        return super().delivered()
