"""What servers and members told us: settings, reply links, corrections. No message text."""

from bot.store.store import Store, StoreError

__all__ = ["Store", "StoreError"]
