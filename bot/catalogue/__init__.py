"""Views of the compiled knowledge that understanding and composing share."""
