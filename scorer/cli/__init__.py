"""The command line: gathers options, calls the pipeline, prints, and turns outcomes into exit codes."""
