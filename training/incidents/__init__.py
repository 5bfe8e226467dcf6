"""The small layers that put incidents together and say on what footing somebody is named, fitted on MUC-4's training part."""
