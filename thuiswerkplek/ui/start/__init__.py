"""What shows before the pages: the first start, trouble with the data, and help."""
