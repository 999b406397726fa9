//! TIFF in colours that the library for pictures leaves out and that scanners write: few shades of grey, palettes, and brightness
//! with two differences of colour (YCbCr), as in TIFF with JPEG inside.

use std::borrow::Cow;
use std::io::Cursor;

use image::metadata::Orientation;
use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;
use tiff::{TiffError, TiffResult};

use super::bitmap::{Bitmap, KEPT_BYTES, check_size, turned};
use super::{ReadError, limits};

/// The tag that says how colours are meant, and its values for a palette and for grey with black as 0.
const MEANING: u16 = 262;
const PALETTE: u8 = 3;
const GREY: u8 = 1;

/// The picture, where its colours are of these kinds; `None` where they are not, or the file cannot be read: then it is for
/// others to say why.
pub(super) fn read(bytes: &[u8]) -> Option<Result<Bitmap, ReadError>> {
    let (bytes, has_palette) = without_palette(bytes);
    let mut decoder = Decoder::new(Cursor::new(bytes.as_ref())).ok()?.with_limits(allowed());
    let colours = match decoder.colortype().ok()? {
        ColorType::Gray(bits @ (1 | 2 | 4 | 8)) if has_palette => {
            let table = decoder.get_tag_u16_vec(Tag::ColorMap).ok()?;
            Colours::Few { bits, table: palette(&table) }
        }
        ColorType::Gray(bits @ (2 | 4)) => Colours::Few { bits, table: greys(bits) },
        ColorType::YCbCr(8) => Colours::Differences,
        _ => return None,
    };
    let (width, height) = decoder.dimensions().ok()?;
    Some(check_size(width, height).and_then(|()| picture(&mut decoder, &colours, (width, height))))
}

enum Colours {
    /// Numbers of so many bits, with the colour of each.
    Few { bits: u8, table: Vec<[u8; 3]> },
    /// Brightness and two differences of colour, a byte each.
    Differences,
}

fn picture(decoder: &mut Decoder<Cursor<&[u8]>>, colours: &Colours, (width, height): (u32, u32)) -> Result<Bitmap, ReadError> {
    let count = u64::from(width) * u64::from(height);
    if count * 4 > KEPT_BYTES {
        return Err(ReadError::PictureTooLarge { width, height });
    }
    let turn = decoder.find_tag_unsigned::<u8>(Tag::Orientation).ok().flatten();
    let turn = turn.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms);
    let read: TiffResult<DecodingResult> = decoder.read_image();
    let data = match read {
        Ok(DecodingResult::U8(data)) => data,
        Ok(_) => return Err(ReadError::Damaged { detail: "samples of another size than it says".to_owned() }),
        Err(error) => return Err(failed(&error, (width, height))),
    };
    let mut rgba = Vec::with_capacity(count as usize * 4);
    match colours {
        Colours::Few { bits, table } => {
            let per_byte = usize::from(8 / bits);
            let row = (width as usize).div_ceil(per_byte);
            for line in data.chunks_exact(row.max(1)).take(height as usize) {
                for column in 0..width as usize {
                    let byte = line.get(column / per_byte).copied().unwrap_or_default();
                    let shift = 8 - usize::from(*bits) * (column % per_byte + 1);
                    let number = usize::from(byte >> shift) & ((1 << bits) - 1);
                    let [red, green, blue] = table.get(number).copied().unwrap_or_default();
                    rgba.extend([red, green, blue, 255]);
                }
            }
        }
        Colours::Differences => rgba.extend(data.as_chunks::<3>().0.iter().flat_map(|sample| of_differences(*sample))),
    }
    if rgba.len() as u64 != count * 4 {
        return Err(ReadError::Truncated);
    }
    turned(Bitmap { source: (width, height), width, height, rgba }, turn)
}

/// The usual weights of the three colours (ITU-R BT.601), with all 256 values used.
fn of_differences([bright, blue, red]: [u8; 3]) -> [u8; 4] {
    let (bright, blue, red) = (f32::from(bright), f32::from(blue) - 128.0, f32::from(red) - 128.0);
    // A cast keeps to the limits of the type.
    let byte = |value: f32| value.round() as u8;
    [byte(bright + 1.402 * red), byte(bright - 0.344_136 * blue - 0.714_136 * red), byte(bright + 1.772 * blue), 255]
}

/// All reds, then all greens, then all blues, of two bytes each.
fn palette(table: &[u16]) -> Vec<[u8; 3]> {
    let count = table.len() / 3;
    let part = |place: usize| table.get(place).map_or(0, |value| (value >> 8) as u8);
    (0..count).map(|place| [part(place), part(place + count), part(place + 2 * count)]).collect()
}

fn greys(bits: u8) -> Vec<[u8; 3]> {
    let most = (1_u16 << bits) - 1;
    (0..=most).map(|value| [(value * 255 / most) as u8; 3]).collect()
}

/// The file with a palette taken for shades of grey, whose numbers can be read then, and whether it has one.
fn without_palette(bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
    match place_of_meaning(bytes).filter(|place| bytes.get(*place) == Some(&PALETTE)) {
        None => (Cow::Borrowed(bytes), false),
        Some(place) => {
            let mut bytes = bytes.to_vec();
            if let Some(byte) = bytes.get_mut(place) {
                *byte = GREY;
            }
            (Cow::Owned(bytes), true)
        }
    }
}

/// Where in the first directory of the file the low byte stands that says how colours are meant.
fn place_of_meaning(bytes: &[u8]) -> Option<usize> {
    let is_little = bytes.starts_with(b"II");
    let short = |at: usize| {
        let both = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(both) } else { u16::from_be_bytes(both) })
    };
    let all = bytes.get(4..8)?.try_into().ok()?;
    let directory = if is_little { u32::from_le_bytes(all) } else { u32::from_be_bytes(all) } as usize;
    let entries = 0..usize::from(short(directory)?);
    let entry = entries.map(|entry| directory + 2 + entry * 12).find(|entry| short(*entry) == Some(MEANING))?;
    Some(entry + if is_little { 8 } else { 9 })
}

fn allowed() -> Limits {
    let mut allowed = Limits::default();
    allowed.decoding_buffer_size = limits::PICTURE_BYTES as usize;
    allowed.intermediate_buffer_size = limits::PICTURE_BYTES as usize;
    allowed
}

fn failed(error: &TiffError, (width, height): (u32, u32)) -> ReadError {
    match error {
        TiffError::LimitsExceeded => ReadError::PictureTooLarge { width, height },
        TiffError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => ReadError::Truncated,
        error => ReadError::Damaged { detail: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A TIFF of one strip without compression: width and height, bits of a pixel, how colours are meant, the palette, the pixels,
    /// and whether high bytes come first.
    fn file(size: (u16, u16), bits: u16, meaning: u16, table: &[u16], pixels: &[u8], big: bool) -> Vec<u8> {
        let short = |value: u16| if big { value.to_be_bytes() } else { value.to_le_bytes() };
        let long = |value: u32| if big { value.to_be_bytes() } else { value.to_le_bytes() };
        let mut bytes = if big { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
        bytes.extend(long(8));
        let entries: Vec<(u16, u16, u32, u32)> = [
            (256, 3, 1, size.0.into()),
            (257, 3, 1, size.1.into()),
            (258, 3, 1, bits.into()),
            (259, 3, 1, 1),
            (262, 3, 1, meaning.into()),
            (273, 4, 1, 2_000),
            (277, 3, 1, 1),
            (278, 3, 1, size.1.into()),
            (279, 4, 1, pixels.len() as u32),
            (320, 3, table.len() as u32, 200),
        ]
        .into_iter()
        .filter(|(tag, ..)| *tag != 320 || !table.is_empty())
        .collect();
        bytes.extend(short(entries.len() as u16));
        for (tag, kind, count, value) in entries {
            bytes.extend(short(tag));
            bytes.extend(short(kind));
            bytes.extend(long(count));
            if kind == 3 && count == 1 {
                bytes.extend([short(value as u16), short(0)].concat());
            } else {
                bytes.extend(long(value));
            }
        }
        bytes.extend(long(0));
        bytes.resize(200, 0);
        bytes.extend(table.iter().flat_map(|value| short(*value)));
        bytes.resize(bytes.len().max(2_000), 0);
        bytes.extend(pixels);
        bytes
    }

    fn colours(bytes: &[u8]) -> Vec<[u8; 3]> {
        let bitmap = read(bytes).unwrap().unwrap();
        bitmap.rgba.as_chunks::<4>().0.iter().map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
    }

    #[test]
    fn a_palette_gives_its_colours_in_either_order_of_bytes() {
        let mut table = vec![0_u16; 48];
        (table[1], table[16 + 2], table[32 + 3]) = (0xFFFF, 0xFFFF, 0x8000);
        for big in [false, true] {
            let file = file((3, 2), 4, 3, &table, &[0x12, 0x30, 0x01, 0x20], big);
            let [black, red, green, blue] = [[0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 128]];
            assert_eq!(colours(&file), [red, green, blue, black, red, green], "{big}");
        }
    }

    #[test]
    fn few_shades_of_grey_go_from_black_to_white_whichever_is_zero() {
        let bright = colours(&file((2, 1), 4, 1, &[], &[0x0F], false));
        let dark = colours(&file((2, 1), 4, 0, &[], &[0x0F], false));
        assert_eq!((bright, dark), (vec![[0; 3], [255; 3]], vec![[255; 3], [0; 3]]));
        assert_eq!(colours(&file((4, 1), 2, 1, &[], &[0b0001_1011], false)), [[0; 3], [85; 3], [170; 3], [255; 3]]);
    }

    #[test]
    fn differences_of_colour_become_colours() {
        assert_eq!(of_differences([76, 85, 255]), [254, 0, 0, 255]);
        assert_eq!(of_differences([255, 128, 128]), [255; 4]);
        assert_eq!(of_differences([0, 128, 128]), [0, 0, 0, 255]);
        let mut file = Cursor::new(Vec::new());
        let mut encoder = tiff::encoder::TiffEncoder::new(&mut file).unwrap();
        encoder.write_image::<tiff::encoder::colortype::YCbCr8>(2, 1, &[76, 85, 255, 255, 128, 128]).unwrap();
        assert_eq!(colours(&file.into_inner()), [[254, 0, 0], [255; 3]]);
    }

    #[test]
    fn a_cut_one_is_refused_and_others_are_left_to_others() {
        let whole = file((3, 2), 4, 3, &[0; 48], &[0x12, 0x30, 0x01, 0x20], false);
        assert!(read(&whole[..2_001]).is_none_or(|read| read.is_err()));
        assert!(read(&file((2, 1), 8, 1, &[], &[1, 2], false)).is_none());
        assert!(read(b"II*\0").is_none() && read(b"").is_none());
    }
}
