"""Reports into mentions and assertions."""
