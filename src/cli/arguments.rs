//! What the program can be asked for, and how it is written.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::builder::NonEmptyStringValueParser;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::Problem;
use super::import_map::MapAsked;
use crate::export::page::Paper;
use crate::geometry::Units;
use crate::import::MapScale;
use crate::lists::Sort;
use crate::scene::ColourBy;
use crate::session::StandListFormat;
use crate::text::{Language, Texts, args};

/// What the program is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Help, or the version.
    Words(String),
    /// The window, on a file or on what it opens by itself.
    Window { file: Option<PathBuf> },
    /// Work that is to be killed.
    Rehearse { file: PathBuf, seed: u64, steps: u64 },
    /// How fast the window is on a file; each thing is done for so long.
    Measure { file: PathBuf, each: Duration },
    /// How full a show is.
    Occupancy { file: PathBuf, json: bool },
    /// Two copies made one.
    Merge { base: PathBuf, ours: PathBuf, theirs: PathBuf, out: PathBuf },
    /// A copy of what can be read of a damaged show.
    Repair { file: PathBuf, out: PathBuf },
    /// What is different in another copy.
    Diff { before: PathBuf, after: PathBuf, told: Told },
    /// The stand list.
    StandList(StandListAsked),
    /// A drawing.
    Export { file: PathBuf, hall: Option<String>, colour_by: ColourBy, out: PathBuf },
    /// A list of exhibitors into a show; `-` is a new one.
    ImportExhibitors { file: PathBuf, list: PathBuf, out: PathBuf },
    /// A map under a hall of a show; `-` is a new one.
    ImportMap(MapAsked),
    /// A list of booths into a hall of a show; `-` is a new one.
    ImportBooths { file: PathBuf, list: PathBuf, hall: String, out: PathBuf },
}

/// How differences are told.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// A line each.
    Words,
    /// For other programs.
    Json,
    /// On pages, in this file.
    Drawn(PathBuf),
}

/// What stand list is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StandListAsked {
    pub(super) file: PathBuf,
    pub(super) out: PathBuf,
    pub(super) format: StandListFormat,
    pub(super) sort: Sort,
    pub(super) hall: Option<String>,
    pub(super) paper: Paper,
}

/// The language that the arguments name. It is needed before they are understood, to say what is wrong with them.
pub(super) fn language(arguments: &[OsString]) -> Option<Language> {
    option(arguments, "--lang").and_then(Language::parse)
}

/// The units of lengths that the arguments name; metres where they name none.
pub(super) fn units(arguments: &[OsString]) -> Units {
    option(arguments, "--units").and_then(units_named).unwrap_or_default()
}

fn units_named(name: &str) -> Option<Units> {
    match name {
        "m" => Some(Units::Metres),
        "ft-in" => Some(Units::Feet),
        _ => None,
    }
}

/// What follows an option, after a space or after `=`.
fn option<'a>(arguments: &'a [OsString], name: &str) -> Option<&'a str> {
    let texts = || arguments.iter().map(|argument| argument.to_str().unwrap_or_default());
    let after = texts().zip(texts().skip(1)).find(|(argument, _)| *argument == name).map(|(_, value)| value);
    after.or_else(|| texts().find_map(|argument| argument.strip_prefix(name)?.strip_prefix('=')))
}

/// Understands the arguments, the program's own name first among them.
pub(super) fn parse(arguments: &[OsString], texts: &Texts) -> Result<Asked, Problem> {
    let matches = match command(texts).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Asked::Words(error.to_string()));
        }
        Err(error) => return Err(wrong_use(&error, arguments, texts)),
    };
    let path = |matches: &ArgMatches, name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let hall = |matches: &ArgMatches| matches.get_one::<String>("hall").cloned();
    if let (Some(file), Some((name, _))) = (matches.get_one::<PathBuf>("file"), matches.subcommand()) {
        let argument = &file.to_string_lossy();
        return Err(with_help(texts.cli_unknown(args::CliUnknown { argument }), Some(name), texts));
    }
    match matches.subcommand() {
        Some(("measure", of)) => {
            let seconds = of.get_one::<f64>("seconds").copied().unwrap_or(3.0).clamp(0.1, 60.0);
            Ok(Asked::Measure { file: path(of, "file"), each: Duration::from_secs_f64(seconds) })
        }
        Some(("rehearse", of)) => {
            let number = |name: &str, usual: u64| of.get_one::<u64>(name).copied().unwrap_or(usual);
            Ok(Asked::Rehearse { file: path(of, "file"), seed: number("seed", 1), steps: number("steps", u64::MAX) })
        }
        Some(("occupancy", of)) => Ok(Asked::Occupancy { file: path(of, "file"), json: of.get_flag("json") }),
        Some(("merge", of)) => {
            let [base, ours, theirs, out] = ["base", "ours", "theirs", "out"].map(|name| path(of, name));
            Ok(Asked::Merge { base, ours, theirs, out })
        }
        Some(("repair", of)) => {
            let (file, out) = (path(of, "file"), path(of, "out"));
            match ending(&out).as_deref() {
                Some("hallplan") => Ok(Asked::Repair { file, out }),
                _ => Err(wrong_ending(&out, ".hallplan", texts)),
            }
        }
        Some(("diff", of)) => {
            let told = match of.get_one::<PathBuf>("out").cloned() {
                Some(out) if ending(&out).as_deref() == Some("pdf") => Told::Drawn(out),
                Some(out) => return Err(wrong_ending(&out, ".pdf", texts)),
                None if of.get_flag("json") => Told::Json,
                None => Told::Words,
            };
            Ok(Asked::Diff { before: path(of, "before"), after: path(of, "after"), told })
        }
        Some(("stand-list", of)) => {
            let out = path(of, "out");
            let format = match ending(&out).as_deref() {
                Some("pdf") => StandListFormat::Pdf,
                Some("csv") => StandListFormat::Csv,
                _ => return Err(wrong_ending(&out, ".pdf, .csv", texts)),
            };
            Ok(Asked::StandList(StandListAsked {
                file: path(of, "file"),
                out,
                format,
                sort: if is(of, "sort", "number") { Sort::Number } else { Sort::Name },
                hall: hall(of),
                paper: if is(of, "paper", "letter") { Paper::Letter } else { Paper::A4 },
            }))
        }
        Some(("export", of)) => {
            let out = path(of, "out");
            match ending(&out).as_deref() {
                Some("pdf" | "svg" | "png" | "dxf") => {
                    let named = of.get_one::<String>("colour-by").and_then(|name| colour_by_named(name));
                    let colour_by = named.unwrap_or_default();
                    Ok(Asked::Export { file: path(of, "file"), hall: hall(of), colour_by, out })
                }
                _ => Err(wrong_ending(&out, ".pdf, .svg, .png, .dxf", texts)),
            }
        }
        Some(("import", of)) => {
            let (file, out) = (path(of, "file"), path(of, "out"));
            if ending(&out).as_deref() != Some("hallplan") {
                return Err(wrong_ending(&out, ".hallplan", texts));
            }
            if let Some(map) = of.get_one::<PathBuf>("map").cloned() {
                let page = of.get_one::<u32>("page").copied().unwrap_or(1);
                let scale = of.get_one::<MapScale>("scale").copied();
                let (hall, with_booths) = (hall(of).unwrap_or_default(), of.get_flag("with-booths"));
                return Ok(Asked::ImportMap(MapAsked { file, map, page, scale, with_booths, hall, out }));
            }
            Ok(match of.get_one::<PathBuf>("booths").cloned() {
                Some(list) => Asked::ImportBooths { file, list, hall: hall(of).unwrap_or_default(), out },
                None => Asked::ImportExhibitors { file, list: path(of, "exhibitors"), out },
            })
        }
        _ => Ok(Asked::Window { file: matches.get_one::<PathBuf>("file").cloned() }),
    }
}

/// What the colours of booths can tell, as it is written.
const COLOUR_BY: [(&str, ColourBy); 5] = [
    ("status", ColourBy::Status),
    ("category", ColourBy::Category),
    ("area", ColourBy::Area),
    ("open-sides", ColourBy::OpenSides),
    ("zone", ColourBy::Zone),
];

fn colour_by_named(name: &str) -> Option<ColourBy> {
    COLOUR_BY.into_iter().find(|(written, _)| written.eq_ignore_ascii_case(name)).map(|(_, by)| by)
}

fn is(matches: &ArgMatches, name: &str, value: &str) -> bool {
    matches.get_one::<String>(name).is_some_and(|given| given == value)
}

fn ending(path: &Path) -> Option<String> {
    path.extension().and_then(OsStr::to_str).map(str::to_lowercase)
}

fn wrong_ending(out: &Path, endings: &str, texts: &Texts) -> Problem {
    let file = &out.to_string_lossy();
    Problem::wrong_use(texts.cli_wrong_ending(args::CliWrongEnding { file, endings }))
}

/// All that can be written, with its help in the user's language.
fn command(texts: &Texts) -> Command {
    let heading = texts.cli_options();
    let template = format!("{{about}}\n\n{}\n  {{usage}}\n\n{{all-args}}\n", texts.cli_usage());
    let path = |name: &'static str, help: String| Arg::new(name).value_parser(value_parser!(PathBuf)).help(help);
    let file = || path("file", texts.cli_file()).value_name("FILE").required(true);
    let out = |help: String| path("out", help).short('o').long("output").value_name("OUT").required(true);
    let hall =
        |help: String| Arg::new("hall").long("hall").value_name("NAME").value_parser(NonEmptyStringValueParser::new()).help(help);
    let choice = |name: &'static str, values: [&'static str; 2], shown: &'static str, help: String| {
        Arg::new(name).long(name).value_name(shown).value_parser(values).ignore_case(true).hide_possible_values(true).help(help)
    };
    let subcommand = |name: &'static str, usage: &'static str, about: String, arguments: Vec<Arg>| {
        let command = Command::new(name).about(about).override_usage(usage).help_template(&template).disable_help_flag(true);
        let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(texts.cli_help());
        command.args(arguments.into_iter().chain([help]).map(|argument| argument.help_heading(heading.clone())))
    };
    let language = Arg::new("lang").long("lang").value_name("fr|en").global(true).help(texts.cli_lang());
    let language = language.value_parser(|tag: &str| Language::parse(tag).ok_or("fr, en"));
    let units = Arg::new("units").long("units").value_name("m|ft-in").global(true).help(texts.cli_units());
    let units = units.value_parser(|name: &str| units_named(name).ok_or("m, ft-in"));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(texts.cli_version());
    let whole = vec![file().required(false).help(texts.cli_window_file()), language, units, version];
    let occupancy = vec![file(), Arg::new("json").long("json").action(ArgAction::SetTrue).help(texts.cli_json())];
    let stand_list = vec![
        file(),
        out(texts.cli_stand_list_out()),
        choice("sort", ["name", "number"], "name|number", texts.cli_sort()),
        hall(texts.cli_stand_list_hall()),
        choice("paper", ["a4", "letter"], "a4|letter", texts.cli_paper()),
    ];
    let colour_by = Arg::new("colour-by").long("colour-by").value_name("WHAT").ignore_case(true).hide_possible_values(true);
    let colour_by = colour_by.value_parser(COLOUR_BY.map(|(name, _)| name)).help(texts.cli_colour_by());
    let export = vec![file(), hall(texts.cli_export_hall()), colour_by, out(texts.cli_export_out())];
    let page =
        Arg::new("page").long("page").value_name("N").conflicts_with_all(["exhibitors", "booths"]).help(texts.cli_map_page());
    let scale = Arg::new("scale")
        .long("scale")
        .value_name("1:N|MM_PER_PX")
        .conflicts_with_all(["exhibitors", "booths"])
        .help(texts.cli_map_scale());
    let with_booths = Arg::new("with-booths")
        .long("with-booths")
        .action(ArgAction::SetTrue)
        .conflicts_with_all(["exhibitors", "booths"])
        .help(texts.cli_map_with_booths());
    let import = vec![
        file().help(texts.cli_import_file()),
        path("exhibitors", texts.cli_exhibitors()).long("exhibitors").value_name("LIST").conflicts_with("hall"),
        path("booths", texts.cli_booths()).long("booths").value_name("BOOTHS").conflicts_with("exhibitors").requires("hall"),
        path("map", texts.cli_map()).long("map").value_name("MAP").requires("hall"),
        page.value_parser(value_parser!(u32).range(1..)),
        scale.value_parser(|text: &str| MapScale::parse(text).ok_or("1:200, 12.5")),
        with_booths,
        hall(texts.cli_import_hall()),
        out(texts.cli_import_out()),
    ];
    let repair = vec![file(), out(texts.cli_repair_out())];
    let diff = vec![
        path("before", texts.cli_diff_before()).value_name("BEFORE").required(true),
        path("after", texts.cli_diff_after()).value_name("AFTER").required(true),
        Arg::new("json").long("json").action(ArgAction::SetTrue).help(texts.cli_diff_json()).conflicts_with("out"),
        out(texts.cli_diff_out()).required(false),
    ];
    let merge = vec![
        path("base", texts.cli_merge_base()).value_name("BASE").required(true),
        path("ours", texts.cli_merge_ours()).value_name("OURS").required(true),
        path("theirs", texts.cli_merge_theirs()).value_name("THEIRS").required(true),
        out(texts.cli_merge_out()),
    ];
    let import = subcommand(
        "import",
        "hallplan import FILE --exhibitors LIST -o OUT.hallplan\n  hallplan import FILE --booths BOOTHS --hall NAME -o OUT.hallplan\n  hallplan import FILE --map MAP [--page N] [--scale 1:N|MM_PER_PX] [--with-booths] --hall NAME -o OUT.hallplan",
        texts.cli_about_import(),
        import,
    );
    let import = import.group(clap::ArgGroup::new("list").args(["exhibitors", "booths", "map"]).required(true));
    subcommand("hallplan", "hallplan [FILE]\n  hallplan <COMMAND> …", texts.cli_about(), whole)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(texts.cli_commands())
        .subcommand(subcommand("occupancy", "hallplan occupancy FILE [--json]", texts.cli_about_occupancy(), occupancy))
        .subcommand(subcommand(
            "stand-list",
            "hallplan stand-list FILE -o OUT.pdf|csv [--sort name|number] [--hall NAME] [--paper a4|letter]",
            texts.cli_about_stand_list(),
            stand_list,
        ))
        .subcommand(subcommand(
            "export",
            "hallplan export FILE [--hall NAME] [--colour-by status|category|area|open-sides|zone] -o OUT.pdf|svg|png|dxf",
            texts.cli_about_export(),
            export,
        ))
        .subcommand(import)
        .subcommand(subcommand("repair", "hallplan repair FILE -o OUT.hallplan", texts.cli_about_repair(), repair))
        .subcommand(subcommand("diff", "hallplan diff BEFORE AFTER [--json | -o OUT.pdf]", texts.cli_about_diff(), diff))
        .subcommand(subcommand("merge", "hallplan merge BASE OURS THEIRS -o OUT", texts.cli_about_merge(), merge))
        .subcommand(measure())
        .subcommand(rehearse())
}

/// For developers alone: it is not in the help and has no words of its own. CONTRIBUTING.md says how to read what it prints.
fn measure() -> Command {
    let seconds = Arg::new("seconds").long("seconds").value_parser(value_parser!(f64));
    Command::new("measure").hide(true).arg(Arg::new("file").required(true).value_parser(value_parser!(PathBuf))).arg(seconds)
}

/// As [`measure`], for tests.
fn rehearse() -> Command {
    let number = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(u64));
    let file = Arg::new("file").required(true).value_parser(value_parser!(PathBuf));
    Command::new("rehearse").hide(true).arg(file).arg(number("seed")).arg(number("steps"))
}

/// What is wrong with the arguments, in the user's language.
fn wrong_use(error: &clap::Error, arguments: &[OsString], texts: &Texts) -> Problem {
    let said = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (argument, value) = (said(ContextKind::InvalidArg), &said(ContextKind::InvalidValue));
    // One of several is written in brackets of its own.
    let one_of = argument.strip_prefix("<--").and_then(|rest| rest.strip_suffix('>')).map(|rest| format!("--{rest}"));
    let names = ["occupancy", "stand-list", "export", "import", "repair", "diff", "merge"];
    let command = arguments.iter().skip(1).find_map(|argument| names.into_iter().find(|name| argument == name));
    // A command that was mistyped is taken for a file, and what follows it is what cannot be understood.
    let mistyped = arguments.get(1).and_then(|first| first.to_str());
    let mistyped =
        mistyped.filter(|first| command.is_none() && !first.starts_with('-') && Path::new(first).extension().is_none());
    let argument = &one_of.unwrap_or(argument);
    let words = match error.kind() {
        ErrorKind::MissingRequiredArgument => texts.cli_missing(args::CliMissing { argument }),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            texts.cli_missing_value(args::CliMissingValue { argument })
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => texts.cli_wrong_value(args::CliWrongValue { value, argument }),
        ErrorKind::ArgumentConflict => {
            let other = &said(ContextKind::PriorArg);
            if argument == other {
                texts.cli_twice(args::CliTwice { argument })
            } else {
                texts.cli_conflict(args::CliConflict { argument, other })
            }
        }
        _ => match mistyped.unwrap_or(argument) {
            "" => texts.cli_not_understood(),
            argument => texts.cli_unknown(args::CliUnknown { argument }),
        },
    };
    with_help(words, command, texts)
}

/// What is wrong, and where the help is.
fn with_help(words: String, command: Option<&str>, texts: &Texts) -> Problem {
    let command = &command.map_or_else(|| "hallplan --help".to_owned(), |name| format!("hallplan {name} --help"));
    Problem::wrong_use(format!("{words} {}", texts.cli_see_help(args::CliSeeHelp { command })))
}
