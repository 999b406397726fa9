//! The stand list before it is printed: its options at the left, its pages at the right, drawn as the PDF draws them.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Color32, Context, Label, Layout, Painter, Rect, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui,
    epaint::TextShape, pos2, vec2,
};
use egui_material_icons::icons::{ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT};

use super::pass;
use crate::app::theme::{Colours, TextRole, family};
use crate::app::view::{Cx, Out};
use crate::app::widgets::{Dialog as Frame, Field, choice, draft_field, icon_button, label, pills};
use crate::export::page::{Align as PageAlign, Document, Item, Page, Paper};
use crate::lists::Sort;
use crate::session::{Action, Dialog, StandListDialog, StandListFormat};
use crate::text::args;

/// How wide the options are.
const OPTIONS: f32 = 250.0;
/// Copies that can be asked for.
const MOST_COPIES: u32 = 999;

/// What is kept of the pages from one frame to the next.
#[derive(Default)]
pub struct Pages {
    copies: String,
}

/// Shows the stand list.
pub fn show(ctx: &Context, cx: &Cx<'_>, dialog: &StandListDialog, pages: &mut Pages, out: &mut Out) {
    let texts = cx.texts;
    let (title, close) = (texts.stand_list_title(), texts.button_close());
    let (main, second) = (
        texts.button_print(),
        match dialog.format {
            StandListFormat::Pdf => texts.stand_list_save_pdf(),
            StandListFormat::Csv => texts.stand_list_save_csv(),
        },
    );
    let room = ctx.content_rect();
    let width = (room.width() - 120.0).clamp(520.0, 1040.0);
    let height = (room.height() - 220.0).clamp(280.0, 900.0);
    let no_printer = dialog.printers.as_ref().is_some_and(Vec::is_empty).then(|| texts.stand_list_no_printer());
    let frame =
        Frame { id: "stand list", title: &title, width, main: Some(&main), wrong: None, second: Some(&second), cancel: &close };
    let mut changed = dialog.clone();
    let answer = frame.show(ctx, cx.theme, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            ui.allocate_ui_with_layout(vec2(OPTIONS, height), Layout::top_down(Align::Min), |ui| {
                ui.set_width(OPTIONS);
                ui.spacing_mut().item_spacing.y = 10.0;
                options(ui, cx, &mut changed, pages);
                if let Some(words) = &no_printer {
                    ui.add(Label::new(cx.theme.muted(TextRole::Line, words)).wrap());
                }
            });
            let size = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Center), |ui| preview(ui, cx, &mut changed, size));
        });
    });
    if is_other(&changed, dialog) {
        out.push(Action::ChangeDialog(Box::new(Dialog::StandList(changed))));
    }
    pass(answer, out);
}

fn is_other(new: &StandListDialog, old: &StandListDialog) -> bool {
    (new.options, new.format, &new.printer, new.copies, new.page) != (old.options, old.format, &old.printer, old.copies, old.page)
}

fn options(ui: &mut Ui, cx: &Cx<'_>, dialog: &mut StandListDialog, pages: &mut Pages) {
    let texts = cx.texts;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &texts.stand_list_sort());
        let sorts = [(Sort::Name, texts.stand_list_sort_name()), (Sort::Number, texts.stand_list_sort_number())];
        if let Some(sort) = pills(ui, cx.theme, &sorts, dialog.options.sort) {
            dialog.options.sort = sort;
        }
    });
    let halls: Vec<_> = cx.session.plan().halls().iter().map(|(id, hall)| (*id, hall.name.clone())).collect();
    if halls.len() > 1 {
        let mut words = vec![texts.stand_list_all_halls()];
        words.extend(halls.iter().map(|(_, name)| name.clone()));
        let shown = halls.iter().find(|(id, _)| Some(*id) == dialog.options.hall).map(|(_, name)| name.clone());
        let shown = shown.unwrap_or_else(|| texts.stand_list_all_halls());
        if let Some(place) = choice(ui, cx.theme, "list hall", &texts.field_hall(), &shown, &words) {
            dialog.options.hall = place.checked_sub(1).and_then(|place| halls.get(place)).map(|(id, _)| *id);
        }
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &texts.stand_list_paper());
        let papers = Paper::ALL.map(|paper| (paper, paper.name().to_owned()));
        if let Some(paper) = pills(ui, cx.theme, &papers, dialog.options.paper) {
            dialog.options.paper = paper;
        }
    });
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, cx.theme, &texts.stand_list_file());
        let formats = [(StandListFormat::Pdf, "PDF".to_owned()), (StandListFormat::Csv, "CSV".to_owned())];
        if let Some(format) = pills(ui, cx.theme, &formats, dialog.format) {
            dialog.format = format;
        }
    });
    let printers: Vec<_> = dialog.printers.iter().flatten().map(|printer| printer.name.clone()).collect();
    if !printers.is_empty() {
        let shown = dialog.printer.clone().unwrap_or_default();
        if let Some(place) = choice(ui, cx.theme, "printer", &texts.stand_list_printer(), &shown, &printers) {
            dialog.printer = printers.get(place).cloned();
        }
        if pages.copies.trim().parse() != Ok(dialog.copies) && !ui.memory(|memory| memory.has_focus(copies_id())) {
            pages.copies = dialog.copies.to_string();
        }
        let entry = Field { id: copies_id(), label: &texts.stand_list_copies(), value: "", hint: "" };
        draft_field(ui, cx.theme, &entry, &mut pages.copies, false);
        if let Ok(copies @ 1..=MOST_COPIES) = pages.copies.trim().parse() {
            dialog.copies = copies;
        }
    }
}

fn copies_id() -> egui::Id {
    egui::Id::unique("copies")
}

/// The page in view, and the way to the others.
fn preview(ui: &mut Ui, cx: &Cx<'_>, dialog: &mut StandListDialog, size: egui::Vec2) {
    let Some(document) = dialog.document.clone() else {
        ui.add_space(size.y / 3.0);
        ui.spinner();
        return;
    };
    let count = document.pages.len();
    dialog.page = dialog.page.min(count.saturating_sub(1));
    let Some(page) = document.pages.get(dialog.page) else { return };
    let room = vec2(size.x, size.y - 36.0);
    let scale = (room.x / page.width).min(1.6);
    ScrollArea::vertical().id_salt("page").max_height(room.y).auto_shrink(false).show(ui, |ui| {
        ui.vertical_centered(|ui| paint_page(ui, cx, &document, page, scale));
    });
    ui.add_space(6.0);
    ui.allocate_ui_with_layout(vec2(size.x, 24.0), Layout::left_to_right(Align::Center), |ui| {
        ui.add_space((size.x / 2.0 - 110.0).max(0.0));
        let (back, on) = (texts_of(cx).0, texts_of(cx).1);
        if ui.add_enabled_ui(dialog.page > 0, |ui| icon_button(ui, cx.theme, ICON_CHEVRON_LEFT, &back, &back)).inner.clicked() {
            dialog.page -= 1;
        }
        let words = cx.texts.stand_list_page(args::StandListPage { page: dialog.page + 1, pages: count });
        ui.label(cx.theme.text(TextRole::Line, words));
        let more = dialog.page + 1 < count;
        if ui.add_enabled_ui(more, |ui| icon_button(ui, cx.theme, ICON_CHEVRON_RIGHT, &on, &on)).inner.clicked() {
            dialog.page += 1;
        }
    });
}

fn texts_of(cx: &Cx<'_>) -> (String, String) {
    (cx.texts.page_previous(), cx.texts.page_next())
}

/// Paints a page; paper is light in the dark too.
fn paint_page(ui: &mut Ui, cx: &Cx<'_>, document: &Arc<Document>, page: &Page, scale: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(page.width, page.height) * scale, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &document.title));
    let colours = Colours::new(false);
    let painter = ui.painter_at(rect.expand(1.0));
    painter.rect(rect, 0, Color32::WHITE, cx.theme.border(), StrokeKind::Outside);
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * scale;
    for item in &page.items {
        match item {
            Item::Area(area) => {
                let rect = Rect::from_min_size(at(area.x, area.y), vec2(area.width, area.height) * scale);
                painter.rect_filled(rect, 0, colours.of(area.tone));
            }
            Item::Line(line) => {
                let ends = [at(line.from.0, line.from.1), at(line.to.0, line.to.1)];
                painter.line_segment(ends, Stroke::new((line.width * scale).max(0.5), colours.of(line.tone)));
            }
            Item::Frame(frame) => {
                let rect = Rect::from_min_size(at(frame.x, frame.y), vec2(frame.width, frame.height) * scale);
                let stroke = Stroke::new((frame.line * scale).max(0.5), colours.of(frame.tone));
                painter.rect_stroke(rect, frame.radius * scale, stroke, StrokeKind::Middle);
            }
            Item::Text(text) => paint_text(&painter, &colours, text, at(text.x, text.y), scale),
        }
    }
}

fn paint_text(painter: &Painter, colours: &Colours, text: &crate::export::page::Text, at: egui::Pos2, scale: f32) {
    let layout = |size: f32| {
        let font = egui::FontId::new(size, family(text.style));
        painter.layout_no_wrap(text.text.clone(), font, colours.of(text.tone))
    };
    let mut galley = layout(text.size * scale);
    // The screen has other fonts than paper for what the bundled one lacks, and they may be wider.
    let room = text.room * scale;
    if galley.size().x > room && room > 1.0 {
        galley = layout(text.size * scale * room / galley.size().x);
    }
    let baseline =
        galley.rows.first().and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or_default();
    let left = match text.align {
        PageAlign::Left => 0.0,
        PageAlign::Centre => galley.size().x / 2.0,
        PageAlign::Right => galley.size().x,
    };
    painter.add(Shape::Text(TextShape::new(pos2(at.x - left, at.y - baseline), galley, Color32::BLACK)));
}
