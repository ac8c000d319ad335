"""The built-in renderer: a .docx laid out and drawn here, without an office suite.

The way of a document: package (the file's parts, made simple by preparing) → census (what is named because it is printed otherwise)
→ styles, properties, sides, theme (what holds for a run, a paragraph) → numbering, inline, text, ruby, symbols, fitting (atoms) → lines, placing,
upright (set lines) → paragraphs, tables, tablemargins, tablebox (boxes) → columns, frames, wrapping (boxes one below the other, around what floats)
→ sections, pages, balance, footnotes, tablecut, flow, headers, floats (pages of marks) → draw, drawshapes (PDF).
Content controls: controls finds them, they travel with atoms, paragraphs, rows and cells, places makes marks of them.
Drawn things: drawingml and vml read them into shapes, presets and figures make marks of them, floats finds their place.
Measured against LibreOffice with the same fonts; where it and Word differ, the line that decides says so. Known and left as Word has
it: the character grid (LibreOffice gives wide characters two cells), endnotes behind the text, diagonal lines of cells.
"""
