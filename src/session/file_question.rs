//! The files that a user is asked for.

use super::stand_list::StandListFormat;
use crate::plan::{ExhibitorId, MapId};

/// What files of maps end in.
pub const MAP_ENDINGS: &[&str] = &["pdf", "dwg", "dxf", "svg", "svgz", "png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp"];

/// A file that the user is to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileQuestion {
    /// A plan to open.
    OpenPlan,
    /// Where the plan is saved.
    SavePlan {
        /// A name for it.
        suggested: String,
    },
    /// A picture or drawing to put under the hall.
    OpenMap,
    /// The next revision of a map.
    ReplaceMap(MapId),
    /// A picture to put on the plan.
    OpenPicture,
    /// The picture that becomes the logo of an exhibitor.
    OpenLogo(ExhibitorId),
    /// A list of exhibitors.
    OpenList,
    /// Where the stand list is written.
    ExportStandList {
        /// A name for it.
        suggested: String,
        /// As what.
        format: StandListFormat,
    },
    /// Where the list of renumbered booths is written; the ending says as what.
    ExportRenumbered {
        /// A name for it.
        suggested: String,
    },
    /// Where the drawing of the halls is written; the ending says as what.
    ExportHalls {
        /// A name for it.
        suggested: String,
    },
}

impl FileQuestion {
    /// Whether a new file is named, rather than one that is there chosen.
    #[must_use]
    pub const fn is_saving(&self) -> bool {
        match self {
            Self::SavePlan { .. } | Self::ExportStandList { .. } | Self::ExportRenumbered { .. } | Self::ExportHalls { .. } => {
                true
            }
            Self::OpenPlan | Self::OpenMap | Self::ReplaceMap(_) | Self::OpenPicture | Self::OpenLogo(_) | Self::OpenList => {
                false
            }
        }
    }

    /// The endings that fit, the usual one first.
    #[must_use]
    pub const fn endings(&self) -> &'static [&'static str] {
        match self {
            Self::OpenPlan | Self::SavePlan { .. } => &[super::files::EXTENSION],
            Self::OpenMap | Self::ReplaceMap(_) | Self::OpenPicture => MAP_ENDINGS,
            Self::OpenLogo(_) => &["png", "jpg", "jpeg", "webp", "gif", "tif", "tiff", "bmp"],
            Self::OpenList => &["csv", "xlsx", "ods", "txt", "tsv", "xls"],
            Self::ExportStandList { format: StandListFormat::Pdf, .. } => &["pdf"],
            Self::ExportStandList { format: StandListFormat::Csv, .. } => &["csv"],
            Self::ExportRenumbered { .. } => &["pdf", "csv"],
            Self::ExportHalls { .. } => &["pdf", "svg", "png", "dxf"],
        }
    }

    /// A name for a new file.
    #[must_use]
    pub fn suggested(&self) -> &str {
        match self {
            Self::SavePlan { suggested }
            | Self::ExportStandList { suggested, .. }
            | Self::ExportRenumbered { suggested }
            | Self::ExportHalls { suggested } => suggested,
            Self::OpenPlan | Self::OpenMap | Self::ReplaceMap(_) | Self::OpenPicture | Self::OpenLogo(_) | Self::OpenList => "",
        }
    }
}
