"""One small runner a benchmark: load, read, map, score."""
