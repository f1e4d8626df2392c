"""The doors: where people ask, and where answers are drawn."""
