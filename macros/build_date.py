"""The date of the build, for judging how long ago a figure was checked."""

import os
from datetime import UTC, date, datetime


def build_date() -> date:
    """Today, or the date in SOURCE_DATE_EPOCH for a reproducible build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()  # noqa: DTZ011 the builder's own
