"""What a scripted mail server may do at a point of a session. Each action is given the session."""

from tests.channels.smtp_server import Over


def say(text):
    return lambda talk: talk.say(text)


def say_and_drop(text):
    def act(talk):
        talk.say(text)
        raise Over

    return act


def drop(_talk):
    raise Over


def reset(talk):
    """End the connection with RST: what was sent before may be lost on the way."""
    talk.hang_up()
    raise Over


def silent(talk):
    """Say nothing more, and end when the other side does."""
    talk.socket.settimeout(None)
    while talk.socket.recv(65536):
        pass
    raise Over


def send_raw(content, then=silent):
    def act(talk):
        talk.send(content)
        then(talk)

    return act


def go_on(_talk):
    """Go on as if nothing had been said."""


def drip(piece):
    """Send the same piece a byte at a time until the other side has enough."""

    def act(talk):
        while not talk.server.stopped.wait(0.005):
            for byte in piece:
                talk.send(bytes([byte]))
                talk.server.stopped.wait(0.005)
        raise Over

    return act


def flood(piece):
    """Send the same piece as fast as it goes until the other side has enough."""

    def act(talk):
        while not talk.server.stopped.is_set():
            talk.send(piece)
        raise Over

    return act


def keep_and_say(text):
    def act(talk):
        talk.keep(talk.content)
        talk.say(text)

    return act


def keep_and(action):
    def act(talk):
        talk.keep(talk.content)
        action(talk)

    return act
