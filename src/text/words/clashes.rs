//! Where two copies of a file clash, and what is different in one of them.

use crate::file::compare::Difference;
use crate::file::merge::{Clash, ClashKind, Field, RecordId, Side};
use crate::geometry::Size;
use crate::plan::{Booking, CategoryId, Plan};
use crate::text::{Texts, args};

/// The words of two copies of a file.
impl Texts {
    /// A clash as a sentence; `plan` is the merged one.
    #[must_use]
    pub fn clash(&self, clash: &Clash, plan: &Plan) -> String {
        let what = &self.record(clash.record, plan);
        match &clash.kind {
            ClashKind::Field { field, kept: Side::Ours } => {
                self.clash_field_ours(args::ClashFieldOurs { what, field: &self.field(*field) })
            }
            ClashKind::Field { field, kept: Side::Theirs } => {
                self.clash_field_theirs(args::ClashFieldTheirs { what, field: &self.field(*field) })
            }
            ClashKind::Removed { by: Side::Ours, is_gone: false } => self.clash_removed_by_us(args::ClashRemovedByUs { what }),
            ClashKind::Removed { by: Side::Theirs, is_gone: false } => {
                self.clash_removed_by_them(args::ClashRemovedByThem { what })
            }
            ClashKind::Removed { by: Side::Ours, is_gone: true } => self.clash_gone_by_us(args::ClashGoneByUs { what }),
            ClashKind::Removed { by: Side::Theirs, is_gone: true } => self.clash_gone_by_them(args::ClashGoneByThem { what }),
            ClashKind::Number { wanted, .. } => self.clash_number(args::ClashNumber { what, wanted: wanted.as_str() }),
            ClashKind::Name { wanted, .. } => self.clash_name(args::ClashName { what, wanted }),
            ClashKind::BookedTwice { kept, loses, .. } => {
                let loses = &plan.get(*loses).map(|booking| self.participants_of(booking, plan)).unwrap_or_default();
                match kept {
                    Side::Ours => self.clash_booked_ours(args::ClashBookedOurs { what, loses }),
                    Side::Theirs => self.clash_booked_theirs(args::ClashBookedTheirs { what, loses }),
                }
            }
            ClashKind::BlockedAndBooked { blocked_by: Side::Ours } => self.clash_blocked_by_us(args::ClashBlockedByUs { what }),
            ClashKind::BlockedAndBooked { blocked_by: Side::Theirs } => {
                self.clash_blocked_by_them(args::ClashBlockedByThem { what })
            }
        }
    }

    /// What is different, on one line; `before` and `after` are the two plans.
    #[must_use]
    pub fn difference(&self, difference: &Difference, before: &Plan, after: &Plan) -> String {
        let named = |record: &RecordId| {
            let is_there = !matches!(difference, Difference::Gone(_));
            self.record(*record, if is_there { after } else { before })
        };
        match difference {
            Difference::New(record) => self.diff_new(args::DiffNew { what: &named(record) }),
            Difference::Gone(record) => self.diff_gone(args::DiffGone { what: &named(record) }),
            Difference::Moved(booth, distance) => {
                let what = &named(&(*booth).into());
                self.diff_moved(args::DiffMoved { what, distance: &self.length(*distance) })
            }
            Difference::Elsewhere(booth, hall) => {
                let (what, hall) = (&named(&(*booth).into()), &named(&(*hall).into()));
                self.diff_elsewhere(args::DiffElsewhere { what, hall })
            }
            Difference::Reshaped(booth) => self.diff_reshaped(args::DiffReshaped { what: &named(&(*booth).into()) }),
            Difference::Renumbered(_, before, after) => {
                self.diff_renumbered(args::DiffRenumbered { before: before.as_str(), after: after.as_str() })
            }
            Difference::Status(booth, before, after) => {
                let (what, before, after) = (&named(&(*booth).into()), &self.status(*before), &self.status(*after));
                self.diff_status(args::DiffStatus { what, before, after })
            }
            Difference::Changed(record) => self.diff_changed(args::DiffChanged { what: &named(record) }),
            Difference::Things(count) => self.diff_things(args::DiffThings { count: *count }),
        }
    }

    /// A record of any kind, as a person names it.
    #[must_use]
    pub fn record(&self, record: RecordId, plan: &Plan) -> String {
        match record {
            RecordId::Show => self.clash_show(),
            RecordId::Hall(id) => self.hall_subject(id, plan),
            RecordId::Layer(id) => plan.get(id).map_or_else(|| self.subject_some_layer(), |layer| layer.name.clone()),
            RecordId::Block(_) => self.clash_block(),
            RecordId::Structure(_) => self.subject_some_thing(),
            RecordId::Map(id) => plan.get(id).map_or_else(|| self.subject_some_picture(), |map| map.name.clone()),
            RecordId::Category(id) => plan.get(id).map_or_else(|| self.subject_some_category(), |category| category.name.clone()),
            RecordId::Booth(id) => self.booth_subject(id, plan),
            RecordId::Exhibitor(id) => self.exhibitor_subject(id, plan),
            RecordId::Booking(id) => self.booking_subject(id, plan),
        }
    }

    /// What a field is in one of the plans, as far as it can be said in a few words; for a booth that was given to two, who has it.
    #[must_use]
    pub fn value(&self, record: RecordId, field: Field, plan: &Plan) -> Option<String> {
        let category = |id: CategoryId| plan.get(id).map(|category| category.name.clone());
        let value = match (record, field) {
            (RecordId::Show, Field::Name) => plan.show().name.clone(),
            (RecordId::Show, Field::Edition) => plan.show().edition.clone(),
            (RecordId::Show, Field::Note) => plan.show().note.clone(),
            (RecordId::Hall(id), Field::Name) => plan.get(id)?.name.clone(),
            (RecordId::Hall(id), _) => self.size(plan.get(id)?.outline.size()),
            (RecordId::Layer(id), Field::Name) => plan.get(id)?.name.clone(),
            (RecordId::Category(id), Field::Name) => category(id)?,
            (RecordId::Booth(id), Field::Number) => plan.get(id)?.number.to_string(),
            (RecordId::Booth(id), Field::Place | Field::Outline) => {
                let booth = plan.get(id)?;
                let corner = booth.outline.bounds().min();
                let (size, x, y) = (&self.size(booth.outline.size()), &self.length(corner.x), &self.length(corner.y));
                self.clash_place(args::ClashPlace { size, x, y })
            }
            (RecordId::Booth(id), Field::Category) => category(plan.get(id)?.category?)?,
            (RecordId::Booth(id), Field::Note) => plan.get(id)?.note.clone(),
            (RecordId::Booth(id), Field::Booths) => self.participants_of(plan.get(plan.booking_of(id)?)?, plan),
            (RecordId::Exhibitor(id), Field::Name) => plan.get(id)?.name.clone(),
            (RecordId::Exhibitor(id), Field::Country) => plan.get(id)?.country.clone(),
            (RecordId::Exhibitor(id), Field::Contact) => plan.get(id)?.contact.clone(),
            (RecordId::Exhibitor(id), Field::Note) => plan.get(id)?.note.clone(),
            (RecordId::Exhibitor(id), Field::Categories) => {
                self.enumeration(&plan.get(id)?.categories.iter().filter_map(|id| category(*id)).collect::<Vec<_>>())
            }
            (RecordId::Booking(id), Field::Stage) => self.status(plan.get(id)?.stage.status()),
            (RecordId::Booking(id), Field::Exhibitors) => self.participants_of(plan.get(id)?, plan),
            (RecordId::Booking(id), Field::Booths) => {
                let booths = plan.get(id)?.booths.iter().filter_map(|id| plan.get(*id));
                self.enumeration(&booths.map(|booth| booth.number.to_string()).collect::<Vec<_>>())
            }
            _ => return None,
        };
        (!value.is_empty()).then_some(value)
    }

    fn size(&self, size: Size) -> String {
        self.size_preview(args::SizePreview { width: &self.length(size.width), depth: &self.length(size.depth) })
    }

    fn participants_of(&self, booking: &Booking, plan: &Plan) -> String {
        let exhibitors = booking.participants.iter().map(|participant| self.exhibitor_subject(participant.exhibitor, plan));
        self.enumeration(&exhibitors.collect::<Vec<_>>())
    }

    fn field(&self, field: Field) -> String {
        match field {
            Field::Name => self.clashing_name(),
            Field::Edition => self.clashing_edition(),
            Field::Note => self.clashing_note(),
            Field::Outline => self.clashing_outline(),
            Field::Place => self.clashing_place(),
            Field::Number => self.clashing_number(),
            Field::Category => self.clashing_category(),
            Field::Categories => self.clashing_categories(),
            Field::Blocked => self.clashing_blocked(),
            Field::Layer => self.clashing_layer(),
            Field::OpenSides => self.clashing_open_sides(),
            Field::Columns => self.clashing_columns(),
            Field::Colour => self.clashing_colour(),
            Field::Visibility => self.clashing_visibility(),
            Field::Lock => self.clashing_lock(),
            Field::Shape => self.clashing_shape(),
            Field::Picture => self.clashing_picture(),
            Field::Look => self.clashing_look(),
            Field::Country => self.clashing_country(),
            Field::Contact => self.clashing_contact(),
            Field::Stage => self.clashing_stage(),
            Field::Exhibitors => self.clashing_exhibitors(),
            Field::Booths => self.clashing_booths(),
        }
    }
}
