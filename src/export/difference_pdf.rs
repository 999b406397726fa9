//! What is different between two states of a plan, as PDF: a page for each hall concerned, then everything in words.

use jiff::civil::Date;

use super::hall_pdf::sheets_pdf;
use super::page::Paper;
use super::page_pdf::{Pdf, PdfError};
use super::sheet::{MARGIN, Page, Sheet, Subject, plan_title, points_per_metre};
use super::svg::Pictures;
use crate::fonts::{Shaper, Style};
use crate::geometry::{Bounds, Length, Offset, Point};
use crate::plan::HallId;
use crate::scene::{Anchor, Role, Scene, SceneOptions, TwoStates};
use crate::text::{Texts, args};

/// Points from one line of the list to the next, and of its type.
const ROW: f64 = 15.0;
const SIZE: f32 = 9.5;
/// Points of a list's head.
const LIST_HEAD: f64 = 52.0;
/// Points of the line below it.
const LIST_FOOT: f64 = 24.0;

/// What the pages are made of.
#[derive(Clone, Copy, Debug)]
pub struct DifferenceExport<'a> {
    /// The plan in its two states.
    pub states: &'a TwoStates,
    /// What the two are called.
    pub names: [&'a str; 2],
    /// The pixels of the pictures in the halls; one that is missing is not drawn.
    pub pictures: &'a Pictures,
    /// The words.
    pub texts: &'a Texts,
    /// The date on the sheet.
    pub as_of: Date,
}

/// Writes a page for each hall in which something is different, and the list of all that is.
///
/// # Errors
/// [`PdfError`].
pub fn difference_pdf(export: &DifferenceExport<'_>, paper: Paper, shaper: Shaper) -> Result<Pdf, PdfError> {
    let halls = export.states.halls();
    let drawn = halls.iter().filter_map(|hall| export.subject(*hall)?.page(paper));
    let show = export.states.after().show().title();
    let title = export.texts.plan_changes_title(args::PlanChangesTitle { title: &show });
    let sheets = drawn.chain(list(export, &title, paper));
    sheets_pdf(sheets, export.pictures, (title.clone(), export.texts), shaper)
}

impl<'a> DifferenceExport<'a> {
    fn subject(&self, hall: HallId) -> Option<Subject<'a>> {
        let Self { states, texts, as_of, .. } = *self;
        let (plan, _) = states.state_of(hall);
        let scene = move |scale| states.scene(hall, &SceneOptions::paper(scale, texts));
        Some(Subject {
            content: states.bounds(hall)?,
            title: texts.plan_changes_title(args::PlanChangesTitle { title: &plan_title(plan, hall, texts) }),
            summary: texts.plan_changes_count(args::PlanChangesCount { count: states.count_in(hall) }),
            note: self.between(),
            as_of,
            keys: states.legend(hall, texts),
            texts,
            scene: Box::new(scene),
        })
    }

    fn between(&self) -> String {
        let [before, after] = self.names;
        self.texts.plan_changes_between(args::PlanChangesBetween { before, after })
    }
}

/// Everything that is different, in words, on pages of their own.
fn list(export: &DifferenceExport<'_>, title: &str, paper: Paper) -> Vec<(Sheet, (f64, f64))> {
    let DifferenceExport { states, texts, .. } = export;
    let words = states.differences().iter().map(|difference| texts.difference(difference, states.before(), states.after()));
    let mut lines: Vec<String> = words.collect();
    if lines.is_empty() {
        lines.push(texts.diff_none());
    }
    let (width, height) = (f64::from(paper.size().0), f64::from(paper.size().1));
    let fitting = ((height - 2.0 * MARGIN - LIST_HEAD - LIST_FOOT) / ROW).max(1.0) as usize;
    let pages = lines.chunks(fitting);
    let count = pages.len();
    let sheet = |(place, lines): (usize, &[String])| {
        let scale = points_per_metre(100);
        let length = |points: f64| Length::from_metres(points / scale).unwrap_or_default();
        let bounds = Bounds::between(Point::ORIGIN, Point::ORIGIN + Offset::new(length(width), length(height)));
        let mut scene = Scene::default();
        let mut page = Page { items: &mut scene.items, origin: bounds.min(), scale, type_scale: 1.0, width };
        let (left, room) = (MARGIN, width - 2.0 * MARGIN);
        let mut text = |(x, y), anchor, style, role, words: &str| page.text((x, y), anchor, style, role, words, room);
        text((left, MARGIN + 13.0), Anchor::Start, (Style::SemiBold, 16.0), Role::Ink, title);
        let below = format!("{} · {}", texts.plan_changes_list(), export.between());
        text((left, MARGIN + 29.0), Anchor::Start, (Style::Regular, 9.0), Role::Muted, &below);
        for (line, row) in lines.iter().zip(0_u32..) {
            let y = MARGIN + LIST_HEAD + f64::from(row) * ROW;
            text((left, y), Anchor::Start, (Style::Regular, SIZE), Role::Ink, line);
        }
        let number = texts.stand_list_page(args::StandListPage { page: place + 1, pages: count });
        text((width - MARGIN, height - MARGIN), Anchor::End, (Style::SemiBold, 8.5), Role::Ink, &number);
        (Sheet { scene, bounds, scale, title: title.to_owned(), summary: String::new() }, (width, height))
    };
    pages.enumerate().map(sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Status;
    use crate::scene::sample::{Sample, one_of_each};
    use crate::text::Language;

    /// The sheets with their sizes, and the PDF that they make.
    type Pages = (Vec<(Sheet, (f64, f64))>, Pdf);

    fn pages(sample: &Sample, language: Language) -> Pages {
        let mut after = Sample { plan: sample.plan.clone(), hall: sample.hall, mint: sample.mint.clone() };
        for number in 0..60 {
            let (row, column) = (number / 20, number % 20);
            after.booth(&format!("N{number}"), [column * 2, 100 + row * 2, 2, 2], Status::Available, &[]);
        }
        let (states, texts) = (TwoStates::new(&sample.plan, &after.plan), Texts::new(language));
        let as_of = jiff::civil::date(2026, 5, 3);
        let pictures = Pictures::default();
        let export = DifferenceExport {
            states: &states,
            names: ["march.hallplan", "may.hallplan"],
            pictures: &pictures,
            texts: &texts,
            as_of,
        };
        let drawn = states.halls().into_iter().filter_map(|hall| export.subject(hall)?.page(Paper::A4));
        let sheets = drawn.chain(list(&export, "title", Paper::A4)).collect();
        (sheets, difference_pdf(&export, Paper::A4, Shaper::without_system_fonts()).unwrap())
    }

    #[test]
    fn there_is_a_page_for_the_hall_and_a_list_of_all_that_is_different() {
        let (pages, pdf) = pages(&one_of_each(), Language::French);
        assert_eq!(pages.len(), 3, "sixty lines need two pages");
        assert_eq!(pdf.missing, Vec::<String>::new());
        for (sheet, _) in &pages {
            let (min, max) = (sheet.bounds.min(), sheet.bounds.max());
            for item in &sheet.scene.items {
                if let crate::scene::Item::Text(text) = item {
                    assert!(text.at.x >= min.x && text.at.x <= max.x && text.at.y >= min.y && text.at.y <= max.y, "{text:?}");
                }
            }
        }
    }

    #[test]
    #[ignore = "needs pdftotext"]
    fn what_is_different_is_read_back_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("changes.pdf");
        std::fs::write(&file, pages(&one_of_each(), Language::English).1.bytes).unwrap();
        let output = std::process::Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        for words in ["From march.hallplan to may.hallplan", "60 booths are different", "+ N59", "new: Booth N0", "2 of 2"] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
    }
}
