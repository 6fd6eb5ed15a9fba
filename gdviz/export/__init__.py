"""Pictures of scenarios as files, drawn by the same views that the window shows."""
