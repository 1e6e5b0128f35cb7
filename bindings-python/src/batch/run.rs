//! Deciding: the lock off, on as many cores as were asked for, the host told how far it is.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use std::{panic, thread};

use arrow_array::{RecordBatch, RecordBatchReader};
use dms_rules::columns::{Answer, AnswerTable, Flat, Form, Refused, Rows};
use pyo3::prelude::*;

use super::table::{self, Columns};
use crate::fault::{self, Fault};

/// After so many rows the host is told how far it is, and asked whether to go on.
const PIECE: usize = 1 << 16;

/// An answer's batch has at most so many rows: they are made room for at once, and a core takes one at a time.
const UNIT: usize = 1 << 20;

/// How often the host is asked whether to go on while other cores decide.
const PATIENCE: Duration = Duration::from_millis(50);

/// What is to be decided, and how.
pub(super) struct Run {
    pub(super) decision: &'static Flat,
    pub(super) form: Form,
    pub(super) ignore_further: bool,
    pub(super) threads: usize,
}

impl Run {
    /// The answers to a stream of facts, in its order.
    pub(super) fn decide(
        &self,
        py: Python<'_>,
        mut facts: impl RecordBatchReader + Send,
        mut progress: Progress<'_>,
    ) -> Result<Vec<Vec<Answer>>, Fault> {
        let schema = facts.schema();
        // What is wrong with a column is told before any row is read, and of an empty table too.
        self.rows(&Columns::of(&RecordBatch::new_empty(schema)))?;
        let mut answered = Vec::new();
        // The producer may be Python, or wait for a thread that is.
        while let Some(batch) = py.detach(|| facts.next()) {
            let batch = batch.map_err(table::fault)?;
            let columns = Columns::of(&batch);
            let rows = self.rows(&columns)?;
            let before = progress.done;
            let unit = rows.len().div_ceil(self.threads).clamp(PIECE, UNIT);
            let units: Vec<_> = ranges(0..rows.len(), unit).collect();
            let decided = if self.threads.min(units.len()) > 1 {
                self.on_many_cores(py, &rows, &units, &mut progress)?
            } else {
                self.on_this_core(py, &rows, &units, &mut progress)?
            };
            match decided {
                Ok(answers) => answered.extend(answers.into_iter().map(AnswerTable::into_columns)),
                Err(Refused { row, error }) => return Err(fault::refused_row(py, before + row, &error)),
            }
        }
        progress.finish(py)?;
        Ok(answered)
    }

    fn rows<'a>(&self, columns: &'a Columns<'_>) -> Result<Rows<'a>, Fault> {
        Ok(self.decision.rows(columns.len(), &columns.given(), self.ignore_further)?)
    }

    fn on_this_core(
        &self,
        py: Python<'_>,
        rows: &Rows<'_>,
        units: &[Range<usize>],
        progress: &mut Progress<'_>,
    ) -> Result<Result<Vec<AnswerTable>, Refused>, Fault> {
        let mut answered = Vec::with_capacity(units.len());
        for unit in units {
            let mut answers = self.decision.answers(self.form);
            py.detach(|| answers.reserve(unit.len()));
            for piece in ranges(unit.clone(), PIECE) {
                if let Err(refused) = py.detach(|| self.decision.decide(rows, piece.clone(), &mut answers)) {
                    return Ok(Err(refused));
                }
                progress.advance(py, piece.len())?;
            }
            answered.push(answers);
        }
        Ok(Ok(answered))
    }

    /// Each core takes the next unit until there is none; this thread keeps in touch with the host.
    fn on_many_cores(
        &self,
        py: Python<'_>,
        rows: &Rows<'_>,
        units: &[Range<usize>],
        progress: &mut Progress<'_>,
    ) -> Result<Result<Vec<AnswerTable>, Refused>, Fault> {
        let next = AtomicUsize::new(0);
        let stop = AtomicBool::new(false);
        let (tell, told) = channel();
        let told = Mutex::new(told);
        let mut raised = Ok(());
        let mut decided: Vec<_> = thread::scope(|scope| {
            let work = |tell: Sender<usize>| {
                let mut decided = Vec::new();
                while let Some((place, unit)) = take(&next, units) {
                    let mut answers = self.decision.answers(self.form);
                    answers.reserve(unit.len());
                    let mut result = Ok(());
                    for piece in ranges(unit, PIECE) {
                        if stop.load(Ordering::Relaxed) {
                            return decided;
                        }
                        result = self.decision.decide(rows, piece.clone(), &mut answers);
                        if result.is_err() {
                            // The units before this one are taken already: theirs may be the first row that is refused.
                            next.store(units.len(), Ordering::Relaxed);
                            break;
                        }
                        // Nobody listens where the host has stopped.
                        let _ = tell.send(piece.len());
                    }
                    decided.push((place, result.map(|()| answers)));
                }
                decided
            };
            let cores: Vec<_> = (0..self.threads.min(units.len()))
                .map(|_| {
                    let tell = tell.clone();
                    scope.spawn(move || work(tell))
                })
                .collect();
            drop(tell);
            loop {
                let heard = py.detach(|| told.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(PATIENCE));
                let rows = match heard {
                    Ok(rows) => rows,
                    Err(RecvTimeoutError::Timeout) => 0,
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                if raised.is_ok() {
                    raised = progress.advance(py, rows);
                    stop.store(raised.is_err(), Ordering::Relaxed);
                }
            }
            cores.into_iter().flat_map(|core| core.join().unwrap_or_else(|panic| panic::resume_unwind(panic))).collect()
        });
        raised?;
        decided.sort_by_key(|(place, _)| *place);
        Ok(decided.into_iter().map(|(_, answers)| answers).collect())
    }
}

/// The next unit that nobody has taken.
fn take(next: &AtomicUsize, units: &[Range<usize>]) -> Option<(usize, Range<usize>)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    units.get(place).map(|unit| (place, unit.clone()))
}

/// A range cut into ranges of this length, the last of what is left.
fn ranges(whole: Range<usize>, len: usize) -> impl Iterator<Item = Range<usize>> {
    let end = whole.end;
    whole.step_by(len).map(move |start| start..end.min(start + len))
}

/// How far the host is told that it is.
pub(super) struct Progress<'py> {
    tell: Option<Bound<'py, PyAny>>,
    done: usize,
    told: usize,
}

impl<'py> Progress<'py> {
    pub(super) fn of(tell: Option<Bound<'py, PyAny>>) -> Self {
        Self { tell, done: 0, told: 0 }
    }

    /// So many more rows are decided. What the host raises ends the run.
    fn advance(&mut self, py: Python<'_>, rows: usize) -> Result<(), Fault> {
        py.check_signals()?;
        self.done += rows;
        if self.done - self.told >= PIECE { self.tell() } else { Ok(()) }
    }

    fn finish(&mut self, py: Python<'_>) -> Result<(), Fault> {
        py.check_signals()?;
        if self.done > self.told { self.tell() } else { Ok(()) }
    }

    fn tell(&mut self) -> Result<(), Fault> {
        self.told = self.done;
        if let Some(tell) = &self.tell {
            tell.call1((self.done,))?;
        }
        Ok(())
    }
}
