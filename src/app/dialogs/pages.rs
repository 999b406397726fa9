//! Which page of a file becomes the map: all of them as small pictures, by pointer or by the keys.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    Context, CornerRadius, Key, Rect, Role, ScrollArea, Sense, StrokeKind, TextureHandle, TextureOptions, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::app::canvas::{Asking, Sheet, Wish};
use crate::app::theme::{CORNER, Colours, TextRole};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, DialogAnswer, focus_ring, paint_short};
use crate::reader::{Reader, TileAddress};
use crate::scene;
use crate::session::{Action, Dialog, PageQuestion, map_source};

/// The side of a small picture, and the room under it for the page's name.
const SIDE: f32 = 150.0;
const NAME: f32 = 22.0;
/// Between two of them.
const GAP: f32 = 12.0;
const COLUMNS: usize = 4;
/// How much of the window the pages take before they are scrolled.
const ROWS: f32 = 2.4;

/// The small pictures of the file's pages, as far as they were looked at.
pub struct PagePictures {
    hash: String,
    asking: Option<Asking>,
    textures: BTreeMap<u32, TextureHandle>,
    /// Pages that cannot be read.
    failed: BTreeSet<u32>,
    wanted: Vec<u32>,
}

impl PagePictures {
    /// Those of the file that is asked about, read on a thread of their own.
    #[must_use]
    pub fn new(question: &PageQuestion, reader: &Reader, ctx: &Context) -> Self {
        let asking = Asking::start(reader.clone(), ctx.clone());
        Self { hash: question.map.file.hash(), asking, textures: BTreeMap::new(), failed: BTreeSet::new(), wanted: Vec::new() }
    }

    /// Whether these are of that file.
    #[must_use]
    pub fn are_of(&self, question: &PageQuestion) -> bool {
        self.hash == question.map.file.hash()
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &Context, cx: &Cx<'_>, question: &PageQuestion, out: &mut Out) {
        self.take_arrivals(ctx);
        let title = cx.texts.pages_title();
        let (main, cancel) = (cx.texts.pages_confirm(), cx.texts.button_cancel());
        let width = COLUMNS as f32 * (SIDE + GAP) + GAP;
        let frame = Frame { id: "pages", title: &title, width, main: Some(&main), wrong: None, second: None, cancel: &cancel };
        let mut chosen = None;
        let mut is_sure = false;
        let mut seen = Vec::new();
        let answer = frame.show(ctx, cx.theme, |ui| {
            ui.label(cx.theme.muted(TextRole::Line, &question.map.name));
            ui.add_space(4.0);
            let area = ScrollArea::vertical().id_salt("pages of a file").max_height((SIDE + NAME + GAP) * ROWS);
            area.auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(GAP, GAP);
                let pages = u32::try_from(question.map.head.pages.len()).unwrap_or(u32::MAX);
                for first in (0..pages).step_by(COLUMNS) {
                    ui.horizontal(|ui| {
                        for page in (first..pages).take(COLUMNS) {
                            let (is_chosen, twice, in_view) = self.page(ui, cx, question, page);
                            seen.extend(in_view.then_some(page));
                            chosen = chosen.or(is_chosen.then_some(page));
                            is_sure |= twice;
                        }
                    });
                }
            });
        });
        self.want(seen, question);
        if let Some(page) = chosen.filter(|page| *page != question.chosen) {
            let question = PageQuestion { chosen: page, ..question.clone() };
            out.push(Action::ChangeDialog(Box::new(Dialog::ChoosePage(Box::new(question)))));
        }
        match answer {
            Some(DialogAnswer::Cancel) => out.push(Action::DismissDialog),
            None if !is_sure => {}
            _ => out.push(Action::ConfirmDialog),
        }
    }

    /// A page: whether it is chosen now, whether that is final, and whether it is in view.
    fn page(&self, ui: &mut Ui, cx: &Cx<'_>, question: &PageQuestion, page: u32) -> (bool, bool, bool) {
        let colours = &cx.theme.colours;
        let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE + NAME), Sense::click());
        let is_current = question.chosen == page;
        let name = question.map.head.pages.get(page as usize).map_or("", String::as_str);
        let words = cx.texts.map_page(page, name);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &words));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
        // The keys begin where the choice is.
        if is_current && ui.memory(|memory| memory.focused()).is_none() {
            response.request_focus();
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let in_view = ui.is_rect_visible(rect);
        if in_view {
            let sheet = Rect::from_min_size(rect.min, vec2(SIDE, SIDE));
            let edge = if is_current { (2.0, colours.accent) } else { (1.0, colours.line) };
            let paper = Colours::new(false).of(scene::Role::Surface);
            ui.painter().rect(sheet, CornerRadius::same(CORNER), paper, edge, StrokeKind::Outside);
            if let Some(texture) = self.textures.get(&page) {
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                let inside = self.centred(sheet.shrink(4.0), question, page);
                ui.painter().with_clip_rect(sheet).image(texture.id(), inside, whole, eframe::egui::Color32::WHITE);
            } else if self.failed.contains(&page) {
                let at = pos2(sheet.left() + 8.0, sheet.center().y);
                paint_short(ui, at, SIDE - 16.0, TextRole::Line, colours.bad, &cx.texts.pages_unreadable());
            }
            let ink = if is_current { colours.accent } else { colours.ink };
            let at = pos2(rect.left() + 2.0, rect.bottom() - NAME / 2.0);
            paint_short(ui, at, SIDE - 4.0, TextRole::Line, ink, &words);
            focus_ring(ui, cx.theme, &response, rect);
        }
        let by_key = response.clicked() && ui.input(|input| input.key_pressed(Key::Enter));
        (response.clicked() || response.gained_focus(), by_key || response.double_clicked(), in_view)
    }

    /// Where a picture lies, whose sheet fills the left or the top of its square: in the middle, where the first page tells its
    /// proportion.
    fn centred(&self, square: Rect, question: &PageQuestion, page: u32) -> Rect {
        if page > 0 {
            return square;
        }
        let (width, height) = (question.map.head.sheet.0 as f32, question.map.head.sheet.1 as f32);
        let longer = width.max(height).max(1.0);
        let free = vec2(1.0 - width / longer, 1.0 - height / longer) * square.width();
        square.translate(free / 2.0)
    }

    fn take_arrivals(&mut self, ctx: &Context) {
        let Some(asking) = &self.asking else { return };
        while let Some(arrival) = asking.next() {
            match arrival.image {
                Ok(image) => {
                    let texture = ctx.load_texture(format!("page {}", arrival.number), image, TextureOptions::LINEAR);
                    self.textures.insert(arrival.number, texture);
                }
                Err(_) => {
                    self.failed.insert(arrival.number);
                }
            }
        }
    }

    /// Asks for the pages in view that are not there yet.
    fn want(&mut self, seen: Vec<u32>, question: &PageQuestion) {
        let is_open = |page: &u32| !self.textures.contains_key(page) && !self.failed.contains(page);
        let wanted: Vec<u32> = seen.into_iter().filter(is_open).collect();
        if wanted == self.wanted {
            return;
        }
        let wish = |page: &u32| Wish {
            number: *page,
            sheet: Sheet { source: map_source(&question.map.file, *page), hidden: Vec::new(), ink: None }.into(),
            address: TileAddress { level: 0, column: 0, row: 0 },
        };
        if let Some(asking) = &self.asking {
            asking.want(wanted.iter().map(wish).collect());
        }
        self.wanted = wanted;
    }
}
