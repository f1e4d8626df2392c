"""Answering: from a `Query` to an `Answer`."""
