//! Tools by scripts in files: `tests/tools/*.txt`. A script is a plan in short notation, steps of the pointer, and what is
//! then expected; `UPDATE_EXPECT=1 cargo test --test tool_scripts` writes what is expected anew.
//!
//! ```text
//! --- the name of the promise
//! plan: A1 0,0 3x3
//! selected: A1
//! do: tool select | drag 1.5,1.5 to 4.6,1.5 shift
//! expect:
//!   plan: A1 3,0 3x3
//!   selected: A1
//!   edit: Move(1)
//! ```
//!
//! Steps: `tool KIND`, `press`, `move`, `release` and `click` at `x,y`, `double x,y`, `drag x,y to x,y` (press, move, release),
//! each with `shift`, `ctrl`, `alt`; `escape`; `type`, `next`, `enter` and `backspace` for figures, in `units feet` or `metres`;
//! `maplines` finds lines on the picture, in pixels; of the keys `arrow`, `extend` and a direction, `tab`, `backtab`, `nudge x,y`,
//! `rotate DEGREES`, `duplicate`, `copy`, `paste x,y`; `zoom` points a metre (20 where none is given); `aisle`, `columns`, `kind`,
//! `rows`, `booth` and `snap` change a setting. What is shown is listed where a script ends in the midst of a gesture.

mod notation;

use std::fmt::Write as _;
use std::path::Path;

use hallplan::edit::{Edit, Editor, Objects};
use hallplan::geometry::{Angle, Length, Point, Units};
use hallplan::index::Index;
use hallplan::plan::{BoothId, HallId, HallMap, SheetPart};
use hallplan::tools::{
    BlockKind, Clipboard, Context, Direction, Distance, DrawKey, Event, Guide, MapLines, Measure, Modifiers, Preview, Request,
    Step, Tool, ToolKind, ToolSettings, Typed, TypedKey, duplicate, extend, next_booth, next_in_order, nudge, rotate,
};
use jiff::Timestamp;

/// What a session does with a tool's steps, and a list of what happened.
struct Bench {
    editor: Editor,
    index: Index,
    hall: HallId,
    selection: Objects,
    settings: ToolSettings,
    point: Length,
    map_lines: MapLines,
    tool: Tool,
    shown: Preview,
    clipboard: Clipboard,
    happened: String,
}

impl Bench {
    fn new(plan: &str, selected: &str) -> Self {
        let (plan, hall) = notation::read(plan);
        Self {
            index: Index::new(&plan),
            selection: notation::objects(&plan, selected),
            editor: Editor::new(plan, 7),
            hall,
            settings: ToolSettings::default(),
            point: Length::METRE / 20,
            map_lines: MapLines::default(),
            tool: Tool::new(ToolKind::Select),
            shown: Preview::default(),
            clipboard: Clipboard::default(),
            happened: String::new(),
        }
    }

    fn run(&mut self, step: &str) {
        let words: Vec<&str> = step.split_whitespace().collect();
        let held = |key| words.contains(&key);
        let modifiers = Modifiers { shift: held("shift"), control: held("ctrl"), alt: held("alt") };
        let at = |word: usize| notation::point(words[word]);
        let press = |at, clicks| Event::Press { at, modifiers, clicks };
        match words[0] {
            "tool" => self.tool = Tool::new(tool(words[1])),
            "keepscale" => self.settings.keep_map_scale = words[1] == "on",
            "zoom" => self.point = Length::METRE / words[1].parse::<i64>().expect("points a metre"),
            "snap" => self.settings.snap = words[1] == "on",
            "aisle" => self.settings.block.aisle = notation::length(words[1]),
            "kind" => self.settings.block.kind = block_kind(words[1]),
            "rows" => self.settings.block.rows = words[1].parse().expect("a count"),
            "booth" => self.settings.block.booth = notation::size(words[1]),
            "columns" => self.settings.block.columns_between_aisles = words[1].parse().expect("a count"),
            "press" => self.handle(&press(at(1), 1)),
            "move" => self.handle(&Event::Move { at: at(1), modifiers }),
            "release" => self.handle(&Event::Release { at: at(1), modifiers }),
            "click" | "double" => {
                self.handle(&press(at(1), 1));
                self.handle(&Event::Release { at: at(1), modifiers });
                if words[0] == "double" {
                    self.handle(&press(at(1), 2));
                    self.handle(&Event::Release { at: at(1), modifiers });
                }
            }
            "drag" => {
                self.handle(&press(at(1), 1));
                self.handle(&Event::Move { at: at(1).halfway(at(3)), modifiers });
                self.handle(&Event::Move { at: at(3), modifiers });
                self.handle(&Event::Release { at: at(3), modifiers });
            }
            "escape" => self.handle(&Event::Cancel),
            "type" => {
                let text = step.strip_prefix("type ").unwrap_or_default();
                text.chars().for_each(|sign| self.step(|tool, context| tool.type_key(TypedKey::Sign(sign), context)));
            }
            "next" => self.step(|tool, context| tool.type_key(TypedKey::Next, context)),
            "enter" => self.press_key(DrawKey::Finish, TypedKey::Take),
            "backspace" => self.press_key(DrawKey::Back, TypedKey::Backspace),
            "units" => self.settings.units = if words[1] == "feet" { Units::Feet } else { Units::Metres },
            "maplines" => {
                let map = self.editor.plan().maps().values().next().expect("a picture");
                let line = |word: &str| {
                    let [x, y, to_x, to_y] =
                        word.split(',').map(|part| part.parse::<u32>().expect("a pixel") * 2).collect::<Vec<_>>()[..]
                    else {
                        panic!("{word} is no line")
                    };
                    [(x, y), (to_x, to_y)]
                };
                let lines = words[1..].iter().map(|word| line(word)).collect();
                self.map_lines.insert(map.file.hash(), map.page, lines);
            }
            _ => self.run_key(&words),
        }
    }

    fn run_key(&mut self, words: &[&str]) {
        let (selection, plan, index, hall) = (&self.selection, self.editor.plan(), &self.index, self.hall);
        let one = |booth: Option<BoothId>| booth.map(|booth| Objects::of_booths([booth]));
        let (select, edit) = match words[0] {
            "arrow" => (one(next_booth(selection, direction(words[1]), plan, index, hall)), None),
            "extend" => (Some(extend(selection, direction(words[1]), plan, index, hall)), None),
            "tab" => (one(next_in_order(selection, true, plan, hall)), None),
            "backtab" => (one(next_in_order(selection, false, plan, hall)), None),
            "nudge" => (None, Some(nudge(selection, plan, notation::point(words[1]) - Point::ORIGIN))),
            "rotate" => {
                let angle = words[1].parse().ok().and_then(Angle::from_degrees).expect("degrees");
                (None, Some(rotate(selection, plan, angle)))
            }
            "duplicate" => (None, duplicate(selection, plan, index, hall, self.settings.grid)),
            "copy" => {
                self.clipboard = Clipboard::copy(plan, selection);
                (None, None)
            }
            "paste" => (None, self.clipboard.paste(hall, notation::point(words[1]), self.settings.grid)),
            other => panic!("{other} is no step"),
        };
        self.take(select, edit);
    }

    fn handle(&mut self, event: &Event) {
        self.step(|tool, context| tool.handle(event, context));
    }

    fn step(&mut self, step: impl FnOnce(&mut Tool, &Context<'_>) -> Step) {
        let step = self.with_tool(step);
        self.take_step(step);
    }

    /// A key means something to a figure that is typed, else to what is drawn in several steps, else to a command.
    fn press_key(&mut self, key: DrawKey, typed: TypedKey) {
        if !self.tool.typing().is_empty() {
            return self.step(|tool, context| tool.type_key(typed, context));
        }
        match self.with_tool(|tool, context| tool.press_key(key, context)) {
            Some(step) => self.take_step(step),
            None => self.happened.push_str("  the key is left to the commands\n"),
        }
    }

    fn with_tool<T>(&mut self, act: impl FnOnce(&mut Tool, &Context<'_>) -> T) -> T {
        let context = Context {
            plan: self.editor.plan(),
            index: &self.index,
            hall: self.hall,
            selection: &self.selection,
            settings: &self.settings,
            map_lines: &self.map_lines,
            point: self.point,
            typed: Typed::default(),
        };
        act(&mut self.tool, &context)
    }

    fn take_step(&mut self, step: Step) {
        let Step { select, edit, request, preview } = step;
        self.take(select, edit);
        if let Some(request) = request {
            if request == Request::BackToSelect {
                self.tool = Tool::new(ToolKind::Select);
            }
            writeln!(self.happened, "  request: {}", write_request(request)).expect("a string takes all");
        }
        self.shown = preview;
    }

    fn take(&mut self, select: Option<Objects>, edit: Option<Edit>) {
        if let Some(select) = select {
            self.selection = select;
        }
        if let Some(edit) = edit {
            let name = edit.name(self.editor.plan());
            match self.editor.apply(&edit, Timestamp::UNIX_EPOCH, &self.selection) {
                Ok(outcome) => {
                    self.index.update(self.editor.plan(), &outcome.change);
                    if !outcome.added.is_empty() {
                        self.selection = outcome.added;
                    }
                    writeln!(self.happened, "  edit: {name:?}").expect("a string takes all");
                }
                Err(refusal) => writeln!(self.happened, "  refused: {refusal:?}").expect("a string takes all"),
            }
        }
    }

    fn outcome(&self) -> String {
        let plan = self.editor.plan();
        let mut text = format!("  plan: {}\n", notation::write(plan));
        writeln!(text, "  selected: {}", notation::write_objects(plan, &self.selection)).expect("a string takes all");
        text.push_str(&self.happened);
        if !self.tool.is_idle() {
            self.write_shown(&mut text);
        }
        text
    }

    fn write_shown(&self, text: &mut String) {
        let plan = self.editor.plan();
        let Preview {
            shapes,
            new_booths,
            gone,
            new_structures,
            path,
            corners,
            parts,
            pivot,
            crop,
            guides,
            distances,
            marquee,
            measure,
            typing,
            cursor,
            hint,
        } = &self.shown;
        let booths = shapes.booths.iter().filter_map(|(id, outline)| plan.get(*id).map(|booth| (&booth.number, outline)));
        let mut line = |what: &str, all: Vec<String>| {
            if !all.is_empty() {
                writeln!(text, "  {what}: {}", all.join(" | ")).expect("a string takes all");
            }
        };
        let mut moved: Vec<_> =
            booths.map(|(number, outline)| format!("{number} {}", notation::write_outline(outline))).collect();
        moved.extend(shapes.maps.iter().filter_map(|(id, placement)| {
            let map = HallMap { placement: *placement, ..HallMap::clone(plan.get(*id)?) };
            Some(format!("picture {}", notation::write_outline(&map.outline())))
        }));
        moved.extend(shapes.structures.iter().map(|(_, shape)| notation::write_structure(shape)));
        line("would be", moved);
        let mut new: Vec<_> = new_booths.iter().map(notation::write_outline).collect();
        new.extend(new_structures.iter().map(notation::write_structure));
        line("new", new);
        line("parts", parts.iter().map(|part| format!("{} {}", part.number, notation::write_outline(&part.outline))).collect());
        line("gone", gone.iter().filter_map(|id| plan.get(*id)).map(|booth| booth.number.to_string()).collect());
        let between = |from, to| format!("{} to {}", notation::write_point(from), notation::write_point(to));
        let kind = |kind: String| if kind == "Edge" || kind == "Gap" { String::new() } else { format!(" {kind}") };
        let guide = |guide: &Guide| between(guide.from, guide.to) + &kind(format!("{:?}", guide.kind));
        line("guides", guides.iter().map(guide).collect());
        let distance = |distance: &Distance| between(distance.from, distance.to) + &kind(format!("{:?}", distance.kind));
        line("distances", distances.iter().map(distance).collect());
        line("pivot", pivot.iter().map(|at| notation::write_point(*at)).collect());
        let shown = |id, part: &SheetPart| {
            let map = plan.get(id).map(|map| HallMap { crop: Some(*part), ..HallMap::clone(map) });
            map.map(|map| notation::write_outline(&map.outline())).unwrap_or_default()
        };
        line("shows", crop.iter().map(|(id, part)| shown(*id, part)).collect());
        line("corners", if corners.is_empty() { Vec::new() } else { vec![write_path(corners)] });
        line("path", if path.is_empty() { Vec::new() } else { vec![write_path(path)] });
        line("marquee", marquee.iter().map(|area| between(area.min(), area.max())).collect());
        line("measure", measure.iter().map(|measure| write_measure(*measure)).collect());
        line("typing", typing.iter().map(|typing| typing.fields.join(" x ").trim_end_matches(" x ").to_owned()).collect());
        line("pointer", vec![format!("{cursor:?}, {hint:?}")]);
    }
}

fn block_kind(word: &str) -> BlockKind {
    let named = |kind: &BlockKind| format!("{kind:?}").to_lowercase() == word;
    BlockKind::ALL.into_iter().find(named).unwrap_or_else(|| panic!("{word} is no kind of block"))
}

fn direction(word: &str) -> Direction {
    match word {
        "left" => Direction::Left,
        "right" => Direction::Right,
        "up" => Direction::Up,
        "down" => Direction::Down,
        other => panic!("{other} is no direction"),
    }
}

fn tool(word: &str) -> ToolKind {
    let named = |kind: &ToolKind| format!("{kind:?}").to_lowercase() == word;
    ToolKind::ALL.into_iter().find(named).unwrap_or_else(|| panic!("{word} is no tool"))
}

fn write_request(request: Request) -> String {
    match request {
        Request::TextAt(at) => format!("TextAt {}", notation::write_point(at)),
        Request::Calibrate { from, to, .. } => {
            format!("Calibrate {} to {}", notation::write_point(from), notation::write_point(to))
        }
        Request::Pan(by) => format!("Pan {},{}", by.x.metres(), by.y.metres()),
        Request::NumberAlong { path, ended } => {
            format!("Number along {}{}", write_path(&path), if ended { ", ended" } else { "" })
        }
        other @ (Request::OpenInspector | Request::BackToSelect) => format!("{other:?}"),
    }
}

fn write_path(path: &[hallplan::geometry::Point]) -> String {
    let corners: Vec<_> = path.iter().map(|corner| notation::write_point(*corner)).collect();
    if corners.is_empty() { "nothing".to_owned() } else { corners.join(" ") }
}

fn write_measure(measure: Measure) -> String {
    match measure {
        Measure::Size(size) => notation::write_size(size),
        Measure::Block { rows, columns, count, size, area } => {
            let area = area.square_metres();
            format!("{rows} rows of {columns}: {count} booths, {}, {area:.0} m2", notation::write_size(size))
        }
        Measure::Round { diameter, area } => format!("{} across, {:.2} m²", diameter.metres(), area.square_metres()),
        Measure::Area(area) => format!("{:.2} m²", area.square_metres()),
        Measure::Booths { count, area } => format!("{count} booths, {:.0} m2", area.square_metres()),
        Measure::Movement(by) => format!("by {},{}", by.x.metres(), by.y.metres()),
        Measure::Angle(angle) => format!("{} degrees", angle.degrees()),
        Measure::Length(length) => format!("{:.3} m", length.metres()),
        Measure::Path { total, way, area } => {
            let way = way.map(|way| format!(" {},{}", way.x.metres(), way.y.metres())).unwrap_or_default();
            let area = area.map(|area| format!(" {} m²", area.square_metres())).unwrap_or_default();
            format!("{:.3} m{way}{area}", total.metres())
        }
        Measure::Count(count) => format!("{count} things"),
    }
}

/// What a script's input lines lead to.
fn outcome(input: &[&str]) -> String {
    let of = |key: &str| {
        let lines = input.iter().filter_map(|line| line.strip_prefix(key)).map(str::trim);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" | ")
    };
    let mut bench = Bench::new(&of("plan:"), &of("selected:"));
    of("do:").split('|').map(str::trim).for_each(|step| bench.run(step));
    bench.outcome()
}

/// The file's text with every expectation as it turns out, and the names of the scripts where that differs.
fn run_file(text: &str) -> (String, Vec<String>) {
    let (mut anew, mut failed) = (String::new(), Vec::new());
    let mut parts = text.split("--- ");
    anew.push_str(parts.next().unwrap_or_default());
    for script in parts {
        let (input, expected) = script.split_once("expect:\n").unwrap_or((script, ""));
        let lines: Vec<_> = input.lines().collect();
        let turned_out = outcome(&lines[1..]);
        if expected.trim_end() != turned_out.trim_end() {
            failed.push(format!("{}\n expected:\n{expected} turned out:\n{turned_out}", lines[0]));
        }
        write!(anew, "--- {}\nexpect:\n{turned_out}\n", input.trim_end()).expect("a string takes all");
    }
    (format!("{}\n", anew.trim_end()), failed)
}

#[test]
fn tools_do_what_their_scripts_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    let mut files: Vec<_> = folder.read_dir().expect("the scripts are there").map(|file| file.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    let mut failed = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a script is text");
        let (anew, failures) = run_file(&text);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, anew).expect("the scripts can be written");
        } else {
            failed.extend(failures.into_iter().map(|failure| format!("{}: {failure}", path.display())));
        }
    }
    assert!(failed.is_empty(), "{} scripts fail\n\n{}", failed.len(), failed.join("\n"));
}
