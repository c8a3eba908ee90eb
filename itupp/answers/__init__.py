"""What each command answers: one module a subject, what is shown and what is JSON side by side."""
