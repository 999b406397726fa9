//! Bytes to text: which encoding a file is in, and its characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use flate2::read::GzDecoder;
use std::io::{ErrorKind, Read as _};

use super::ReadError;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file is looked at to tell text from other bytes.
const SAMPLE: usize = 64 << 10;

/// How a file begins that gzip has packed.
pub(super) const GZIP: &[u8] = &[0x1F, 0x8B];

/// What gzip has packed, if it is no more than so many bytes.
pub(super) fn gunzip(bytes: &[u8], most: u64) -> Result<Vec<u8>, ReadError> {
    let mut unpacked = Vec::new();
    GzDecoder::new(bytes).take(most + 1).read_to_end(&mut unpacked).map_err(|error| match error.kind() {
        ErrorKind::UnexpectedEof => ReadError::Truncated,
        _ => ReadError::Damaged { detail: error.to_string() },
    })?;
    let size = unpacked.len() as u64;
    if size > most { Err(ReadError::FileTooLarge { bytes: size, limit: most }) } else { Ok(unpacked) }
}

/// The first bytes of what gzip has packed, as many as can be had.
pub(super) fn gunzip_start(bytes: &[u8], most: u64) -> Vec<u8> {
    let mut start = Vec::new();
    // A file that ends in the middle still has a start.
    drop(GzDecoder::new(bytes).take(most).read_to_end(&mut start));
    start
}

/// A file's characters.
pub(super) struct Decoded {
    pub(super) text: String,
    /// Name of the encoding, as the WHATWG standard has it.
    pub(super) encoding: &'static str,
    /// Whether some bytes meant nothing in that encoding and became U+FFFD.
    pub(super) had_errors: bool,
}

/// Whether the bytes are text in some encoding.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.is_empty() || Encoding::for_bom(sample).is_some() || utf16_without_mark(bytes).is_some() {
        return true;
    }
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 0x0E..=0x19 | 0x1C..=0x1F | 0x7F)).count();
    controls * 50 <= sample.len() && zeros * 20 <= sample.len()
}

/// The characters of a text file. Never fails: what cannot be decoded is marked.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return with(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), had_errors: false };
    }
    let encoding = guess(bytes);
    if encoding.is_single_byte() { line_by_line(encoding, bytes) } else { with(encoding, bytes) }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), had_errors }
}

/// The encoding of text that is not UTF-8, judged by the lines that are not.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if std::str::from_utf8(line).is_err() {
            detector.feed(line, false);
        }
    }
    detector.feed(b"", true);
    // Too few letters fit many encodings; then it is the one of western Europe, as in France.
    match detector.guess(Some(b"fr"), Utf8Detection::Deny) {
        // GB18030 is the larger of the two, and reads all that GBK reads.
        gbk if gbk == GBK => GB18030,
        encoding => encoding,
    }
}

/// Text that was put together from files in UTF-8 and in an older encoding: each line in its own.
fn line_by_line(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded { text: String::with_capacity(bytes.len()), encoding: encoding.name(), had_errors: false };
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            decoded.text.push_str(line);
        } else {
            let (line, had_errors) = encoding.decode_without_bom_handling(line);
            decoded.text.push_str(&line);
            decoded.had_errors |= had_errors;
        }
    }
    decoded
}

/// UTF-16 without its mark: the zero halves of ASCII stand on one side, and every line break has one.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if !sample.contains(&0) || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let is_ascii = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E);
    let share = |first_is_zero: bool| {
        let (mut ascii, mut breaks, mut breaks_paired) = (0_usize, 0_usize, 0_usize);
        for [first, second] in sample.as_chunks::<2>().0 {
            let (zero, other) = if first_is_zero { (*first, *second) } else { (*second, *first) };
            let paired = zero == 0 && is_ascii(other);
            ascii += usize::from(paired);
            breaks += usize::from(*first == b'\n' || *second == b'\n');
            breaks_paired += usize::from(paired && other == b'\n');
        }
        let enough = ascii * 40 >= sample.len() && breaks_paired * 10 >= breaks * 9;
        if enough { ascii } else { 0 }
    };
    let (little, big) = (share(false), share(true));
    let encoding = if little > big * 4 {
        UTF_16LE
    } else if big > little * 4 {
        UTF_16BE
    } else {
        return None;
    };
    let (_, had_errors) = encoding.decode_without_bom_handling(sample);
    (!had_errors || bytes.len() > SAMPLE).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
        let mark = mark.then_some('\u{FEFF}');
        mark.into_iter()
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let text = "Nom\tStand\r\nÉlan\tA1\r\n北京航空 Group\tA2\r\n";
        for little in [true, false] {
            for mark in [true, false] {
                let bytes = utf16(text, little, mark);
                assert!(is_text(&bytes));
                let decoded = decode(&bytes);
                assert_eq!(decoded.text, text, "little {little}, mark {mark}");
                assert_eq!(decoded.encoding, if little { "UTF-16LE" } else { "UTF-16BE" });
            }
        }
    }

    #[test]
    fn older_encodings_are_told_apart() {
        let table: &[(&'static Encoding, &str)] = &[
            (encoding_rs::WINDOWS_1252, "Nom;Pays\r\nÉditions Élan;France\r\nSociété Générale;Côte d’Ivoire\r\n"),
            (GB18030, "Name,Other\r\nABC,航空机械设备和液压实验台\r\nAVIC,中国航空工业集团公司\r\n"),
        ];
        for (encoding, text) in table {
            let (bytes, _, _) = encoding.encode(text);
            let decoded = decode(&bytes);
            assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding.name(), *text));
        }
        let decoded = decode("\u{FEFF}Ünïcode".as_bytes());
        assert_eq!((decoded.encoding, decoded.text.as_str()), ("UTF-8", "Ünïcode"));
    }

    #[test]
    fn lines_of_two_encodings_are_each_read_in_their_own() {
        let decoded = decode(b"Nom;Stand\n\xC9lan;A1\nSoci\xC3\xA9t\xC3\xA9;A2\n\xFF\xFE\x80;A3\n");
        assert_eq!((decoded.encoding, decoded.text.as_str()), ("windows-1252", "Nom;Stand\nÉlan;A1\nSociété;A2\nÿþ€;A3\n"));
    }

    #[test]
    fn a_stray_zero_byte_does_not_make_utf_16() {
        assert_eq!(decode(b"Name,Stand\nC\0D,2\nlast,4\n").encoding, "UTF-8");
        assert!(is_text(b"Name,Stand\nC\0D,2\nlast,4\n"));
        assert!(!is_text(&[0, 159, 3, 7, 1, 2, 0, 0]));
    }
}
