"""`./todo validate`: every acceptance criterion and success metric of the plan, and what shows it."""
