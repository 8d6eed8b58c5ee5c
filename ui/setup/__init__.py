"""Setting the engine up: its environment, its check, its models, and the page that shows them."""
