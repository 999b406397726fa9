//! The settings of this user on this machine.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::save::overwrite;
use super::{Doing, StoreError, read_file};

/// The name of the environment variable with the folder to keep the settings in instead of the system's.
pub const CONFIG_FOLDER: &str = "HALLPLAN_CONFIG_DIR";
/// Plans that are remembered.
const MOST_RECENT: usize = 10;
/// More bytes than settings ever have.
const MOST_BYTES: u64 = 1 << 20;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// ISO A4.
    A4,
    /// US Letter.
    Letter,
}

/// The units of lengths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LengthUnits {
    /// Metres.
    #[default]
    Metres,
    /// Feet and inches.
    Feet,
}

/// The steps of the grid, one for each of the units, in tenths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GridSteps {
    /// While lengths are in metres.
    pub metres: i64,
    /// While lengths are in feet and inches.
    pub feet: i64,
}

impl Default for GridSteps {
    /// Half a metre, and two feet.
    fn default() -> Self {
        Self { metres: 5_000, feet: 6_096 }
    }
}

impl GridSteps {
    /// Whether both are steps that a grid can have.
    #[must_use]
    pub fn are_sane(self) -> bool {
        [self.metres, self.feet].iter().all(|step| (10..=1_000_000).contains(step))
    }
}

/// The panels at the sides of the window, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// Width of the list of exhibitors.
    pub left: f32,
    /// Width of the inspector.
    pub right: f32,
    /// Whether the list of exhibitors is open.
    pub left_open: bool,
    /// Whether the inspector is open.
    pub right_open: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { left: 250.0, right: 285.0, left_open: true, right_open: true }
    }
}

/// By what booths are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColourBy {
    /// Their status.
    #[default]
    Status,
    /// Their category.
    Category,
    /// Their area.
    Area,
    /// Their open sides.
    OpenSides,
    /// Their zone.
    Zone,
}

/// What the canvas shows besides the plan, and how it is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CanvasLayers {
    /// What the colours mean.
    pub legend: bool,
    /// Whether the legend is unfolded.
    pub legend_open: bool,
    /// The whole hall, small.
    pub minimap: bool,
    /// By what booths are coloured.
    pub colour_by: ColourBy,
    /// Whether the wheel of a mouse zooms without Ctrl, rather than moving the view.
    pub wheel_zooms: bool,
    /// The lines of the grid.
    pub grid: bool,
    /// The pictures under the halls.
    pub pictures: bool,
}

impl Default for CanvasLayers {
    fn default() -> Self {
        Self {
            legend: true,
            legend_open: true,
            minimap: true,
            colour_by: ColourBy::Status,
            wheel_zooms: false,
            grid: false,
            pictures: true,
        }
    }
}

/// What is remembered from one start to the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Settings {
    /// The language chosen ("fr", "en"); the system's where there is none.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// The plans opened last, the newest first.
    #[serde(serialize_with = "paths_that_are_text")]
    pub recent: Vec<PathBuf>,
    /// The panels.
    pub panels: Panels,
    /// What the canvas shows besides the plan.
    pub canvas: CanvasLayers,
    /// The window's width and height in points.
    pub window: Option<(f32, f32)>,
    /// The units of lengths.
    pub units: LengthUnits,
    /// The steps of the grid.
    pub grid: GridSteps,
    /// The paper chosen; that of the language's country where there is none.
    pub paper: Option<Paper>,
    /// How booths were numbered last, as the room that numbers them writes it.
    pub numbering: Option<Value>,
}

/// A path that is no Unicode cannot stand in the file, and must not keep the other settings from being saved.
fn paths_that_are_text<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().filter_map(|path| path.to_str()))
}

/// Where the settings are: in the folder that [`CONFIG_FOLDER`] names, else where the system keeps such files. None where
/// the user has no home.
#[must_use]
pub fn settings_path() -> Option<PathBuf> {
    let named = std::env::var_os(CONFIG_FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let folder =
        named.or_else(|| directories::ProjectDirs::from("", "", "hallplan").map(|folders| folders.config_dir().to_owned()));
    folder.map(|folder| folder.join("settings.json"))
}

impl Settings {
    /// The settings in a file. What is not there, or damaged, or means nothing to this version, is as it is at first.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        let read = read_file(path, MOST_BYTES).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let Some(Value::Object(mut fields)) = read else {
            return Self::default();
        };
        let panels: Panels = take(&mut fields, "panels");
        let recent: Vec<PathBuf> = take(&mut fields, "recent");
        let is_sane = |points: f32| (1.0..=100_000.0).contains(&points);
        Self {
            language: take(&mut fields, "language"),
            theme: take(&mut fields, "theme"),
            recent: recent.into_iter().take(MOST_RECENT).collect(),
            panels: if is_sane(panels.left) && is_sane(panels.right) { panels } else { Panels::default() },
            canvas: take(&mut fields, "canvas"),
            window: take::<Option<(f32, f32)>>(&mut fields, "window").filter(|(x, y)| is_sane(*x) && is_sane(*y)),
            units: take(&mut fields, "units"),
            grid: Some(take::<GridSteps>(&mut fields, "grid")).filter(|grid| grid.are_sane()).unwrap_or_default(),
            paper: take(&mut fields, "paper"),
            numbering: take(&mut fields, "numbering"),
        }
    }

    /// Saves the settings; makes their folder where it is not there.
    ///
    /// # Errors
    /// What failed on the disk.
    pub fn save(&self, path: &Path) -> Result<(), StoreError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| StoreError::new(folder, Doing::Writing, &error))?;
        }
        let text = serde_json::to_vec_pretty(self)
            .map_err(|error| StoreError::new(path, Doing::Writing, &std::io::Error::other(error)))?;
        overwrite(path, &text).map(|_| ())
    }

    /// Puts a plan in front of those opened last.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.forget(&path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }

    /// Forgets a plan that is no longer there.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }
}

fn take<T: DeserializeOwned + Default>(fields: &mut Map<String, Value>, name: &str) -> T {
    fields.remove(name).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Settings {
        Settings {
            language: Some("fr".into()),
            theme: Theme::Dark,
            recent: vec!["/a/Salon été.hallplan".into(), "/b.hallplan".into()],
            panels: Panels { left: 300.0, right_open: false, ..Panels::default() },
            canvas: CanvasLayers { grid: true, colour_by: ColourBy::OpenSides, ..CanvasLayers::default() },
            window: Some((1_400.0, 900.0)),
            units: LengthUnits::Feet,
            grid: GridSteps { feet: 1_524, ..GridSteps::default() },
            paper: Some(Paper::Letter),
            numbering: Some(serde_json::json!({ "prefix": "A" })),
        }
    }

    #[test]
    fn settings_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.json");
        assert_eq!(Settings::load(&path), Settings::default());
        full().save(&path).unwrap();
        assert_eq!(Settings::load(&path), full());
    }

    #[test]
    fn no_damage_stops_the_start_or_takes_more_than_the_damaged_part() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        for text in ["", "{", "[]", "null", "\0\0\0", "{\"theme\": 3}", "{\"panels\": {\"left\": -1e30}, \"window\": [0, null]}"]
        {
            fs::write(&path, text).unwrap();
            assert_eq!(Settings::load(&path), Settings::default(), "{text}");
        }
        let newer = r#"{"language": "fr", "theme": "sepia", "hologram": true, "panels": {"left": 300, "floating": 1}}"#;
        fs::write(&path, newer).unwrap();
        let panels = Panels { left: 300.0, ..Panels::default() };
        assert_eq!(Settings::load(&path), Settings { language: Some("fr".into()), panels, ..Settings::default() });
    }

    #[test]
    fn the_newest_plan_comes_first_and_none_twice() {
        let mut settings = Settings::default();
        for i in 0..12 {
            settings.remember(Path::new(&format!("/plan{i}")));
        }
        settings.remember(Path::new("/plan5"));
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent[..3], [PathBuf::from("/plan5"), "/plan11".into(), "/plan10".into()]);
        settings.forget(Path::new("/plan5"));
        assert!(!settings.recent.contains(&PathBuf::from("/plan5")));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_text_does_not_keep_the_others_from_being_saved() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let recent = vec![std::ffi::OsStr::from_bytes(b"/\xff").into(), "/b".into()];
        let settings = Settings { recent, ..Settings::default() };
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path).recent, [PathBuf::from("/b")]);
    }
}
