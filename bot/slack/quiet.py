"""Loggers of the libraries, which would write whole payloads and tokens down."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"(xox[a-z](?:\.xox[a-z])?-|xapp-|xwfp-|ticket=)[^\s\"'&]+")


def quiet_logger(name: str, level: int) -> logging.Logger:
    """A logger for the libraries: at ``level``, whatever the rest logs at, since they log whole payloads below; tokens
    are struck out.
    """
    logger = logging.getLogger(name)
    logger.setLevel(level)
    if not logger.filters:
        logger.addFilter(_strike_secrets)
    return logger


def _strike_secrets(record: logging.LogRecord) -> bool:
    message = record.getMessage()
    struck = _SECRET.sub(r"\1…", message)
    if struck != message:
        record.msg, record.args = struck, ()
    return True
