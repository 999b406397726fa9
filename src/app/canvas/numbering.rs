//! Booths being numbered, on the plan: the number that each would get with the old one struck out below it, the order in
//! which they are counted as a line, and the path along which they are counted.

use eframe::egui::{Color32, FontId, Painter, Pos2, Shape, Stroke, vec2};

use super::overlay::Overlay;
use crate::app::theme::family;
use crate::fonts::Style;
use crate::geometry::{Outline, Point};
use crate::session::{NewNumber, Numbering, Session};

/// Sizes of a number, the largest that fits is taken. Few, because each is drawn onto the graphics card once.
const SIZES: [f32; 5] = [15.0, 13.0, 11.0, 9.0, 7.5];
/// The size of the old number.
const OLD: f32 = 9.0;
/// Points of the shorter side from which a booth has room for the old number too.
const ROOM_FOR_OLD: f32 = 30.0;
/// Of more booths in view than this nobody can read a number.
const MOST: usize = 4_000;
/// Points between two places of the line for an arrow to stand between them.
const ROOM_FOR_ARROW: f32 = 14.0;

impl Overlay<'_> {
    /// The numbers that booths would get, and in which order they are counted.
    pub fn numbering(&self, session: &Session) {
        let (Some(numbering), Some(hall)) = (session.numbering(), session.hall()) else { return };
        let area = self.view.camera.view(self.view.rect.width(), self.view.rect.height());
        let in_view: Vec<_> = session.index().booths_touching_view(hall, area).take(MOST + 1).collect();
        let mut places: Vec<usize> = in_view.iter().filter_map(|(booth, _)| numbering.places.get(booth).copied()).collect();
        places.sort_unstable();
        if in_view.len() <= MOST {
            self.booths(session, numbering, &places);
            self.order(session, numbering, &places);
        }
        let drawn = &session.preview().path;
        self.path(if drawn.is_empty() { &numbering.path } else { drawn });
        if in_view.len() <= MOST {
            self.numbers(session, numbering, &places);
        }
    }

    /// The grounds of the booths: enough of their status to know them by, and nothing of their words.
    fn booths(&self, session: &Session, numbering: &Numbering, places: &[usize]) {
        for (number, outline) in of_places(session, numbering, places) {
            self.outline(outline, self.ground(session, number), Stroke::new(1.5, self.colour(number)));
        }
    }

    fn ground(&self, session: &Session, number: &NewNumber) -> Color32 {
        let colours = &self.theme.colours;
        colours.surface.lerp_to_gamma(colours.status(session.plan().status(number.booth)), 0.3)
    }

    /// The numbers themselves. Booths of one size have numbers of one size, that of the longest; the first one is marked.
    fn numbers(&self, session: &Session, numbering: &Numbering, places: &[usize]) {
        let all = || of_places(session, numbering, places);
        let longest = all().map(|(number, _)| number.new.as_str()).max_by_key(|number| number.chars().count());
        for (number, outline) in all() {
            let is_first = numbering.numbers.first().is_some_and(|first| first.booth == number.booth);
            let colours = match is_first {
                true => (self.colour(number), self.theme.colours.on_accent),
                false => (self.ground(session, number), self.colour(number)),
            };
            self.new_number(number, outline, longest.unwrap_or_default(), colours);
        }
    }

    fn colour(&self, number: &NewNumber) -> Color32 {
        let colours = &self.theme.colours;
        match (number.is_taken, number.old == number.new) {
            (true, _) => colours.bad,
            (false, true) => colours.muted,
            (false, false) => colours.accent,
        }
    }

    /// The new number, as large as the longest one fits, and the old one below it where there is room.
    fn new_number(&self, number: &NewNumber, outline: &Outline, longest: &str, (ground, ink): (Color32, Color32)) {
        let size = outline.bounds().size();
        let (width, depth) = (self.view.camera.points(size.width), self.view.camera.points(size.depth));
        // Turned booths are narrower than the box around them.
        let part = if outline.angle().quarter_turns().is_some() { 1.0 } else { 0.7 };
        let room = vec2(width * part - 4.0, depth * part + 2.0);
        let words = |words: &str, size: f32| self.painter.layout_no_wrap(words.to_owned(), semibold(size), ink);
        let fits = |size: &f32| {
            let needs = words(longest, *size).size();
            needs.x <= room.x && needs.y <= room.y
        };
        let Some(size) = SIZES.into_iter().find(fits) else { return };
        let galley = words(number.new.as_str(), size);
        let centre = self.view.place(outline.centre());
        let with_old = number.old != number.new && room.min_elem() >= ROOM_FOR_OLD;
        let up = if with_old { 6.0 } else { 0.0 };
        let rect = galley.rect.translate(centre.to_vec2() - galley.size() / 2.0 - vec2(0.0, up));
        // The line of the order goes behind the number.
        self.painter.rect_filled(rect.expand2(vec2(2.0, -1.0)), 3, ground);
        self.painter.galley(rect.min, galley, ink);
        if with_old {
            self.struck(centre + vec2(0.0, 9.0), number.old.as_str(), room.x);
        }
    }

    /// The old number, struck out.
    fn struck(&self, middle: Pos2, words: &str, room: f32) {
        let colours = &self.theme.colours;
        let galley = self.painter.layout_no_wrap(words.to_owned(), FontId::new(OLD, family(Style::Regular)), colours.muted);
        if galley.size().x > room {
            return;
        }
        let rect = galley.rect.translate(middle.to_vec2() - galley.size() / 2.0);
        self.painter.galley(rect.min, galley, colours.muted);
        self.painter.hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colours.muted));
    }

    /// The line from one booth to the next, with arrows, as far as it begins or ends in view.
    fn order(&self, session: &Session, numbering: &Numbering, places: &[usize]) {
        let stroke = Stroke::new(1.5, self.theme.colours.accent.gamma_multiply(0.45));
        let mut before = None;
        for place in places {
            // The way to this booth, unless it was drawn as the way from the one before, and the way from it.
            let first = if before == place.checked_sub(1) { *place } else { place.saturating_sub(1) };
            before = Some(*place);
            let stretch: Vec<usize> = (first..=place + 1).collect();
            let middles = of_places(session, numbering, &stretch).map(|(_, outline)| self.view.place(outline.centre()));
            let middles: Vec<Pos2> = middles.collect();
            for (from, to) in middles.iter().zip(middles.iter().skip(1)) {
                self.painter.line_segment([*from, *to], stroke);
                let way = *to - *from;
                if way.length() >= ROOM_FOR_ARROW {
                    arrow(self.painter, *from + way * 0.5, way.normalized(), stroke.color);
                }
            }
        }
    }

    /// A path along which booths are counted.
    fn path(&self, path: &[Point]) {
        let colours = &self.theme.colours;
        let places: Vec<Pos2> = path.iter().map(|point| self.view.place(*point)).collect();
        self.painter.add(Shape::line(places.clone(), Stroke::new(5.0, colours.surface.gamma_multiply(0.8))));
        self.painter.add(Shape::line(places.clone(), Stroke::new(2.5, colours.guide)));
        if let [before @ .., last] = places.as_slice() {
            if let Some(first) = before.first() {
                self.painter.circle(*first, 5.0, colours.surface, Stroke::new(2.5, colours.guide));
            }
            if let Some(before) = before.iter().rev().find(|place| place.distance(*last) > 1.0) {
                arrow(self.painter, *last, (*last - *before).normalized(), colours.guide);
            }
        }
    }
}

/// The numbers at some places in the order of counting, with the outlines of their booths.
fn of_places<'a>(
    session: &'a Session,
    numbering: &'a Numbering,
    places: &'a [usize],
) -> impl Iterator<Item = (&'a NewNumber, &'a Outline)> {
    let numbers = places.iter().filter_map(|place| numbering.numbers.get(*place));
    numbers.filter_map(|number| Some((number, &session.plan().get(number.booth)?.outline)))
}

fn semibold(size: f32) -> FontId {
    FontId::new(size, family(Style::SemiBold))
}

/// The head of an arrow, its middle at `at`.
fn arrow(painter: &Painter, at: Pos2, way: eframe::egui::Vec2, colour: Color32) {
    let across = way.rot90() * 3.5;
    let (tip, back) = (at + way * 4.0, at - way * 3.0);
    painter.add(Shape::convex_polygon(vec![tip, back + across, back - across], colour, Stroke::NONE));
}
