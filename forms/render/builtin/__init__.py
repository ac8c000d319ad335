"""The built-in renderer: a .docx laid out and drawn here, without an office suite.

The way of a document: package (the file's parts) → refusals (what this version cannot print) → styles, properties (what holds
for a run, a paragraph) → numbering, text, fitting (atoms) → lines, placing (set lines) → paragraphs, tables, tablebox (boxes)
→ columns (boxes one below the other) → sections, flow, headers (pages of marks) → draw (PDF). What is not printed yet has its
place: footnotes take room in `flow`, text boxes are columns with a frame, vertical text is another `placing`.
Measured against LibreOffice with the same fonts; where it and Word differ, the line that decides says so.
"""
