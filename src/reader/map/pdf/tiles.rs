//! Tiles, painted by hayro. A page borrows from its file and the caches of both from the page, so they live on the stack of a
//! thread that is asked for tiles.

use std::cell::RefCell;
use std::sync::{Arc, mpsc};
use std::thread;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use hayro::hayro_interpret::kurbo::Affine;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::{Pixmap, RenderContext, Resources};
use hayro::{RenderCache, RenderSettings, render_into};

use super::layers::Groups;
use super::{Sheet, Tile, TileAddress, parse};
use crate::reader::ReadError;

/// Stack of the thread, in bytes: hayro draws forms within forms to a depth of fifty.
const STACK: usize = 16 << 20;

/// Tiles after which the caches are begun anew: they keep every letter at every size that was painted.
const TILES_OF_CACHE: usize = 256;

/// What is painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PaintedPages {
    pub(super) address: TileAddress,
    /// Pages of the file, from the lowest.
    pub(super) pages: Vec<usize>,
    /// The groups of the file that are not.
    pub(super) hidden: Vec<ObjectIdentifier>,
}

struct Ask {
    wanted: PaintedPages,
    /// The file, where its layers are others than in the file before.
    file: Option<Arc<Vec<u8>>>,
    answer: mpsc::Sender<Result<Tile, ReadError>>,
}

/// Paints tiles of a file.
pub(super) struct Painter {
    bytes: Arc<Vec<u8>>,
    running: RefCell<Option<Running>>,
}

struct Running {
    asks: mpsc::Sender<Ask>,
    /// The groups that its file hides.
    hidden: Vec<ObjectIdentifier>,
}

impl Painter {
    pub(super) fn new(bytes: Arc<Vec<u8>>) -> Self {
        Self { bytes, running: RefCell::new(None) }
    }

    pub(super) fn tile(&self, wanted: PaintedPages, groups: &Groups) -> Result<Tile, ReadError> {
        let mut running = self.running.borrow_mut();
        let is_same = running.as_ref().is_some_and(|running| running.hidden == wanted.hidden);
        let file = (!is_same).then(|| self.file(&wanted.hidden, groups));
        if running.is_none() {
            *running = Some(Running { asks: start()?, hidden: wanted.hidden.clone() });
        }
        let Some(painter) = running.as_mut() else { return Err(ended()) };
        painter.hidden.clone_from(&wanted.hidden);
        let (answer, answers) = mpsc::channel();
        let painted = painter.asks.send(Ask { wanted, file, answer }).ok().and_then(|()| answers.recv().ok());
        painted.unwrap_or_else(|| {
            // It came to its end over this tile; the next one may go well.
            *running = None;
            Err(ended())
        })
    }

    fn file(&self, hidden: &[ObjectIdentifier], groups: &Groups) -> Arc<Vec<u8>> {
        groups.with_hidden(&self.bytes, hidden).map_or_else(|| Arc::clone(&self.bytes), Arc::new)
    }
}

fn ended() -> ReadError {
    ReadError::Damaged { detail: "the page cannot be painted".to_owned() }
}

fn start() -> Result<mpsc::Sender<Ask>, ReadError> {
    let (asks, asked) = mpsc::channel();
    thread::Builder::new()
        .name("pdf tiles".to_owned())
        .stack_size(STACK)
        .spawn(move || paint(&asked))
        .map_err(|_| ReadError::TooMuchMemory)?;
    Ok(asks)
}

/// Paints until nobody asks any more.
fn paint(asked: &mpsc::Receiver<Ask>) {
    let mut file = Arc::new(Vec::new());
    let mut next = asked.recv().ok();
    while let Some(mut ask) = next.take() {
        if let Some(other) = ask.file.take() {
            file = other;
        }
        next = match parse(&file) {
            Ok(pdf) => paint_file(&pdf, ask, asked),
            Err(error) => {
                // Nobody listens where the request was given up.
                drop(ask.answer.send(Err(error)));
                asked.recv().ok()
            }
        };
    }
}

/// Paints tiles of one file until those of another are wanted, which is given back, or enough is cached.
fn paint_file(pdf: &Pdf, first: Ask, asked: &mpsc::Receiver<Ask>) -> Option<Ask> {
    let cache = RenderCache::new();
    let mut next = Some(first);
    for _ in 0..TILES_OF_CACHE {
        let ask = next.take().or_else(|| asked.recv().ok())?;
        if ask.file.is_some() {
            return Some(ask);
        }
        drop(ask.answer.send(Ok(tile(pdf, &cache, &ask.wanted))));
    }
    asked.recv().ok()
}

fn tile<'a>(pdf: &'a Pdf, cache: &RenderCache<'a>, wanted: &PaintedPages) -> Tile {
    const SIDE: u16 = TileAddress::SIDE as u16;
    let mut context = RenderContext::new(SIDE, SIDE);
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let first = pdf.pages().first().map(Sheet::of);
    for number in &wanted.pages {
        let Some(page) = pdf.pages().get(*number) else { continue };
        // Pages that lie on one another are as large as the first.
        let sheet = if wanted.pages.len() > 1 { first.unwrap_or(Sheet::of(page)) } else { Sheet::of(page) };
        let [left, top, ..] = wanted.address.area(sheet.units);
        let to_tile = Affine::scale(wanted.address.scale(sheet.units)) * Affine::translate((-left, -top));
        let interpreter = InterpreterSettings::default();
        render_into(page, cache, &interpreter, &settings, &mut context, to_tile * sheet.transform(page));
    }
    context.flush();
    let mut pixmap = Pixmap::new(SIDE, SIDE);
    context.render(&mut pixmap, &mut Resources::default());
    Tile { rgba: pixmap.data_as_u8_slice().to_vec() }
}
