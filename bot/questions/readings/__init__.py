"""The readings: one module for each family of questions, tried in the order of the grammar."""
