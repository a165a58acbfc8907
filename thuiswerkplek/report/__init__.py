"""Paper: a report as content, as tagged pages, and safely out of a stranger's file."""
