"""Controls that know no domain."""
