"""The built-in renderer: a .docx laid out and drawn here, without an office suite.

The way of a document, one module a step: package (the file's parts) → refusals (what this version cannot print) → styles,
properties (what holds for a run, a paragraph) → text (atoms) → lines → paragraphs, tables (boxes of slabs) → flow (pages)
→ headers → draw (PDF). Measured against LibreOffice with the same fonts; where it and Word differ, the constant says so.
"""
