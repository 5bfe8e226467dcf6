"""Reports into mentions and assertions, each with its quote; `annotator.Annotator` is the way in."""
