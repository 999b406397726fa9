//! The program without its window, run as people and scripts run it.

#![allow(clippy::unwrap_used, reason = "a test that cannot run the program has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder to work in.
struct Desk(tempfile::TempDir);

/// What the program did: its exit code, its standard output, its standard error.
type Did = (Option<i32>, String, String);

fn did(output: Output) -> Did {
    (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallplan"));
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").env("LANG", "C").env("LC_ALL", "C");
    command
}

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With a show of two halls: four booths of 9 m², one of 13.5 m².
    fn with_show() -> Self {
        let desk = Self::new();
        desk.write("a.csv", "number,x,y,width,depth,rotation,exhibitor,status,category\nA1,0,0,3,3,0,Acme,paid,Storage\nA2,3,0,3,3,0,,,Storage\nA10,6,0,4.5,3,0,Éditions Élan,reserved,Press\n");
        desk.write(
            "b.csv",
            "numéro;x;y;largeur;profondeur;rotation;exposant;statut\nB1;0;0;3;3;0;;bloqué\nB2;3,5;0;3;3;45;Acme;option\n",
        );
        assert_eq!(desk.run("import - --booths a.csv --hall East -o show.hallplan").0, Some(0));
        assert_eq!(desk.run("import show.hallplan --booths b.csv --hall West -o show.hallplan").0, Some(0));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Arguments parted by spaces.
    fn run(&self, arguments: &str) -> Did {
        did(program().current_dir(self.0.path()).args(arguments.split(' ').filter(|word| !word.is_empty())).output().unwrap())
    }

    /// Says why not, in one paragraph that names all this, and changes no file.
    #[track_caller]
    fn refuses(&self, arguments: &str, code: i32, named: &[&str]) {
        let before: Vec<_> = self.names().into_iter().map(|name| (self.read(&name), name)).collect();
        let (status, out, words) = self.run(arguments);
        assert_eq!((status, out.as_str()), (Some(code), ""), "{arguments}: {words}");
        assert_eq!(words.lines().count(), 1, "{arguments}: {words}");
        for name in named {
            assert!(words.contains(name), "{arguments}: {words:?} does not name {name}");
        }
        let after: Vec<_> = self.names().into_iter().map(|name| (self.read(&name), name)).collect();
        assert!(before == after, "{arguments}: files were changed");
    }

    fn occupancy(&self, show: &str) -> Value {
        let (code, out, words) = self.run(&format!("occupancy {show} --json"));
        assert_eq!((code, words.as_str()), (Some(0), ""));
        serde_json::from_str(&out).unwrap()
    }
}

#[test]
fn occupancy_is_told_to_people_and_to_programs() {
    let desk = Desk::with_show();
    let counted = |name: &str, filled: u8, sellable: u8, filled_area: f64, sellable_area: f64| serde_json::json!({"name": name, "filled": filled, "sellable": sellable, "filled_area_m2": filled_area, "sellable_area_m2": sellable_area});
    let expected = serde_json::json!({
        "show": "show",
        "filled": 2,
        "sellable": 4,
        "filled_area_m2": 22.5,
        "sellable_area_m2": 40.5,
        "halls": [counted("East", 2, 3, 22.5, 31.5), counted("West", 0, 1, 0.0, 9.0)],
        "zones": [],
        "categories": [counted("Storage", 1, 2, 9.0, 18.0), counted("Press", 1, 1, 13.5, 13.5)],
    });
    assert_eq!(desk.occupancy("show.hallplan"), expected);
    let (code, out, _) = desk.run("occupancy show.hallplan");
    let lines: Vec<String> = out.lines().map(|line| line.replace('\u{a0}', " ")).collect();
    assert_eq!(code, Some(0));
    assert_eq!(lines[0], "show: 2 of 4 slots filled (50 %), 22.5 m² of 40.5 m²");
    assert_eq!(lines[1], "  East: 2 of 3 slots filled (66 %), 22.5 m² of 31.5 m²");
    for arguments in ["--lang fr occupancy show.hallplan", "occupancy show.hallplan --lang=fr"] {
        assert!(desk.run(arguments).1.contains("2 emplacements occupés sur 4"), "{arguments}");
    }
}

#[test]
fn the_stand_list_is_sorted_by_name_or_by_number() {
    let desk = Desk::with_show();
    let first_cells = |name: &str, cell: usize| -> Vec<String> {
        let text = String::from_utf8(desk.read(name)).unwrap();
        let separator = if text.contains(';') { ';' } else { ',' };
        let rows = text.trim_start_matches('\u{feff}').lines().skip(1);
        rows.map(|line| line.split(separator).nth(cell).unwrap().trim_matches('"').to_owned()).collect()
    };
    assert_eq!(desk.run("stand-list show.hallplan -o n.csv --sort number --hall east --lang en").0, Some(0));
    assert_eq!(first_cells("n.csv", 0), ["A1", "A10", "A2"], "filled ones first, A2 is free");
    assert_eq!(desk.run("stand-list show.hallplan -o name.csv").0, Some(0));
    let by_name = String::from_utf8(desk.read("name.csv")).unwrap();
    assert!(by_name.find("Acme") < by_name.find("Éditions Élan"), "{by_name}");
    assert!(by_name.contains("A2") && !by_name.contains("B1"), "free booths are listed, blocked ones are not: {by_name}");
    for (arguments, out) in [
        ("stand-list show.hallplan -o list.pdf", "list.pdf"),
        ("stand-list show.hallplan -o letter.PDF --paper Letter --lang fr", "letter.PDF"),
    ] {
        let (code, words, errors) = desk.run(arguments);
        assert_eq!((code, errors.as_str()), (Some(0), ""));
        assert!(words.contains(out));
        assert!(desk.read(out).starts_with(b"%PDF-"), "{out}");
    }
    desk.refuses("stand-list show.hallplan -o x.pdf --hall North", 2, &["North", "East", "West", "--hall"]);
    desk.refuses("stand-list show.hallplan -o x.txt", 2, &["x.txt", ".pdf", ".csv"]);
    desk.refuses("stand-list show.hallplan -o x.pdf --sort size", 2, &["size", "name|number", "hallplan stand-list --help"]);
    desk.refuses("stand-list show.hallplan", 2, &["OUT"]);
}

#[test]
fn halls_are_drawn_to_the_format_that_the_ending_names() {
    let desk = Desk::with_show();
    for (arguments, out, begins) in [
        ("export show.hallplan -o all.pdf", "all.pdf", &b"%PDF-"[..]),
        ("export show.hallplan --hall West -o west.svg", "west.svg", b"<"),
        ("export show.hallplan --hall West --colour-by area -o area.svg", "area.svg", b"<"),
        ("export show.hallplan --hall West -o west.png", "west.png", b"\x89PNG"),
    ] {
        let (code, _, errors) = desk.run(arguments);
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{arguments}");
        assert!(desk.read(out).starts_with(begins), "{out}");
    }
    assert!(String::from_utf8(desk.read("west.svg")).unwrap().contains("B2"));
    desk.refuses("export show.hallplan -o all.svg", 2, &["all.svg", "--hall", "East", "West"]);
    desk.refuses("export show.hallplan -o all.png", 2, &["all.png", "--hall", "East", "West"]);
    desk.refuses("export show.hallplan -o plan.dwg", 2, &["plan.dwg", ".pdf", ".svg", ".png"]);
    desk.refuses("export show.hallplan --colour-by rainbow -o all.pdf", 2, &["rainbow", "--colour-by"]);
    desk.refuses("export show.hallplan -o plan", 2, &["plan", ".pdf"]);
    desk.write("acme.csv", "Name\nAcme\n");
    assert_eq!(desk.run("import - --exhibitors acme.csv -o no-hall.hallplan").0, Some(0));
    desk.refuses("export no-hall.hallplan -o all.pdf", 1, &["no-hall.hallplan", "hallplan import"]);
}

#[test]
fn a_list_of_exhibitors_is_read_in_and_all_that_it_did_is_told() {
    let desk = Desk::with_show();
    // As French Excel writes it: windows-1252, semicolons, blank and doubled lines.
    let list = "Exposant;N° de stand;Catégorie\r\nAcme;A1;Stockage\r\nÉditions Élan;A10;\r\n;;\r\nBravo;A2, B2;\r\nBravo;A2;\r\nCharlie;B1;\r\nDelta;Z9;\r\nEcho;;\r\n";
    let latin: Vec<u8> = list.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    desk.write("liste.csv", latin);
    let (code, out, errors) = desk.run("import show.hallplan --exhibitors liste.csv -o next.hallplan");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[1..8],
        [
            "7 lines read",
            "4 new exhibitors",
            "1 changed",
            "1 unchanged",
            "1 placed",
            "2 not placed",
            "1 without a booth number in the list"
        ]
    );
    assert!(lines[8].starts_with("Line 6") && lines[8].contains("line 5"), "{out}");
    assert!(lines[9].starts_with("Line 7") && lines[9].contains("B1") && lines[9].contains("blocked"), "{out}");
    assert!(lines[10].starts_with("Line 8") && lines[10].contains("Z9"), "{out}");
    assert_eq!(desk.occupancy("next.hallplan")["filled"], 3, "B2 is still held");
    assert_eq!(desk.occupancy("show.hallplan")["filled"], 2, "the show itself is as it was");
    let (code, out, _) = desk.run("import next.hallplan --exhibitors liste.csv -o next.hallplan --lang fr");
    assert_eq!(code, Some(0), "the show may be read and saved in one file");
    assert!(out.contains("0 nouvel exposant") && out.contains("6 inchangés"), "{out}");
}

#[test]
fn letters_that_cannot_be_read_are_told() {
    let desk = Desk::new();
    desk.write("list.csv", b"\xef\xbb\xbfName,Country\nAcm\xe9,France\n");
    let (code, out, _) = desk.run("import - --exhibitors list.csv -o show.hallplan");
    assert_eq!(code, Some(0));
    assert!(out.contains('\u{fffd}') && out.contains("UTF-8"), "{out}");
}

#[test]
fn what_is_no_list_or_has_no_use_is_refused_with_the_line() {
    let desk = Desk::with_show();
    desk.write("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0");
    desk.write("figures.csv", "1,2\n3,4\n");
    desk.write("empty.csv", "");
    desk.write("no-depth.csv", "number,x,y,width\nC1,0,0,3\n");
    desk.write("no-figure.csv", "number,x,y,width,depth\nC1,0,zero,3,3\n");
    desk.refuses("import show.hallplan --exhibitors picture.csv -o x.hallplan", 1, &["picture.csv"]);
    desk.refuses("import show.hallplan --exhibitors figures.csv -o x.hallplan", 1, &["figures.csv", "Name"]);
    desk.refuses("import show.hallplan --exhibitors empty.csv -o x.hallplan", 1, &["empty.csv"]);
    desk.refuses("import show.hallplan --exhibitors missing.csv -o x.hallplan", 1, &["missing.csv"]);
    desk.refuses("import show.hallplan --booths no-depth.csv --hall East -o x.hallplan", 1, &["no-depth.csv", "depth"]);
    desk.refuses("import show.hallplan --booths no-figure.csv --hall East -o x.hallplan", 1, &["no-figure.csv", "2", "zero"]);
    desk.refuses("import show.hallplan --booths a.csv -o x.hallplan", 2, &["--hall"]);
    desk.refuses("import show.hallplan -o x.hallplan", 2, &["--exhibitors", "--booths"]);
    desk.refuses("import show.hallplan --exhibitors a.csv --booths b.csv --hall East -o x.hallplan", 2, &["--exhibitors"]);
    desk.refuses("import show.hallplan --exhibitors a.csv -o x.ron", 2, &["x.ron", ".hallplan"]);
}

#[test]
fn booths_that_cannot_be_added_are_told_and_the_others_added() {
    let desk = Desk::with_show();
    desk.write("c.csv", "number,x,y,width,depth\nC1,0,9,3,3\nA1,3,9,3,3\nC2,6,9,0,3\nC3,9,9,3,3\n");
    let (code, out, errors) = desk.run("import show.hallplan --booths c.csv --hall East -o c.hallplan");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[..2], ["4 lines read", "2 booths added"]);
    assert!(lines[4].starts_with("Line 3") && lines[4].contains("A1"), "{out}");
    assert!(lines[5].starts_with("Line 4, column 4"), "{out}");
    assert_eq!(desk.occupancy("c.hallplan")["sellable"], 6);
}

#[test]
fn a_damaged_show_is_named_with_its_line_and_nothing_is_written() {
    let desk = Desk::with_show();
    let whole = desk.read("show.hallplan");
    desk.write("half.hallplan", &whole[..whole.len() / 2]);
    desk.write("empty.hallplan", "");
    desk.write("newer.hallplan", "(version: 99,\n)\n");
    desk.refuses("occupancy half.hallplan --json", 1, &["half.hallplan", "line", "hallplan repair half.hallplan"]);
    desk.refuses("stand-list half.hallplan -o x.pdf", 1, &["half.hallplan", "line"]);
    desk.refuses("export half.hallplan -o x.pdf", 1, &["half.hallplan", "line"]);
    desk.refuses("import half.hallplan --booths a.csv --hall East -o half.hallplan", 1, &["half.hallplan", "line"]);
    desk.refuses("occupancy empty.hallplan", 1, &["empty.hallplan"]);
    desk.refuses("occupancy newer.hallplan", 1, &["newer.hallplan", "99"]);
    desk.refuses("occupancy a.csv", 1, &["a.csv", "hallplan import"]);
    desk.refuses("occupancy missing.hallplan", 1, &["missing.hallplan", &desk.0.path().to_string_lossy()]);
    desk.refuses("stand-list show.hallplan -o missing/x.pdf", 1, &["x.pdf", "missing"]);
    desk.refuses("--lang fr occupancy missing.hallplan", 1, &["missing.hallplan", "dossier"]);
}

#[test]
fn a_damaged_show_is_repaired_into_a_copy_and_what_was_wrong_is_told() {
    let desk = Desk::with_show();
    let whole = String::from_utf8(desk.read("show.hallplan")).unwrap();
    let damaged = whole.replace("\"Éditions Élan\"", "Éditions Élan").replacen("number: \"A1\"", "number: \"A10\"", 1);
    desk.write("damaged.hallplan", &damaged);
    let (code, out, words) = desk.run("repair damaged.hallplan -o copy.hallplan");
    assert_eq!((code, out.as_str()), (Some(1), ""), "{words}");
    for named in ["copy.hallplan has what can be read of damaged.hallplan", "3 things", "Éditions Élan", "number A11"] {
        assert!(words.contains(named), "{words}");
    }
    let numbered: Vec<_> = damaged.lines().enumerate().collect();
    // Of two that want one number the second is told.
    let line = |text: &str| 1 + numbered.iter().rfind(|(_, line)| line.contains(text)).unwrap().0;
    for line in [line(": Éditions"), line("\"A10\"")] {
        assert!(words.contains(&format!("Line {line}: ")), "{words}");
    }
    assert_eq!(desk.read("damaged.hallplan"), damaged.as_bytes());
    assert_eq!(desk.occupancy("copy.hallplan")["filled"], desk.occupancy("show.hallplan")["filled"]);

    assert_eq!(desk.run("repair show.hallplan -o same.hallplan").0, Some(0));
    assert_eq!(desk.read("same.hallplan"), whole.as_bytes());
    desk.refuses("repair damaged.hallplan -o damaged.hallplan", 2, &["damaged.hallplan"]);
    desk.refuses("repair damaged.hallplan -o ./damaged.hallplan", 2, &["damaged.hallplan"]);
    desk.refuses("repair damaged.hallplan -o copy.pdf", 2, &[".hallplan"]);
    desk.write("nothing.hallplan", "(version: 1,\n  booths: [\n");
    desk.refuses("repair nothing.hallplan -o other.hallplan", 1, &["nothing.hallplan", "line"]);
    desk.write("newer.hallplan", damaged.replace("version: 1", "version: 99"));
    desk.refuses("repair newer.hallplan -o other.hallplan", 1, &["newer.hallplan", "99"]);
}

#[test]
fn wrong_use_says_where_the_help_is() {
    let desk = Desk::with_show();
    desk.refuses("ocupancy", 2, &["ocupancy", "hallplan --help"]);
    for (arguments, named) in [
        ("occupancy", "FILE"),
        ("occupancy show.hallplan --csv", "--csv"),
        ("occupancy show.hallplan a.csv", "a.csv"),
        ("show.hallplan occupancy show.hallplan", "show.hallplan"),
        ("show.hallplan a.csv", "a.csv"),
        ("ocupancy show.hallplan", "ocupancy"),
        ("ocupancy --lang", "--lang"),
        ("--lang de occupancy show.hallplan", "de"),
        ("stand-list show.hallplan -o x.pdf -o y.pdf", "--output"),
        ("stand-list show.hallplan -o", "--output"),
        ("--unheard-of", "--unheard-of"),
    ] {
        desk.refuses(arguments, 2, &[named, "--help"]);
    }
    for (arguments, named) in [
        ("--help", "stand-list"),
        ("export --help", "--hall"),
        ("--version", env!("CARGO_PKG_VERSION")),
        ("--lang fr -h", "salon"),
    ] {
        let (code, out, errors) = desk.run(arguments);
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{arguments}");
        assert!(out.contains(named), "{arguments}: {out}");
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_window_names_the_command_that_needs_none() {
    let desk = Desk::with_show();
    desk.refuses("", 1, &["display", "hallplan export"]);
    desk.refuses("show.hallplan --lang fr", 1, &["écran", "hallplan export"]);
    // A display that nobody answers at is no better.
    let (code, out, words) = did(program().env("DISPLAY", ":4242").output().unwrap());
    assert_eq!((code, out.as_str(), words.lines().count()), (Some(1), "", 1), "{words}");
    assert!(words.contains("hallplan export") && !words.contains(".rs"), "{words}");
}

#[cfg(unix)]
#[test]
fn nobody_listening_is_no_failure_but_a_full_disk_is() {
    let desk = Desk::with_show();
    let occupancy = || {
        let mut command = program();
        command.current_dir(desk.0.path()).args(["occupancy", "show.hallplan"]).stderr(Stdio::piped());
        command
    };
    let mut child = occupancy().stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(did(child.wait_with_output().unwrap()), (Some(0), String::new(), String::new()));
    if Path::new("/dev/full").exists() {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let (code, _, words) = did(occupancy().stdout(full).output().unwrap());
        assert_eq!((code, words.lines().count()), (Some(1), 1), "{words}");
        std::os::unix::fs::symlink("/dev/full", desk.path("full.pdf")).unwrap();
        let (code, _, words) = desk.run("stand-list show.hallplan -o full.pdf");
        assert_eq!((code, words.lines().count()), (Some(1), 1), "{words}");
        assert!(words.contains("full.pdf"), "{words}");
    }
}

#[cfg(unix)]
#[test]
fn a_limit_of_the_system_on_files_is_told_and_the_old_file_stays() {
    let desk = Desk::with_show();
    desk.write("x.pdf", "old");
    for arguments in ["stand-list show.hallplan -o x.pdf", "import show.hallplan --exhibitors a.csv -o show.hallplan"] {
        let before = (desk.names(), desk.read("x.pdf"), desk.read("show.hallplan"));
        let mut limited = Command::new("sh");
        limited.current_dir(desk.0.path()).env("LC_ALL", "C").args(["-c", "ulimit -f 1; exec \"$@\"", "sh"]);
        let output = limited.arg(env!("CARGO_BIN_EXE_hallplan")).args(arguments.split(' ')).output().unwrap();
        let (code, out, words) = did(output);
        assert_eq!((code, out.as_str(), words.lines().count()), (Some(1), "", 1), "{arguments}: {words}");
        assert!(before == (desk.names(), desk.read("x.pdf"), desk.read("show.hallplan")), "{arguments}");
    }
}

#[test]
fn a_picture_that_cannot_be_drawn_is_told_with_its_hall() {
    let desk = Desk::with_show();
    let plan = String::from_utf8(desk.read("show.hallplan")).unwrap();
    let hall = plan.split('"').find(|text| text.starts_with("1-")).unwrap().to_owned();
    // An empty text and its SHA-256 sum.
    let sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let map =
        format!("  maps: [\n    (id: \"zz-0\", hall: \"{hall}\", file: \"{sum}\", sheet: (9, 9), at: (0, 0), width: 9),\n  ],\n");
    let picture = format!("  files: [\n    (sha256: \"{sum}\", base64: \"\"),\n  ],\n)\n");
    let with_picture = plan.trim_end().strip_suffix(')').unwrap().to_owned() + &map + &picture;
    desk.write("show.hallplan", with_picture);
    desk.refuses("export show.hallplan --hall East -o x.png", 1, &["“East”"]);
}

#[test]
fn a_name_commands_no_terminal() {
    let desk = Desk::with_show();
    let plan = String::from_utf8(desk.read("show.hallplan")).unwrap();
    desk.write("show.hallplan", plan.replace("\"East\"", "\"\\u{1b}[2JEast\\u{7}\\u{9b}\""));
    let (code, out, _) = desk.run("occupancy show.hallplan");
    assert_eq!((code, out.chars().any(|c| c.is_control() && c != '\n')), (Some(0), false), "{out:?}");
    desk.refuses("export show.hallplan -o x.svg", 2, &["[2JEast"]);
    let (_, _, words) = desk.run("export show.hallplan -o x.svg");
    assert!(!words.chars().any(|c| c.is_control() && c != '\n'), "{words:?}");
}

#[test]
fn a_show_of_the_largest_booths_is_counted() {
    let desk = Desk::new();
    let rows: String = (1..=1_000).map(|number| format!("{number},-500,-500,1000,1000\n")).collect();
    desk.write("large.csv", format!("number,x,y,width,depth\n{rows}"));
    assert_eq!(desk.run("import - --booths large.csv --hall Plain -o plain.hallplan").0, Some(0));
    let plan = String::from_utf8(desk.read("plain.hallplan")).unwrap();
    desk.write(
        "plain.hallplan",
        plan.replace("at: (-500, -500), size: (1000, 1000)", "at: (-10000, -10000), size: (10000, 10000)"),
    );
    assert_eq!(desk.occupancy("plain.hallplan")["sellable_area_m2"], 1e11);
}

fn shared(list: &str) -> String {
    let shared = std::env::var_os("HALLPLAN_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    shared.join("data/exhibitors").join(list).to_str().unwrap().to_owned()
}

#[test]
#[ignore = "needs ../shared/data"]
fn shared_data_the_groups_of_fosdem_are_categories_in_every_form() {
    for form in ["csv", "fr.csv", "u16.txt", "xlsx", "ods"] {
        let desk = Desk::with_show();
        let list = shared(&format!("fosdem_2026.{form}"));
        let (code, out, errors) = desk.run(&format!("import show.hallplan --exhibitors {list} -o fosdem.hallplan"));
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{form}");
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines[0].contains("Stand group → Category"), "{form}: {out}");
        assert_eq!(lines[1..3], ["96 lines read", "96 new exhibitors"], "{form}");
        assert_eq!(lines[5..8], ["0 placed", "0 not placed", "96 without a booth number in the list"], "{form}");
    }
}

#[test]
#[ignore = "needs ../shared/data"]
fn shared_data_lists_that_come_again_say_nothing_new() {
    for (first, again, count) in
        [("siae-2025.csv", "siae-2025.ods", "2,558 unchanged"), ("ciaae-2016.gbk.csv", "ciaae-2016.xlsx", "350 unchanged")]
    {
        let desk = Desk::new();
        assert_eq!(desk.run(&format!("import - --exhibitors {} -o show.hallplan", shared(first))).0, Some(0));
        let (code, out, _) = desk.run(&format!("import show.hallplan --exhibitors {} -o show.hallplan", shared(again)));
        assert_eq!(code, Some(0));
        assert!(out.contains("\n0 new exhibitors\n0 changed\n") && out.contains(count), "{again}: {out}");
    }
}

#[test]
fn two_copies_of_a_show_are_compared_and_made_one() {
    let desk = Desk::with_show();
    desk.write("base.hallplan", desk.read("show.hallplan"));
    desk.write("more.csv", "number,x,y,width,depth,rotation,exhibitor,status\nA7,12,0,3,3,0,Synology,paid\n");
    desk.write("other.csv", "number,x,y,width,depth,rotation,exhibitor,status\nA7,16,0,3,3,0,QNAP,reserved\n");
    assert_eq!(desk.run("import base.hallplan --booths more.csv --hall East -o ours.hallplan").0, Some(0));
    assert_eq!(desk.run("import base.hallplan --booths other.csv --hall East -o theirs.hallplan").0, Some(0));

    let (code, told, _) = desk.run("diff base.hallplan ours.hallplan");
    assert_eq!((code, told.as_str()), (Some(0), "new: Booth A7\nnew: Synology\n"));
    let told: Value = serde_json::from_str(&desk.run("diff ours.hallplan base.hallplan --json").1).unwrap();
    assert_eq!(told[0]["kind"], "gone");
    assert_eq!(desk.run("diff base.hallplan base.hallplan").1, "Nothing is different.\n");
    let (code, told, problem) = desk.run("diff base.hallplan ours.hallplan -o changes.pdf");
    assert_eq!((code, told.as_str()), (Some(0), "Written to changes.pdf\n"), "{problem}");
    assert!(desk.read("changes.pdf").starts_with(b"%PDF"));
    assert_eq!(desk.run("diff base.hallplan ours.hallplan -o changes.docx").0, Some(2));
    assert_eq!(desk.run("diff base.hallplan ours.hallplan --json -o changes.pdf").0, Some(2));

    let (code, _, problem) = desk.run("merge base.hallplan ours.hallplan theirs.hallplan -o all.hallplan");
    assert_eq!(code, Some(1), "{problem}");
    assert!(problem.contains("There is one clash:\nBooth A8: its number A7 is now another booth’s."), "{problem}");
    let told = desk.run("diff base.hallplan all.hallplan").1;
    let mut lines: Vec<_> = told.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["new: Booth A7", "new: Booth A8", "new: QNAP", "new: Synology"]);

    let (code, told, _) = desk.run("merge base.hallplan base.hallplan theirs.hallplan -o theirs-too.hallplan");
    assert_eq!((code, told.as_str()), (Some(0), "Merged without a clash.\n"));
    assert_eq!(desk.read("theirs-too.hallplan"), desk.read("theirs.hallplan"));
}

/// A drawing in millimetres: the walls of a hall.
fn walls(width: u32, depth: u32) -> String {
    let header = "  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1015\n  9\n$INSUNITS\n 70\n4\n  0\nENDSEC\n";
    let corners = [(0, 0), (width, 0), (width, depth), (0, depth)];
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let line = |((x, y), (to_x, to_y)): (&(u32, u32), &(u32, u32))| {
        format!("  0\nLINE\n  8\nWalls\n 10\n{x}\n 20\n{y}\n 11\n{to_x}\n 21\n{to_y}\n")
    };
    let lines: String = sides.map(line).collect();
    format!("{header}  0\nSECTION\n  2\nENTITIES\n{lines}  0\nENDSEC\n  0\nEOF\n")
}

/// A white picture of so many pixels, as BMP.
fn bitmap(width: u32, height: u32) -> Vec<u8> {
    let row = (width as usize * 3).div_ceil(4) * 4;
    let size = u32::try_from(54 + row * height as usize).unwrap();
    let mut bytes = b"BM".to_vec();
    for word in [size, 0, 54, 40, width, height, 0x0018_0001, 0, 0, 0, 0, 0, 0] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.resize(size as usize, 255);
    bytes
}

#[test]
fn a_map_is_put_under_a_hall_at_its_true_size() {
    let desk = Desk::with_show();
    desk.write("hall.dxf", walls(80_000, 72_000));
    desk.write("hall.bmp", bitmap(200, 100));
    let (code, out, errors) = desk.run("import show.hallplan --map hall.dxf --hall North -o out.hallplan");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let words = out.replace('\u{a0}', " ");
    assert!(words.contains("Made North") && words.contains("hall.dxf in North, 80.00 m × 72.00 m"), "{words}");
    assert!(words.contains("true scale from the file (millimetres)"), "{words}");
    let (code, out, errors) = desk.run("import out.hallplan --map hall.bmp --scale 125 --hall East -o out.hallplan --lang fr");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let words = out.replace('\u{a0}', " ");
    assert!(words.contains("25,00 m × 12,50 m") && words.contains("125 mm par pixel") && !words.contains("créé"), "{words}");
    let plan = String::from_utf8(desk.read("out.hallplan")).unwrap();
    assert_eq!(plan.matches("calibrated: true").count(), 2, "{}", &plan[..2_000]);
}

#[test]
fn a_drawing_that_holds_the_booths_is_put_under_a_hall_with_them() {
    let desk = Desk::with_show();
    let (code, ..) = desk.run("export show.hallplan --hall East -o hall.svg");
    assert_eq!(code, Some(0));
    let (code, out, errors) = desk.run("import - --map hall.svg --with-booths --hall North -o out.hallplan");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(out.contains("Added from the drawing: 3 booths, 2 with an exhibitor"), "{out}");
    let plan = String::from_utf8(desk.read("out.hallplan")).unwrap();
    for words in ["\"A1\"", "\"A2\"", "\"A10\"", "\"Acme\"", "\"Éditions Élan\""] {
        assert!(plan.contains(words), "{words}");
    }
    desk.refuses("import - --map hall.bmp --with-booths --booths x.csv --hall North -o x.hallplan", 2, &["--booths"]);
}

#[test]
fn a_map_whose_scale_is_missing_or_not_wanted_says_which_one() {
    let desk = Desk::with_show();
    desk.write("hall.dxf", walls(80_000, 72_000));
    desk.write("hall.bmp", bitmap(200, 100));
    desk.write("letter.txt", "Dear organiser");
    let import = |rest: &str| format!("import show.hallplan {rest} -o x.hallplan");
    desk.refuses(&import("--map hall.bmp --hall East"), 2, &["hall.bmp", "--scale 12.5"]);
    desk.refuses(&import("--map hall.bmp --hall East --scale 1:200"), 2, &["hall.bmp", "--scale 12.5"]);
    desk.refuses(&import("--map hall.dxf --hall East --scale 1:200"), 2, &["hall.dxf", "--scale"]);
    desk.refuses(&import("--map hall.bmp --hall East --scale large"), 2, &["large", "1:N|MM_PER_PX", "hallplan import --help"]);
    desk.refuses(&import("--map hall.bmp --hall East --page 0 --scale 12.5"), 2, &["0", "--page"]);
    desk.refuses(&import("--map hall.bmp"), 2, &["--hall"]);
    desk.refuses(&import("--exhibitors hall.bmp --scale 12.5"), 2, &["--exhibitors", "--scale"]);
    desk.refuses(&import("--map letter.txt --hall East"), 1, &["letter.txt"]);
    desk.refuses(&import("--map missing.pdf --hall East"), 1, &["missing.pdf"]);
    desk.refuses(&import("--map hall.bmp --hall Vast --scale 9999999"), 2, &["9999999", "--scale"]);
}
