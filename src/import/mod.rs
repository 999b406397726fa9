//! Exhibitors and booths out of sheets, as edits.
