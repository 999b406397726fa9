//! Edits and saves a plan by itself, without a window, through the session and the journal of recovery that the window has: what
//! a test kills at any moment. It tells on its standard output what it did.
//!
//! `opened`; then for each step `step N HASH KEPT`, the hash of the plan after it and how many steps are in the journal for
//! certain; and `saved N HASH` when the plan after step N is in the file.

use std::io::{self, Write as _};
use std::path::PathBuf;

use jiff::Timestamp;

use super::NoWindow;
use super::recorder::Recorder;
use crate::edit::{Edit, Gesture, OnBooked, Shapes};
use crate::file;
use crate::geometry::{Length, Offset};
use crate::plan::{BoothId, ExhibitorId, Number, Record, Role};
use crate::reader::{Cancel, Reader};
use crate::session::{Action, CommandId, Request, Session, Start, perform};
use crate::store::{self, Settings};
use crate::text::Language;

/// So many steps from one save to the next, about.
const STEPS_TO_A_SAVE: u64 = 25;

/// Edits and saves a plan until it is killed, or for so many steps.
///
/// # Errors
/// There is no folder to keep data in, or the standard output is closed.
pub(super) fn rehearse(path: PathBuf, seed: u64, steps: u64) -> Result<String, NoWindow> {
    let folder = store::data_folder().ok_or_else(|| NoWindow("no folder to keep data in".to_owned()))?;
    // The same seed does the same, to the ids.
    let tag = u32::try_from(seed).unwrap_or_default();
    let mut session =
        Session::new(Start { settings: Settings::default(), language: Language::English, tag, clock: Timestamp::now });
    session.keep_data_in(folder.clone());
    session.act(Action::OpenRecent(path));
    let recorder = Recorder::new(store::recovery_folder(&folder));
    let mut rehearsal = Rehearsal { session, recorder, dice: Dice(seed.wrapping_mul(2).wrapping_add(1)), step: 0, saved: 0 };
    rehearsal.run(steps).map_err(|error| NoWindow(error.to_string()))?;
    Ok(String::new())
}

struct Rehearsal {
    session: Session,
    recorder: Recorder,
    dice: Dice,
    step: u64,
    saved: u64,
}

impl Rehearsal {
    fn run(&mut self, steps: u64) -> io::Result<()> {
        self.work();
        tell("opened".to_owned())?;
        while self.step < steps {
            let revision = self.session.revision();
            let action = self.action();
            self.session.act(action);
            self.work();
            if self.session.revision() > revision {
                self.step += 1;
                self.record();
                let (step, hash, kept) = (self.step, self.hash(), self.recorder.kept());
                tell(format!("step {step} {hash} {kept}"))?;
            }
            if self.dice.below(STEPS_TO_A_SAVE) == 0 {
                self.session.act(Action::Run(CommandId::Save));
                self.work();
                self.record();
                if self.session.is_saved() && self.saved < self.step {
                    self.saved = self.step;
                    tell(format!("saved {} {}", self.step, self.hash()))?;
                }
            }
        }
        Ok(())
    }

    fn hash(&self) -> String {
        file::journal::text_hash(file::write(self.session.plan()).as_bytes())
    }

    /// Does what the session asks for, at once.
    fn work(&mut self) {
        let reader = Reader::new(PathBuf::new());
        for request in self.session.take_requests() {
            if let Request::Work(running, job) = request {
                self.session.act(Action::Finished(perform(running.id, *job, &reader, &Cancel::new())));
            }
        }
    }

    fn record(&mut self) {
        self.session.take_recorded().into_iter().for_each(|recorded| self.recorder.tell(recorded));
    }

    fn pick<I: Record>(&mut self) -> Option<I> {
        let all = I::all(self.session.plan());
        let place = self.dice.below(all.len().max(1) as u64);
        all.keys().nth(usize::try_from(place).unwrap_or_default()).copied()
    }

    fn action(&mut self) -> Action {
        let edit = match self.dice.below(10) {
            0 => return Action::Run(CommandId::Undo),
            1 => return Action::Run(CommandId::Redo),
            2..=4 => self.moved(),
            5 => self.pick::<BoothId>().map(|booth| Edit::SetNote(booth, format!("step {}", self.step))),
            6 => self.pick::<BoothId>().map(|booth| Edit::Free([booth].into())),
            7 => Number::new(&format!("R{}", self.step)).and_then(|number| Some(Edit::SetNumber(self.pick()?, number))),
            _ => self.pick::<ExhibitorId>().and_then(|exhibitor| {
                Some(Edit::Place { exhibitor, booths: vec![self.pick()?], on_booked: OnBooked::Share(Role::Main) })
            }),
        };
        edit.map_or(Action::Run(CommandId::Undo), Action::Edit)
    }

    fn moved(&mut self) -> Option<Edit> {
        let booth = self.pick::<BoothId>()?;
        let by = Offset::new(Length::from_mm(100), Length::ZERO);
        let outline = self.session.plan().get(booth)?.outline.moved(by);
        Some(Edit::Reshape(Gesture::Move, Shapes { booths: vec![(booth, outline)], ..Shapes::default() }))
    }
}

fn tell(line: String) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Numbers that a seed repeats (xorshift64, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}
