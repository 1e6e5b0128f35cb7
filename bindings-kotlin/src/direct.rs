//! The short way across: one call of plain numbers, over bytes that the JVM keeps for it.
//!
//! uniffi passes buffers and the state of a call as structures. JNA makes, fills and reads each of them field by field, some
//! ten for one decision, and that takes most of a call. Here facts and answers are the same bytes in the same order, written
//! and read by the same generated converters, but lie in a room whose address the JVM knows already. What does not fit goes
//! the long way instead: a decision may be asked twice. After a panic none is asked again.

use std::any::Any;
use std::panic::catch_unwind;
use std::{ptr, slice};

use uniffi::{Lift, Lower};

use crate::UniFfiTag;

/// Declares what can be asked the short way. The numbers are those of Kotlin's `Direct.kt`.
macro_rules! ways {
    ($($number:literal => $function:path: $($fact:ident)+,)+) => {
        /// Answers with the bytes that the long way would; `None` where the bytes that came are no facts.
        fn answer(number: i32, mut facts: &[u8]) -> Option<Vec<u8>> {
            match number {
                $($number => {
                    $(let $fact = read(&mut facts)?;)+
                    facts.is_empty().then(|| written($function($($fact),+)))
                })+
                _ => None,
            }
        }
    };
}

ways! {
    0 => crate::value::decide_all: decision facts,
    1 => crate::okr::okr_option: facts,
    2 => crate::okr::okr_choice: facts,
    3 => crate::okr::okr_mutation: facts,
    4 => crate::car_pass::car_pass_enrolment: facts,
    5 => crate::car_pass::car_pass_visible: facts,
    6 => crate::car_pass::car_pass_readiness: facts,
    7 => crate::booking::booking_issue: facts,
    8 => crate::booking::booking_issue_limit: facts,
    9 => crate::quarter_hour::quarter_hour: quarter times,
    10 => crate::vin::vin_check: vins,
    11 => crate::catalogue::evaluate_json: requests,
}

fn read<F: Lift<UniFfiTag>>(facts: &mut &[u8]) -> Option<F> {
    F::try_read(facts).ok()
}

fn written<A: Lower<UniFfiTag>>(answer: A) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(256);
    A::write(answer, &mut bytes);
    bytes
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic")
}

/// Decides from the `length` bytes at the beginning of the room and leaves the answer there. Returns its length, or -1 where
/// the long way must be gone, or -2 less the length of what a panic said, which then stands there. Addresses are 64 bits wide everywhere, as the JVM has them.
///
/// # Safety
/// `room` is the address of `capacity` bytes that nobody else reads or writes meanwhile.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn dms_rules_kotlin_direct(number: i32, room: i64, length: i32, capacity: i32) -> i32 {
    const LONG_WAY: i32 = -1;
    const PANICKED: i32 = -2;
    let (Ok(length), Ok(capacity)) = (usize::try_from(length), usize::try_from(capacity)) else { return LONG_WAY };
    // An address may have its highest bit set, and half of it is none where addresses have 32 bits.
    let room = room as usize;
    if room == 0 {
        return LONG_WAY;
    }
    // SAFETY: the caller's promise.
    let room = unsafe { slice::from_raw_parts_mut(ptr::with_exposed_provenance_mut(room), capacity) };
    let facts = room.get(..length);
    let answered = match catch_unwind(|| facts.and_then(|facts| answer(number, facts))) {
        Ok(answered) => answered,
        Err(panic) => {
            let said = said(&*panic);
            let said = &said.as_bytes()[..said.len().min(capacity)];
            room[..said.len()].copy_from_slice(said);
            return i32::try_from(said.len()).map_or(PANICKED, |length| PANICKED - length);
        }
    };
    let Some(answer) = answered.filter(|answer| answer.len() <= capacity) else { return LONG_WAY };
    room[..answer.len()].copy_from_slice(&answer);
    i32::try_from(answer.len()).unwrap_or(LONG_WAY)
}
