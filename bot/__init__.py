"""Flown: a bot that answers collectors' questions on flown space covers from recorded facts."""

__version__ = "0.1.0"
