"""Where data are kept: the worker's file, the private store, settings, paths."""
