"""Readers of facts, grouped by what they read: each gives the facts of one field of a record.

`bot/knowledge/fields.py` puts them into the field table. A function here either is a reader, which
takes the knowledge and a record and yields facts, or makes one for a field of the given name.
"""
