"""Listeners by surface: events, commands, actions, options, shortcuts, views, functions."""
