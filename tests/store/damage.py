"""Ways a database file is damaged, each by a number: cut, emptied, zeroed, flipped, without its log, gone."""

import random

PAGE = 4096


def whole_kinds():
    return list(_KINDS)


def damage(path, kind, seed):
    """Damage the database at `path`, or its log. Nothing else is touched."""
    _KINDS[kind](path, random.Random(f"{kind} {seed}"))


def _log(path):
    return path.with_name(path.name + "-wal")


def _rewrite(path, change):
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(bytes(content))


def _cut(path, generator):
    content = path.read_bytes()
    path.write_bytes(content[: generator.randrange(1, len(content))])


def _cut_at_a_page(path, generator):
    content = path.read_bytes()
    path.write_bytes(content[: PAGE * generator.randrange(1, len(content) // PAGE)])


def _empty(path, _generator):
    path.write_bytes(b"")


def _zero(path, _generator):
    path.write_bytes(bytes(path.stat().st_size))


def _zero_a_part(path, generator):
    def change(content):
        start = generator.randrange(0, len(content) - 600)
        content[start : start + 512] = bytes(512)

    _rewrite(path, change)


def _zero_the_first_page(path, _generator):
    def change(content):
        content[:PAGE] = bytes(PAGE)

    _rewrite(path, change)


def _flip_a_bit(path, generator):
    def change(content):
        content[generator.randrange(len(content))] ^= 1 << generator.randrange(8)

    _rewrite(path, change)


def _flip_a_hundred(path, generator):
    def change(content):
        for _ in range(100):
            content[generator.randrange(len(content))] ^= 1 << generator.randrange(8)

    _rewrite(path, change)


def _swap_pages(path, generator):
    def change(content):
        one, two = (PAGE * generator.randrange(1, len(content) // PAGE) for _ in range(2))
        content[one : one + PAGE], content[two : two + PAGE] = content[two : two + PAGE], content[one : one + PAGE]

    _rewrite(path, change)


def _noise(path, generator):
    def change(content):
        start = generator.randrange(0, len(content) - 600)
        content[start : start + 512] = generator.randbytes(512)

    _rewrite(path, change)


def _lose_the_log(path, _generator):
    _log(path).unlink()


def _cut_the_log(path, generator):
    _cut(_log(path), generator)


def _flip_in_the_log(path, generator):
    _flip_a_bit(_log(path), generator)


def _zero_the_log(path, generator):
    _zero(_log(path), generator)


def _lose_the_file(path, _generator):
    path.unlink()


_KINDS = {
    "cut": _cut,
    "cut at a page": _cut_at_a_page,
    "emptied": _empty,
    "zeroed": _zero,
    "a part zeroed": _zero_a_part,
    "first page zeroed": _zero_the_first_page,
    "a bit flipped": _flip_a_bit,
    "a hundred bits flipped": _flip_a_hundred,
    "pages swapped": _swap_pages,
    "noise": _noise,
    "log lost": _lose_the_log,
    "log cut": _cut_the_log,
    "bit flipped in the log": _flip_in_the_log,
    "log zeroed": _zero_the_log,
    "file lost": _lose_the_file,
}
