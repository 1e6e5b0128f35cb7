//! What every call has in common: the guard against panics, and pointers that are checked before they are followed.

use std::cell::Cell;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use dms_rules::error::ErrorCode;

use crate::status::{DMS_STATUS_OK, Fault, Refusal, dms_error, fixed};

// What is the same for every call is compiled once: bodies are `dyn`, and what knows their types is kept small.

/// What a call answers with, to be cleared where it is refused.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    place: *mut u8,
    size: usize,
}

impl Answer {
    pub(crate) fn of<T>(place: *mut T) -> Self {
        Self { place: place.cast(), size: size_of::<T>() }
    }

    /// Leaves no answer of an earlier call behind.
    ///
    /// # Safety
    /// The place is null or may be written to.
    #[cold]
    #[inline(never)]
    unsafe fn clear(self) {
        if !self.place.is_null() {
            // SAFETY: not null, so the caller says that it may be written to.
            unsafe { self.place.write_bytes(0, self.size) };
        }
    }
}

/// Runs the body of a call; turns a refusal or a panic into a status and, where one is wanted, an error. Where the body
/// did not answer, nothing but zeros is left in the places of its answers.
///
/// # Safety
/// `error` and the places of the answers are null or may be written to.
#[inline(never)]
pub(crate) unsafe fn guard(
    error: *mut dms_error,
    answers: &[Answer],
    body: &mut dyn FnMut() -> Result<(), Refusal>,
) -> i32 {
    let answered = caught(body);
    let status = status_of(&answered);
    if answered.is_err() {
        for answer in answers {
            // SAFETY: asked of the caller.
            unsafe { answer.clear() };
        }
    }
    if !error.is_null() {
        // SAFETY: not null, so the caller says that a dms_error may be written there; alignment is not relied on.
        unsafe {
            match answered {
                Ok(()) => {
                    (&raw mut (*error).status).write_unaligned(status);
                    (&raw mut (*error).field[0]).write(0);
                    (&raw mut (*error).message[0]).write(0);
                }
                Err(refusal) => error.write_unaligned(dms_error {
                    status,
                    field: fixed(refusal.field()),
                    message: fixed(refusal.message()),
                }),
            }
        }
    }
    status
}

/// A panic becomes a refusal.
#[inline(never)]
fn caught(body: &mut dyn FnMut() -> Result<(), Refusal>) -> Result<(), Refusal> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| Err(Refusal::panic(&*payload)))
}

fn status_of(answered: &Result<(), Refusal>) -> i32 {
    answered.as_ref().map_or_else(Refusal::status, |()| DMS_STATUS_OK)
}

/// A struct of facts as C gives it.
///
/// # Safety
/// It is laid out as C does, its first member is `size: u32`, and any bits are allowed in every member.
pub(crate) unsafe trait Facts: Copy {
    /// The size that the struct had when it was first given out.
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// Reads the facts, decides and writes the result.
///
/// # Safety
/// `facts` is null or points to a `u32` that says how many bytes may be read there, itself included; `result` and
/// `error` are null or may be written to.
pub(crate) unsafe fn decide<F: Facts, R>(
    facts: *const F,
    result: *mut R,
    error: *mut dms_error,
    decide: impl Fn(&F) -> Result<R, Refusal>,
) -> i32 {
    // SAFETY: what is asked here is asked there.
    unsafe { decide_into(facts, ("result", result), error, decide) }
}

/// The same with the name of the parameter that takes what is decided.
///
/// # Safety
/// As for `decide`.
pub(crate) unsafe fn decide_into<F: Facts, R>(
    facts: *const F,
    (name, result): (&'static str, *mut R),
    error: *mut dms_error,
    decide: impl Fn(&F) -> Result<R, Refusal>,
) -> i32 {
    // SAFETY: what is asked of `error` is asked here too.
    unsafe {
        guard(error, &[Answer::of(result)], &mut || {
            // SAFETY: what is asked of `facts` and `result` is asked here too.
            let facts = read(facts)?;
            given(name, result)?;
            write(name, result, decide(&facts)?)
        })
    }
}

/// Reads and decides row by row, and writes a result and a status for each. A row that was not decided never looks
/// decided: where statuses can be written, every row gets one.
///
/// # Safety
/// `facts`, `results` and `statuses` are null or arrays of `count`; the first row of `facts` says by its size how far
/// apart they lie. `error` is null or may be written to.
pub(crate) unsafe fn decide_each<F: Facts, R>(
    facts: *const F,
    count: usize,
    results: *mut R,
    statuses: *mut i32,
    error: *mut dms_error,
    decide: impl Fn(&F) -> Result<R, Refusal>,
) -> i32 {
    // The rows lie as far apart as the first one is long.
    let distance = Cell::new(size_of::<F>());
    // SAFETY: not null; the first row says how long each is, so that this one, of `count`, lies in the array too. One of
    // `count` is the result as well; alignment is not relied on.
    let mut decide_row = |row: usize| unsafe {
        let given = facts.cast::<u8>().add(row * distance.get()).cast::<F>();
        if usize::try_from(given.cast::<u32>().read_unaligned()) != Ok(distance.get()) {
            return Err(another_size(distance.get(), given.cast()));
        }
        results.add(row).write_unaligned(decide(&read(given)?)?);
        Ok(())
    };
    let clear_row = |row: usize| {
        // SAFETY: null, or one of `count`.
        unsafe { Answer::of(if results.is_null() { results } else { results.add(row) }).clear() }
    };
    // No array is larger than isize.
    let longest = size_of::<F>().max(size_of::<R>()).max(size_of::<i32>());
    let check_call = || {
        // SAFETY: asked of the caller.
        distance.set(unsafe { check_size(facts.cast(), F::FIRST_SIZE, size_of::<F>()) }?);
        given("results", results)
    };
    // SAFETY: what is asked of `statuses` and `error` is asked here too.
    unsafe { rows(count, longest, &check_call, statuses, error, &mut decide_row, &clear_row) }
}

/// Decides row by row and writes a status for each, once the call has been checked.
///
/// # Safety
/// `statuses` is null or an array of `count`; `error` is null or may be written to.
#[inline(never)]
unsafe fn rows(
    count: usize,
    longest: usize,
    check_call: &dyn Fn() -> Result<(), Refusal>,
    statuses: *mut i32,
    error: *mut dms_error,
    decide_row: &mut dyn FnMut(usize) -> Result<(), Refusal>,
    clear_row: &dyn Fn(usize),
) -> i32 {
    let mut decide_rows = || {
        if count == 0 {
            return Ok(());
        }
        if count > isize::MAX.unsigned_abs() / longest {
            let expected = format!("as many rows as fit into memory, found {count}");
            return Err(Refusal::new(ErrorCode::OutOfRange, "count", expected));
        }
        let call = check_call().and_then(|()| given("statuses", statuses));
        if let Err(refusal) = call {
            for row in 0..count {
                clear_row(row);
                if !statuses.is_null() {
                    // SAFETY: not null, and one of `count`.
                    unsafe { statuses.add(row).write_unaligned(refusal.status()) };
                }
            }
            return Err(refusal);
        }
        let mut first_refused = Ok(());
        for row in 0..count {
            let answered = caught(&mut || decide_row(row));
            if answered.is_err() {
                clear_row(row);
            }
            // SAFETY: not null, and one of `count`; alignment is not relied on.
            unsafe { statuses.add(row).write_unaligned(status_of(&answered)) };
            first_refused = first_refused.and(answered);
        }
        first_refused
    };
    // SAFETY: what is asked of `error` is asked here too.
    unsafe { guard(error, &[], &mut decide_rows) }
}

/// Reads a struct of facts, after its size. What lies behind the end of a shorter one is not known: zeros.
///
/// # Safety
/// `facts` is null or points to a `u32` that says how many bytes may be read there, itself included.
unsafe fn read<F: Facts>(facts: *const F) -> Result<F, Refusal> {
    // SAFETY: asked here too.
    let size = unsafe { check_size(facts.cast(), F::FIRST_SIZE, size_of::<F>()) }?;
    if size == size_of::<F>() {
        // SAFETY: the caller says that this many bytes may be read there, and any bits are allowed in them.
        return Ok(unsafe { facts.read_unaligned() });
    }
    let mut whole = MaybeUninit::<F>::zeroed();
    // SAFETY: the caller says that `size` bytes may be read there, and they are no more than the struct has; zeros are
    // allowed in the others.
    unsafe {
        ptr::copy_nonoverlapping(facts.cast::<u8>(), whole.as_mut_ptr().cast(), size);
        Ok(whole.assume_init())
    }
}

/// The size of a struct of facts, if it is one that is known: from the first to the last.
///
/// # Safety
/// `facts` is null or points to a `u32`, the size.
unsafe fn check_size(facts: *const u32, first: usize, last: usize) -> Result<usize, Refusal> {
    given("facts", facts)?;
    // SAFETY: not null, so a size may be read there; alignment is not relied on.
    let size = usize::try_from(unsafe { facts.read_unaligned() });
    // SAFETY: as above.
    size.ok().filter(|size| (first..=last).contains(size)).ok_or_else(|| unsafe { another_size(last, facts) })
}

/// # Safety
/// `facts` points to a `u32`, the size.
#[cold]
#[inline(never)]
unsafe fn another_size(known: usize, facts: *const u32) -> Refusal {
    // SAFETY: asked here too.
    let size = unsafe { facts.read_unaligned() };
    Refusal::new(Fault::StructSize, "size", format!("{known} bytes, found {size}"))
}

/// Whether the caller gave a pointer under this name.
fn given<T>(name: &'static str, place: *const T) -> Result<(), Refusal> {
    if place.is_null() { Err(Refusal::null(name)) } else { Ok(()) }
}

/// Writes through a pointer that the caller gave under this name.
///
/// # Safety
/// `place` is null or may be written to.
pub(crate) unsafe fn write<T>(name: &'static str, place: *mut T, value: T) -> Result<(), Refusal> {
    given(name, place)?;
    // SAFETY: not null, so the caller says that it may be written to; alignment is not relied on.
    unsafe { place.write_unaligned(value) };
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;
    use std::ptr::{null, null_mut};

    use dms_rules::error::ErrorCode;

    use super::{Facts, decide, decide_each, guard};
    use crate::status::{
        DMS_STATUS_NULL_POINTER, DMS_STATUS_OK, DMS_STATUS_OUT_OF_RANGE, DMS_STATUS_PANIC, DMS_STATUS_STRUCT_SIZE,
        Refusal, dms_error, fixed,
    };

    fn untouched() -> dms_error {
        dms_error { status: -1, field: fixed("as before"), message: fixed("as before") }
    }

    fn said(bytes: &[std::ffi::c_char]) -> String {
        let bytes: Vec<u8> = bytes.iter().map(|byte| *byte as u8).collect();
        CStr::from_bytes_until_nul(&bytes).expect("a closing NUL").to_str().expect("UTF-8").to_owned()
    }

    #[test]
    fn a_panic_becomes_a_status() {
        let mut error = untouched();
        // SAFETY: the error may be written to, or is null.
        let (told, silent) = unsafe {
            (
                guard(&raw mut error, &[], &mut || panic!("row {} is not there", 7)),
                guard(null_mut(), &[], &mut || panic!("without a number")),
            )
        };
        assert_eq!((told, silent, error.status), (DMS_STATUS_PANIC, DMS_STATUS_PANIC, DMS_STATUS_PANIC));
        assert_eq!((said(&error.field), said(&error.message)), (String::new(), "row 7 is not there".to_owned()));
    }

    #[test]
    fn success_leaves_an_empty_error() {
        let mut error = untouched();
        // SAFETY: the error may be written to.
        let status = unsafe { guard(&raw mut error, &[], &mut || Ok(())) };
        assert_eq!((status, error.status), (DMS_STATUS_OK, DMS_STATUS_OK));
        assert_eq!((said(&error.field), said(&error.message)), (String::new(), String::new()));
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(said(&fixed::<6>("Händler")), "Händ");
        assert_eq!(said(&fixed::<7>("naïveté")), "naïve");
        assert_eq!(said(&fixed::<3>("aé")), "a");
        assert_eq!(said(&fixed::<8>("a\0b")), "a b");
    }

    #[repr(C)]
    #[derive(Clone, Copy)]
    struct Row {
        size: u32,
        number: i32,
    }

    // SAFETY: laid out as C does, `size` first, then a number.
    unsafe impl Facts for Row {}

    fn row(number: i32) -> Row {
        Row { size: 8, number }
    }

    /// Refuses what is negative, panics on 7, and otherwise doubles.
    fn doubled(row: &Row) -> Result<i32, Refusal> {
        assert!(row.number != 7, "seven");
        if row.number < 0 {
            return Err(Refusal::new(ErrorCode::OutOfRange, "number", format!("not {}", row.number)));
        }
        Ok(2 * row.number)
    }

    /// The status of the call, its field, the results and the statuses.
    fn each<const ROWS: usize>(rows: [Row; ROWS]) -> (i32, String, [i32; ROWS], [i32; ROWS]) {
        let (mut results, mut statuses, mut error) = ([9; ROWS], [-1; ROWS], untouched());
        let (result, state) = (results.as_mut_ptr(), statuses.as_mut_ptr());
        // SAFETY: as many of each as there are rows.
        let status = unsafe { decide_each(rows.as_ptr(), ROWS, result, state, &raw mut error, doubled) };
        assert_eq!(error.status, status);
        (status, said(&error.field), results, statuses)
    }

    #[test]
    fn rows_are_decided_each_by_itself() {
        assert_eq!(each([row(1), row(2)]), (DMS_STATUS_OK, String::new(), [2, 4], [0, 0]));
        let refused = (DMS_STATUS_OUT_OF_RANGE, "number".to_owned(), [2, 0, 6, 0], [0, 5, 0, DMS_STATUS_PANIC]);
        assert_eq!(each([row(1), row(-2), row(3), row(7)]), refused);
        let panicked = (DMS_STATUS_PANIC, String::new(), [0, 2, 0], [DMS_STATUS_PANIC, 0, DMS_STATUS_OUT_OF_RANGE]);
        assert_eq!(each([row(7), row(1), row(-1)]), panicked);
    }

    #[test]
    fn a_row_of_another_size_is_refused_and_in_the_first_place_all_are() {
        let other = Row { size: 12, number: 1 };
        let size = DMS_STATUS_STRUCT_SIZE;
        assert_eq!(each([row(1), other, row(3)]), (size, "size".to_owned(), [2, 0, 6], [0, size, 0]));
        assert_eq!(each([other, row(2), row(3)]), (size, "size".to_owned(), [0, 0, 0], [size, size, size]));
    }

    #[test]
    fn without_an_array_nothing_is_decided_and_every_status_says_so() {
        let rows = [row(1), row(2)];
        let null_pointer = DMS_STATUS_NULL_POINTER;
        for (name, facts, has_results, has_statuses) in [
            ("facts", null(), true, true),
            ("facts", null(), false, true),
            ("results", rows.as_ptr(), false, true),
            ("results", rows.as_ptr(), false, false),
            ("statuses", rows.as_ptr(), true, false),
        ] {
            let (mut results, mut statuses, mut error) = ([9; 2], [-1; 2], untouched());
            let result = if has_results { results.as_mut_ptr() } else { null_mut() };
            let state = if has_statuses { statuses.as_mut_ptr() } else { null_mut() };
            // SAFETY: two of each, or null.
            let status = unsafe { decide_each(facts, 2, result, state, &raw mut error, doubled) };
            assert_eq!((status, said(&error.field).as_str()), (null_pointer, name));
            assert_eq!(results, if has_results { [0; 2] } else { [9; 2] }, "{name}");
            assert_eq!(statuses, if has_statuses { [null_pointer; 2] } else { [-1; 2] }, "{name}");
        }
    }

    #[test]
    fn no_rows_need_no_arrays_and_too_many_are_refused() {
        let mut error = untouched();
        let rows = [row(1)];
        let (mut result, mut statuses) = (0, [-1]);
        let too_many = isize::MAX.unsigned_abs() / size_of::<Row>() + 1;
        // SAFETY: nothing is read or written but the error.
        let (none, many) = unsafe {
            (
                decide_each::<Row, i32>(null(), 0, null_mut(), null_mut(), null_mut(), doubled),
                decide_each(rows.as_ptr(), too_many, &raw mut result, statuses.as_mut_ptr(), &raw mut error, doubled),
            )
        };
        assert_eq!((none, many, said(&error.field)), (DMS_STATUS_OK, DMS_STATUS_OUT_OF_RANGE, "count".to_owned()));
        assert_eq!((result, statuses), (0, [-1]));
    }

    /// As `Row` once was, and as it is after two optional facts were added.
    #[repr(C)]
    #[derive(Clone, Copy)]
    struct Grown {
        size: u32,
        number: i32,
        added: i32,
        has_added: i32,
    }

    // SAFETY: laid out as C does, `size` first, then numbers.
    unsafe impl Facts for Grown {
        const FIRST_SIZE: usize = std::mem::offset_of!(Self, added);
    }

    fn sum(row: &Grown) -> Result<i32, Refusal> {
        Ok(row.number + if row.has_added == 1 { row.added } else { 0 })
    }

    #[test]
    fn a_struct_from_before_it_grew_is_read_as_far_as_it_goes() {
        let (mut result, mut results) = (9, [9; 2]);
        let old = [row(1), row(2)];
        let new = [Grown { size: 16, number: 1, added: 5, has_added: 1 }; 2];
        // SAFETY: each struct is as long as it says, and there are as many results and statuses as rows.
        unsafe {
            assert_eq!(decide(old.as_ptr().cast(), &raw mut result, null_mut(), sum), DMS_STATUS_OK);
            assert_eq!(result, 1);
            assert_eq!(decide(new.as_ptr(), &raw mut result, null_mut(), sum), DMS_STATUS_OK);
            assert_eq!(result, 6);
            let mut statuses = [-1; 2];
            let (place, status) = (results.as_mut_ptr(), statuses.as_mut_ptr());
            assert_eq!(decide_each(old.as_ptr().cast(), 2, place, status, null_mut(), sum), DMS_STATUS_OK);
            assert_eq!(results, [1, 2]);
            assert_eq!(decide_each(new.as_ptr(), 2, place, status, null_mut(), sum), DMS_STATUS_OK);
            assert_eq!(results, [6, 6]);
            for size in [0, 7, 17, u32::MAX] {
                let other = Grown { size, ..new[0] };
                result = 9;
                assert_eq!(decide(&raw const other, &raw mut result, null_mut(), sum), DMS_STATUS_STRUCT_SIZE);
                assert_eq!(result, 0, "{size}");
            }
        }
    }
}
