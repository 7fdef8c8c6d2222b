"""Writing a file into a folder under a name that is free there."""

from pathlib import Path

from testimony_app.domain.errors import PersonError
from testimony_app.files.atomic import file_error, write_file

_MOST_CLASHES = 10_000


def write_in_folder(folder: Path, name: str, suffix: str, content: bytes) -> Path:
    """Write a file of a name that is free in a folder; a clash appends -2, -3. Returns where it stands.

    The folder is made. Raises PersonError `not_a_folder` where a file stands in its place, and those of `write_file`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        in_the_way = next((each for each in (folder, *folder.parents) if each.is_file()), None)
        raise (
            PersonError("not_a_folder", path=str(in_the_way)) if in_the_way else file_error(error, folder)
        ) from error
    except (OSError, ValueError) as error:
        raise file_error(error, folder) from error
    for number in range(1, _MOST_CLASHES):
        path = folder / (f"{name}{suffix}" if number == 1 else f"{name}-{number}{suffix}")
        try:
            write_file(path, content, replace=False)
        except PersonError as error:
            if error.code in {"file_exists", "is_a_folder"}:
                continue
            raise
        return path
    raise PersonError("file_exists", path=str(folder / f"{name}{suffix}"))
