"""Every rule that drafter can name, in one table: what it says, why, and when it speaks."""
