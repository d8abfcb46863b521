"""What holds for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A loaded machine is slow, and no example is wrong for that.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
