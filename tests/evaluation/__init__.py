"""How well Flown reads and answers: scores over tables and over generated questions."""
