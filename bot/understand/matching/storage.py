"""A built matcher as bytes, and back: a caller keeps them where it likes, and starts without training.

The form is a line of JSON that says what follows, then the bare numbers and words one after the other. Reading runs
no code from the bytes. Bytes of another form, or cut short, are refused with ``StaleMatcherError``: build anew.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understand.matching.examples import Examples
from bot.understand.matching.features import Features
from bot.understand.matching.matcher import Matcher, speller_for

FORM = 14
"""Counts up whenever the features, the training or this form change: older bytes are then refused."""

_EXAMPLES = ("own", "starts", "places", "ends", "lengths", "first", "centres")
_TYPES = ("<f4", "<i4", "<i8")


class StaleMatcherError(ValueError):
    """The bytes are not a matcher of this form."""


def write(matcher: Matcher) -> bytes:
    """A matcher as bytes; the same matcher gives the same bytes on any machine."""
    arrays: dict[str, NDArray[Any]] = {
        "weights": matcher.weights,
        "shifts": matcher.shifts,
        "feature_weights": matcher.features.weights,
        **{name: getattr(matcher.examples, name) for name in _EXAMPLES},
    }
    straight = {name: np.ascontiguousarray(array, array.dtype.newbyteorder("<")) for name, array in arrays.items()}
    words = "\n".join(matcher.features.names).encode()
    header = {
        "form": FORM,
        "labels": matcher.labels,
        "vocabulary": dict(sorted(matcher.vocabulary.items())),
        "protected": matcher.protected,
        "opposites": matcher.opposites,
        "names": len(words),
        "arrays": {name: [array.dtype.str, list(array.shape)] for name, array in straight.items()},
    }
    parts = [json.dumps(header, ensure_ascii=False).encode(), b"\n", words]
    return b"".join([*parts, *(array.tobytes() for array in straight.values())])


def read(data: bytes) -> Matcher:
    """The matcher that ``write`` gave the bytes of.

    Raises ``StaleMatcherError`` for bytes of another form or cut short.
    """
    try:
        return _read(data)
    except (KeyError, IndexError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise StaleMatcherError(str(error)) from error


def _read(data: bytes) -> Matcher:
    end = data.index(b"\n") if b"\n" in data else len(data)
    header = json.loads(data[:end])
    if not isinstance(header, dict) or header.get("form") != FORM:
        reason = "another form"
        raise StaleMatcherError(reason)
    place = end + 1 + header["names"]
    names = data[end + 1 : place].decode().split("\n") if header["names"] else []
    arrays: dict[str, NDArray[Any]] = {}
    for name, (kind, shape) in header["arrays"].items():
        if kind not in _TYPES:
            reason = f"numbers of the kind {kind!r}"
            raise StaleMatcherError(reason)
        count = int(np.prod(shape))
        size = count * np.dtype(kind).itemsize
        if place + size > len(data):
            reason = "cut short"
            raise StaleMatcherError(reason)
        # Copied to where numbers of their size belong: numpy would copy all of it again for each question.
        arrays[name] = np.frombuffer(data, kind, count, place).reshape(shape).copy()
        place += size
    features = Features(names, arrays["feature_weights"])
    protected = tuple(header["protected"])
    opposites = tuple((left, right) for left, right in header["opposites"])
    return Matcher(
        tuple(header["labels"]),
        features,
        arrays["weights"],
        arrays["shifts"],
        Examples(features, *(arrays[name] for name in _EXAMPLES)),
        speller_for(header["vocabulary"], protected, opposites),
        header["vocabulary"],
        protected,
        opposites,
    )
