"""Benchmarks: the figures of the README."""
