"""What cannot be done on the page, as it is told there."""


class Mistaken(Exception):  # noqa: N818 - it is told to the person, and is no failure of ours
    """Something that cannot be done; ``str()`` is told on the page."""
