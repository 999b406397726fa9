//! What is drawn on booths that are large enough: their hatching and their texts. It is made by the scene for the booths in
//! view alone, and while the hall is zoomed for a few of them in each frame.

use std::sync::Arc;

use eframe::egui::{Galley, Painter, Shape, Stroke, vec2};

use crate::app::canvas::View;
use crate::app::canvas::layer::text_shape;
use crate::app::logos::Logos;
use crate::geometry::{Offset, Point};
use crate::scene::{BoothDetail, BoothLogo, Text};

/// Booths whose texts are made in one frame while the camera zooms, and when it has come to rest.
const WHILE_ZOOMING: usize = 40;
const AT_REST: usize = 300;

/// What is drawn on one booth.
pub(super) struct Detail {
    /// Points to a metre that it was made for.
    scale: f64,
    hatch: Option<Box<crate::scene::Hatch>>,
    texts: Vec<(Text, Option<Arc<Galley>>)>,
    logo: Option<Box<BoothLogo>>,
}

impl Detail {
    /// What the scene made for a scale. Words that were there `before` in the same size need no new layout.
    pub fn new(detail: BoothDetail, scale: f64, before: Option<Box<Self>>) -> Self {
        let mut before = before.map(|before| before.texts).unwrap_or_default();
        let mut laid_out = |text: &Text| {
            let same = |(old, _): &&mut (Text, _)| (&old.words, old.size, old.style) == (&text.words, text.size, text.style);
            before.iter_mut().find(same).and_then(|(_, galley)| galley.take())
        };
        let texts = detail.texts.into_iter().map(|text| (laid_out(&text), text)).map(|(galley, text)| (text, galley)).collect();
        Self { scale, hatch: detail.hatch, texts, logo: detail.logo }
    }

    /// Adds its lines and its texts with its logo, moved by so much.
    pub fn paint(&mut self, brush: &Brush<'_>, by: Offset, lines: &mut Vec<Shape>, texts: &mut Vec<Shape>) {
        let Brush { painter, view, logos } = *brush;
        if let Some(hatch) = &self.hatch {
            let stroke = Stroke::new(hatch.width, view.colours.of(hatch.role));
            lines.extend(hatch.lines.iter().map(|line| Shape::line_segment(line.map(|end| view.place(end + by)), stroke)));
        }
        let way = vec2(view.camera.points(by.x), view.camera.points(by.y));
        texts.extend(self.texts.iter_mut().map(|(text, galley)| text_shape(painter, view, text, galley, way)));
        if let Some(logo) = &self.logo {
            let place = |corners: [Point; 4]| corners.map(|corner| view.place(corner + by));
            logos.paint(&logo.file, place(logo.corners), place(logo.plate), texts);
        }
    }
}

/// With what details are painted.
#[derive(Clone, Copy)]
pub(super) struct Brush<'a> {
    pub painter: &'a Painter,
    pub view: &'a View,
    pub logos: &'a Logos,
}

/// How many details may still be made in this frame, and for which scale.
pub(super) struct Pace {
    scale: f64,
    left: usize,
    zooming: bool,
    /// For which scale details are made now: smaller than it is while the hall shrinks, so that they last for a few frames.
    pub made_for: f64,
    /// Something is not as it should be yet: another frame is needed.
    pub unfinished: bool,
}

impl Pace {
    /// `before` is the scale of the frame before this one, if the same hall was painted then.
    pub fn new(before: Option<f64>, scale: f64) -> Self {
        let zooming = before.is_some_and(|before| before != scale);
        let left = match before {
            None => usize::MAX,
            Some(_) if zooming => WHILE_ZOOMING,
            Some(_) => AT_REST,
        };
        let shrinking = before.is_some_and(|before| before > scale);
        Self { scale, left, zooming, made_for: if shrinking { scale / 1.12 } else { scale }, unfinished: zooming }
    }

    /// Whether a detail is to be made anew now, and if not, whether it can be shown as it is.
    pub fn judge(&mut self, detail: Option<&Detail>) -> Verdict {
        let made_for = detail.map(|detail| detail.scale);
        let within = |least: f64, most: f64| made_for.is_some_and(|made| (made * least..=made * most).contains(&self.scale));
        let fresh = if self.zooming { within(0.98, 1.2) } else { within(1.0, 1.0) };
        if fresh {
            return Verdict::Show;
        }
        if self.left > 0 {
            self.left -= 1;
            return Verdict::Make;
        }
        self.unfinished = true;
        if within(0.9, 1.6) { Verdict::Show } else { Verdict::Wait }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Make,
    Show,
    /// There is nothing to show yet.
    Wait,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detail(scale: f64) -> Detail {
        Detail::new(BoothDetail::default(), scale, None)
    }

    #[test]
    fn words_that_stay_in_their_size_are_not_laid_out_again() {
        let context = eframe::egui::Context::default();
        crate::app::theme::install(&context);
        let text = |words: &str, size: f32| Text {
            booth: None,
            words: words.into(),
            at: Point::ORIGIN,
            size,
            anchor: crate::scene::Anchor::Start,
            role: crate::scene::Role::Ink,
            style: crate::fonts::Style::Regular,
            angle: crate::geometry::Angle::ZERO,
        };
        let detail = |texts: &[Text]| BoothDetail { texts: texts.to_vec(), ..BoothDetail::default() };
        let mut before = Detail::new(detail(&[text("A1", 12.0), text("Acer", 9.0)]), 20.0, None);
        let mut output = context.run_ui(eframe::egui::RawInput::default(), |ui| {
            let galley = |words: &str| ui.painter().layout_no_wrap(words.into(), Default::default(), Default::default());
            before.texts.iter_mut().for_each(|(text, kept)| *kept = Some(galley(&text.words)));
        });
        output.textures_delta.clear();
        let galley = before.texts[0].1.clone();
        let after = detail(&[text("Asus", 9.0), text("Acer", 10.0), text("A1", 12.0)]);
        let after = Detail::new(after, 22.0, Some(Box::new(before)));
        let kept: Vec<_> = after.texts.into_iter().map(|(_, galley)| galley).collect();
        assert!(kept[0].is_none() && kept[1].is_none(), "other words, another size");
        assert!(Arc::ptr_eq(kept[2].as_ref().unwrap(), galley.as_ref().unwrap()));
    }

    #[test]
    fn the_first_frame_shows_every_text() {
        let mut pace = Pace::new(None, 20.0);
        assert!((0..10_000).all(|_| pace.judge(None) == Verdict::Make));
        assert!(!pace.unfinished);
    }

    #[test]
    fn while_zooming_texts_last_a_few_frames_and_at_rest_all_are_exact() {
        let mut pace = Pace::new(Some(19.0), 20.0);
        assert_eq!(pace.judge(Some(&detail(18.0))), Verdict::Show);
        assert!(pace.unfinished, "zooming asks for another frame");
        let mut pace = Pace::new(Some(20.0), 20.0);
        assert_eq!(pace.judge(Some(&detail(18.0))), Verdict::Make);
        assert_eq!(pace.judge(Some(&detail(20.0))), Verdict::Show);
        assert!(!pace.unfinished);
    }

    #[test]
    fn what_there_is_no_time_for_waits_and_asks_for_another_frame() {
        let mut pace = Pace::new(Some(20.0), 20.0);
        let made = (0..AT_REST).filter(|_| pace.judge(None) == Verdict::Make).count();
        assert_eq!(made, AT_REST);
        assert_eq!(pace.judge(None), Verdict::Wait);
        assert_eq!(pace.judge(Some(&detail(19.0))), Verdict::Show);
        assert!(pace.unfinished);
    }
}
