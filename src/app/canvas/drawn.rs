//! Booths that would come of a drawing, on the plan: their outlines with the numbers that they would get, what something is
//! wrong with in red, and the columns, walls and doors.

use eframe::egui::{Color32, FontId, Shape, Stroke};

use super::overlay::Overlay;
use crate::app::theme::family;
use crate::fonts::Style;
use crate::geometry::Outline;
use crate::import::ProposedBooth;
use crate::index::{structure_bounds, structure_outline};
use crate::session::Session;

/// Sizes of a number, the largest that fits is taken. Few, because each is drawn onto the graphics card once.
const SIZES: [f32; 5] = [15.0, 13.0, 11.0, 9.0, 7.5];
/// Of more booths in view than this nobody can read a number.
const MOST_NUMBERS: usize = 2_000;
/// Points that half the cross is wide which stands for a shape whose edges cross.
const CROSS: f32 = 5.0;

impl Overlay<'_> {
    /// What would come of the drawing, while the panel is open.
    pub fn drawn(&self, session: &Session) {
        let (Some(drawn), Some(hall)) = (session.drawn(), session.hall()) else { return };
        if !session.shows_proposal_in(hall) {
            return;
        }
        let colours = &self.theme.colours;
        let view = self.view.camera.view(self.view.rect.width(), self.view.rect.height());
        let structures = drawn.proposal.structures.iter().map(|(_, shape)| shape);
        let structures: Vec<Outline> =
            structures.filter(|shape| view.touches(structure_bounds(shape))).map(structure_outline).collect();
        self.outlines(&structures, colours.guide.gamma_multiply(0.35), Stroke::new(1.0, colours.guide));
        let in_view = |booth: &&ProposedBooth| match &booth.outline {
            Some(outline) => view.touches(outline.bounds()),
            None => view.contains(booth.centre),
        };
        let booths: Vec<&ProposedBooth> = drawn.proposal.booths.iter().filter(in_view).collect();
        for (is_wrong, colour) in [(false, colours.guide), (true, colours.bad)] {
            let alike = booths.iter().filter(|booth| booth.problem.is_some() == is_wrong);
            let added = alike.clone().filter(|booth| booth.number.is_some()).filter_map(|booth| booth.outline.as_ref());
            let fill = colours.surface.lerp_to_gamma(colour, 0.18).gamma_multiply(0.85);
            self.outlines(added, fill, Stroke::new(2.0, colour));
            // What is left out is seen, and seen through.
            let left_out = alike.filter(|booth| booth.number.is_none()).filter_map(|booth| booth.outline.as_ref());
            self.outlines(left_out, Color32::TRANSPARENT, Stroke::new(1.5, colour));
        }
        for booth in booths.iter().filter(|booth| booth.outline.is_none()) {
            let at = self.view.place(booth.centre);
            for way in [eframe::egui::vec2(CROSS, CROSS), eframe::egui::vec2(CROSS, -CROSS)] {
                self.painter.add(Shape::line_segment([at - way, at + way], Stroke::new(2.0, colours.bad)));
            }
        }
        if booths.len() <= MOST_NUMBERS {
            // Booths of one size have numbers of one size.
            let numbers = booths.iter().filter_map(|booth| booth.number.as_ref());
            let longest = numbers.max_by_key(|number| number.as_str().len()).map(ToString::to_string).unwrap_or_default();
            booths.iter().for_each(|booth| self.number_of(booth, &longest));
        }
    }

    /// The number that a booth would get, as large as the longest one fits.
    fn number_of(&self, booth: &ProposedBooth, longest: &str) {
        let (Some(outline), Some(number)) = (&booth.outline, &booth.number) else { return };
        let colours = &self.theme.colours;
        let size = outline.bounds().size();
        // Turned booths are narrower than the box around them.
        let part = if outline.angle().quarter_turns().is_some() { 1.0 } else { 0.7 };
        let room = [size.width, size.depth].map(|side| self.view.camera.points(side) * part - 2.0);
        let ink = if booth.problem.is_some() { colours.bad } else { colours.ink };
        let words = |words: &str, size: f32| {
            self.painter.layout_no_wrap(words.to_owned(), FontId::new(size, family(Style::SemiBold)), ink)
        };
        let fits = |size: &f32| {
            // Figures are not all as wide: two points more have room for any of them.
            let needs = words(longest, *size).size();
            needs.x + 2.0 <= room[0] && needs.y <= room[1]
        };
        let Some(size) = SIZES.into_iter().find(fits) else { return };
        let galley = words(number.as_str(), size);
        let at = self.view.place(outline.centre()) - galley.size() / 2.0;
        self.painter.galley(at, galley, ink);
    }
}
