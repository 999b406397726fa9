//! Stories told to the whole program without pixels. Each file of `tests/session` holds stories of this form:
//!
//! ```text
//! story: an exhibitor is dragged from the list onto a free booth
//! plan:  A1 0,0 3x3 | A2 3,0 3x3 Acer paid | list Synology
//! do:    drop Synology on A1
//! then:  A1 Synology reserved | A2 Acer paid | filled 2/2 | selected A1 | undo place Synology on A1
//! ```
//!
//! `do:` and `then:` may follow each other several times. A `then:` names what it is about and may leave out the rest:
//! a booth with its place (`A1 at 0,0 3x3`), with who is on it and its status, `gone A1`, `filled`, `selected`, `undo`,
//! `redo`, `notice`, `note`, `dialog`, `to place`, `hall`, `saved`, `field`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "whatever goes wrong here fails the test")]

use std::collections::BTreeSet;
use std::path::Path;

use hallplan::edit::{Edit, Editor, ExhibitorFields, NewBooth, NewNumber, Objects, Origin};
use hallplan::geometry::{Length, Outline, Point, Size};
use hallplan::plan::{BoothId, DoorKind, ExhibitorId, Hall, Layer, Number, Plan, Role, Show, Status, StructureShape};
use hallplan::session::{
    Action, COMMANDS, CommandId, Dialog, DropChoice, FieldKey, Filter, Notice, NumberingAction, Preset, Request, Session, Start,
};
use hallplan::store::Settings;
use hallplan::text::Language;
use hallplan::tools::{Event, Modifiers};
use jiff::Timestamp;

fn number(text: &str) -> Number {
    Number::new(text).unwrap_or_else(|| panic!("no number: {text}"))
}

fn pair(text: &str, by: char) -> (Length, Length) {
    let (a, b) = text.split_once(by).unwrap_or_else(|| panic!("no pair: {text}"));
    (Length::parse(a).unwrap(), Length::parse(b).unwrap())
}

fn point(text: &str) -> Point {
    let (x, y) = pair(text, ',');
    Point::new(x, y)
}

fn size(text: &str) -> Size {
    let (width, depth) = pair(text, 'x');
    Size::new(width, depth)
}

fn status(word: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| format!("{status:?}").eq_ignore_ascii_case(word))
}

/// Makes the plan of a story: one hall of 30 x 20 m, another one where `hall NAME` says so.
fn plan(text: &str) -> Plan {
    let mut editor = Editor::new(Plan::new(Show { name: "Story".into(), ..Show::default() }), 7);
    let mut make = |edit: Edit| {
        editor.apply(&edit, Timestamp::UNIX_EPOCH, &Objects::default()).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"));
        editor.plan().clone()
    };
    let outline = Outline::rectangle(Point::ORIGIN, Size::from_mm(30_000, 20_000));
    let mut plan = make(Edit::AddHall(Hall { name: "Hall 1".into(), outline: outline.clone() }));
    let mut hall = plan.hall_named("Hall 1").unwrap();
    for part in text.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words.as_slice() {
            ["hall", name @ ..] => {
                let name = name.join(" ");
                plan = make(Edit::AddHall(Hall { name: name.clone(), outline: outline.clone() }));
                hall = plan.hall_named(&name).unwrap();
            }
            ["list", name @ ..] => {
                plan = make(Edit::AddExhibitor(ExhibitorFields { name: name.join(" "), ..Default::default() }))
            }
            ["column", at, extent] => {
                let shape = StructureShape::Column(Outline::rectangle(point(at), size(extent)));
                plan = make(Edit::Add { hall, booths: vec![], structures: vec![shape], origin: Origin::Drawn });
            }
            ["exit", at] => {
                let shape = StructureShape::Door {
                    at: point(at),
                    width: Length::from_mm(2_400),
                    angle: hallplan::geometry::Angle::ZERO,
                    kind: DoorKind::Exit,
                };
                plan = make(Edit::Add { hall, booths: vec![], structures: vec![shape], origin: Origin::Drawn });
            }
            [name, at, extent, rest @ ..] => {
                let outline = Outline::rectangle(point(at), size(extent));
                let booth = NewBooth { number: NewNumber::Exactly(number(name)), outline, category: None };
                plan = make(Edit::Add { hall, booths: vec![booth], structures: vec![], origin: Origin::Drawn });
                let id = plan.booth_numbered(&number(name)).unwrap();
                let as_status = rest.last().and_then(|word| status(word));
                let who = if as_status.is_some() { &rest[..rest.len() - 1] } else { rest };
                if as_status == Some(Status::Blocked) {
                    plan = make(Edit::SetBlocked([id].into(), true));
                } else if !who.is_empty() {
                    for (place, name) in who.join(" ").split('+').map(str::trim).enumerate() {
                        let role = if place == 0 { Role::Main } else { Role::Co };
                        let fields = ExhibitorFields { name: name.to_owned(), ..Default::default() };
                        let stage = as_status.and_then(Status::stage);
                        plan = make(Edit::TakeIn { fields, booths: vec![number(words[0])], role, stage });
                    }
                } else if let Some(stage) = as_status.and_then(Status::stage) {
                    plan = make(Edit::SetStage([id].into(), stage));
                }
            }
            _ => panic!("not understood in a plan: {part}"),
        }
    }
    plan
}

/// The program in a story.
struct Teller {
    session: Session,
    notices: Vec<Notice>,
    requests: Vec<Request>,
}

impl Teller {
    fn new(plan: &Plan) -> Self {
        let start = Start { settings: Settings::default(), language: Language::English, tag: 9, clock: || Timestamp::UNIX_EPOCH };
        let mut session = Session::new(start);
        session.open(plan.clone());
        session.act(Action::CanvasSize(900.0, 600.0));
        Self { session, notices: Vec::new(), requests: Vec::new() }
    }

    fn booth(&self, name: &str) -> BoothId {
        self.session.plan().booth_numbered(&number(name)).unwrap_or_else(|| panic!("no booth {name}"))
    }

    fn exhibitor(&self, name: &str) -> ExhibitorId {
        self.session.plan().exhibitors_named(name).next().unwrap_or_else(|| panic!("no exhibitor {name}"))
    }

    fn act(&mut self, action: Action) {
        self.notices.clear();
        self.session.act(action);
        self.notices.extend(self.session.take_notices());
        self.requests.extend(self.session.take_requests());
    }

    fn step(&mut self, step: &str) {
        let words: Vec<&str> = step.split_whitespace().collect();
        let modifiers =
            Modifiers { shift: words.contains(&"+shift"), control: words.contains(&"+control"), alt: words.contains(&"+alt") };
        let words: Vec<&str> = words.into_iter().filter(|word| !word.starts_with('+')).collect();
        match words.as_slice() {
            ["press", at] => self.act(Action::Pointer(Event::Press { at: point(at), modifiers, clicks: 1 })),
            ["double", at] => self.act(Action::Pointer(Event::Press { at: point(at), modifiers, clicks: 2 })),
            ["move", at] => self.act(Action::Pointer(Event::Move { at: point(at), modifiers })),
            ["release", at] => self.act(Action::Pointer(Event::Release { at: point(at), modifiers })),
            ["drag", from, to] => {
                self.act(Action::Pointer(Event::Press { at: point(from), modifiers, clicks: 1 }));
                self.act(Action::Pointer(Event::Move { at: point(from).halfway(point(to)), modifiers }));
                self.act(Action::Pointer(Event::Move { at: point(to), modifiers }));
                self.act(Action::Pointer(Event::Release { at: point(to), modifiers }));
            }
            ["click", at] => {
                self.act(Action::Pointer(Event::Press { at: point(at), modifiers, clicks: 1 }));
                self.act(Action::Pointer(Event::Release { at: point(at), modifiers }));
            }
            ["run", name] => {
                let command = COMMANDS.iter().find(|command| format!("{:?}", command.id) == **name);
                self.act(Action::Run(command.unwrap_or_else(|| panic!("no command {name}")).id));
            }
            ["select", names @ ..] => {
                let booths: BTreeSet<_> = names.iter().map(|name| self.booth(name)).collect();
                self.act(Action::Select(Objects::of_booths(booths)));
            }
            ["drop", name @ .., "from", from, "on", to] => {
                let exhibitor = self.exhibitor(&name.join(" "));
                let (from, to) = (Some(self.booth(from)), self.booth(to));
                self.act(Action::DropExhibitor { exhibitor, from, to });
            }
            ["drop", name @ .., "on", to] => {
                let (exhibitor, to) = (self.exhibitor(&name.join(" ")), self.booth(to));
                self.act(Action::DropExhibitor { exhibitor, from: None, to });
            }
            ["answer", answer] => self.act(Action::AnswerDrop(match *answer {
                "share" => DropChoice::Share(Role::Main),
                "co" => DropChoice::Share(Role::Co),
                "swap" => DropChoice::Swap,
                "replace" => DropChoice::Replace,
                "move" => DropChoice::Move,
                "add" => DropChoice::AddBooth,
                other => panic!("no answer {other}"),
            })),
            ["choose", name @ ..] => {
                let exhibitor = self.exhibitor(&name.join(" "));
                self.act(Action::ChooseExhibitor(Some(exhibitor)));
            }
            ["let", "go", "on", name @ ..] => {
                let hall = self.session.plan().hall_named(&name.join(" ")).unwrap();
                self.act(Action::DropOnHall(hall));
            }
            ["hall", name @ ..] => {
                let hall = self.session.plan().hall_named(&name.join(" ")).unwrap();
                self.act(Action::ShowHall(hall));
            }
            ["search", search @ ..] => self.act(Action::Search(search.join(" "))),
            ["filter", filter] => {
                let filter = Filter::ALL.into_iter().find(|name| format!("{name:?}") == **filter).unwrap();
                self.act(Action::SetFilter(filter));
            }
            ["type", key, value @ ..] => {
                let Some(Dialog::Form(mut form)) = self.session.dialog().cloned() else { panic!("no form is open for {step}") };
                let field = form.fields.iter().find(|field| format!("{:?}", field.key) == **key);
                let key: FieldKey = field.unwrap_or_else(|| panic!("no field {key} in {form:?}")).key;
                form.set(key, value.join(" "));
                self.act(Action::ChangeDialog(Box::new(Dialog::Form(form))));
            }
            ["number", what @ ..] => self.number(what),
            ["hide", name @ ..] => {
                let plan = self.session.plan();
                let id = plan.layer_named(&name.join(" ")).unwrap_or_else(|| panic!("no layer for {step}"));
                let layer = Layer { hidden: true, ..plan.get(id).unwrap().as_ref().clone() };
                self.act(Action::Edit(Edit::ChangeLayer(id, layer)));
            }
            ["confirm"] => self.act(Action::ConfirmDialog),
            ["dismiss"] => self.act(Action::DismissDialog),
            ["close"] => self.act(Action::CloseWindow),
            _ => panic!("not understood: {step}"),
        }
    }

    /// What is done in the panel that numbers booths.
    fn number(&mut self, what: &[&str]) {
        let mut fields = self.session.numbering().expect("booths are being numbered").fields.clone();
        match what {
            ["confirm"] => return self.act(Action::Numbering(NumberingAction::Confirm)),
            ["rows"] => return self.act(Action::Numbering(NumberingAction::ForgetPath)),
            ["preset", name] => {
                let preset = Preset::ALL.into_iter().find(|preset| format!("{preset:?}") == **name);
                fields = fields.preset(preset.unwrap_or_else(|| panic!("no preset {name}")));
            }
            ["prefix", prefix] => fields.scheme.prefix = (*prefix).to_owned(),
            ["start", start] => fields.figures[0] = (*start).to_owned(),
            ["step", step] => fields.figures[1] = (*step).to_owned(),
            ["take", "no", "notice"] => fields.scheme.skip_taken = false,
            ["along", "path"] => fields.only_along_path = true,
            ["beside", "path"] => fields.only_along_path = false,
            other => panic!("not understood: number {other:?}"),
        }
        self.act(Action::Numbering(NumberingAction::Change(Box::new(fields))));
    }

    /// The numbers that booths would get, in the order of counting.
    fn numbers(&self) -> String {
        let Some(numbering) = self.session.numbering() else { return "numbers none".to_owned() };
        let each = numbering
            .numbers
            .iter()
            .map(|number| format!("{}>{}{}", number.old, number.new, if number.is_taken { "!" } else { "" }));
        format!("numbers {}", each.collect::<Vec<_>>().join(" "))
    }

    /// What is so, in the words of the expectation.
    fn actual(&self, expected: &str) -> String {
        let plan = self.session.plan();
        let words: Vec<&str> = expected.split_whitespace().collect();
        let history = self.session.editor().history();
        match words.as_slice() {
            ["filled", _] => {
                let occupancy = self.session.occupancy();
                format!("filled {}/{}", occupancy.filled, occupancy.sellable)
            }
            ["selected", ..] => {
                let mut names: Vec<_> = self
                    .session
                    .selection()
                    .booths
                    .iter()
                    .filter_map(|booth| plan.get(*booth))
                    .map(|booth| booth.number.clone())
                    .collect();
                names.sort_by_key(Number::key);
                let mut names: Vec<_> = names.iter().map(ToString::to_string).collect();
                names.extend(self.session.selection().structures.iter().map(|_| "structure".to_owned()));
                if names.is_empty() {
                    names.push("nothing".to_owned());
                }
                format!("selected {}", names.join(" "))
            }
            ["undo", ..] => {
                let name =
                    history.next_undo().map_or_else(|| "nothing".into(), |entry| self.session.texts().edit_name(&entry.name));
                format!("undo {name}")
            }
            ["redo", ..] => {
                let name =
                    history.next_redo().map_or_else(|| "nothing".into(), |entry| self.session.texts().edit_name(&entry.name));
                format!("redo {name}")
            }
            ["steps", _] => format!("steps {}", history.steps()),
            ["notice", ..] => format!("notice {}", self.notices.first().map_or("none", |notice| notice.words.as_str())),
            ["note", ..] => match self.session.dialog() {
                Some(Dialog::Form(form)) => format!("note {}", self.session.form_note(form).unwrap_or_default()),
                other => format!("note of {other:?}"),
            },
            ["dialog", ..] => format!("dialog {}", self.session.dialog().map_or_else(|| "none".to_owned(), dialog_name)),
            ["problem", ..] => match self.session.dialog() {
                Some(Dialog::Form(form)) => {
                    format!("problem {}", form.problem.as_ref().map_or("none", |(_, words)| words.as_str()))
                }
                other => format!("problem of {other:?}"),
            },
            ["field", key, ..] => match self.session.dialog() {
                Some(Dialog::Form(form)) => {
                    let field = form.fields.iter().find(|field| format!("{:?}", field.key) == **key);
                    format!("field {key} {}", field.map_or("is not there", |field| field.value.as_str())).trim_end().to_owned()
                }
                other => format!("field of {other:?}"),
            },
            ["numbers", ..] => self.numbers(),
            ["possible", _] => {
                let possible = self.session.numbering().is_some_and(hallplan::session::Numbering::is_possible);
                format!("possible {}", if possible { "yes" } else { "no" })
            }
            ["offer", ..] => {
                let offer = self.notices.first().and_then(|notice| notice.offer.as_ref());
                format!("offer {}", offer.map_or("none", |offer| offer.words.as_str()))
            }
            ["list", ..] => {
                let shown = self.session.directory().shown().filter_map(|id| plan.get(id));
                let names: Vec<_> = shown.map(|exhibitor| exhibitor.name.clone()).collect();
                format!("list {}", names.join(", ")).trim_end().to_owned()
            }
            ["hall", ..] => {
                format!("hall {}", self.session.hall().and_then(|hall| plan.get(hall)).map_or("none", |hall| hall.name.as_str()))
            }
            ["halls", ..] => {
                format!("halls {}", plan.halls().values().map(|hall| hall.name.clone()).collect::<Vec<_>>().join(", "))
            }
            ["sides", name, _] => match self.session.index().open_sides(plan, self.booth(name)) {
                Some(sides) => format!("sides {name} {sides:?}"),
                None => format!("sides {name} unknown"),
            },
            ["booths", _] => format!("booths {}", plan.booths().len()),
            ["structures", _] => format!("structures {}", plan.structures().len()),
            ["tool", _] => format!("tool {:?}", self.session.tool().kind()),
            ["saved", _] => format!("saved {}", if self.session.is_saved() { "yes" } else { "no" }),
            ["asked", ..] => format!("asked {}", self.requests.last().map_or_else(|| "nothing".to_owned(), request_name)),
            ["gone", name] => {
                let there = plan.booth_numbered(&number(name)).is_some();
                format!("{} {name}", if there { "still there" } else { "gone" })
            }
            [name, "at", ..] => {
                let booth = plan.get(self.booth(name)).unwrap();
                let (bounds, angle) = (booth.outline.bounds(), booth.outline.angle());
                let extent = booth.outline.size();
                let centre = booth.outline.centre();
                let origin = if angle.quarter_turns() == Some(0) { bounds.min() } else { centre };
                let turned =
                    if angle.quarter_turns() == Some(0) { String::new() } else { format!(" turned {}", angle.degrees()) };
                let figure = |length: Length| length.metres();
                format!(
                    "{name} at {},{} {}x{}{turned}",
                    figure(origin.x),
                    figure(origin.y),
                    figure(extent.width),
                    figure(extent.depth)
                )
            }
            [name, ..] => {
                let id = self.booth(name);
                let who = plan.participants(id).iter().map(|participant| {
                    let name = plan.get(participant.exhibitor).unwrap().name.clone();
                    if participant.role == Role::Co { format!("({name})") } else { name }
                });
                let who: Vec<_> = who.collect();
                let status = format!("{:?}", plan.status(id)).to_lowercase();
                let all: Vec<_> =
                    [(*name).to_owned(), who.join(" + "), status].into_iter().filter(|part| !part.is_empty()).collect();
                all.join(" ")
            }
            [] => String::new(),
        }
    }
}

fn dialog_name(dialog: &Dialog) -> String {
    match dialog {
        Dialog::Form(form) => format!("{:?}", form.kind).split(['(', ' ', '{']).next().unwrap_or_default().to_owned(),
        Dialog::Drop(question) => format!("Drop on {}", question.there.join(" + ")).trim_end().to_owned(),
        other => format!("{other:?}").split(['(', ' ', '{']).next().unwrap_or_default().to_owned(),
    }
}

fn request_name(request: &Request) -> String {
    format!("{request:?}").split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
}

fn tell(story: &str, lines: &[(usize, &str, &str)], file: &Path) -> Vec<String> {
    let mut teller = Teller::new(&Plan::default());
    let mut wrong = Vec::new();
    for (line, kind, text) in lines {
        match *kind {
            "plan" => teller = Teller::new(&plan(text)),
            "do" => text.split('|').map(str::trim).for_each(|step| teller.step(step)),
            _ => {
                for expected in text.split('|').map(str::trim).filter(|expected| !expected.is_empty()) {
                    let actual = teller.actual(expected);
                    if actual != expected {
                        wrong.push(format!("{}:{line}: {story}\n  expected: {expected}\n  is:       {actual}", file.display()));
                    }
                }
            }
        }
    }
    wrong
}

#[test]
fn the_stories_come_out_as_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/session");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut told, mut wrong) = (0, Vec::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut story = "";
        let mut lines = Vec::new();
        for (at, line) in text.lines().enumerate().chain([(0, "story:")]) {
            let Some((kind, rest)) = line.split_once(':') else {
                assert!(line.trim().is_empty() || line.starts_with('#'), "{}:{}: {line}", file.display(), at + 1);
                continue;
            };
            if kind == "story" {
                if !story.is_empty() {
                    assert!(lines.iter().any(|(_, kind, _)| *kind == "then"), "{story} expects nothing");
                    wrong.extend(tell(story, &lines, &file));
                    told += 1;
                }
                story = rest.trim();
                lines.clear();
            } else if !line.starts_with('#') {
                assert!(["plan", "do", "then"].contains(&kind), "{}:{}: {line}", file.display(), at + 1);
                lines.push((at + 1, kind, rest.trim()));
            }
        }
    }
    assert!(told > 0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn commands_that_cannot_run_say_why_and_change_nothing() {
    let mut teller = Teller::new(&plan(""));
    let before = teller.session.plan().clone();
    for command in COMMANDS {
        if !teller.session.availability(command.id).is_ready() {
            teller.act(Action::Run(command.id));
            assert_eq!(teller.notices.len(), 1, "{:?}", command.id);
            assert!(*teller.session.plan() == before, "{:?}", command.id);
        }
    }
    assert!(!teller.session.availability(CommandId::Undo).is_ready());
}
