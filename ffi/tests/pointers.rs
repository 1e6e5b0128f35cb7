//! Calls through the C ABI with pointers of every kind, for Miri: `tests/miri`.

use std::mem::zeroed;
use std::ptr::{null, null_mut};

use dms_rules_ffi::*;

fn invoice() -> dms_okr_option_facts {
    // SAFETY: numbers alone, any bits of which are allowed.
    let facts: dms_okr_option_facts = unsafe { zeroed() };
    dms_okr_option_facts {
        size: size_of::<dms_okr_option_facts>() as u32,
        mode: DMS_OKR_MODE_ALWAYS,
        entered_reading_km: 84_500,
        invoice_date: 20_261_121,
        ..facts
    }
}

#[test]
fn numbers_at_both_ends_and_structs_that_are_not_aligned() {
    for number in [i32::MIN, -1, 0, 1, 5, i32::MAX] {
        let mut bytes = [0_u8; size_of::<dms_okr_option_facts>() + 1];
        let facts = bytes[1..].as_mut_ptr().cast::<dms_okr_option_facts>();
        // SAFETY: there is room for the facts, the result and the error, wherever they lie.
        unsafe {
            facts.write_unaligned(dms_okr_option_facts { mode: number, ..invoice() });
            let (mut result, mut error) = (zeroed(), zeroed());
            let status = dms_okr_option(facts, &raw mut result, &raw mut error);
            assert_eq!(status == DMS_STATUS_OK, number == 1, "{number}");
            facts.write_unaligned(dms_okr_option_facts { apk_reported: number, ..invoice() });
            let status = dms_okr_option(facts, &raw mut result, null_mut());
            assert_eq!(status == DMS_STATUS_OK, (0..=1).contains(&number), "{number}");
        }
    }
}

#[test]
fn no_pointer_and_another_size() {
    let size = 3_u32;
    // SAFETY: NULL is refused, and nothing behind another size is read.
    unsafe {
        let mut result = zeroed();
        assert_eq!(dms_okr_option(null(), &raw mut result, null_mut()), DMS_STATUS_NULL_POINTER);
        assert_eq!(dms_okr_option(&invoice(), null_mut(), null_mut()), DMS_STATUS_NULL_POINTER);
        assert_eq!(dms_okr_option((&raw const size).cast(), &raw mut result, null_mut()), DMS_STATUS_STRUCT_SIZE);
    }
}

#[test]
fn rows_and_texts() {
    let mut rows = [invoice(); 3];
    rows[1].invoice_date = i32::MAX;
    // SAFETY: as many results and statuses as rows; the text is as long as is said, or longer than any.
    unsafe {
        let (mut results, mut statuses): ([dms_okr_option_result; 3], _) = (zeroed(), [-1; 3]);
        let (result, status) = (results.as_mut_ptr(), statuses.as_mut_ptr());
        let said = dms_okr_option_batch(rows.as_ptr(), 3, result, status, null_mut());
        assert_eq!((said, statuses), (DMS_STATUS_INVALID_DATE, [0, DMS_STATUS_INVALID_DATE, 0]));
        let vin = "WVWZZZ1JZ3W386752".to_owned();
        let size = size_of::<dms_vin_check_facts>() as u32;
        for (vin, vin_length, expected) in [
            (vin.as_ptr(), vin.len(), DMS_STATUS_OK),
            (vin.as_ptr(), 0, DMS_STATUS_OK),
            (vin.as_ptr(), usize::MAX, DMS_STATUS_OUT_OF_RANGE),
            (null(), 0, DMS_STATUS_NULL_POINTER),
        ] {
            let facts = dms_vin_check_facts { size, reserved: 0, vin: vin.cast(), vin_length };
            let mut result = zeroed();
            assert_eq!(dms_vin_check(&raw const facts, &raw mut result, null_mut()), expected);
        }
    }
}
