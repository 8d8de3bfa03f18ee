"""The matcher: which entry a question means, learnt from examples of how each is asked."""
