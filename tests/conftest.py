"""What holds for all tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from sagaict.domain.reckoning import reckon_by, reckoned
from sagaict.language import activate, active

# A loaded machine is slow, and no example is wrong for that.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# No test reads what another has kept, nor touches what the developer's own program has.
os.environ["SAGAICT_CACHE_DIR"] = ""

# What a shell starts in the background is deaf to Ctrl+C, and so would be what tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """No test leaves the next one another language, nor other years."""
    spoken, years = active(), reckoned()
    yield
    if active() != spoken:
        activate(spoken)
    if reckoned() != years:
        reckon_by(years)
