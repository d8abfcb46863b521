"""What keeps an intent from being written, told to the user with what to do about it."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sagaict.cli.frame.refusal import Refusal
from sagaict.language import _
from sagaict.language.system import system_words

if TYPE_CHECKING:
    from sagaict.recording.refusal import Refused

__all__ = ["writing_refusals"]


@contextmanager
def writing_refusals(hint: Callable[[Refused], str] | None = None) -> Iterator[None]:
    """Turn what keeps an intent from being written into a refusal that says what to do.

    `hint` names the option that helps, in a line of its own.

    Raises:
        Refusal: something inside the block was refused, or could not be written; what it was is
            the cause.
    """
    from sagaict.checking.wording import message
    from sagaict.reading.journal import ForeignJournal
    from sagaict.recording.refusal import Refused
    from sagaict.recording.values import NotUnderstood
    from sagaict.recording.wording import refusal_text
    from sagaict.writing.splice import SpliceFailed
    from sagaict.writing.transaction import Busy, ChangedMeanwhile, OutsideWorkspace, Unfinished

    try:
        yield
    except NotUnderstood as failed:
        raise Refusal(refusal_text(failed)) from failed
    except Refused as refused:
        text, more = refusal_text(refused), hint(refused) if hint else ""
        raise Refusal(f"{text}\n{more}" if more else text) from refused
    except SpliceFailed as splice:
        if splice.problem is None:
            raise Refusal(
                _(
                    "the way in which the file is written does not allow it; lay it out with "
                    "sagaict fmt, or change it by hand; nothing was written"
                )
            ) from splice
        raise Refusal(
            _("the file cannot be changed so: {detail}; nothing was written").format(
                detail=message(splice.problem)
            )
        ) from splice
    except (Busy, ForeignJournal) as kept_out:
        raise Refusal(_kept_out(kept_out)) from None
    except ChangedMeanwhile as changed:
        raise Refusal(
            _("{path} changed meanwhile; nothing was written, run it again").format(
                path=_shown(changed.path)
            )
        ) from None
    except OutsideWorkspace as outside:
        raise Refusal(
            _("{path} is a link that leads out of the data; nothing was written").format(
                path=_shown(outside.path)
            )
        ) from None
    except Unfinished as unfinished:
        raise Refusal(
            _(
                "the change is safe on the disk but could not be put in place ({detail}); "
                "the next command will do that"
            ).format(detail=unfinished.detail)
        ) from None
    except OSError as error:
        raise Refusal(_os_text(error)) from None


def _kept_out(why: Exception) -> str:
    from sagaict.reading.data_folder import JOURNAL
    from sagaict.writing.transaction import Busy

    if isinstance(why, Busy):
        return _(
            "another command is writing to the data just now; nothing was written, run it again"
        )
    return _(
        "{name} in the data was not left by this tool; nothing was written. For details: "
        "sagaict check"
    ).format(name=JOURNAL)


def _shown(path: Path) -> str:
    """The path relative to where the user stands, if it lies below."""
    with suppress(ValueError, OSError):
        return path.relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def _os_text(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("the disk is full; nothing was written")
    path = _shown(Path(error.filename)) if error.filename else _("the data")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{path} may not be written; nothing was changed").format(path=path)
    return _("{path} cannot be written: {reason}; nothing was changed").format(
        path=path, reason=system_words(error)
    )
