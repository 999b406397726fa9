//! What is wrong with a file.

use super::lines;
use super::v1;
use crate::plan::Violation;

/// Why a file is no plan that can be opened. `text` turns it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// There is nothing in it.
    Empty,
    /// Its first line is not that of a plan.
    NotAPlan,
    /// It holds bytes that are no UTF-8 text.
    NotText {
        /// The line with the first such byte, from 1.
        line: usize,
    },
    /// A newer program wrote it.
    NewerVersion {
        /// The file's version.
        found: u32,
        /// The newest version that this program reads.
        newest: u32,
    },
    /// It is not written as a plan is.
    Syntax {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What the line says there, shortened.
        excerpt: String,
        /// What is wrong there.
        mistake: Mistake,
    },
    /// A record has the id of another one.
    IdTwice {
        /// The line of the second of them, from 1.
        line: usize,
        /// The id.
        id: String,
    },
    /// A map names a picture that the file does not hold.
    PictureMissing {
        /// The map's line, from 1.
        line: usize,
        /// The name of the file that the picture came from.
        name: String,
    },
    /// A logo names a picture that the file does not hold.
    LogoMissing {
        /// The logo's line, from 1.
        line: usize,
        /// Whose logo.
        exhibitor: String,
    },
    /// A logo belongs to an exhibitor that the file does not hold.
    LogoOfNobody {
        /// The logo's line, from 1.
        line: usize,
    },
    /// The bytes of a picture are not those that its name says.
    PictureDamaged {
        /// The picture's line, from 1.
        line: usize,
    },
    /// It breaks a rule that every plan keeps.
    Broken {
        /// The line of the record concerned, from 1.
        line: usize,
        /// The rule.
        violation: Violation,
    },
}

/// What is wrong at a place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The text ends too soon.
    End,
    /// The record ends too soon.
    LineEnd,
    /// Something else stands where this sign should be.
    Expected(char),
    /// Quoted text is expected.
    ExpectedText,
    /// Something follows after the end of the plan.
    Trailing,
    /// A backslash is followed by what means nothing.
    Escape,
    /// Brackets within brackets without end.
    TooDeep,
    /// A field has a name that no field has here.
    UnknownField(String),
    /// A word has none of the meanings that are possible here.
    UnknownWord(String),
    /// A field that the record must have is missing.
    MissingField(String),
    /// A field stands twice in a record.
    FieldTwice(String),
    /// This is no id.
    Id,
    /// This is no length in metres, with at most four decimals and within the limits of a plan.
    Length,
    /// This is no angle in degrees, with at most three decimals.
    Angle,
    /// This is no booth number.
    Number,
    /// This is no date.
    Date,
    /// This is no base64.
    Base64,
    /// Any other value that does not belong here.
    Value,
}

impl FileError {
    /// The line concerned, from 1; the first where it is the whole file.
    #[must_use]
    pub const fn line(&self) -> usize {
        match self {
            Self::Empty | Self::NotAPlan | Self::NewerVersion { .. } => 1,
            Self::NotText { line }
            | Self::Syntax { line, .. }
            | Self::IdTwice { line, .. }
            | Self::PictureMissing { line, .. }
            | Self::LogoMissing { line, .. }
            | Self::LogoOfNobody { line }
            | Self::PictureDamaged { line }
            | Self::Broken { line, .. } => *line,
        }
    }

    /// A mistake of a whole line.
    pub(super) const fn of_line(line: usize, mistake: Mistake) -> Self {
        Self::Syntax { line, column: 1, excerpt: String::new(), mistake }
    }

    /// The same of a text that begins at this line of another one; where it ends too soon, `end` says what ends there.
    pub(super) fn further_down(self, from: usize, end: Mistake) -> Self {
        match self {
            Self::Syntax { line, column, excerpt, mistake } => {
                let mistake = if mistake == Mistake::End { end } else { mistake };
                Self::Syntax { line: from + line - 1, column, excerpt, mistake }
            }
            other => other,
        }
    }

    /// The error of the RON reader, with the place in the text.
    pub(super) fn syntax(text: &str, error: &ron::error::SpannedError) -> Self {
        let at = error.span.end;
        let mistake = match mistake(&error.code) {
            Mistake::Expected(_) | Mistake::ExpectedText | Mistake::Value if lines::is_end(text, at.line, at.col) => Mistake::End,
            mistake => mistake,
        };
        let (line, column) = (at.line, at.col);
        Self::Syntax { line, column, excerpt: lines::excerpt(text, line, column), mistake }
    }
}

fn mistake(code: &ron::Error) -> Mistake {
    use ron::Error as E;
    match code {
        // A quotation mark that is never closed swallows everything up to the end.
        E::Eof | E::ExpectedStringEnd | E::UnclosedBlockComment | E::UnclosedLineComment => Mistake::End,
        E::ExpectedArray => Mistake::Expected('['),
        E::ExpectedArrayEnd => Mistake::Expected(']'),
        E::ExpectedComma => Mistake::Expected(','),
        E::ExpectedMap => Mistake::Expected('{'),
        E::ExpectedMapColon => Mistake::Expected(':'),
        E::ExpectedMapEnd => Mistake::Expected('}'),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => Mistake::Expected('('),
        E::ExpectedStructLikeEnd => Mistake::Expected(')'),
        E::ExpectedString => Mistake::ExpectedText,
        E::InvalidEscape(_) => Mistake::Escape,
        E::TrailingCharacters => Mistake::Trailing,
        E::ExceededRecursionLimit => Mistake::TooDeep,
        E::NoSuchStructField { found, .. } => Mistake::UnknownField(found.clone()),
        E::NoSuchEnumVariant { found, .. } | E::ExpectedDifferentStructName { found, .. } => Mistake::UnknownWord(found.clone()),
        E::MissingStructField { field, .. } => Mistake::MissingField((*field).to_owned()),
        E::DuplicateStructField { field, .. } => Mistake::FieldTwice((*field).to_owned()),
        E::InvalidValueForType { expected, .. } => v1::mistaken_value(expected),
        _ => Mistake::Value,
    }
}
