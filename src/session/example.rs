//! The examples that the program carries.

/// An example, drawn after reports of a real event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// 250 of 280 places filled, in two halls.
    ItPartners,
    /// 98 partners and a cloud zone.
    TechDays,
    /// Several venues, the activities kept apart as zones.
    SemaineDuNumerique,
    /// 8 places taken in a room too large.
    DevCom,
}

impl Example {
    /// The name of its file.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::ItPartners => "it-partners-2022.hallplan",
            Self::TechDays => "techdays-2010.hallplan",
            Self::SemaineDuNumerique => "semaine-du-numerique.hallplan",
            Self::DevCom => "devcom.hallplan",
        }
    }

    /// What stands in its file.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::ItPartners => include_str!("../../assets/examples/it-partners-2022.hallplan"),
            Self::TechDays => include_str!("../../assets/examples/techdays-2010.hallplan"),
            Self::SemaineDuNumerique => include_str!("../../assets/examples/semaine-du-numerique.hallplan"),
            Self::DevCom => include_str!("../../assets/examples/devcom.hallplan"),
        }
    }
}
