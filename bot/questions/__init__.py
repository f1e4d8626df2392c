"""Understanding questions: from text to a `Query`."""
