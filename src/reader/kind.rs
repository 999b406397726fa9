//! What bytes are, told by their content.

use super::decode;
use serde::{Deserialize, Serialize};

/// The kind of a file, as far as its bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Png,
    Jpeg,
    WebP,
    Gif,
    Tiff,
    Bmp,
    /// HEIC or AVIF, what telephones make.
    Heic,
    Pdf,
    Svg,
    Dxf,
    Dwg,
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// An Office file with a password.
    ProtectedOffice,
    /// An Office file that is no spreadsheet.
    OtherOffice,
    /// A zip archive that is none of the above.
    Zip,
    /// HTML or XML.
    Markup,
    Json,
    Yaml,
    /// Any other text: perhaps a table.
    Text,
    /// None of these.
    Unknown,
}

const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// How much of a text is looked at. Illustrator puts a long list of names before the first element.
const TEXT_START: u64 = 16 << 10;

impl Kind {
    /// The kind of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Kind {
        let is_at = |offset: usize, mark: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(mark));
        if is_at(0, b"\x89PNG\r\n\x1a\n") {
            Kind::Png
        } else if is_at(0, &[0xFF, 0xD8, 0xFF]) {
            Kind::Jpeg
        } else if is_at(0, b"RIFF") && is_at(8, b"WEBP") {
            Kind::WebP
        } else if is_at(0, b"GIF87a") || is_at(0, b"GIF89a") {
            Kind::Gif
        } else if is_at(0, b"II*\0") || is_at(0, b"MM\0*") {
            Kind::Tiff
        } else if is_at(0, b"BM") && is_at(6, &[0; 4]) && bytes.len() > 26 {
            Kind::Bmp
        } else if is_at(4, b"ftyphei") || is_at(4, b"ftypmif1") || is_at(4, b"ftypavif") {
            Kind::Heic
        } else if is_at(0, b"%PDF-") {
            Kind::Pdf
        } else if is_at(0, b"AC10") && is_at(6, &[0; 3]) {
            Kind::Dwg
        } else if is_at(0, b"AutoCAD Binary DXF") {
            Kind::Dxf
        } else if is_at(0, decode::GZIP) {
            // The one drawing that is usually packed so.
            if kind_of_text(&decode::gunzip_start(bytes, TEXT_START)) == Kind::Svg { Kind::Svg } else { Kind::Unknown }
        } else if is_at(0, b"PK\x03\x04") || is_at(0, b"PK\x05\x06") {
            kind_of_zip(bytes)
        } else if is_at(0, COMPOUND_FILE) {
            kind_of_compound_file(bytes)
        } else if decode::is_text(bytes) {
            kind_of_text(bytes)
        } else {
            Kind::Unknown
        }
    }

    /// Whether this is made of vectors, mostly.
    #[must_use]
    pub fn is_drawing(self) -> bool {
        matches!(self, Kind::Pdf | Kind::Svg | Kind::Dxf | Kind::Dwg)
    }

    /// Whether this is a picture or a drawing, readable today or not.
    #[must_use]
    pub fn is_picture_or_drawing(self) -> bool {
        matches!(
            self,
            Kind::Png
                | Kind::Jpeg
                | Kind::WebP
                | Kind::Gif
                | Kind::Tiff
                | Kind::Bmp
                | Kind::Heic
                | Kind::Pdf
                | Kind::Svg
                | Kind::Dxf
                | Kind::Dwg
        )
    }
}

/// The names inside an archive stand uncompressed at its start and in the directory at its end.
fn kind_of_zip(bytes: &[u8]) -> Kind {
    if holds(bytes, b"xl/workbook.bin") {
        Kind::Xlsb
    } else if holds(bytes, b"xl/") || is_cut_office_file(bytes) {
        Kind::Xlsx
    } else if holds(bytes, b"opendocument.spreadsheet") {
        Kind::Ods
    } else if holds(bytes, b"word/") || holds(bytes, b"ppt/") || holds(bytes, b"opendocument.") {
        Kind::OtherOffice
    } else {
        Kind::Zip
    }
}

/// Whether the archive begins as Office files do and has no directory any more: then the rest would have told which.
fn is_cut_office_file(bytes: &[u8]) -> bool {
    bytes.get(30..).is_some_and(|rest| rest.starts_with(b"[Content_Types].xml")) && !holds(bytes, b"PK\x01\x02")
}

fn kind_of_compound_file(bytes: &[u8]) -> Kind {
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    if holds(bytes, &utf16("EncryptedPackage")) {
        Kind::ProtectedOffice
    } else if holds(bytes, &utf16("Workbook")) || holds(bytes, &utf16("Book")) {
        Kind::Xls
    } else {
        Kind::OtherOffice
    }
}

/// Whether the first or the last megabyte holds `wanted`.
fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    const LOOKED_AT: usize = 1 << 20;
    let first = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let last = bytes.get(bytes.len().saturating_sub(LOOKED_AT)..).unwrap_or(bytes);
    [first, last].iter().any(|part| part.windows(wanted.len()).any(|window| window == wanted))
}

fn kind_of_text(bytes: &[u8]) -> Kind {
    let start = decode::decode(bytes.get(..TEXT_START as usize).unwrap_or(bytes)).text;
    let start = start.trim_start();
    let lower = start.to_ascii_lowercase();
    if lower.starts_with("<!--")
        || lower.starts_with("<?xml")
        || lower.starts_with("<!doctype")
        || lower.starts_with("<svg")
        || lower.starts_with("<html")
    {
        return if lower.contains("<svg") { Kind::Svg } else { Kind::Markup };
    }
    let mut lines = start.lines().map(str::trim);
    let first_two = (lines.next(), lines.next());
    if first_two.0 == Some("---") && first_two.1.is_some_and(|line| line.contains(':')) {
        return Kind::Yaml;
    }
    let is_comment = first_two.0 == Some("999") && lower.contains("section");
    if first_two == (Some("0"), Some("SECTION")) || is_comment {
        return Kind::Dxf;
    }
    let mut characters = start.chars();
    match (characters.next(), characters.find(|character| !character.is_whitespace())) {
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[')) => Kind::Json,
        _ => Kind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_the_bytes() {
        let table: &[(&[u8], Kind)] = &[
            (b"\x89PNG\r\n\x1a\n....", Kind::Png),
            (b"\xFF\xD8\xFF\xE0", Kind::Jpeg),
            (b"GIF89a", Kind::Gif),
            (b"%PDF-1.7", Kind::Pdf),
            (b"AC1032\0\0\0", Kind::Dwg),
            (b"  0\r\nSECTION\r\n  2\r\nHEADER", Kind::Dxf),
            (b"<?xml version='1.0'?>\n<svg xmlns=''/>", Kind::Svg),
            (b"<!-- made by hand -->\n<svg xmlns=''/>", Kind::Svg),
            (b"<!DOCTYPE html><table>", Kind::Markup),
            (b"{ \"name\": 1 }", Kind::Json),
            (b"---\ntitle: Stands\n", Kind::Yaml),
            (b"Name,Stand\nAcme,A1\n", Kind::Text),
            (b"PK\x03\x04garbage", Kind::Zip),
            (b"not a picture", Kind::Text),
            (&[0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07], Kind::Unknown),
        ];
        for (bytes, kind) in table {
            assert_eq!(Kind::of(bytes), *kind, "{bytes:?}");
        }
    }
}
