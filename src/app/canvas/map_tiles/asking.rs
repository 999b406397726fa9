//! The thread that asks the reader for tiles.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use eframe::egui::{Color32, ColorImage, Context};

use crate::reader::{Cancel, MapSource, ReadError, Reader, Tile, TileAddress};

/// A page of a map without some of its layers: all tiles of one sheet belong to one of these.
#[derive(Clone, Debug)]
pub(in crate::app) struct Sheet {
    pub(in crate::app) source: MapSource,
    pub(in crate::app) hidden: Vec<String>,
    /// In one ink alone; else in its own colours.
    pub(in crate::app) ink: Option<Ink>,
}

/// An ink in which a whole map is drawn: where it was dark, the ink is thick, and where it was white there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Ink {
    rgb: [u8; 3],
    /// How thick it is at most, of 255: what lies under it shines through.
    most: u8,
}

impl Ink {
    /// Of the revision that was replaced: red.
    pub(in crate::app) const OLD: Self = Self { rgb: [0xD1, 0x24, 0x2F], most: 255 };
    /// Of the revision that replaced it: blue; over the red it is violet.
    pub(in crate::app) const NEW: Self = Self { rgb: [0x24, 0x57, 0xC5], most: 150 };

    fn of(self, [red, green, blue, alpha]: [u8; 4]) -> Color32 {
        // Over white paper, as bright as an eye sees it.
        let over_white = |value: u8| u32::from(value) + u32::from(255 - alpha);
        let bright = (over_white(red) * 299 + over_white(green) * 587 + over_white(blue) * 114) / 1_000;
        let thick = (255 - bright.min(255)) * u32::from(self.most) / 255;
        let [red, green, blue] = self.rgb;
        Color32::from_rgba_unmultiplied(red, green, blue, thick as u8)
    }
}

impl PartialEq for Sheet {
    /// A hash says it all about the bytes, and they are many.
    fn eq(&self, other: &Self) -> bool {
        let known_by = |sheet: &Self| (sheet.source.hash.clone(), sheet.source.page, sheet.hidden.clone(), sheet.ink);
        known_by(self) == known_by(other)
    }
}

/// A tile that is wanted.
#[derive(Clone, Debug)]
pub(in crate::app) struct Wish {
    /// The number of its sheet.
    pub(in crate::app) number: u32,
    pub(in crate::app) sheet: Arc<Sheet>,
    pub(in crate::app) address: TileAddress,
}

/// What came of a wish.
pub(in crate::app) struct Arrival {
    pub(in crate::app) number: u32,
    pub(in crate::app) address: TileAddress,
    pub(in crate::app) image: Result<ColorImage, ReadError>,
}

/// Shared by the window and the thread.
#[derive(Default)]
struct Shared {
    wishes: Mutex<Wishes>,
    changed: Condvar,
    cancel: Cancel,
}

#[derive(Default)]
struct Wishes {
    open: VecDeque<Wish>,
    is_over: bool,
}

/// Asks for tiles on a thread of its own, the first wish first. Wishes that are no more in the list are forgotten; the one under
/// way is brought to its end, since giving it up would end the process that has the map open.
pub(in crate::app) struct Asking {
    shared: Arc<Shared>,
    arrivals: Receiver<Arrival>,
}

impl Asking {
    /// Starts the thread, which wakes the window when a tile has come. `None` where the system has no thread left.
    pub(in crate::app) fn start(reader: Reader, ctx: Context) -> Option<Self> {
        let shared = Arc::new(Shared::default());
        let (sender, arrivals) = channel();
        let of_thread = shared.clone();
        thread::Builder::new().name("map tiles".to_owned()).spawn(move || work(&of_thread, &reader, &sender, &ctx)).ok()?;
        Some(Self { shared, arrivals })
    }

    /// These are wanted now, and nothing else.
    pub(in crate::app) fn want(&self, wishes: Vec<Wish>) {
        self.shared.wishes.lock().unwrap_or_else(PoisonError::into_inner).open = wishes.into();
        self.shared.changed.notify_one();
    }

    /// What has come and was not yet taken.
    pub(in crate::app) fn next(&self) -> Option<Arrival> {
        self.arrivals.try_recv().ok()
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.shared.wishes.lock().unwrap_or_else(PoisonError::into_inner).is_over = true;
        self.shared.cancel.cancel();
        self.shared.changed.notify_one();
    }
}

fn work(shared: &Shared, reader: &Reader, sender: &Sender<Arrival>, ctx: &Context) {
    while let Some(Wish { number, sheet, address }) = next(shared) {
        let image = reader.tile(&sheet.source, address, &sheet.hidden, &shared.cancel).map(|tile| image(&tile, sheet.ink));
        if sender.send(Arrival { number, address, image }).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

/// The next wish, once there is one; `None` when the window is gone.
fn next(shared: &Shared) -> Option<Wish> {
    let mut wishes = shared.wishes.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if wishes.is_over {
            return None;
        }
        if let Some(wish) = wishes.open.pop_front() {
            return Some(wish);
        }
        wishes = shared.changed.wait(wishes).unwrap_or_else(PoisonError::into_inner);
    }
}

fn image(tile: &Tile, ink: Option<Ink>) -> ColorImage {
    let pixels = tile.rgba.as_chunks::<4>().0.iter();
    let pixels = pixels.map(|pixel @ [red, green, blue, alpha]| match ink {
        Some(ink) => ink.of(*pixel),
        None => Color32::from_rgba_premultiplied(*red, *green, *blue, *alpha),
    });
    let side = TileAddress::SIDE as usize;
    ColorImage::new([side, side], pixels.collect())
}
