"""Where this program came from, as its installation records it, and how to have it elsewhere.

`direct_url.json` (PEP 610) names the file, folder or commit that was installed; there is none of
what came from an index. An index is never named here: under this name anybody may offer anything.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import shlex
import sys
import zipfile
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import sagaict
from sagaict.domain.light import dataclass

__all__ = ["Installation", "Wheel", "this_installation"]

_NAME = "sagaict"
_ANYWHERE = ("https", "http", "ssh")
_PLAIN = re.compile(r"[!$%&()*+,./0-9:;=?@A-Z_a-z~-]+")  # no blank, quote, bracket or backslash
_OF_THE_WHEEL = ("METADATA", "WHEEL", "entry_points.txt", "licenses")
_ONE_DAY = (1980, 1, 1, 0, 0, 0)
"""When every file in a wheel made here is from: one installation always gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel: the name of its file, and what is in it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation: its files by their names in a wheel, and the record of where it came from.

    Both are empty where the program merely lies in a folder.
    """

    files: Mapping[str, Path]
    record: Mapping[str, Any]

    @property
    def address(self) -> str | None:
        """What pip installs the same from on any machine: a commit, or a file on the web."""
        return self._at(_NAME) if self._is_anywhere else None

    @property
    def checkout(self) -> Path | None:
        """The folder it runs from, if it is an editable one, which may change at any time."""
        return self._local if self.record.get("dir_info", {}).get("editable") else None

    def command_with(self, extra: str, package: str) -> str:
        """What installs an extra on this machine; the package of it where nothing is recorded."""
        local = self._local
        if self._is_anywhere:
            told = self._at(f"{_NAME}[{extra}]")
        elif local is None or not local.exists():
            told = package
        elif local.is_dir():
            told = f"{local}[{extra}]"
        else:
            told = f"{_NAME}[{extra}] @ {local.as_uri()}"
        editable = "-e " if local and self.checkout and local.exists() else ""
        return f'{shlex.quote(sys.executable)} -m pip install {editable}"{told}"'

    def wheel(self) -> Wheel | None:
        """All that is installed, as the wheel it came from; `None` if its files are not there."""
        if f"{_NAME}/__init__.py" not in self.files:
            return None
        contents = {name: path.read_bytes() for name, path in self.files.items()}
        info = next(name.partition("/")[0] for name in contents if ".dist-info/" in name)
        lines = [f"{name},sha256={_digest(each)},{len(each)}" for name, each in contents.items()]
        contents[f"{info}/RECORD"] = "\n".join([*lines, f"{info}/RECORD,,", ""]).encode()
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in contents.items():
                entry = zipfile.ZipInfo(name, _ONE_DAY)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
        return Wheel(f"{info.removesuffix('.dist-info')}-py3-none-any.whl", stream.getvalue())

    @property
    def _url(self) -> str:
        return str(self.record.get("url", ""))

    @property
    def _is_anywhere(self) -> bool:
        """Whether others can use its address: no path of this machine, nothing secret in it."""
        where = urlsplit(self._url)
        named = "vcs_info" in self.record or "archive_info" in self.record
        public = where.scheme in _ANYWHERE and where.password is None
        return named and public and bool(_PLAIN.fullmatch(self._url))

    @property
    def _local(self) -> Path | None:
        """The file or folder on this machine that was installed."""
        where = urlsplit(self._url)
        return Path(url2pathname(where.path)) if where.scheme == "file" else None

    def _at(self, name: str) -> str:
        commit = self.record.get("vcs_info")
        url = f"{commit['vcs']}+{self._url}@{commit['commit_id']}" if commit else self._url
        archive = self.record.get("archive_info", {})
        hashes = archive.get("hashes") or dict([archive.get("hash", "=").split("=", 1)])
        parts = {"subdirectory": self.record.get("subdirectory"), "sha256": hashes.get("sha256")}
        behind = "&".join(f"{key}={value}" for key, value in parts.items() if value)
        return f"{name} @ {url}#{behind}".rstrip("#")


def this_installation() -> Installation:
    """That of the program which is running."""
    try:
        found = distribution(_NAME)
    except PackageNotFoundError:
        return Installation({}, {})
    installed = Installation(_files(found), _record(found))
    package = Path(sagaict.__file__).resolve().parent
    mine = installed.files.get(f"{_NAME}/__init__.py")
    inside = mine.resolve().parent == package if mine else False
    checkout = installed.checkout
    if inside or (checkout is not None and package.is_relative_to(checkout.resolve())):
        return installed
    return Installation({}, {})  # another one: this program runs from a folder of its own


def _record(found: Distribution) -> Mapping[str, Any]:
    try:
        record = json.loads(found.read_text("direct_url.json") or "{}")
    except ValueError:
        return {}
    return record if isinstance(record, dict) else {}


def _files(found: Distribution) -> Mapping[str, Path]:
    named = {PurePosixPath(path.as_posix()): Path(str(path.locate())) for path in found.files or ()}
    return {
        name.as_posix(): path
        for name, path in sorted(named.items())
        if _is_of_the_wheel(name) and path.is_file()
    }


def _is_of_the_wheel(name: PurePosixPath) -> bool:
    """Whether it is nothing that Python or the installer has added since."""
    top, *below = name.parts
    if top == _NAME:
        return "__pycache__" not in below
    return top.endswith(".dist-info") and bool(below) and below[0] in _OF_THE_WHEEL


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
