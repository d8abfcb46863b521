"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# A loaded machine is slow, and no example is wrong for that.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# No test reads what another has kept, nor touches what the developer's own program has.
os.environ["SAGAICT_CACHE_DIR"] = ""
