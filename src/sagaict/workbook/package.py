"""What kind of file came in, and whether it is safe to open, told from its bytes alone.

An .xlsx file is a zip of XML. One of a few kilobytes can unpack to gigabytes, name a million
cells, or carry macros; that is found out here, before a library that would try to load it all.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Literal

__all__ = ["MAX_FILE", "MAX_UNPACKED", "Unusable", "kind_of", "require_harmless"]

MAX_FILE = 20_000_000
MAX_UNPACKED = 60_000_000
MAX_PARTS = 1_000

FileKind = Literal["workbook", "text"]

_TYPES = "[Content_Types].xml"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 16
_DECLARATIONS = tuple(
    name.encode(encoding)
    for name in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_LONGEST = max(map(len, _DECLARATIONS))


class Unusable(Exception):
    """A file that is not read at all; `code` names why, `details` fill the message."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def kind_of(content: bytes) -> FileKind:
    """Whether the file is a workbook or plain text, whatever its name ends in.

    Raises:
        Unusable: `empty`, `too-large`, `bomb` (it unpacks to too much), `encrypted`, `old-excel`,
            `open-document`, `macros`, `binary`, `not-a-workbook`, `not-text`, `damaged`.
    """
    if not content:
        raise Unusable("empty")
    if len(content) > MAX_FILE:
        raise Unusable("too-large", limit=f"{MAX_FILE // 1_000_000}")
    if content.startswith(_OLD):
        # An encrypted workbook is wrapped into the old format, in a stream of this name.
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise Unusable("encrypted" if encrypted else "old-excel")
    if content.startswith(b"PK"):
        _require_plain_workbook(content)
        return "workbook"
    if b"\0" in content[:4096]:
        raise Unusable("not-text")
    return "text"


def _require_plain_workbook(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            code = _fault(infos)
            names = frozenset(info.filename for info in infos)
            types = parts.read(_TYPES) if not code and _TYPES in names else b""
    except Exception as error:  # a damaged zip raises nearly anything
        raise Unusable("damaged") from error
    if code:
        raise Unusable(code, limit=f"{MAX_UNPACKED // 1_000_000}")
    if "mimetype" in names and "content.xml" in names:
        raise Unusable("open-document")
    if any(name.lower().endswith("vbaproject.bin") for name in names) or b"macroEnabled" in types:
        raise Unusable("macros")
    if "xl/workbook.bin" in names:
        raise Unusable("binary")
    if not types or not any(name.startswith("xl/") for name in names):
        raise Unusable("not-a-workbook")


def _fault(infos: Sequence[zipfile.ZipInfo]) -> str:
    """What is wrong with the parts of a zip, before anything is unpacked."""
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        return "bomb"
    return "encrypted" if any(info.flag_bits & 1 for info in infos) else ""


def require_harmless(content: bytes) -> None:
    """Read through a workbook once, part by part, without keeping it.

    Raises:
        Unusable: `doctype` (entities that multiply), `damaged` (also: a part that unpacks to more
            than it says).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            declared = any(_declares(parts, info) for info in parts.infolist())
    except Exception as error:  # a damaged zip raises nearly anything
        raise Unusable("damaged") from error
    if declared:
        raise Unusable("doctype")


def _declares(parts: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a part declares a document type."""
    rest = b""
    with parts.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            if any(word in rest + chunk for word in _DECLARATIONS):
                return True
            rest = chunk[-_LONGEST:]
    return False
