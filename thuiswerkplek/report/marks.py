"""The marks of the weights: a shape beside every colour, for paper and for charts."""

SEVERITY_MARK = {0: "✓", 1: "●", 2: "◆", 3: "▲"}
SEVERITY_INK = {0: "#2D6A3A", 1: "#2B5A94", 2: "#8A4B00", 3: "#A4262C"}
SEVERITY_SOFT = {0: "#E0F0E2", 1: "#E3ECF7", 2: "#FBEBD3", 3: "#FBE6E4"}
