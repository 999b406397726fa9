//! Booths split, merged and of other shapes than a rectangle: their forms, shown on the hall while they are filled in, and
//! what became of those who were there, in words.

use super::form_take::Wrong;
use super::{CommandId, Dialog, FieldKey as Key, FieldKind as Kind, Form, FormKind, Session, Tone};
use crate::edit::{Edit, KeepNumber};
use crate::geometry::{Cut, Outline, Point, Side, Size};
use crate::plan::{BoothId, IdMint, Plan, Status};
use crate::text::args;
use crate::tools::{Part, Preview};

/// The numbers that a merged booth can keep, in the order in which they can be chosen.
const NUMBERS: [KeepNumber; 3] = [KeepNumber::Lowest, KeepNumber::Highest, KeepNumber::First];
/// The sides that can be cut, in the order in which they can be chosen.
const SIDES: [Side; 2] = [Side::Width, Side::Depth];
/// Booths that a form shows as they would be; with more the hall would be covered with figures.
const MOST_SHOWN: usize = 200;

/// A shape that is entered with figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoothShape {
    /// A circle.
    Round,
    /// A box without a notch at one corner.
    L,
    /// A box without a notch in one side.
    U,
}

/// Whether something was done or would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Future,
}

impl Session {
    /// The form of a command of this room, where it has one.
    pub(super) fn outline_form(&self, command: CommandId) -> Option<Form> {
        match command {
            CommandId::SplitBooths => {
                let booths = self.selected_in_order();
                let record = booths.first().and_then(|booth| self.plan().get(*booth))?;
                let sides = vec![self.texts.split_side_by_side(), self.texts.split_one_behind_the_other()];
                let longer = SIDES.iter().position(|side| *side == record.outline.longer_side()).unwrap_or(0);
                let form = Form::new(FormKind::SplitBooths(booths));
                let form = form.with(Key::Parts, Kind::Count, self.tool_settings.split_parts.to_string());
                Some(form.with(Key::Direction, Kind::Choice(sides), longer.to_string()))
            }
            CommandId::MergeBooths => {
                let texts = &self.texts;
                let numbers = vec![texts.merge_keep_lowest(), texts.merge_keep_highest(), texts.merge_keep_first()];
                let chosen = NUMBERS.iter().position(|number| *number == self.tool_settings.keep_number).unwrap_or(0);
                let form = Form::new(FormKind::MergeBooths(self.selected_in_order()));
                Some(form.with(Key::KeepNumber, Kind::Choice(numbers), chosen.to_string()))
            }
            CommandId::InsertRound => Some(self.shape_form(BoothShape::Round)),
            CommandId::InsertL => Some(self.shape_form(BoothShape::L)),
            CommandId::InsertU => Some(self.shape_form(BoothShape::U)),
            _ => None,
        }
    }

    fn shape_form(&self, shape: BoothShape) -> Form {
        let form = self.at(FormKind::InsertShape(shape), self.free_corner());
        let Size { width, depth } = self.tool_settings.booth;
        let form = if shape == BoothShape::Round {
            form.with(Key::Diameter, Kind::Length, self.figure(width.min(depth)))
        } else {
            form.with(Key::Width, Kind::Length, self.figure(width * 2))
                .with(Key::Depth, Kind::Length, self.figure(depth * 2))
                .with(Key::NotchWidth, Kind::Length, self.figure(width))
                .with(Key::NotchDepth, Kind::Length, self.figure(depth))
                .with(Key::Rotation, Kind::Angle, "0")
        };
        form.with(Key::Number, Kind::Words, "").with(Key::Category, Kind::Words, "")
    }

    /// The edit that a form of this room asks for.
    pub(super) fn edit_of_outlines(&self, form: &Form) -> Result<Option<Edit>, Wrong> {
        let chosen = |key| form.value(key).parse::<usize>().unwrap_or_default();
        Ok(match &form.kind {
            FormKind::SplitBooths(booths) => {
                let parts = self.count(form, Key::Parts)?;
                if !(2..=Cut::MOST).contains(&parts) {
                    return Err(self.wrong(Key::Parts));
                }
                let side = SIDES.get(chosen(Key::Direction)).copied().unwrap_or(Side::Width);
                Some(Edit::Split { booths: booths.clone(), cut: Cut::Equal { parts, side } })
            }
            FormKind::MergeBooths(booths) => {
                let number = NUMBERS.get(chosen(Key::KeepNumber)).copied().unwrap_or(KeepNumber::Lowest);
                Some(Edit::Merge { booths: booths.clone(), number })
            }
            FormKind::InsertShape(shape) => {
                let outline = self.shape_of(form, *shape)?;
                let booth = self.numbered_booth_of(form, outline)?;
                Some(self.add_to_hall(vec![booth], Vec::new())?)
            }
            _ => None,
        })
    }

    fn shape_of(&self, form: &Form, shape: BoothShape) -> Result<Outline, Wrong> {
        let at = self.point(form, Key::X, Key::Y)?;
        if shape == BoothShape::Round {
            let radius = self.length(form, Key::Diameter, Outline::LEAST * 2)? / 2;
            return Ok(Outline::Round { centre: Point::new(at.x + radius, at.y + radius), radius });
        }
        let notch =
            Size::new(self.length(form, Key::NotchWidth, Outline::LEAST)?, self.length(form, Key::NotchDepth, Outline::LEAST)?);
        let size = self.size(form)?;
        let outline = if shape == BoothShape::L { Outline::l_shape(at, size, notch) } else { Outline::u_shape(at, size, notch) };
        let wrong = if notch.width >= size.width { Key::NotchWidth } else { Key::NotchDepth };
        let outline = outline.ok_or_else(|| (Some(wrong), self.texts.wrong_notch()))?;
        let angle = self.angle(form, Key::Rotation)?;
        Ok(outline.turned(outline.centre(), angle))
    }

    /// The next form starts with these figures.
    pub(super) fn remember_outlines(&mut self, edit: &Edit) {
        match edit {
            Edit::Split { cut: Cut::Equal { parts, .. }, .. } => self.tool_settings.split_parts = *parts,
            Edit::Merge { number, .. } => self.tool_settings.keep_number = *number,
            _ => {}
        }
    }

    /// While a form is filled in that makes booths, they are shown where they would be.
    pub(super) fn show_form_on_hall(&mut self) {
        let preview = match &self.dialog {
            Some(Dialog::Form(form)) => self.preview_of(form),
            _ => None,
        };
        if preview.is_some() || std::mem::take(&mut self.form_on_hall) {
            self.form_on_hall = preview.is_some();
            self.preview = preview.unwrap_or_default();
        }
    }

    fn preview_of(&self, form: &Form) -> Option<Preview> {
        let shown = matches!(form.kind, FormKind::SplitBooths(_) | FormKind::MergeBooths(_) | FormKind::InsertShape(_));
        if !shown && form.kind != FormKind::InsertBooth {
            return None;
        }
        let edit = self.edit_of(form).ok()?;
        // Made on the side: nothing of it is kept.
        let outcome = crate::edit::apply(self.plan(), &edit, &mut IdMint::new(0, self.plan().largest_counter())).ok()?;
        let booths = outcome.added.booths.iter().take(MOST_SHOWN).filter_map(|id| outcome.plan.get(*id));
        let parts = booths.map(|booth| Part { outline: booth.outline.clone(), number: booth.number.clone() });
        Some(Preview { parts: parts.collect(), ..Preview::default() })
    }

    /// The selected booths, the one that was selected first in front.
    fn selected_in_order(&self) -> Vec<BoothId> {
        let mut booths: Vec<_> = self.selection.booths.iter().copied().collect();
        booths.sort_by_key(|booth| Some(*booth) != self.first_selected);
        booths
    }

    /// Keeps in mind which booth was selected before the others.
    pub(super) fn follow_selection(&mut self) {
        let booths = &self.selection.booths;
        if !self.first_selected.is_some_and(|first| booths.contains(&first)) {
            self.first_selected = booths.first().copied();
        }
    }

    pub(super) fn cut_columns(&mut self) {
        let booths = self.selected_booths();
        let cut = !self.are_columns_cut();
        self.edit(&Edit::CutColumns(booths, cut));
    }

    /// Whether the columns are taken off every selected booth.
    pub(super) fn are_columns_cut(&self) -> bool {
        let booths = &self.selection.booths;
        !booths.is_empty() && booths.iter().all(|id| self.plan().get(*id).is_some_and(|booth| booth.columns_cut))
    }

    /// What a form would do, in words, where its fields do not say it.
    #[must_use]
    pub fn form_note(&self, form: &Form) -> Option<String> {
        let FormKind::MergeBooths(booths) = &form.kind else { return None };
        let edit = self.edit_of(form).ok()?;
        // Made on the side: nothing of it is kept.
        match crate::edit::apply(self.plan(), &edit, &mut IdMint::new(0, self.plan().largest_counter())) {
            Ok(outcome) => {
                let kept = outcome.added.booths.first().copied()?;
                Some(self.merge_words((self.plan(), booths), (&outcome.plan, kept), Tense::Future))
            }
            Err(refusal) => Some(self.texts.refusal(&refusal, self.plan())),
        }
    }

    /// What becomes of booths that are merged, and of those who have them: who is raised to another status is named.
    fn merge_words(&self, (before, booths): (&Plan, &[BoothId]), (after, booth): (&Plan, BoothId), tense: Tense) -> String {
        let texts = &self.texts;
        let numbers = &self.numbers_of(before, booths);
        let number = &after.get(booth).map(|booth| booth.number.to_string()).unwrap_or_default();
        let name = |who| after.get(who).map(|exhibitor: &std::sync::Arc<crate::plan::Exhibitor>| exhibitor.name.clone());
        let there: Vec<_> = after.participants(booth).iter().map(|participant| participant.exhibitor).collect();
        let names: Vec<_> = there.iter().filter_map(|who| name(*who)).collect();
        if names.is_empty() {
            return match tense {
                Tense::Past => texts.merge_done(args::MergeDone { numbers, number }),
                Tense::Future => texts.merge_will(args::MergeWill { numbers, number }),
            };
        }
        let word = |status| texts.status(status).to_lowercase();
        let (count, list, now) = (names.len(), &texts.enumeration(&names), after.status(booth));
        let status = &word(now);
        let mut words = vec![match tense {
            Tense::Past => texts.merge_done_with(args::MergeDoneWith { numbers, number, count, names: list, status }),
            Tense::Future => texts.merge_will_with(args::MergeWillWith { numbers, number, count, names: list, status }),
        }];
        // Who had several of them is named with the furthest.
        let was = |who| {
            let had = |booth: &&BoothId| before.participants(**booth).iter().any(|participant| participant.exhibitor == who);
            booths.iter().filter(had).map(|booth| before.status(*booth)).max()
        };
        for earlier in Status::ALL.into_iter().filter(|status| *status != now) {
            let raised: Vec<_> = there.iter().filter(|who| was(**who) == Some(earlier)).filter_map(|who| name(*who)).collect();
            if !raised.is_empty() {
                let (count, names) = (raised.len(), &texts.enumeration(&raised));
                words.push(texts.merge_raised(args::MergeRaised { count, names, before: &word(earlier), after: status }));
            }
        }
        words.join(" ")
    }

    /// The numbers of booths in order, the last of many left out.
    fn numbers_of(&self, plan: &Plan, booths: &[BoothId]) -> String {
        let mut sorted: Vec<_> = booths.iter().filter_map(|id| plan.get(*id)).map(|booth| booth.number.clone()).collect();
        sorted.sort_by_key(crate::plan::Number::key);
        let mut list: Vec<String> = sorted.iter().map(ToString::to_string).collect();
        if list.len() > 6 {
            list.splice(5.., ["…".to_owned()]);
        }
        self.texts.enumeration(&list)
    }

    /// Says what became of booths that were split or merged, and of those who had them.
    pub(super) fn tell_outlines(&mut self, edit: &Edit, before: &Plan) {
        let texts = &self.texts;
        let plan = self.plan();
        let new: Vec<_> = self.selection.booths.iter().copied().collect();
        let names = |booth: BoothId| {
            let on_booth = plan.participants(booth).iter().filter_map(|participant| plan.get(participant.exhibitor));
            on_booth.map(|exhibitor| exhibitor.name.clone()).collect::<Vec<_>>()
        };
        let numbers = |plan: &Plan, booths: &[BoothId]| self.numbers_of(plan, booths);
        let words = match edit {
            Edit::Split { booths, .. } => {
                let (old, parts) = (numbers(before, booths), numbers(plan, &new));
                let names = if let [booth] = booths.as_slice() { names(*booth) } else { Vec::new() };
                let anybody = booths.iter().any(|booth| !plan.participants(*booth).is_empty());
                let count = booths.len();
                match (names.as_slice(), anybody) {
                    ([], false) => texts.split_done(args::SplitDone { count, numbers: &old, parts: &parts }),
                    ([], true) => texts.split_done_booked(args::SplitDoneBooked { numbers: &old, parts: &parts }),
                    (names, _) => {
                        let (count, list) = (names.len(), texts.enumeration(names));
                        texts.split_done_with(args::SplitDoneWith { numbers: &old, parts: &parts, count, names: &list })
                    }
                }
            }
            Edit::Merge { booths, .. } => {
                let Some(booth) = new.first().copied() else { return };
                self.merge_words((before, booths), (plan, booth), Tense::Past)
            }
            _ => return,
        };
        self.tell(Tone::Good, words);
    }
}
