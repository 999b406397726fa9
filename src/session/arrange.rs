//! Putting what is selected in order: aligning, distributing, mirroring, turning about a point, arranging to an aisle.

use super::form_take::Wrong;
use super::{Availability, CommandId, FieldKey as Key, FieldKind as Kind, Form, FormKind, Session};
use crate::edit::Edit;
use crate::geometry::Length;
use crate::text::Texts;
use crate::tools::{self, Across, Alignment, Evenly};

/// Which way aisles run, in the order in which it can be chosen.
const DIRECTIONS: [Across; 2] = [Across::TopBottom, Across::LeftRight];

impl Session {
    /// Puts what is selected in order; where it is already, nothing is done.
    pub(super) fn arrange(&mut self, id: CommandId) {
        if let Some(edit) = self.arranging(id)
            && !matches!(&edit, Edit::Reshape(_, shapes) if shapes.is_empty())
        {
            self.edit(&edit);
        }
    }

    /// What a command that puts things in order does; none of another kind.
    fn arranging(&self, id: CommandId) -> Option<Edit> {
        use CommandId as Id;
        let (selection, plan) = (&self.selection, self.plan());
        let align = |alignment| tools::align_things(selection, plan, alignment);
        let distribute = |across, evenly| tools::distribute(selection, plan, across, evenly);
        Some(match id {
            Id::AlignLeft => align(Alignment::Left),
            Id::AlignCentre => align(Alignment::Centre),
            Id::AlignRight => align(Alignment::Right),
            Id::AlignTop => align(Alignment::Top),
            Id::AlignMiddle => align(Alignment::Middle),
            Id::AlignBottom => align(Alignment::Bottom),
            Id::DistributeAcross => distribute(Across::LeftRight, Evenly::Gaps),
            Id::DistributeDown => distribute(Across::TopBottom, Evenly::Gaps),
            Id::DistributeCentresAcross => distribute(Across::LeftRight, Evenly::Centres),
            Id::DistributeCentresDown => distribute(Across::TopBottom, Evenly::Centres),
            Id::MirrorLeftRight => tools::mirror(selection, plan, Across::LeftRight),
            Id::MirrorTopBottom => tools::mirror(selection, plan, Across::TopBottom),
            _ => return None,
        })
    }

    /// Whether enough is selected for a command that puts things in order.
    pub(super) fn can_arrange(&self, id: CommandId) -> Option<Availability> {
        use CommandId as Id;
        let need = |ready: bool, why: fn(&Texts) -> String| {
            if ready { Availability::Ready } else { Availability::Not(why(&self.texts)) }
        };
        let at_least = |count: usize| self.selection.len() >= count && tools::unit_count(self.plan(), &self.selection) >= count;
        Some(match id {
            Id::AlignLeft | Id::AlignCentre | Id::AlignRight | Id::AlignTop | Id::AlignMiddle | Id::AlignBottom => {
                need(at_least(2), Texts::disabled_select_two)
            }
            Id::DistributeAcross | Id::DistributeDown | Id::DistributeCentresAcross | Id::DistributeCentresDown => {
                need(at_least(3), Texts::disabled_select_three)
            }
            Id::MirrorLeftRight | Id::MirrorTopBottom | Id::RotateAbout => {
                need(!self.selection.is_empty(), Texts::disabled_nothing_selected)
            }
            Id::ArrangeToAisle => need(self.aisle_direction().is_some(), Texts::disabled_select_rows),
            _ => return None,
        })
    }

    /// The direction in which the selection has more than one row; that with more rows where both have.
    fn aisle_direction(&self) -> Option<Across> {
        let counted = DIRECTIONS.map(|across| (tools::row_count(&self.selection, self.plan(), across), across));
        let [(down, _), (beside, _)] = counted;
        match (down > 1, beside > 1) {
            (false, false) => None,
            (_, true) if beside > down => Some(Across::LeftRight),
            (true, _) => Some(Across::TopBottom),
            (false, true) => Some(Across::LeftRight),
        }
    }

    /// The form for turning about a point: at first the one that was dragged for it, else the middle of what is selected.
    pub(super) fn rotate_about_form(&self) -> Form {
        let centre = || tools::frame(self.plan(), &self.selection).map(|frame| frame.centre());
        let about = self.tool.pivot(&self.selection).or_else(centre).unwrap_or_default();
        Form::new(FormKind::RotateAbout)
            .with(Key::X, Kind::Length, self.texts.length_figure(about.x))
            .with(Key::Y, Kind::Length, self.texts.length_figure(about.y))
            .with(Key::Rotation, Kind::Angle, "90")
    }

    pub(super) fn turned_selection(&self, form: &Form) -> Result<Edit, Wrong> {
        let (about, by) = (self.point(form, Key::X, Key::Y)?, self.angle(form, Key::Rotation)?);
        Ok(tools::rotate_about(&self.selection, self.plan(), about, by))
    }

    /// The form for the width of aisles: at first that of new blocks.
    pub(super) fn aisle_form(&self) -> Form {
        let chosen = self.aisle_direction().and_then(|across| DIRECTIONS.iter().position(|other| *other == across)).unwrap_or(0);
        let directions = vec![self.texts.aisles_across(), self.texts.aisles_down()];
        Form::new(FormKind::ArrangeToAisle)
            .with(Key::Aisle, Kind::Length, self.texts.length_figure(self.tool_settings.block.aisle))
            .with(Key::AisleDirection, Kind::Choice(directions), chosen.to_string())
    }

    pub(super) fn arranged_selection(&self, form: &Form) -> Result<Edit, Wrong> {
        let aisle = self.length(form, Key::Aisle, Length::ZERO)?;
        let chosen = form.value(Key::AisleDirection).parse::<usize>().ok().and_then(|place| DIRECTIONS.get(place).copied());
        Ok(tools::arrange_to_aisle(&self.selection, self.plan(), chosen.unwrap_or(Across::TopBottom), aisle))
    }
}
