//! How far a booking has come, and as what somebody takes part in it.

use crate::plan::{Role, Stage};
use crate::text::{Texts, args};

/// The words of bookings.
impl Texts {
    /// How far a booking has come: "Reserved", "Held until 23 Nov 2026".
    #[must_use]
    pub fn stage(&self, stage: Stage) -> String {
        match stage {
            Stage::Held { until: Some(date) } => self.stage_held_until(args::StageHeldUntil { date: &self.date(date) }),
            Stage::Held { until: None } | Stage::Reserved | Stage::Contracted | Stage::Paid => self.status(stage.status()),
        }
    }

    /// As what an exhibitor takes part in a booking: "Co-exhibitor".
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        match role {
            Role::Main => self.role_main(),
            Role::Co => self.role_co(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Status;
    use crate::text::words::testing::both;

    #[test]
    fn stages_and_roles_have_their_words() {
        let [english, french] = both();
        let held = Stage::Held { until: Some(jiff::civil::date(2026, 11, 23)) };
        for (stage, in_english, in_french) in [
            (held, "Held until 23 Nov 2026", "En option jusqu’au 23 nov. 2026"),
            (Stage::Held { until: None }, "Held", "En option"),
            (Stage::Reserved, "Reserved", "Réservé"),
            (Stage::Contracted, "Contracted", "Confirmé"),
            (Stage::Paid, "Paid", "Payé"),
        ] {
            assert_eq!((english.stage(stage).as_str(), french.stage(stage).as_str()), (in_english, in_french));
        }
        let roles = [Role::Main, Role::Co];
        assert_eq!(roles.map(|role| english.role(role)), ["Main exhibitor", "Co-exhibitor"]);
        assert_eq!(roles.map(|role| french.role(role)), ["Exposant principal", "Co-exposant"]);
        assert_eq!(Status::ALL.map(|status| french.status(status)).join(" "), "Libre En option Réservé Confirmé Payé Bloqué");
    }
}
