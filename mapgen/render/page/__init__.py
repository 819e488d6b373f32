"""Drawing -> one HTML page that needs nothing else: the map, the journey stage by stage, and all tables.

Map, Journey
  |  picture       the map, cut into its stages and lanes
  |  reading       the journey from top to bottom, with its curve
  |  island        what scripts know of the journey, as JSON
  |  body          what the page shows, from templates
  |  styles        the style sheet, with the theme's colors
  |  scripts       the script: constant, so that the policy can name it
  |  policy        nothing else runs, nothing is loaded
  v
whole page
"""
