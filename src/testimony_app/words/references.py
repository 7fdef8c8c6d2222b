"""Why a version that leaves the computer has no reference, in words."""

from collections.abc import Mapping

from testimony_app.domain.errors import PersonError
from testimony_app.words.translate import Translate


def no_reference_sentence(why: PersonError, translate: Translate) -> str:
    """Return what to tell of a version that left without a reference: that it has none, why, and how to get one."""
    patterns = no_reference_patterns(translate)
    return patterns.get(why.code, patterns["store_read_only"])


def no_reference_patterns(translate: Translate) -> Mapping[str, str]:
    """Return a sentence for each code that has one of its own. Of all others we know only that nothing was written."""
    return {
        "disk_full": translate(
            "words", "This copy has no reference such as T-7K3MQ2P, because the disk that keeps your testimonies is full. To get one, make room there and do this again."
        ),
        "store_newer": translate(
            "words", "This copy has no reference such as T-7K3MQ2P, because a newer version of Testimony wrote your file. To get one, update Testimony and do this again."
        ),
        "store_on_network": translate(
            "words", "This copy has no reference such as T-7K3MQ2P, because your testimonies are kept on another computer, where we only read."
        ),
        "store_not_backed_up": translate(
            "words", "This copy has no reference such as T-7K3MQ2P, because your testimonies have to be backed up first. To get one, make room there and do this again."
        ),
        "store_read_only": translate(
            "words", "This copy has no reference such as T-7K3MQ2P, because nothing can be written where your testimonies are kept."
        ),
    }  # fmt: skip
