"""Commands of the yearly cycle: what is due, the figures in, the council's paper."""
