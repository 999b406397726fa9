//! Makes one typed accessor for every message of the Fluent files under `assets/i18n`.
//!
//! A wrong key or a forgotten argument then does not compile, and a message that one language lacks, that is given twice,
//! or whose variables differ between the languages stops the build with its file and key.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// The folder of each language; the first is the one whose comments become the documentation.
const LANGUAGES: [&str; 2] = ["en", "fr"];

/// The plural categories that Fluent knows. A selector with other words than these is a choice between texts.
const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn main() {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("assets/i18n");
    match accessors(&root) {
        Ok(source) => {
            let target = PathBuf::from(variable("OUT_DIR")).join("texts.rs");
            fs::write(target, source).expect("cargo's output folder can be written");
        }
        Err(mistakes) => {
            for mistake in mistakes {
                println!("cargo::error={mistake}");
            }
            process::exit(1);
        }
    }
}

fn variable(name: &str) -> String {
    env::var(name).expect("cargo sets its variables")
}

/// What a variable of a message is in Rust.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A count: it chooses a plural or is written as a number.
    Number,
    /// Anything that is already text.
    Text,
}

/// One message of one language.
struct Message {
    /// The file's path below `assets/i18n`, for reports.
    file: String,
    comment: String,
    variables: BTreeMap<String, Kind>,
}

/// The messages and the files of one language.
struct Language {
    files: Vec<PathBuf>,
    messages: BTreeMap<String, Message>,
}

fn accessors(root: &Path) -> Result<String, Vec<String>> {
    let mut mistakes = Vec::new();
    let languages: Vec<Language> = LANGUAGES.iter().map(|code| read_language(root, code, &mut mistakes)).collect();
    let messages = unite(&languages, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    Ok(generate(&languages, &messages))
}

fn read_language(root: &Path, code: &str, mistakes: &mut Vec<String>) -> Language {
    let folder = root.join(code);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut language = Language { files: Vec::new(), messages: BTreeMap::new() };
    match fs::read_dir(&folder) {
        Ok(entries) => {
            let paths = entries.flatten().map(|entry| entry.path());
            language.files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "ftl")).collect();
            language.files.sort();
        }
        Err(error) => mistakes.push(format!("{}: {error}", folder.display())),
    }
    for path in &language.files {
        println!("cargo::rerun-if-changed={}", path.display());
        let file = path.strip_prefix(root).unwrap_or(path).display().to_string();
        match fs::read_to_string(path) {
            Ok(source) => read_file(&file, &source, &mut language.messages, mistakes),
            Err(error) => mistakes.push(format!("{file}: {error}")),
        }
    }
    language
}

fn read_file(file: &str, source: &str, messages: &mut BTreeMap<String, Message>, mistakes: &mut Vec<String>) {
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = source.get(..error.pos.start).map_or(1, |before| before.matches('\n').count() + 1);
                mistakes.push(format!("{file}:{line}: {error}"));
            }
            resource
        }
    };
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(term) => {
                mistakes.push(format!("{file}: -{}: terms are not supported; write the word out", term.id.name));
                continue;
            }
            _ => continue,
        };
        let key = message.id.name;
        let mut variables = BTreeMap::new();
        match &message.value {
            Some(pattern) if message.attributes.is_empty() => {
                if let Err(what) = collect(pattern, &mut variables) {
                    mistakes.push(format!("{file}: {key}: {what}"));
                }
            }
            _ => mistakes.push(format!("{file}: {key}: a message is one text without attributes")),
        }
        let comment = message.comment.map(|comment| comment.content.join("\n")).unwrap_or_default();
        match messages.entry(key.to_owned()) {
            Slot::Vacant(slot) => {
                slot.insert(Message { file: file.to_owned(), comment, variables });
            }
            Slot::Occupied(first) => {
                mistakes.push(format!("{file}: {key} is there twice, first in {}", first.get().file));
            }
        }
    }
}

/// Finds the variables of a pattern and what they are.
fn collect(pattern: &Pattern<&str>, variables: &mut BTreeMap<String, Kind>) -> Result<(), String> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                collect_inline(inline, Kind::Text, variables)?;
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let plural = variants.iter().all(|variant| match &variant.key {
                    VariantKey::NumberLiteral { .. } => true,
                    VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(name),
                });
                collect_inline(selector, if plural { Kind::Number } else { Kind::Text }, variables)?;
                for variant in variants {
                    collect(&variant.value, variables)?;
                }
            }
        }
    }
    Ok(())
}

fn collect_inline(inline: &InlineExpression<&str>, kind: Kind, variables: &mut BTreeMap<String, Kind>) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::VariableReference { id } => {
            let known = variables.entry(id.name.to_owned()).or_insert(kind);
            if kind == Kind::Number {
                *known = Kind::Number;
            }
            Ok(())
        }
        InlineExpression::FunctionReference { id, arguments: CallArguments { positional, .. } } if id.name == "NUMBER" => {
            positional.iter().try_for_each(|argument| collect_inline(argument, Kind::Number, variables))
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inner) => collect_inline(inner, kind, variables),
            Expression::Select { .. } => Err("a choice within braces within braces".to_owned()),
        },
        InlineExpression::FunctionReference { id, .. } => Err(format!("there is no function {}", id.name)),
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            Err(format!("refers to {}; references are not supported, write the words out", id.name))
        }
    }
}

/// Holds the languages against each other: the same keys with the same variables. A variable is a number when any language
/// treats it as one.
fn unite(languages: &[Language], mistakes: &mut Vec<String>) -> BTreeMap<String, Message> {
    let mut united: BTreeMap<String, Message> = BTreeMap::new();
    for language in languages {
        for (key, message) in &language.messages {
            let Some(known) = united.get_mut(key) else {
                united.insert(
                    key.clone(),
                    Message {
                        file: message.file.clone(),
                        comment: message.comment.clone(),
                        variables: message.variables.clone(),
                    },
                );
                continue;
            };
            if !known.variables.keys().eq(message.variables.keys()) {
                mistakes.push(format!(
                    "{}: {key} has the variables [{}], but [{}] in {}",
                    message.file,
                    names(&message.variables),
                    names(&known.variables),
                    known.file
                ));
            }
            for (variable, kind) in &message.variables {
                if *kind == Kind::Number {
                    known.variables.insert(variable.clone(), Kind::Number);
                }
            }
        }
    }
    for (code, language) in LANGUAGES.iter().zip(languages) {
        for (key, message) in &united {
            if !language.messages.contains_key(key) {
                mistakes.push(format!("{code}: {key} is missing; it is in {}", message.file));
            }
        }
    }
    let mut accessors: BTreeMap<String, &str> = BTreeMap::new();
    for key in united.keys() {
        if let Some(other) = accessors.insert(snake_case(key), key) {
            mistakes.push(format!("{key} and {other} would be the same accessor"));
        }
    }
    united
}

fn names(variables: &BTreeMap<String, Kind>) -> String {
    variables.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn snake_case(name: &str) -> String {
    name.replace('-', "_").to_lowercase()
}

fn pascal_case(name: &str) -> String {
    let words = name.split(['-', '_']);
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
        })
        .collect()
}

/// Writing to a String cannot fail; this keeps the lines of the generator short.
macro_rules! line {
    ($target:expr, $($argument:tt)*) => { writeln!($target, $($argument)*).expect("a String takes every text") };
}

fn generate(languages: &[Language], messages: &BTreeMap<String, Message>) -> String {
    let mut methods = String::new();
    let mut arguments = String::new();
    let mut samples = String::new();
    let mut plain = 0;
    for (key, message) in messages {
        generate_message(key, message, plain, &mut methods, &mut arguments);
        plain += usize::from(message.variables.is_empty());
        line!(samples, "    ({key:?}, |texts| texts.{}({})),", snake_case(key), sample(key, message));
    }
    let mut source = String::new();
    for (code, language) in LANGUAGES.iter().zip(languages) {
        line!(source, "/// The Fluent files of the language `{code}`.");
        line!(source, "const {}_FILES: &[&str] = &[", code.to_uppercase());
        for file in &language.files {
            line!(source, "    include_str!({:?}),", file.display().to_string());
        }
        line!(source, "];\n");
    }
    line!(source, "/// How many messages take no values.\nconst PLAIN: usize = {plain};\n");
    line!(source, "impl Texts {{\n{methods}}}\n");
    line!(source, "/// What the messages with variables take, by name.\npub mod args {{\n{arguments}}}\n");
    line!(source, "/// Writes one message.\n#[cfg(test)]\ntype Sample = fn(&Texts) -> String;\n");
    line!(source, "/// Every message with sample values, by key: what the tests of the languages call.");
    line!(source, "#[cfg(test)]\nconst ALL: &[(&str, Sample)] = &[\n{samples}];");
    source
}

/// `place` is that of the message among those that take no values, if it is one.
fn generate_message(key: &str, message: &Message, place: usize, methods: &mut String, arguments: &mut String) {
    let name = snake_case(key);
    for text in message.comment.lines() {
        line!(methods, "    /// {text}");
    }
    if message.comment.is_empty() {
        line!(methods, "    /// The message `{key}` of {}.", message.file);
    }
    if message.variables.is_empty() {
        line!(methods, "    pub fn {name}(&self) -> String {{\n        self.plain({place}, {key:?})\n    }}");
        return;
    }
    let structure = pascal_case(key);
    let lifetime = if message.variables.values().any(|kind| *kind == Kind::Text) { "<'_>" } else { "" };
    line!(methods, "    pub fn {name}(&self, values: args::{structure}{lifetime}) -> String {{");
    line!(methods, "        let mut named = FluentArgs::with_capacity({});", message.variables.len());
    for variable in message.variables.keys() {
        line!(methods, "        named.set({variable:?}, values.{});", snake_case(variable));
    }
    line!(methods, "        self.message({key:?}, Some(&named))\n    }}");

    let lifetime = if lifetime.is_empty() { "" } else { "<'a>" };
    line!(arguments, "    /// The values of [`Texts::{name}`](super::Texts::{name}).");
    line!(arguments, "    #[derive(Debug, Clone, Copy)]\n    pub struct {structure}{lifetime} {{");
    for (variable, kind) in &message.variables {
        let kind = if *kind == Kind::Number { "usize" } else { "&'a str" };
        line!(arguments, "        /// `${variable}` of the message.\n        pub {}: {kind},", snake_case(variable));
    }
    line!(arguments, "    }}");
}

fn sample(key: &str, message: &Message) -> String {
    if message.variables.is_empty() {
        return String::new();
    }
    let values = message.variables.iter().map(|(variable, kind)| match kind {
        Kind::Number => format!("{}: 1234", snake_case(variable)),
        Kind::Text => format!("{}: \"Synology\"", snake_case(variable)),
    });
    format!("args::{} {{ {} }}", pascal_case(key), values.collect::<Vec<_>>().join(", "))
}
