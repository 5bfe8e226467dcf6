"""What the reader gets right, measured: sets, scorers, baselines and the floors that only rise."""
