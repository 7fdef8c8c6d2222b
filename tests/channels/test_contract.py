"""The contract of all channels, kept by every kind but SMTP, whose is in `test_email_smtp`."""

import io
import os
import socket
from email import message_from_bytes
from email.policy import default

import docx
import pytest

from testimony_app.channels.kinds import KINDS
from testimony_app.channels.portal import portal_sheet
from testimony_app.domain.submission import Phase
from tests.channels.collection_rig import DavRig, FolderRig, StoreRig
from tests.channels.contract import ChannelContract, soon
from tests.channels.gates import RecordingGate
from tests.channels.http_rig import HttpRig
from tests.channels.http_server import HttpServer
from tests.channels.letters import IDS, LETTER, TEXT
from tests.channels.own_hand_rig import MODULES, OwnHandRig
from tests.channels.places import DavPlace, FolderPlace, StorePlace, dav_app, store_app
from tests.channels.watching import Watched, the_watch
from tests.channels.wsgi_server import WsgiServer


@pytest.fixture
def serve():
    servers = []

    def start(server):
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()


@pytest.fixture(scope="module")
def shares(tmp_path_factory):
    """A WebDAV server, and the folder it serves."""
    folder = tmp_path_factory.mktemp("dav")
    server = WsgiServer(dav_app(folder))
    yield server, folder
    server.close()


@pytest.fixture(scope="module")
def buckets():
    server = WsgiServer(store_app())
    yield server
    server.close()


class TestHttp(ChannelContract):
    @pytest.fixture
    def rig(self, serve, certificates):
        wrong = (certificates.of_another_host, certificates.of_another_authority, certificates.expired)
        strangers = [serve(HttpServer(certificates.context(each))) for each in wrong]
        return HttpRig(serve(HttpServer(certificates.context())), strangers, certificates.ca_file)


class TestFolder(ChannelContract):
    @pytest.fixture
    def rig(self, tmp_path):
        (tmp_path / "a box").mkdir()
        return FolderRig(FolderPlace(tmp_path / "a box"))


class TestWebDav(ChannelContract):
    @pytest.fixture
    def rig(self, shares):
        server, folder = shares
        box = folder / f"box-{os.urandom(6).hex()}"
        box.mkdir()
        yield DavRig(DavPlace(box, server.port), server)
        server.be_kind()


class TestStore(ChannelContract):
    @pytest.fixture
    def rig(self, buckets):
        yield StoreRig(StorePlace(f"http://127.0.0.1:{buckets.port}", f"b{os.urandom(6).hex()}"), buckets)
        buckets.be_kind()


class TestOwnHand(ChannelContract):
    """What the person does, and practice."""

    @pytest.fixture(params=sorted(MODULES))
    def rig(self, request):
        return OwnHandRig(request.param)

    def test_what_the_person_is_given_is_the_letter_and_is_never_called_sent(self, rig):
        channel = rig.channel()
        payload = channel.prepare(LETTER, IDS)
        if rig.kind == "mail_app":
            assert mail_program(payload.content).rstrip("\n").endswith(TEXT)
        elif rig.kind == "portal":
            assert portal_sheet(payload).pieces[0].text == TEXT
        else:
            assert payload.content.decode() == TEXT
        gate = RecordingGate()
        outcome = channel.send(payload, gate, soon())
        assert outcome.kind is rig.success
        assert (outcome.code == "practice_done") is (rig.kind == "practice")
        assert gate.passed == ([Phase.CONNECT, Phase.BODY, Phase.COMMITTING] if rig.commits else [Phase.CONNECT])


def mail_program(content):
    """Open a message file as a mail program does: as a draft, with its text and a file that opens."""
    message = message_from_bytes(content, policy=default)
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert docx.Document(io.BytesIO(attached.get_content())).paragraphs[0].text == "Hello, Council Members."
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_every_kind_has_its_contract():
    held = {"email_smtp", "http_api", "collection", *MODULES}
    assert held == set(KINDS)


def test_the_watch_sees_what_reaches_out(tmp_path):
    class Leaky:
        def leak(self):
            (tmp_path / "leak").write_text("x")
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection(server.getsockname()).close()

    watch = the_watch()
    watch.seen.clear()
    Watched(Leaky(), watch).leak()
    assert {each.split()[0] for each in watch.seen} >= {"open", "socket.connect"}
