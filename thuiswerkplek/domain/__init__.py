"""Pure values and rules: no files, clock, randomness, window, SQL or paper."""
