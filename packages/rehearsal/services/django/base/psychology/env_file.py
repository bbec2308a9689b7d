import os


def load_env_file(path):
    """Reads KEY=value lines into the environment; what is set there already wins."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.strip()
            if line and not line.startswith("#"):
                key, _, value = line.partition("=")
                os.environ.setdefault(key.strip(), value.strip())
