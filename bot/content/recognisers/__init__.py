"""Recognisers: each turns one form of writing into facts. Their order stands in ``bot/content/compile.py``."""
