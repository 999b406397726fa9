//! The maps: the same bytes at every run.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// Numbers without an order that are the same every time.
struct Numbers(u64);

impl Numbers {
    /// The next one, less than `most`.
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A hall of 400 x 300 m in millimetres: columns out of a block, walls with doors, 9,000 booths with numbers, and chairs.
pub(super) fn dxf() -> Vec<u8> {
    let mut out = String::from("0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n");
    out.push_str("0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n8\n0\n2\nCHAIR\n70\n0\n10\n0\n20\n0\n30\n0\n");
    for side in 0..4 {
        let (x, y) = [(0, 0), (450, 0), (450, 450), (0, 450)][side];
        let (to_x, to_y) = [(450, 0), (450, 450), (0, 450), (0, 0)][side];
        let _ = write!(out, "0\nLINE\n8\nCHAIRS\n10\n{x}\n20\n{y}\n30\n0\n11\n{to_x}\n21\n{to_y}\n31\n0\n");
    }
    out.push_str("0\nARC\n8\nCHAIRS\n10\n225\n20\n450\n30\n0\n40\n225\n50\n0\n51\n180\n0\nENDBLK\n8\n0\n0\nENDSEC\n");
    out.push_str("0\nSECTION\n2\nENTITIES\n");
    let mut numbers = Numbers(1);
    let mut booth = 0;
    while out.len() < 5_000_000 {
        let (column, row) = (booth % 120, booth / 120);
        let (x, y) = (column * 3_000 + column / 2 * 300, row * 3_000 + row / 2 * 3_000);
        let _ = write!(out, "0\nLWPOLYLINE\n8\nBOOTHS\n90\n4\n70\n1\n");
        for (dx, dy) in [(0, 0), (3_000, 0), (3_000, 3_000), (0, 3_000)] {
            let _ = write!(out, "10\n{}.0\n20\n{}.0\n", x + dx, y + dy);
        }
        let _ = write!(out, "0\nTEXT\n8\nNUMBERS\n10\n{}\n20\n{}\n30\n0\n40\n400\n1\nA{booth}\n", x + 300, y + 1_800);
        for _ in 0..2 {
            let (dx, dy, turn) = (numbers.below(2_400), numbers.below(2_400), numbers.below(360));
            let at = format!("10\n{}\n20\n{}\n30\n0\n", x + dx, y + dy);
            let _ = write!(out, "0\nINSERT\n8\nCHAIRS\n2\nCHAIR\n{at}50\n{turn}\n");
        }
        let _ = write!(out, "0\nLINE\n8\nWALLS\n10\n{x}\n20\n{y}\n30\n0\n11\n{}\n21\n{y}\n31\n0\n", x + 3_000);
        let _ = write!(out, "0\nARC\n8\nDOORS\n10\n{x}\n20\n{y}\n30\n0\n40\n900\n50\n0\n51\n90\n");
        let _ = write!(out, "0\nCIRCLE\n8\nCOLUMNS\n10\n{}\n20\n{}\n30\n0\n40\n150\n", x + 1_500, y);
        booth += 1;
    }
    out.push_str("0\nENDSEC\n0\nEOF\n");
    out.into_bytes()
}

/// An A0 sheet of lines, curves, areas and letters, ten megabytes of them when they are packed.
pub(super) fn pdf() -> Vec<u8> {
    const SHEET: (u64, u64) = (3_370, 2_384);
    let mut numbers = Numbers(2);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    while packed.get_ref().len() < 10_000_000 {
        let mut page = String::new();
        for _ in 0..500 {
            let (x, y) = (numbers.below(SHEET.0 * 100), numbers.below(SHEET.1 * 100));
            let part = |value: u64| value as f64 / 100.0;
            let grey = numbers.below(70);
            let _ = write!(page, "0.{grey:02} G 0.{:02} w {:.2} {:.2} m", numbers.below(80) + 10, part(x), part(y));
            let (mut x, mut y) = (x, y);
            for step in 0..12 {
                x += numbers.below(900);
                y += numbers.below(900);
                if step % 4 == 3 {
                    let _ = write!(
                        page,
                        " {:.2} {:.2} {:.2} {:.2} {:.2} {:.2} c",
                        part(x),
                        part(y + 300),
                        part(x + 300),
                        part(y),
                        part(x + 400),
                        part(y + 400)
                    );
                } else {
                    let _ = write!(page, " {:.2} {:.2} l", part(x), part(y));
                }
            }
            page.push_str(" S\n");
            if grey.is_multiple_of(10) {
                let _ = writeln!(
                    page,
                    "0.9 0.{grey:02} 0.6 rg {:.2} {:.2} 8 6 re f BT /F 4 Tf {:.2} {:.2} Td (A{grey}) Tj ET",
                    part(x),
                    part(y),
                    part(x),
                    part(y)
                );
            }
        }
        // Writing into memory cannot fail.
        let _ = packed.write_all(page.as_bytes());
        let _ = packed.flush();
    }
    let content = packed.finish().unwrap_or_default();
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    let sheet = format!("/MediaBox [0 0 {} {}] /Resources << /Font << /F 4 0 R >> >>", SHEET.0, SHEET.1);
    let objects: [(String, &[u8]); 5] = [
        ("<< /Type /Catalog /Pages 2 0 R >>".into(), b""),
        ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(), b""),
        (format!("<< /Type /Page /Parent 2 0 R {sheet} /Contents 5 0 R >>"), b""),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".into(), b""),
        (format!("<< /Length {} /Filter /FlateDecode >>", content.len()), &content),
    ];
    for ((words, stream), number) in objects.into_iter().zip(1..) {
        places.push(out.len());
        out.extend(format!("{number} 0 obj\n{words}\n").bytes());
        if !stream.is_empty() {
            out.extend(b"stream\n");
            out.extend(stream);
            out.extend(b"\nendstream\n");
        }
        out.extend(b"endobj\n");
    }
    let table = out.len();
    out.extend(b"xref\n0 6\n0000000000 65535 f \n");
    out.extend(places.into_iter().flat_map(|place| format!("{place:010} 00000 n \n").into_bytes()));
    out.extend(format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    out
}

/// A scan of 8,660 x 5,774 pixels in colour: paper that is not quite white, walls and booths in ink.
pub(super) fn png() -> Vec<u8> {
    let mut numbers = Numbers(3);
    let image = RgbImage::from_fn(8_660, 5_774, |x, y| {
        let paper = 250 - numbers.below(6) as u8;
        let is_ink = x % 120 < 3 || y % 120 < 3 || (x % 1_200 < 24 && y % 1_200 < 24);
        if is_ink { Rgb([30, 30, 40]) } else { Rgb([paper, paper, paper - 6]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut bytes, ImageFormat::Png).expect("a picture is packed");
    bytes.into_inner()
}
