"""Simple readers that stand beside ours in the same run."""
