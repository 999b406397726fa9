//! Why an edit is not made.

use crate::geometry::NoUnion;
use crate::plan::{BoothId, ExhibitorId, Number, Violation};

/// Why an edit is not made; `text` turns it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would break a rule of the plan.
    Rule(Violation),
    /// What it speaks of is no longer there.
    Gone,
    /// The booth is not for sale.
    BoothBlocked(Number),
    /// The booth has somebody; share, swap or replace.
    BoothTaken {
        /// The booth.
        booth: BoothId,
        /// Its number.
        number: Number,
        /// Who is there, by name; empty where it is held for nobody.
        by: Vec<String>,
    },
    /// The exhibitor is on this booth already.
    AlreadyThere {
        /// The booth.
        number: Number,
        /// Who.
        exhibitor: String,
    },
    /// Nobody is on the booth, so there is nobody to reserve for or to move.
    NobodyThere(Number),
    /// Swapping needs a booth to give.
    NothingToSwap(ExhibitorId),
    /// A booked booth cannot be blocked.
    BlockedAndBooked {
        /// The booth.
        number: Number,
        /// Who is there, by name.
        by: Vec<String>,
    },
    /// A booking needs a main exhibitor.
    LastMain {
        /// The booth.
        number: Number,
    },
    /// The cut makes no parts of this booth.
    NotCut(Number),
    /// The booths do not make one.
    NoUnion(NoUnion),
    /// A blocked booth and a booked one do not make one.
    MergeBlocked {
        /// The one.
        blocked: Number,
        /// The other.
        booked: Number,
    },
    /// A booth that is locked, by itself or by its layer, would have to change.
    BoothLocked(Number),
    /// Things that are locked would have to change.
    Locked {
        /// How many.
        count: usize,
    },
    /// There is no booth with this number.
    NoSuchBooth(Number),
}

impl From<Violation> for Refusal {
    fn from(violation: Violation) -> Self {
        Self::Rule(violation)
    }
}
