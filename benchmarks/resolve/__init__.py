"""Who is who, copies and incidents: what resolving is measured by."""
