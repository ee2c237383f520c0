"""The geometry of charts: values in, places and lengths of SVG shapes out."""
