//! Maps of halls put into a show.

use std::path::{Path, PathBuf};

use super::Problem;
use super::import::{about, mint, save_as};
use super::work::{open_or_new, perform_now};
use crate::edit::{Edit, apply};
use crate::geometry::{Length, Outline, Point};
use crate::import::{Choices, MapScale, ScaleProblem, hidden_layers, placed_at, propose, true_width};
use crate::plan::{Hall, HallId, HallMap, Plan};
use crate::reader::NaturalSize;
use crate::session::{Job, MapRead, Outcome};
use crate::text::{Texts, args};

/// Which map goes where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MapAsked {
    pub(super) file: PathBuf,
    pub(super) map: PathBuf,
    /// From 1, as people count.
    pub(super) page: u32,
    pub(super) scale: Option<MapScale>,
    /// Whether the booths that the map shows are added too.
    pub(super) with_booths: bool,
    pub(super) hall: String,
    pub(super) out: PathBuf,
}

/// Puts a map at its true size under a hall, which is made as large as the map where it is not there, and says what that did.
pub(super) fn place(asked: MapAsked, texts: &Texts) -> Result<String, Problem> {
    let MapAsked { file, map: path, page, scale, with_booths, hall, out } = asked;
    let opened = open_or_new(&file, &out, texts)?;
    let page = page.saturating_sub(1);
    let job = Job::ReadMap { path: path.clone(), page: Some(page), at: None, in_front: false };
    let Outcome::Map(read) = perform_now(job, &Plan::default(), texts)? else {
        return Err(Problem::failed(texts.cli_stopped()));
    };
    let MapRead { name, file: embedded, head, .. } = *read;
    let width = true_width(&head, scale).map_err(|problem| needs(problem, &path, texts))?;
    let no_hall: HallId = mint(&opened.plan).mint();
    let of = |hall: HallId, origin: Point| HallMap {
        page,
        hidden_layers: hidden_layers(&head).into_iter().collect(),
        calibrated: true,
        ..HallMap::new(hall, name.clone(), embedded.clone(), head.sheet, placed_at(origin, width))
    };
    let refused = |plan: &Plan, refusal| about(&path, &texts.refusal(&refusal, plan), texts);
    let is_new = opened.plan.hall_named(&hall).is_none();
    let mut plan = opened.plan.clone();
    let mut ids = mint(&plan);
    if is_new {
        let outline = of(no_hall, Point::ORIGIN).outline();
        // A map that is too large or too small is told as one, not as a hall.
        let outline = if outline.is_valid() {
            outline
        } else {
            Outline::rectangle(Point::ORIGIN, crate::geometry::Size::new(Length::METRE, Length::METRE))
        };
        let add = Edit::AddHall(Hall { name: hall.clone(), outline });
        plan = apply(&plan, &add, &mut ids).map_err(|refusal| refused(&plan, refusal))?.plan;
    }
    let id = plan.hall_named(&hall).unwrap_or(no_hall);
    let origin = plan.get(id).map_or(Point::ORIGIN, |hall| hall.outline.bounds().min());
    let map = of(id, origin);
    let size = map.outline().size();
    let mut plan = apply(&plan, &Edit::AddMap(map.clone()), &mut ids).map_err(|refusal| refused(&plan, refusal))?.plan;
    let mut found = String::new();
    if with_booths {
        let (edit, words) = booths_of(map, &plan, texts)?;
        plan = apply(&plan, &edit, &mut ids).map_err(|refusal| refused(&plan, refusal))?.plan;
        found = words;
    }
    save_as(opened, plan, &file, out, texts)?;
    let (width, depth) = (&texts.length(size.width), &texts.length(size.depth));
    let scale = &scale_words(head.size, scale, texts);
    let placed = texts.cli_map_placed(args::CliMapPlaced { file: &name, hall: &hall, width, depth, scale });
    let made = if is_new { texts.cli_hall_made(args::CliHallMade { hall: &hall }) + "\n" } else { String::new() };
    Ok(format!("{made}{placed}\n{found}"))
}

/// The edit that adds what a map shows as booths, columns, walls and doors, and what it adds and leaves out, line by line.
fn booths_of(map: HallMap, plan: &Plan, texts: &Texts) -> Result<(Edit, String), Problem> {
    let (hall, name) = (map.hall, map.name.clone());
    let id = plan.maps().iter().find(|(_, other)| ***other == map).map(|(id, _)| *id);
    let id = id.ok_or_else(|| Problem::failed(texts.cli_stopped()))?;
    let job = Job::FindShapes { id, map: Box::new(map), hall: String::new() };
    let Outcome::Shapes { drawn, .. } = perform_now(job, plan, texts)? else {
        return Err(Problem::failed(texts.cli_stopped()));
    };
    let none = || Problem::failed(texts.drawing_has_no_shapes(args::DrawingHasNoShapes { file: &name }));
    let drawn = drawn.ok_or_else(none)?;
    let choices = Choices::new(&drawn);
    let proposal = propose(&drawn, &choices, plan, hall);
    let edit = proposal.edit(&drawn, &choices, plan, hall).ok_or_else(none)?;
    let mut lines = vec![texts.drawn_report(&proposal.report())];
    lines.extend(proposal.booths.iter().filter(|booth| booth.problem.is_some()).map(|booth| texts.drawn_row(booth)));
    Ok((edit, lines.join("\n") + "\n"))
}

fn scale_words(size: NaturalSize, scale: Option<MapScale>, texts: &Texts) -> String {
    match (size, scale) {
        (NaturalSize::True { unit, .. }, _) => {
            texts.cli_scale_of_file(args::CliScaleOfFile { unit: &crate::session::words::drawing_unit(texts, unit) })
        }
        (_, Some(MapScale::OneTo(times))) => texts.cli_scale_of_paper(args::CliScaleOfPaper { scale: &format!("1:{times}") }),
        (_, Some(MapScale::MicrometresAPixel(micrometres))) => {
            let millimetres = &(f64::from(micrometres) / 1_000.0).to_string();
            texts.cli_scale_of_pixel(args::CliScaleOfPixel { millimetres })
        }
        (_, None) => String::new(),
    }
}

fn needs(problem: ScaleProblem, map: &Path, texts: &Texts) -> Problem {
    let file = &map.to_string_lossy();
    Problem::wrong_use(match problem {
        ScaleProblem::NeedsPaperScale => texts.cli_needs_paper_scale(args::CliNeedsPaperScale { file }),
        ScaleProblem::NeedsSizeOfPixel => texts.cli_needs_size_of_pixel(args::CliNeedsSizeOfPixel { file }),
        ScaleProblem::IsKnown => texts.cli_scale_is_known(args::CliScaleIsKnown { file }),
    })
}
