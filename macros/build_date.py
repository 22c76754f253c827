"""The date of the build, against which a figure's last check is held."""

import os
from datetime import UTC, date, datetime


def build_date() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH where a build is to be made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()  # noqa: DTZ011 the builder's own
