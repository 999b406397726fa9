//! Scenes and lists to PDF, SVG, PNG and CSV; printing.
