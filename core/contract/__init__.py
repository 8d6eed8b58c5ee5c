"""What both processes share: commands, messages, model card, legend and errors. Standard library only."""
