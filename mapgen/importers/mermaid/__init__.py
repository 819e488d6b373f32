"""The text of a Mermaid journey -> what was meant by it, and what Mermaid itself shows of it.

text ──code.prepare──> code ──reading.read──> Diagram
                        └────shown.shown────> what Mermaid shows, by line
"""
