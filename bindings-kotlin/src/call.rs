//! The one way across for decisions: a call of plain numbers, over bytes in a room that the JVM keeps for it.
//!
//! uniffi passes buffers and the state of a call as structures. JNA makes, fills and reads each of them field by field, some
//! ten for one decision, and that takes most of a call. Here facts and answers are bytes (`bytes.rs`) in a room whose address
//! the JVM knows already. An answer that is longer than the room waits for a larger one: nothing is decided twice.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{ptr, slice};

use crate::bytes::Bytes;
use crate::generated;
use crate::part::Part;

/// The most that a thread keeps of the memory for its answers from one call to the next.
const KEPT: usize = 1 << 16;

thread_local! {
    static ANSWERS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Decides from the `length` bytes at the beginning of the room and leaves the answers there. Returns how long they are; where
/// that is longer than the room, they wait for `dms_rules_kotlin_answers`. Addresses are 64 bits wide everywhere, as the JVM
/// has them.
///
/// # Safety
/// `room` is the address of `capacity` bytes that nobody else reads or writes meanwhile, of which `length` are facts.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn dms_rules_kotlin_decide(way: i32, room: i64, length: i32, capacity: i32) -> i32 {
    // SAFETY: the caller's promise.
    let room = unsafe { room_at(room, capacity) };
    ANSWERS.with_borrow_mut(|answers| {
        let facts = &room[..usize::try_from(length).unwrap_or_default()];
        answers.clear();
        answers.push(0);
        // Whatever a panic leaves among the answers is dropped.
        let decided = catch_unwind(AssertUnwindSafe(|| generated::decide(way, Bytes::new(facts), answers)));
        if let Err(panic) = decided {
            answers.clear();
            answers.push(1);
            said(&*panic).write(answers);
        }
        lay_down(answers, room)
    })
}

/// Leaves the answers of the last call of this thread in the room, and returns how long they are.
///
/// # Safety
/// `room` is the address of `capacity` bytes that nobody else reads or writes meanwhile.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn dms_rules_kotlin_answers(room: i64, capacity: i32) -> i32 {
    // SAFETY: the caller's promise.
    ANSWERS.with_borrow_mut(|answers| lay_down(answers, unsafe { room_at(room, capacity) }))
}

/// What the facts and outcomes of this build look like: the classes must be generated from the same.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn dms_rules_kotlin_shapes() -> i64 {
    generated::SHAPES
}

/// # Safety
/// `room` is the address of `capacity` bytes that nobody else reads or writes meanwhile.
unsafe fn room_at<'a>(room: i64, capacity: i32) -> &'a mut [u8] {
    // An address may have its highest bit set, and half of it is none where addresses have 32 bits.
    let room = ptr::with_exposed_provenance_mut(room as usize);
    // SAFETY: the caller's promise.
    unsafe { slice::from_raw_parts_mut(room, usize::try_from(capacity).unwrap_or_default()) }
}

fn lay_down(answers: &mut Vec<u8>, room: &mut [u8]) -> i32 {
    let length = answers.len();
    if let Some(room) = room.get_mut(..length) {
        room.copy_from_slice(answers);
        answers.clear();
        answers.shrink_to(KEPT);
    }
    // The JVM has no room of 2 GB either: it says that there is no memory.
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("a panic")
}
