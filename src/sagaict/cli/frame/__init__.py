"""What every command stands on: its declaration, its options, the data, questions, output, help."""
