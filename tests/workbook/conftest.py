"""What the tests of the workbook share."""

from __future__ import annotations

from pathlib import Path

import pytest
from town import Town


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The small town's data in a folder of its own."""
    return Town.found(tmp_path)
