"""Reading facts from disk: YAML to typed, frozen records, checked and indexed by id."""
