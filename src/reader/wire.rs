//! What parent and worker say to each other: a length, a JSON header of that length, and the bytes that the header counts.

use super::picture::PictureHead;
use super::{MapHead, ReadError, TileAddress, Workbook, limits};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Request {
    /// The sheets of a workbook; its bytes follow.
    Sheets { file_name: String },
    /// The picture on the clipboard of the system.
    Clipboard,
    /// The pixels of a picture; its bytes follow.
    Picture,
    /// The pixels of a logo; its bytes follow.
    Logo,
    /// That a page of a map be opened and kept; its bytes follow.
    OpenMap(PageKey),
    /// A tile of a page that is open.
    Tile { page: PageKey, address: TileAddress, hidden: Vec<String> },
    /// The vectors of a page that is open.
    Drawing { page: PageKey, hidden: Vec<String> },
}

/// What an open page is known by: its file's hash, and its number from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PageKey {
    pub(super) hash: String,
    pub(super) page: u32,
}

/// An answer.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    Sheets(Workbook),
    /// The picture follows as PNG; nothing does where there is none.
    Clipboard,
    /// The pixels follow.
    Picture(PictureHead),
    Map(MapHead),
    /// The pixels follow.
    Tile,
    /// The drawing follows in postcard's form; nothing does where the page is a picture.
    Drawing,
    /// The page is not open here, any more or yet.
    NotOpen,
    Failed(ReadError),
}

/// Writes one message and flushes.
pub(super) fn send<H: Serialize>(to: &mut impl Write, header: &H, payload: &[u8]) -> io::Result<()> {
    let header = serde_json::to_vec(header)?;
    to.write_all(&(header.len() as u64).to_le_bytes())?;
    to.write_all(&(payload.len() as u64).to_le_bytes())?;
    to.write_all(&header)?;
    to.write_all(payload)?;
    to.flush()
}

/// Reads one message; `None` where the other side has closed instead of saying one.
pub(super) fn receive<H: DeserializeOwned>(from: &mut impl Read) -> io::Result<Option<(H, Vec<u8>)>> {
    let mut lengths = [0_u8; 16];
    let mut read = 0;
    while let Some(rest) = lengths.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) if read == 0 => return Ok(None),
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => read += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let both = u128::from_le_bytes(lengths);
    let header = read_exactly(from, both as u64)?;
    let payload = read_exactly(from, (both >> 64) as u64)?;
    Ok(Some((serde_json::from_slice(&header)?, payload)))
}

fn read_exactly(from: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    if length > limits::ANSWER_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::with_capacity(length as usize);
    from.take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_arrives_as_it_was_sent_and_closing_is_not_an_error() {
        let mut pipe = Vec::new();
        let request = Request::Sheets { file_name: "list.csv".into() };
        send(&mut pipe, &request, b"pixels").unwrap();
        let mut from = pipe.as_slice();
        let (got, payload) = receive::<Request>(&mut from).unwrap().unwrap();
        assert_eq!((got, payload.as_slice()), (request, &b"pixels"[..]));
        assert!(receive::<Request>(&mut from).unwrap().is_none());
    }

    #[test]
    fn half_a_message_and_an_absurd_length_are_errors() {
        assert!(receive::<Request>(&mut &[1_u8, 0, 0][..]).is_err());
        assert!(receive::<Request>(&mut &[255_u8; 40][..]).is_err());
    }
}
