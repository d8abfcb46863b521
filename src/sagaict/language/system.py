"""What the operating system answers, in this tool's own words."""

from __future__ import annotations

import errno

from sagaict.language import _, mark

__all__ = ["reason_of", "system_words"]

_WORDS = {
    errno.ENOENT: mark("it does not exist"),
    errno.EACCES: mark("you are not permitted to"),
    errno.EPERM: mark("you are not permitted to"),
    errno.EISDIR: mark("it is a folder"),
    errno.ENOTDIR: mark("it is not a folder"),
    errno.EEXIST: mark("it exists already"),
    errno.ENOTEMPTY: mark("the folder is not empty"),
    errno.ELOOP: mark("the links lead in a circle"),
    errno.ENAMETOOLONG: mark("the name is too long"),
    errno.ENOSPC: mark("the disk is full"),
    errno.EDQUOT: mark("no more disk space is allotted to you"),
    errno.EROFS: mark("nothing can be written on this drive"),
    errno.EIO: mark("the drive does not answer as it should"),
    errno.EBUSY: mark("another program is using it"),
    errno.ETXTBSY: mark("another program is using it"),
    errno.EMFILE: mark("too many files are open"),
    errno.ENFILE: mark("too many files are open"),
    errno.EINVAL: mark("the name or the contents are not possible here"),
    errno.EXDEV: mark("it lies on another drive"),
    errno.ENOMEM: mark("there is not enough memory"),
    errno.EPIPE: mark("the program that was to read it has ended"),
    errno.ETIMEDOUT: mark("the drive does not answer as it should"),
}


def reason_of(error: OSError) -> str:
    """Why the system refused: a message to translate, or the system's own short name (`EPROTO`)."""
    number = error.errno or 0
    return _WORDS.get(number) or errno.errorcode.get(number) or type(error).__name__


def system_words(error: OSError) -> str:
    """Why the system refused, in the language spoken now."""
    return _(reason_of(error))
