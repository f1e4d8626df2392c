"""Settings that every test shares."""

import os

from hypothesis import HealthCheck, settings

# A machine's speed never fails a test. In CI the examples are the same each
# time, so that a red run is about the change; elsewhere they are drawn anew.
settings.register_profile(
    "flown",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("flown")
