"""The engine: reads scenes, trains networks and writes maps, in a process of its own."""
