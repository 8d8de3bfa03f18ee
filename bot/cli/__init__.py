"""The command ``docent``: the only place that prints and exits."""
