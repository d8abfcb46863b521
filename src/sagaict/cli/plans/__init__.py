"""Commands that change a plan: drafted, added to, revised, approved, followed by the next."""
