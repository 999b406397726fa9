//! The thread that asks the reader for tiles.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use eframe::egui::{Color32, ColorImage, Context};

use crate::reader::{Cancel, MapSource, ReadError, Reader, Tile, TileAddress};

/// A page of a map without some of its layers: all tiles of one sheet belong to one of these.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) source: MapSource,
    pub(super) hidden: Vec<String>,
}

impl PartialEq for Sheet {
    /// A hash says it all about the bytes, and they are many.
    fn eq(&self, other: &Self) -> bool {
        (&self.source.hash, self.source.page, &self.hidden) == (&other.source.hash, other.source.page, &other.hidden)
    }
}

/// A tile that is wanted.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    /// The number of its sheet.
    pub(super) number: u32,
    pub(super) sheet: Arc<Sheet>,
    pub(super) address: TileAddress,
}

/// What came of a wish.
pub(super) struct Arrival {
    pub(super) number: u32,
    pub(super) address: TileAddress,
    pub(super) image: Result<ColorImage, ReadError>,
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
pub(super) struct Asking {
    shared: Arc<Shared>,
    arrivals: Receiver<Arrival>,
}

impl Asking {
    /// Starts the thread, which wakes the window when a tile has come. `None` where the system has no thread left.
    pub(super) fn start(reader: Reader, ctx: Context) -> Option<Self> {
        let shared = Arc::new(Shared::default());
        let (sender, arrivals) = channel();
        let of_thread = shared.clone();
        thread::Builder::new().name("map tiles".to_owned()).spawn(move || work(&of_thread, &reader, &sender, &ctx)).ok()?;
        Some(Self { shared, arrivals })
    }

    /// These are wanted now, and nothing else.
    pub(super) fn want(&self, wishes: Vec<Wish>) {
        self.shared.wishes.lock().unwrap_or_else(PoisonError::into_inner).open = wishes.into();
        self.shared.changed.notify_one();
    }

    /// What has come and was not yet taken.
    pub(super) fn next(&self) -> Option<Arrival> {
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
        let image = reader.tile(&sheet.source, address, &sheet.hidden, &shared.cancel).map(|tile| image(&tile));
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

fn image(tile: &Tile) -> ColorImage {
    let pixels = tile.rgba.as_chunks::<4>().0.iter();
    let pixels = pixels.map(|[red, green, blue, alpha]| Color32::from_rgba_premultiplied(*red, *green, *blue, *alpha));
    let side = TileAddress::SIDE as usize;
    ColorImage::new([side, side], pixels.collect())
}
