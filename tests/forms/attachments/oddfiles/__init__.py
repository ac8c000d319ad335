"""Odd files that differ in structure: what software, copiers and ill will make of PDFs and pictures, and what becomes of each."""
