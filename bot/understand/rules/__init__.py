"""From a reading to the meanings it can have: rules, each for one form of question."""
