"""The hash that tells bytes from other bytes, for what is kept of them."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # as `random` does: `hashlib` loads all of OpenSSL besides
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
