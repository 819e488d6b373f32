"""The edge to the disk: finds and reads specs and their pictures, and writes maps whole or not at all."""
