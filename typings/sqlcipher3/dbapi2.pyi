import sqlite3

# It is made from the sources of sqlite3, with classes of its own.
class Error(Exception): ...
class Cursor(sqlite3.Cursor): ...
class Connection(sqlite3.Connection): ...

def connect(
    database: str,
    *,
    timeout: float,
    isolation_level: None,
    check_same_thread: bool,
    cached_statements: int,
    uri: bool,
    factory: type[Connection],
) -> Connection: ...
