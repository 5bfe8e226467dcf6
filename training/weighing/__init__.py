"""Fits the tables of weights by which rules and model are weighed, on reports that the model was not taught."""
