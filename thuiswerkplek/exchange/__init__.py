"""What crosses between people: envelopes and their codec."""
