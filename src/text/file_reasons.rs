//! Why a file is not opened or read: one sentence with its name, the line, and the way out.

use super::messages::{Texts, args};
use crate::file::salvage::{Finding, Remedy};
use crate::file::{FileError, Mistake};
use crate::plan::Plan;
use crate::reader::{Kind, ReadError, limits};

/// The words about files.
impl Texts {
    /// Why the file of a show is not opened. `file` is its name without the folder.
    pub fn file_error(&self, error: &FileError, file: &str) -> String {
        match error {
            FileError::Empty => self.file_error_empty(args::FileErrorEmpty { file }),
            FileError::NotAPlan => self.file_error_not_a_plan(args::FileErrorNotAPlan { file }),
            FileError::NotText { line } => self.file_error_not_text(args::FileErrorNotText { file, line: *line }),
            FileError::NewerVersion { found, newest } => {
                self.file_error_newer(args::FileErrorNewer { file, found: count(*found), newest: count(*newest) })
            }
            FileError::Syntax { line, column, excerpt, mistake } => self.file_error_syntax(args::FileErrorSyntax {
                file,
                line: *line,
                column: *column,
                mistake: &self.mistake(mistake),
                excerpt,
            }),
            FileError::IdTwice { line, id } => self.file_error_id_twice(args::FileErrorIdTwice { file, line: *line, id }),
            FileError::PictureMissing { line, name } => {
                self.file_error_picture_missing(args::FileErrorPictureMissing { file, line: *line, picture: name })
            }
            FileError::LogoMissing { line, exhibitor } => {
                self.file_error_logo_missing(args::FileErrorLogoMissing { file, line: *line, exhibitor })
            }
            FileError::LogoOfNobody { line } => self.file_error_logo_of_nobody(args::FileErrorLogoOfNobody { file, line: *line }),
            FileError::PictureDamaged { line } => {
                self.file_error_picture_damaged(args::FileErrorPictureDamaged { file, line: *line })
            }
            FileError::Broken { line, violation } => {
                // The plan never came to be, so the rule is told without the names in it; the line shows them.
                let rule = self.violation(violation, &Plan::default());
                self.file_error_rule(args::FileErrorRule { file, line: *line, rule: &rule })
            }
        }
    }

    /// What was wrong with a line of a damaged file, and what became of it in the plan that is left.
    pub fn finding(&self, finding: &Finding, plan: &Plan) -> String {
        let (why, line) = (capital(&self.fault(&finding.error, plan)), finding.error.line());
        self.finding_line(args::FindingLine { line, why: &why, remedy: &self.remedy(&finding.remedy) })
    }

    fn fault(&self, error: &FileError, plan: &Plan) -> String {
        match error {
            FileError::Empty | FileError::NotAPlan | FileError::NewerVersion { .. } => self.fault_not_a_plan(),
            FileError::NotText { .. } => self.fault_not_text(),
            FileError::Syntax { mistake, .. } => self.fault_syntax(args::FaultSyntax { mistake: &self.mistake(mistake) }),
            FileError::IdTwice { id, .. } => self.fault_id_twice(args::FaultIdTwice { id }),
            FileError::PictureMissing { name, .. } => self.fault_picture_missing(args::FaultPictureMissing { picture: name }),
            FileError::LogoMissing { exhibitor, .. } => self.fault_logo_missing(args::FaultLogoMissing { exhibitor }),
            FileError::LogoOfNobody { .. } => self.fault_logo_of_nobody(),
            FileError::PictureDamaged { .. } => self.fault_picture_damaged(),
            FileError::Broken { violation, .. } => self.violation(violation, plan),
        }
    }

    fn remedy(&self, remedy: &Remedy) -> String {
        match remedy {
            Remedy::LeftOut => self.remedy_left_out(),
            Remedy::Once => self.remedy_once(),
            Remedy::NewId => self.remedy_new_id(),
            Remedy::Named(name) => self.remedy_named(args::RemedyNamed { name }),
            Remedy::Numbered(number) => self.remedy_numbered(args::RemedyNumbered { number: number.as_str() }),
            Remedy::Without => self.remedy_without(),
            Remedy::Made(name) => self.remedy_made(args::RemedyMade { name }),
            Remedy::OutlineMade => self.remedy_outline_made(),
            Remedy::FirstIsMain => self.remedy_first_is_main(),
            Remedy::HeldForNobody => self.remedy_held(),
            Remedy::Unblocked => self.remedy_unblocked(),
        }
    }

    fn mistake(&self, mistake: &Mistake) -> String {
        match mistake {
            Mistake::End => self.mistake_end(),
            Mistake::LineEnd => self.mistake_line_end(),
            Mistake::Expected(sign) => self.mistake_expected(args::MistakeExpected { sign: sign.encode_utf8(&mut [0; 4]) }),
            Mistake::ExpectedText => self.mistake_expected_text(),
            Mistake::Trailing => self.mistake_trailing(),
            Mistake::Escape => self.mistake_escape(),
            Mistake::TooDeep => self.mistake_too_deep(),
            Mistake::UnknownField(word) => self.mistake_unknown_field(args::MistakeUnknownField { word }),
            Mistake::UnknownWord(word) => self.mistake_unknown_word(args::MistakeUnknownWord { word }),
            Mistake::MissingField(word) => self.mistake_missing_field(args::MistakeMissingField { word }),
            Mistake::FieldTwice(word) => self.mistake_field_twice(args::MistakeFieldTwice { word }),
            Mistake::Id => self.mistake_id(),
            Mistake::Length => self.mistake_length(),
            Mistake::Angle => self.mistake_angle(),
            Mistake::Number => self.mistake_number(),
            Mistake::Date => self.mistake_date(),
            Mistake::Base64 => self.mistake_base64(),
            Mistake::Value => self.mistake_value(),
        }
    }

    /// Why a picture or a list is not read. `file` is its name without the folder, empty where it has none.
    pub fn read_error(&self, error: &ReadError, file: &str) -> String {
        if !file.is_empty() {
            return self.read_error_of(error, file);
        }
        capital(&self.read_error_of(error, &self.read_error_this_file()))
    }

    fn read_error_of(&self, error: &ReadError, file: &str) -> String {
        match error {
            ReadError::NotAPicture { looks_like } => {
                let kind = self.file_kind(*looks_like);
                self.read_error_not_a_picture(args::ReadErrorNotAPicture { file, kind: &kind })
            }
            ReadError::NotASheet { looks_like } => {
                let kind = self.file_kind(*looks_like);
                self.read_error_not_a_sheet(args::ReadErrorNotASheet { file, kind: &kind })
            }
            ReadError::UnsupportedKind { kind } => {
                let kind = self.file_kind(*kind);
                self.read_error_unsupported(args::ReadErrorUnsupported { file, kind: &kind })
            }
            ReadError::PictureTooLarge { width, height } => self.read_error_picture_too_large(args::ReadErrorPictureTooLarge {
                file,
                width: count(*width),
                height: count(*height),
                enough: count(limits::PICTURE_SHOWN_SIDE),
            }),
            ReadError::FileTooLarge { bytes, limit } => self.read_error_file_too_large(args::ReadErrorFileTooLarge {
                file,
                size: &self.file_size(*bytes),
                most: &self.file_size(*limit),
            }),
            ReadError::Truncated => self.read_error_truncated(args::ReadErrorTruncated { file }),
            ReadError::Damaged { detail } => self.read_error_damaged(args::ReadErrorDamaged { file, detail }),
            ReadError::PasswordProtected => self.read_error_password(args::ReadErrorPassword { file }),
            ReadError::Empty => self.read_error_empty(args::ReadErrorEmpty { file }),
            ReadError::TooManyCells { limit } => {
                self.read_error_too_many_cells(args::ReadErrorTooManyCells { file, most: count(*limit) })
            }
            ReadError::TooManyElements { limit } => {
                self.read_error_too_many_elements(args::ReadErrorTooManyElements { file, most: count(*limit) })
            }
            ReadError::CellTooLong { sheet, line, column } if sheet.is_empty() => {
                self.read_error_cell_too_long(args::ReadErrorCellTooLong { file, line: count(*line), column: count(*column) })
            }
            ReadError::CellTooLong { sheet, line, column } => {
                self.read_error_cell_too_long_in_sheet(args::ReadErrorCellTooLongInSheet {
                    file,
                    sheet,
                    line: count(*line),
                    column: count(*column),
                })
            }
            ReadError::TooSlow => {
                self.read_error_too_slow(args::ReadErrorTooSlow { file, seconds: count(limits::REQUEST_TIME.as_secs()) })
            }
            ReadError::TooMuchMemory => self.read_error_too_much_memory(args::ReadErrorTooMuchMemory { file }),
            ReadError::WorkerDied { detail } => self.read_error_worker_died(args::ReadErrorWorkerDied { file, detail }),
            ReadError::Cancelled => self.read_error_cancelled(args::ReadErrorCancelled { file }),
            ReadError::CannotStartWorker { detail } => self.read_error_no_worker(args::ReadErrorNoWorker { file, detail }),
        }
    }

    /// What a file looks like, in the middle of a sentence.
    pub fn file_kind(&self, kind: Kind) -> String {
        let picture = |format| self.kind_picture(args::KindPicture { format });
        let drawing = |format| self.kind_drawing(args::KindDrawing { format });
        let workbook = |format| self.kind_workbook(args::KindWorkbook { format });
        let data = |format| self.kind_data(args::KindData { format });
        match kind {
            Kind::Png => picture("PNG"),
            Kind::Jpeg => picture("JPEG"),
            Kind::WebP => picture("WebP"),
            Kind::Gif => picture("GIF"),
            Kind::Tiff => picture("TIFF"),
            Kind::Bmp => picture("BMP"),
            Kind::Heic => picture("HEIC, AVIF"),
            Kind::Pdf => self.kind_pdf(),
            Kind::Svg => drawing("SVG"),
            Kind::Dxf => drawing("DXF"),
            Kind::Dwg => drawing("DWG"),
            Kind::Xlsx => workbook("XLSX"),
            Kind::Xlsb => workbook("XLSB"),
            Kind::Xls => workbook("XLS"),
            Kind::Ods => workbook("ODS"),
            Kind::ProtectedOffice => self.kind_protected_office(),
            Kind::OtherOffice => self.kind_other_office(),
            Kind::Zip => self.kind_zip(),
            Kind::Markup => self.kind_markup(),
            Kind::Json => data("JSON"),
            Kind::Yaml => data("YAML"),
            Kind::Text => self.kind_text(),
            Kind::Unknown => self.kind_unknown(),
        }
    }
}

/// A sentence that begins with a capital letter.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A figure of a file, as messages take it.
fn count(value: impl TryInto<usize>) -> usize {
    value.try_into().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_damaged_show_is_told_by_line_and_column() {
        let error = crate::file::read("(version: 1,\nhalls: oops\n").err().unwrap();
        let [english, french] = Language::ALL.map(|language| Texts::new(language).file_error(&error, "show.hallplan"));
        assert!(english.starts_with("show.hallplan, line 2, column "), "{english}");
        assert!(french.starts_with("show.hallplan, ligne 2, colonne "), "{french}");
    }

    #[test]
    fn a_strange_file_is_called_by_its_kind() {
        let error = ReadError::NotASheet { looks_like: Kind::Dwg };
        assert_eq!(
            Texts::new(Language::English).read_error(&error, "hall.dwg"),
            "hall.dwg is not a list: it looks like a drawing (DWG). Save the list as XLSX, ODS or CSV and choose that file."
        );
    }

    #[test]
    fn a_picture_that_is_too_large_is_told_with_a_size_that_is_not() {
        let error = ReadError::PictureTooLarge { width: 60_000, height: 60_000 };
        let words = Texts::new(Language::English).read_error(&error, "plan.png");
        assert!(words.contains("60,000 × 60,000 pixels") && words.contains("4,096 on each side"), "{words}");
    }
}
