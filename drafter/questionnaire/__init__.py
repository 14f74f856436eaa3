"""Questions, types, facts, recommendations; answers and the deal that they settle."""
