"""FlowChart -> Scene: touchpoints in rows of columns, and the ways between them in the lanes that are left free.

FlowChart
  |  ranks      which touchpoints stand in one column, and in which order: by Graphviz
  |  folding    the columns, one after the other -> rows that meet the width
  |  routes     each way -> gaps between columns and channels between rows that it takes
  |  tracks     the ways in one gap or channel -> tracks beside each other; so gaps and channels have a width
  |  wires      tracks -> lines, arrows, marks and labels
  v
Scene
"""

from mapgen.layout.flow.arrangement import arrange_flow

__all__ = ["arrange_flow"]
