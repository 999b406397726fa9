//! Why something is not done, in whole sentences.

use super::messages::{Texts, args};
use crate::edit::Refusal;
use crate::geometry::{Length, NoUnion, Outline};
use crate::plan::{BookingId, BoothId, ExhibitorId, HallId, MapId, Pattern, Plan, Violation};

/// The words of reasons.
impl Texts {
    /// Why an edit was refused, and what can be done about it. The plan is the one that stayed, for the names of what is in it.
    pub fn refusal(&self, refusal: &Refusal, plan: &Plan) -> String {
        match refusal {
            Refusal::Rule(violation) => self.violation(violation, plan),
            Refusal::Gone => self.refusal_gone(),
            Refusal::BoothBlocked(number) => self.refusal_booth_blocked(args::RefusalBoothBlocked { number: number.as_str() }),
            Refusal::BoothTaken { number, by, .. } if by.is_empty() => {
                self.refusal_booth_held(args::RefusalBoothHeld { number: number.as_str() })
            }
            Refusal::BoothTaken { number, by, .. } => {
                let names = self.enumeration(by);
                self.refusal_booth_taken(args::RefusalBoothTaken { number: number.as_str(), names: &names, count: by.len() })
            }
            Refusal::AlreadyThere { number, exhibitor } => {
                self.refusal_already_there(args::RefusalAlreadyThere { number: number.as_str(), exhibitor })
            }
            Refusal::NobodyThere(number) => self.refusal_nobody_there(args::RefusalNobodyThere { number: number.as_str() }),
            Refusal::NothingToSwap(exhibitor) => {
                let exhibitor = self.exhibitor_subject(*exhibitor, plan);
                self.refusal_nothing_to_swap(args::RefusalNothingToSwap { exhibitor: &exhibitor })
            }
            Refusal::BlockedAndBooked { number, by } if by.is_empty() => {
                self.refusal_block_held(args::RefusalBlockHeld { number: number.as_str() })
            }
            Refusal::BlockedAndBooked { number, by } => {
                let names = self.enumeration(by);
                self.refusal_block_booked(args::RefusalBlockBooked { number: number.as_str(), names: &names })
            }
            Refusal::NotCut(number) => self.refusal_not_cut(args::RefusalNotCut { number: number.as_str() }),
            Refusal::NoUnion(NoUnion::Apart) => self.refusal_apart(),
            Refusal::NoUnion(NoUnion::Hole) => self.refusal_hole(),
            Refusal::MergeBlocked { blocked, booked } => {
                let (blocked, booked) = (blocked.as_str(), booked.as_str());
                self.refusal_merge_blocked(args::RefusalMergeBlocked { blocked, booked })
            }
            Refusal::LastMain { number } => self.refusal_last_main(args::RefusalLastMain { number: number.as_str() }),
            Refusal::BoothLocked(number) => self.refusal_booth_locked(args::RefusalBoothLocked { number: number.as_str() }),
            Refusal::Locked { count } => self.refusal_locked(args::RefusalLocked { count: *count }),
            Refusal::NoSuchBooth(number) => self.refusal_no_such_booth(args::RefusalNoSuchBooth { number: number.as_str() }),
        }
    }

    /// Which rule of the plan is broken, and by what.
    pub fn violation(&self, violation: &Violation, plan: &Plan) -> String {
        let booth = |id: &BoothId| self.booth_subject(*id, plan);
        let hall = |id: &HallId| self.hall_subject(*id, plan);
        let exhibitor = |id: &ExhibitorId| self.exhibitor_subject(*id, plan);
        let booking = |id: &BookingId| self.booking_subject(*id, plan);
        let picture = |id: &MapId| plan.get(*id).map_or_else(|| self.subject_some_picture(), |map| map.name.clone());
        let (least, most) = (self.length(Outline::LEAST), self.length(Length::LIMIT));
        let (least, most) = (least.as_str(), most.as_str());
        match violation {
            Violation::NumberTaken { number, by, .. } => {
                let number = number.as_str();
                match plan.get(*by).and_then(|booth| plan.get(booth.hall)) {
                    Some(hall) => self.rule_number_taken_in(args::RuleNumberTakenIn { number, hall: &hall.name }),
                    None => self.rule_number_taken(args::RuleNumberTaken { number }),
                }
            }
            Violation::ExhibitorNameTaken { name, .. } => self.rule_exhibitor_name_taken(args::RuleExhibitorNameTaken { name }),
            Violation::ExhibitorWithoutName(_) => self.rule_exhibitor_without_name(),
            Violation::HallNameTaken { name, .. } => self.rule_hall_name_taken(args::RuleHallNameTaken { name }),
            Violation::HallWithoutName(_) => self.rule_hall_without_name(),
            Violation::CategoryNameTaken { name, .. } => self.rule_category_name_taken(args::RuleCategoryNameTaken { name }),
            Violation::CategoryWithoutName(_) => self.rule_category_without_name(),
            Violation::BoothOutline(id) => self.rule_booth_outline(args::RuleBoothOutline { booth: &booth(id), least, most }),
            Violation::HallOutline(id) => self.rule_hall_outline(args::RuleHallOutline { hall: &hall(id), least, most }),
            Violation::StructureShape(_) => self.rule_structure_shape(args::RuleStructureShape { least, most }),
            Violation::MapPlacement(id) => self.rule_map_placement(args::RuleMapPlacement { picture: &picture(id), least, most }),
            Violation::BoothWithoutHall(id) => self.rule_booth_without_hall(args::RuleBoothWithoutHall { booth: &booth(id) }),
            Violation::StructureWithoutHall(_) => self.rule_structure_without_hall(),
            Violation::MapWithoutHall(id) => self.rule_map_without_hall(args::RuleMapWithoutHall { picture: &picture(id) }),
            Violation::BoothWithoutCategory(id) => {
                self.rule_booth_without_category(args::RuleBoothWithoutCategory { booth: &booth(id) })
            }
            Violation::ZoneWithoutCategory(_) => self.rule_zone_without_category(),
            Violation::BoothWithoutLayer(id) => self.rule_without_layer(args::RuleWithoutLayer { thing: &booth(id) }),
            Violation::StructureWithoutLayer(_) => {
                self.rule_without_layer(args::RuleWithoutLayer { thing: &self.subject_some_thing() })
            }
            Violation::MapWithoutLayer(id) => self.rule_without_layer(args::RuleWithoutLayer { thing: &picture(id) }),
            Violation::BoothWithoutBlock(id) => self.rule_booth_without_block(args::RuleBoothWithoutBlock { booth: &booth(id) }),
            Violation::BlockWithoutHall(_) => self.rule_block_without_hall(),
            Violation::BlockPattern(_) => {
                let rows = Pattern::MOST_ROWS.to_string();
                self.rule_block_pattern(args::RuleBlockPattern { rows: &rows, least, most })
            }
            Violation::LayerWithoutName(_) => self.rule_layer_without_name(),
            Violation::LayerNameTaken { name, .. } => self.rule_layer_name_taken(args::RuleLayerNameTaken { name }),
            Violation::LayerInUse(id) => {
                let layer = plan.get(*id).map_or_else(|| self.subject_some_layer(), |layer| layer.name.clone());
                self.rule_layer_in_use(args::RuleLayerInUse { layer: &layer })
            }
            Violation::BlockInUse(_) => self.rule_block_in_use(),
            Violation::ExhibitorCategories(id) => {
                self.rule_exhibitor_categories(args::RuleExhibitorCategories { exhibitor: &exhibitor(id) })
            }
            Violation::BookingExhibitors(id) => {
                self.rule_booking_exhibitors(args::RuleBookingExhibitors { booking: &booking(id) })
            }
            Violation::BookingBooths(id) => self.rule_booking_booths(args::RuleBookingBooths { booking: &booking(id) }),
            Violation::BookingWithoutMain(id) => {
                self.rule_booking_without_main(args::RuleBookingWithoutMain { booking: &booking(id) })
            }
            Violation::BookedTwice { booth: id, .. } => self.rule_booked_twice(args::RuleBookedTwice { booth: &booth(id) }),
            Violation::BlockedAndBooked { booth: id, .. } => {
                self.rule_blocked_and_booked(args::RuleBlockedAndBooked { booth: &booth(id) })
            }
            Violation::HallInUse(id) => self.rule_hall_in_use(args::RuleHallInUse { hall: &hall(id) }),
            Violation::CategoryInUse(id) => {
                let category = plan.get(*id).map_or_else(|| self.subject_some_category(), |category| category.name.clone());
                self.rule_category_in_use(args::RuleCategoryInUse { category: &category })
            }
            Violation::ExhibitorInUse(id) => self.rule_exhibitor_in_use(args::RuleExhibitorInUse { exhibitor: &exhibitor(id) }),
            Violation::BoothInUse(id) => self.rule_booth_in_use(args::RuleBoothInUse { booth: &booth(id) }),
        }
    }

    pub(super) fn booth_subject(&self, id: BoothId, plan: &Plan) -> String {
        match plan.get(id) {
            Some(booth) => self.subject_booth(args::SubjectBooth { number: booth.number.as_str() }),
            None => self.subject_some_booth(),
        }
    }

    pub(super) fn hall_subject(&self, id: HallId, plan: &Plan) -> String {
        plan.get(id).map_or_else(|| self.subject_some_hall(), |hall| hall.name.clone())
    }

    pub(super) fn exhibitor_subject(&self, id: ExhibitorId, plan: &Plan) -> String {
        plan.get(id).map_or_else(|| self.subject_some_exhibitor(), |exhibitor| exhibitor.name.clone())
    }

    /// A booking by its booths, or by its exhibitors where it has none yet.
    pub(super) fn booking_subject(&self, id: BookingId, plan: &Plan) -> String {
        let Some(booking) = plan.get(id) else { return self.subject_some_booking() };
        let booths = booking.booths.iter().filter_map(|booth| plan.get(*booth));
        let numbers: Vec<String> = booths.map(|booth| booth.number.to_string()).collect();
        if !numbers.is_empty() {
            let values = args::SubjectBookingOfBooths { numbers: &self.enumeration(&numbers), count: numbers.len() };
            return self.subject_booking_of_booths(values);
        }
        let exhibitors = booking.participants.iter().filter_map(|participant| plan.get(participant.exhibitor));
        let names: Vec<String> = exhibitors.map(|exhibitor| exhibitor.name.clone()).collect();
        if names.is_empty() {
            self.subject_some_booking()
        } else {
            self.subject_booking_of_exhibitors(args::SubjectBookingOfExhibitors { names: &self.enumeration(&names) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Id, Number, Show};
    use crate::text::Language;

    #[test]
    fn a_refusal_says_who_is_in_the_way() {
        let plan = Plan::new(Show::default());
        let number = Number::new("E21").unwrap();
        let taken = |by: &[&str]| Refusal::BoothTaken {
            booth: BoothId::from("1-0".parse::<Id>().unwrap()),
            number: number.clone(),
            by: by.iter().map(|name| (*name).to_owned()).collect(),
        };
        let [english, french] = Language::ALL.map(Texts::new);
        assert_eq!(
            english.refusal(&taken(&["Intel", "Acer"]), &plan),
            "Booth E21 is taken by Intel and Acer. Share it, swap the two, or replace them."
        );
        assert_eq!(
            french.refusal(&taken(&["Intel", "Acer"]), &plan),
            "Le stand E21 est pris par Intel et Acer. Partagez-le, échangez les deux, ou remplacez-les."
        );
        assert_eq!(english.refusal(&taken(&[]), &plan), "Booth E21 is held. Make it available first, or swap the two.");
    }

    #[test]
    fn what_is_not_in_the_plan_is_spoken_of_without_its_number() {
        let plan = Plan::new(Show::default());
        let violation = Violation::BoothOutline(BoothId::from("1-0".parse::<Id>().unwrap()));
        assert_eq!(
            Texts::new(Language::English).violation(&violation, &plan),
            "A booth would be too small or too large: its sides must be between 0.01\u{a0}m and 10,000.00\u{a0}m."
        );
    }
}
