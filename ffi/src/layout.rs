//! Where every member lies, as `dms_rules_layout.h` says it: the build stops where Rust places one elsewhere.
//! Generated from ffi/src by ffi/header: change it there.

use std::mem::offset_of;

use crate::*;

/// A number of 64 bits lies on a multiple of 8 bytes; on 32-bit Linux on x86 it does not, and nothing is checked.
const CHECKED: bool = align_of::<i64>() == 8;
const WIDE: bool = cfg!(target_pointer_width = "64");

macro_rules! size {
    ($type:ident, $size_64:literal, $size_32:literal) => {
        const _: () = {
            let size = if WIDE { $size_64 } else { $size_32 };
            assert!(!CHECKED || size_of::<$type>() == size, concat!(stringify!($type), " has another size"));
        };
    };
}

macro_rules! member {
    ($type:ident, $member:ident, $at_64:literal, $size_64:literal, $at_32:literal, $size_32:literal) => {
        const _: () = {
            let (at, size) = if WIDE { ($at_64, $size_64) } else { ($at_32, $size_32) };
            assert!(
                !CHECKED || offset_of!($type, $member) == at && size_of_member(|whole: &$type| &whole.$member) == size,
                concat!(stringify!($type), ".", stringify!($member), " lies elsewhere")
            );
        };
    };
}

const fn size_of_member<S, M>(_: fn(&S) -> &M) -> usize {
    size_of::<M>()
}

size!(dms_error, 324, 324);
member!(dms_error, status, 0, 4, 0, 4);
member!(dms_error, field, 4, 64, 4, 64);
member!(dms_error, message, 68, 256, 68, 256);

size!(dms_time, 16, 16);
member!(dms_time, date, 0, 4, 0, 4);
member!(dms_time, time, 4, 4, 4, 4);
member!(dms_time, has_offset, 8, 4, 8, 4);
member!(dms_time, offset_minutes, 12, 4, 12, 4);

size!(dms_vin_check_facts, 24, 16);
member!(dms_vin_check_facts, size, 0, 4, 0, 4);
member!(dms_vin_check_facts, reserved, 4, 4, 4, 4);
member!(dms_vin_check_facts, vin, 8, 8, 8, 4);
member!(dms_vin_check_facts, vin_length, 16, 8, 12, 4);

size!(dms_vin_check_result, 16, 16);
member!(dms_vin_check_result, outcome, 0, 4, 0, 4);
member!(dms_vin_check_result, row, 4, 4, 4, 4);
member!(dms_vin_check_result, because, 8, 4, 8, 4);
member!(dms_vin_check_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_state, 32, 24);
member!(dms_car_pass_state, kind, 0, 4, 0, 4);
member!(dms_car_pass_state, attempt, 4, 4, 4, 4);
member!(dms_car_pass_state, has_attempt, 8, 4, 8, 4);
member!(dms_car_pass_state, has_reason, 12, 4, 12, 4);
member!(dms_car_pass_state, reason, 16, 8, 16, 4);
member!(dms_car_pass_state, reason_length, 24, 8, 20, 4);

size!(dms_car_pass_enrolment_facts, 64, 56);
member!(dms_car_pass_enrolment_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_enrolment_facts, trigger, 4, 4, 4, 4);
member!(dms_car_pass_enrolment_facts, work_started, 8, 4, 8, 4);
member!(dms_car_pass_enrolment_facts, reserved, 12, 4, 12, 4);
member!(dms_car_pass_enrolment_facts, vin, 16, 8, 16, 4);
member!(dms_car_pass_enrolment_facts, vin_length, 24, 8, 20, 4);
member!(dms_car_pass_enrolment_facts, already_transmitted, 32, 4, 24, 4);
member!(dms_car_pass_enrolment_facts, merged, 36, 4, 28, 4);
member!(dms_car_pass_enrolment_facts, dossier_number, 40, 8, 32, 8);
member!(dms_car_pass_enrolment_facts, vat_register_used, 48, 4, 40, 4);
member!(dms_car_pass_enrolment_facts, vat_number_ticked, 52, 4, 44, 4);
member!(dms_car_pass_enrolment_facts, has_owner, 56, 4, 48, 4);
member!(dms_car_pass_enrolment_facts, reserved_2, 60, 4, 52, 4);

size!(dms_car_pass_enrolment_result, 16, 16);
member!(dms_car_pass_enrolment_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_enrolment_result, row, 4, 4, 4, 4);
member!(dms_car_pass_enrolment_result, because, 8, 4, 8, 4);
member!(dms_car_pass_enrolment_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_visible_facts, 40, 24);
member!(dms_car_pass_visible_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_visible_facts, reserved, 4, 4, 4, 4);
member!(dms_car_pass_visible_facts, user_site, 8, 8, 8, 4);
member!(dms_car_pass_visible_facts, user_site_length, 16, 8, 12, 4);
member!(dms_car_pass_visible_facts, dossier_site, 24, 8, 16, 4);
member!(dms_car_pass_visible_facts, dossier_site_length, 32, 8, 20, 4);

size!(dms_car_pass_visible_result, 16, 16);
member!(dms_car_pass_visible_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_visible_result, row, 4, 4, 4, 4);
member!(dms_car_pass_visible_result, because, 8, 4, 8, 4);
member!(dms_car_pass_visible_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_readiness_facts, 64, 56);
member!(dms_car_pass_readiness_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_readiness_facts, policy, 4, 4, 4, 4);
member!(dms_car_pass_readiness_facts, vin, 8, 8, 8, 4);
member!(dms_car_pass_readiness_facts, vin_length, 16, 8, 12, 4);
member!(dms_car_pass_readiness_facts, today, 24, 4, 16, 4);
member!(dms_car_pass_readiness_facts, reading_km, 28, 4, 20, 4);
member!(dms_car_pass_readiness_facts, has_reading_km, 32, 4, 24, 4);
member!(dms_car_pass_readiness_facts, start_of_work, 36, 4, 28, 4);
member!(dms_car_pass_readiness_facts, has_start_of_work, 40, 4, 32, 4);
member!(dms_car_pass_readiness_facts, damage_reading_km, 44, 4, 36, 4);
member!(dms_car_pass_readiness_facts, has_damage_reading_km, 48, 4, 40, 4);
member!(dms_car_pass_readiness_facts, repair_reading_km, 52, 4, 44, 4);
member!(dms_car_pass_readiness_facts, has_repair_reading_km, 56, 4, 48, 4);
member!(dms_car_pass_readiness_facts, reserved, 60, 4, 52, 4);

size!(dms_car_pass_readiness_result, 16, 16);
member!(dms_car_pass_readiness_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_readiness_result, row, 4, 4, 4, 4);
member!(dms_car_pass_readiness_result, because, 8, 4, 8, 4);
member!(dms_car_pass_readiness_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_prompt_facts, 80, 64);
member!(dms_car_pass_prompt_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_prompt_facts, today, 4, 4, 4, 4);
member!(dms_car_pass_prompt_facts, vin, 8, 8, 8, 4);
member!(dms_car_pass_prompt_facts, vin_length, 16, 8, 12, 4);
member!(dms_car_pass_prompt_facts, reading_km, 24, 4, 16, 4);
member!(dms_car_pass_prompt_facts, has_reading_km, 28, 4, 20, 4);
member!(dms_car_pass_prompt_facts, start_of_work, 32, 4, 24, 4);
member!(dms_car_pass_prompt_facts, has_start_of_work, 36, 4, 28, 4);
member!(dms_car_pass_prompt_facts, document, 40, 4, 32, 4);
member!(dms_car_pass_prompt_facts, uses_job_documents, 44, 4, 36, 4);
member!(dms_car_pass_prompt_facts, state, 48, 32, 40, 24);

size!(dms_car_pass_prompt_result, 16, 16);
member!(dms_car_pass_prompt_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_prompt_result, row, 4, 4, 4, 4);
member!(dms_car_pass_prompt_result, because, 8, 4, 8, 4);
member!(dms_car_pass_prompt_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_badge_facts, 16, 16);
member!(dms_car_pass_badge_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_badge_facts, ask_reading_at_badge, 4, 4, 4, 4);
member!(dms_car_pass_badge_facts, submit_at_badge, 8, 4, 8, 4);
member!(dms_car_pass_badge_facts, reading_known, 12, 4, 12, 4);

size!(dms_car_pass_badge_result, 20, 20);
member!(dms_car_pass_badge_result, row, 0, 4, 0, 4);
member!(dms_car_pass_badge_result, because, 4, 4, 4, 4);
member!(dms_car_pass_badge_result, advisories, 8, 4, 8, 4);
member!(dms_car_pass_badge_result, ask_reading, 12, 4, 12, 4);
member!(dms_car_pass_badge_result, submit_after_entry, 16, 4, 16, 4);

size!(dms_car_pass_start_of_work_facts, 52, 52);
member!(dms_car_pass_start_of_work_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_start_of_work_facts, policy, 4, 4, 4, 4);
member!(dms_car_pass_start_of_work_facts, entered, 8, 4, 8, 4);
member!(dms_car_pass_start_of_work_facts, has_entered, 12, 4, 12, 4);
member!(dms_car_pass_start_of_work_facts, first_clocking, 16, 16, 16, 16);
member!(dms_car_pass_start_of_work_facts, has_first_clocking, 32, 4, 32, 4);
member!(dms_car_pass_start_of_work_facts, arrived, 36, 4, 36, 4);
member!(dms_car_pass_start_of_work_facts, has_arrived, 40, 4, 40, 4);
member!(dms_car_pass_start_of_work_facts, start_date_at_register, 44, 4, 44, 4);
member!(dms_car_pass_start_of_work_facts, today, 48, 4, 48, 4);

size!(dms_car_pass_start, 20, 20);
member!(dms_car_pass_start, date, 0, 4, 0, 4);
member!(dms_car_pass_start, has_date, 4, 4, 4, 4);
member!(dms_car_pass_start, time, 8, 4, 8, 4);
member!(dms_car_pass_start, has_time, 12, 4, 12, 4);
member!(dms_car_pass_start, origin, 16, 4, 16, 4);

size!(dms_car_pass_start_of_work_result, 36, 36);
member!(dms_car_pass_start_of_work_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_start_of_work_result, row, 4, 4, 4, 4);
member!(dms_car_pass_start_of_work_result, because, 8, 4, 8, 4);
member!(dms_car_pass_start_of_work_result, advisories, 12, 4, 12, 4);
member!(dms_car_pass_start_of_work_result, start, 16, 20, 16, 20);

size!(dms_car_pass_account_facts, 16, 16);
member!(dms_car_pass_account_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_account_facts, user_code_set, 4, 4, 4, 4);
member!(dms_car_pass_account_facts, password_set, 8, 4, 8, 4);
member!(dms_car_pass_account_facts, email_set, 12, 4, 12, 4);

size!(dms_car_pass_account_result, 16, 16);
member!(dms_car_pass_account_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_account_result, row, 4, 4, 4, 4);
member!(dms_car_pass_account_result, because, 8, 4, 8, 4);
member!(dms_car_pass_account_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_account_settings, 12, 12);
member!(dms_car_pass_account_settings, user_code_set, 0, 4, 0, 4);
member!(dms_car_pass_account_settings, password_set, 4, 4, 4, 4);
member!(dms_car_pass_account_settings, email_set, 8, 4, 8, 4);

size!(dms_car_pass_submission_facts, 136, 112);
member!(dms_car_pass_submission_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_submission_facts, policy, 4, 4, 4, 4);
member!(dms_car_pass_submission_facts, vin, 8, 8, 8, 4);
member!(dms_car_pass_submission_facts, vin_length, 16, 8, 12, 4);
member!(dms_car_pass_submission_facts, start, 24, 20, 16, 20);
member!(dms_car_pass_submission_facts, reading_km, 44, 4, 36, 4);
member!(dms_car_pass_submission_facts, has_reading_km, 48, 4, 40, 4);
member!(dms_car_pass_submission_facts, damage_reading_km, 52, 4, 44, 4);
member!(dms_car_pass_submission_facts, has_damage_reading_km, 56, 4, 48, 4);
member!(dms_car_pass_submission_facts, repair_reading_km, 60, 4, 52, 4);
member!(dms_car_pass_submission_facts, has_repair_reading_km, 64, 4, 56, 4);
member!(dms_car_pass_submission_facts, reading_source, 68, 4, 60, 4);
member!(dms_car_pass_submission_facts, has_reading_source, 72, 4, 64, 4);
member!(dms_car_pass_submission_facts, first_registration, 76, 4, 68, 4);
member!(dms_car_pass_submission_facts, has_first_registration, 80, 4, 72, 4);
member!(dms_car_pass_submission_facts, odometer_replaced, 84, 4, 76, 4);
member!(dms_car_pass_submission_facts, enterprise_number, 88, 8, 80, 4);
member!(dms_car_pass_submission_facts, enterprise_number_length, 96, 8, 84, 4);
member!(dms_car_pass_submission_facts, work_description, 104, 8, 88, 4);
member!(dms_car_pass_submission_facts, work_description_length, 112, 8, 92, 4);
member!(dms_car_pass_submission_facts, has_work_description, 120, 4, 96, 4);
member!(dms_car_pass_submission_facts, account, 124, 12, 100, 12);

size!(dms_car_pass_submission_result, 96, 88);
member!(dms_car_pass_submission_result, row, 0, 4, 0, 4);
member!(dms_car_pass_submission_result, because, 4, 4, 4, 4);
member!(dms_car_pass_submission_result, advisories, 8, 4, 8, 4);
member!(dms_car_pass_submission_result, reading_km, 12, 4, 12, 4);
member!(dms_car_pass_submission_result, reading_origin, 16, 4, 16, 4);
member!(dms_car_pass_submission_result, start_of_work, 20, 4, 20, 4);
member!(dms_car_pass_submission_result, start_of_work_time, 24, 4, 24, 4);
member!(dms_car_pass_submission_result, has_start_of_work_time, 28, 4, 28, 4);
member!(dms_car_pass_submission_result, first_registration, 32, 4, 32, 4);
member!(dms_car_pass_submission_result, has_first_registration, 36, 4, 36, 4);
member!(dms_car_pass_submission_result, odometer_replaced, 40, 4, 40, 4);
member!(dms_car_pass_submission_result, has_work_description, 44, 4, 44, 4);
member!(dms_car_pass_submission_result, work_description, 48, 8, 48, 4);
member!(dms_car_pass_submission_result, work_description_length, 56, 8, 52, 4);
member!(dms_car_pass_submission_result, vin, 64, 18, 56, 18);
member!(dms_car_pass_submission_result, enterprise_number, 82, 11, 74, 11);
member!(dms_car_pass_submission_result, reserved, 93, 3, 85, 3);

size!(dms_car_pass_lifecycle_facts, 64, 48);
member!(dms_car_pass_lifecycle_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_lifecycle_facts, event, 4, 4, 4, 4);
member!(dms_car_pass_lifecycle_facts, state, 8, 32, 8, 24);
member!(dms_car_pass_lifecycle_facts, reason, 40, 8, 32, 4);
member!(dms_car_pass_lifecycle_facts, reason_length, 48, 8, 36, 4);
member!(dms_car_pass_lifecycle_facts, has_reason, 56, 4, 40, 4);
member!(dms_car_pass_lifecycle_facts, reserved, 60, 4, 44, 4);

size!(dms_car_pass_lifecycle_result, 48, 40);
member!(dms_car_pass_lifecycle_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_lifecycle_result, row, 4, 4, 4, 4);
member!(dms_car_pass_lifecycle_result, because, 8, 4, 8, 4);
member!(dms_car_pass_lifecycle_result, advisories, 12, 4, 12, 4);
member!(dms_car_pass_lifecycle_result, state, 16, 32, 16, 24);

size!(dms_car_pass_actions_facts, 40, 32);
member!(dms_car_pass_actions_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_actions_facts, signature_configured, 4, 4, 4, 4);
member!(dms_car_pass_actions_facts, state, 8, 32, 8, 24);

size!(dms_car_pass_actions_result, 20, 20);
member!(dms_car_pass_actions_result, row, 0, 4, 0, 4);
member!(dms_car_pass_actions_result, because, 4, 4, 4, 4);
member!(dms_car_pass_actions_result, advisories, 8, 4, 8, 4);
member!(dms_car_pass_actions_result, actions, 12, 4, 12, 4);
member!(dms_car_pass_actions_result, document_by, 16, 4, 16, 4);

size!(dms_car_pass_invoicing_facts, 40, 32);
member!(dms_car_pass_invoicing_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_invoicing_facts, document, 4, 4, 4, 4);
member!(dms_car_pass_invoicing_facts, state, 8, 32, 8, 24);

size!(dms_car_pass_invoicing_result, 16, 16);
member!(dms_car_pass_invoicing_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_invoicing_result, row, 4, 4, 4, 4);
member!(dms_car_pass_invoicing_result, because, 8, 4, 8, 4);
member!(dms_car_pass_invoicing_result, advisories, 12, 4, 12, 4);

size!(dms_car_pass_history_facts, 32, 24);
member!(dms_car_pass_history_facts, size, 0, 4, 0, 4);
member!(dms_car_pass_history_facts, user_code_set, 4, 4, 4, 4);
member!(dms_car_pass_history_facts, password_set, 8, 4, 8, 4);
member!(dms_car_pass_history_facts, email_set, 12, 4, 12, 4);
member!(dms_car_pass_history_facts, vin, 16, 8, 16, 4);
member!(dms_car_pass_history_facts, vin_length, 24, 8, 20, 4);

size!(dms_car_pass_history_result, 16, 16);
member!(dms_car_pass_history_result, outcome, 0, 4, 0, 4);
member!(dms_car_pass_history_result, row, 4, 4, 4, 4);
member!(dms_car_pass_history_result, because, 8, 4, 8, 4);
member!(dms_car_pass_history_result, advisories, 12, 4, 12, 4);

size!(dms_okr_option_facts, 72, 72);
member!(dms_okr_option_facts, size, 0, 4, 0, 4);
member!(dms_okr_option_facts, mode, 4, 4, 4, 4);
member!(dms_okr_option_facts, max_age_days, 8, 4, 8, 4);
member!(dms_okr_option_facts, has_max_age_days, 12, 4, 12, 4);
member!(dms_okr_option_facts, threshold_cents, 16, 8, 16, 8);
member!(dms_okr_option_facts, has_threshold_cents, 24, 4, 24, 4);
member!(dms_okr_option_facts, boundary, 28, 4, 28, 4);
member!(dms_okr_option_facts, has_boundary, 32, 4, 32, 4);
member!(dms_okr_option_facts, apk_reported, 36, 4, 36, 4);
member!(dms_okr_option_facts, entered_reading_km, 40, 4, 40, 4);
member!(dms_okr_option_facts, last_reading_km, 44, 4, 44, 4);
member!(dms_okr_option_facts, has_last_reading_km, 48, 4, 48, 4);
member!(dms_okr_option_facts, reading_date, 52, 4, 52, 4);
member!(dms_okr_option_facts, has_reading_date, 56, 4, 56, 4);
member!(dms_okr_option_facts, invoice_date, 60, 4, 60, 4);
member!(dms_okr_option_facts, invoice_total_cents, 64, 8, 64, 8);

size!(dms_okr_option_result, 16, 16);
member!(dms_okr_option_result, outcome, 0, 4, 0, 4);
member!(dms_okr_option_result, row, 4, 4, 4, 4);
member!(dms_okr_option_result, because, 8, 4, 8, 4);
member!(dms_okr_option_result, advisories, 12, 4, 12, 4);

size!(dms_okr_choice_facts, 80, 80);
member!(dms_okr_choice_facts, size, 0, 4, 0, 4);
member!(dms_okr_choice_facts, mode, 4, 4, 4, 4);
member!(dms_okr_choice_facts, max_age_days, 8, 4, 8, 4);
member!(dms_okr_choice_facts, has_max_age_days, 12, 4, 12, 4);
member!(dms_okr_choice_facts, threshold_cents, 16, 8, 16, 8);
member!(dms_okr_choice_facts, has_threshold_cents, 24, 4, 24, 4);
member!(dms_okr_choice_facts, boundary, 28, 4, 28, 4);
member!(dms_okr_choice_facts, has_boundary, 32, 4, 32, 4);
member!(dms_okr_choice_facts, apk_reported, 36, 4, 36, 4);
member!(dms_okr_choice_facts, entered_reading_km, 40, 4, 40, 4);
member!(dms_okr_choice_facts, last_reading_km, 44, 4, 44, 4);
member!(dms_okr_choice_facts, has_last_reading_km, 48, 4, 48, 4);
member!(dms_okr_choice_facts, reading_date, 52, 4, 52, 4);
member!(dms_okr_choice_facts, has_reading_date, 56, 4, 56, 4);
member!(dms_okr_choice_facts, invoice_date, 60, 4, 60, 4);
member!(dms_okr_choice_facts, invoice_total_cents, 64, 8, 64, 8);
member!(dms_okr_choice_facts, chosen, 72, 4, 72, 4);
member!(dms_okr_choice_facts, has_chosen, 76, 4, 76, 4);

size!(dms_okr_choice_result, 24, 24);
member!(dms_okr_choice_result, outcome, 0, 4, 0, 4);
member!(dms_okr_choice_result, row, 4, 4, 4, 4);
member!(dms_okr_choice_result, because, 8, 4, 8, 4);
member!(dms_okr_choice_result, advisories, 12, 4, 12, 4);
member!(dms_okr_choice_result, forward, 16, 4, 16, 4);
member!(dms_okr_choice_result, overridden, 20, 4, 20, 4);

size!(dms_okr_mutation_facts, 20, 20);
member!(dms_okr_mutation_facts, size, 0, 4, 0, 4);
member!(dms_okr_mutation_facts, mode, 4, 4, 4, 4);
member!(dms_okr_mutation_facts, entered_reading_km, 8, 4, 8, 4);
member!(dms_okr_mutation_facts, last_reading_km, 12, 4, 12, 4);
member!(dms_okr_mutation_facts, has_last_reading_km, 16, 4, 16, 4);

size!(dms_okr_mutation_result, 16, 16);
member!(dms_okr_mutation_result, outcome, 0, 4, 0, 4);
member!(dms_okr_mutation_result, row, 4, 4, 4, 4);
member!(dms_okr_mutation_result, because, 8, 4, 8, 4);
member!(dms_okr_mutation_result, advisories, 12, 4, 12, 4);

size!(dms_quarter_hour_facts, 20, 20);
member!(dms_quarter_hour_facts, size, 0, 4, 0, 4);
member!(dms_quarter_hour_facts, at, 4, 16, 4, 16);

size!(dms_quarter_hour_result, 16, 16);
member!(dms_quarter_hour_result, at, 0, 16, 0, 16);

size!(dms_booking_issue_limit_facts, 32, 32);
member!(dms_booking_issue_limit_facts, size, 0, 4, 0, 4);
member!(dms_booking_issue_limit_facts, now, 4, 16, 4, 16);
member!(dms_booking_issue_limit_facts, days_ahead, 20, 4, 20, 4);
member!(dms_booking_issue_limit_facts, immediate_window, 24, 4, 24, 4);
member!(dms_booking_issue_limit_facts, has_immediate_window, 28, 4, 28, 4);

size!(dms_booking_issue_limit_result, 28, 28);
member!(dms_booking_issue_limit_result, row, 0, 4, 0, 4);
member!(dms_booking_issue_limit_result, because, 4, 4, 4, 4);
member!(dms_booking_issue_limit_result, advisories, 8, 4, 8, 4);
member!(dms_booking_issue_limit_result, latest, 12, 16, 12, 16);

size!(dms_booking_issue_facts, 88, 88);
member!(dms_booking_issue_facts, size, 0, 4, 0, 4);
member!(dms_booking_issue_facts, kind, 4, 4, 4, 4);
member!(dms_booking_issue_facts, may_issue, 8, 4, 8, 4);
member!(dms_booking_issue_facts, now, 12, 16, 12, 16);
member!(dms_booking_issue_facts, requested_at, 28, 16, 28, 16);
member!(dms_booking_issue_facts, days_ahead, 44, 4, 44, 4);
member!(dms_booking_issue_facts, immediate_window, 48, 4, 48, 4);
member!(dms_booking_issue_facts, has_immediate_window, 52, 4, 52, 4);
member!(dms_booking_issue_facts, planned_end, 56, 16, 56, 16);
member!(dms_booking_issue_facts, already_issued, 72, 4, 72, 4);
member!(dms_booking_issue_facts, vehicle_out, 76, 4, 76, 4);
member!(dms_booking_issue_facts, plate_out, 80, 4, 80, 4);
member!(dms_booking_issue_facts, overlaps_past_handover, 84, 4, 84, 4);

size!(dms_booking_issue_result, 32, 32);
member!(dms_booking_issue_result, outcome, 0, 4, 0, 4);
member!(dms_booking_issue_result, row, 4, 4, 4, 4);
member!(dms_booking_issue_result, because, 8, 4, 8, 4);
member!(dms_booking_issue_result, advisories, 12, 4, 12, 4);
member!(dms_booking_issue_result, latest, 16, 16, 16, 16);

size!(dms_booking_follows_master_facts, 8, 8);
member!(dms_booking_follows_master_facts, size, 0, 4, 0, 4);
member!(dms_booking_follows_master_facts, issued, 4, 4, 4, 4);

size!(dms_booking_follows_master_result, 16, 16);
member!(dms_booking_follows_master_result, row, 0, 4, 0, 4);
member!(dms_booking_follows_master_result, because, 4, 4, 4, 4);
member!(dms_booking_follows_master_result, advisories, 8, 4, 8, 4);
member!(dms_booking_follows_master_result, follows_master, 12, 4, 12, 4);

size!(dms_booking_status_facts, 96, 96);
member!(dms_booking_status_facts, size, 0, 4, 0, 4);
member!(dms_booking_status_facts, planned_start, 4, 16, 4, 16);
member!(dms_booking_status_facts, planned_end, 20, 16, 20, 16);
member!(dms_booking_status_facts, issued_at, 36, 16, 36, 16);
member!(dms_booking_status_facts, has_issued_at, 52, 4, 52, 4);
member!(dms_booking_status_facts, returned_at, 56, 16, 56, 16);
member!(dms_booking_status_facts, has_returned_at, 72, 4, 72, 4);
member!(dms_booking_status_facts, settled, 76, 4, 76, 4);
member!(dms_booking_status_facts, now, 80, 16, 80, 16);

size!(dms_booking_status_result, 68, 68);
member!(dms_booking_status_result, outcome, 0, 4, 0, 4);
member!(dms_booking_status_result, row, 4, 4, 4, 4);
member!(dms_booking_status_result, because, 8, 4, 8, 4);
member!(dms_booking_status_result, advisories, 12, 4, 12, 4);
member!(dms_booking_status_result, from, 16, 16, 16, 16);
member!(dms_booking_status_result, to, 32, 16, 32, 16);
member!(dms_booking_status_result, colour, 48, 4, 48, 4);
member!(dms_booking_status_result, opaque, 52, 4, 52, 4);
member!(dms_booking_status_result, warn, 56, 4, 56, 4);
member!(dms_booking_status_result, vehicle_in_house, 60, 4, 60, 4);
member!(dms_booking_status_result, settled, 64, 4, 64, 4);

size!(dms_booking_permission_facts, 24, 24);
member!(dms_booking_permission_facts, size, 0, 4, 0, 4);
member!(dms_booking_permission_facts, kind, 4, 4, 4, 4);
member!(dms_booking_permission_facts, action, 8, 4, 8, 4);
member!(dms_booking_permission_facts, rights, 12, 4, 12, 4);
member!(dms_booking_permission_facts, advisor_is_user, 16, 4, 16, 4);
member!(dms_booking_permission_facts, created_by_user, 20, 4, 20, 4);

size!(dms_booking_permission_result, 16, 16);
member!(dms_booking_permission_result, outcome, 0, 4, 0, 4);
member!(dms_booking_permission_result, row, 4, 4, 4, 4);
member!(dms_booking_permission_result, because, 8, 4, 8, 4);
member!(dms_booking_permission_result, advisories, 12, 4, 12, 4);

size!(dms_booking_editable_facts, 20, 20);
member!(dms_booking_editable_facts, size, 0, 4, 0, 4);
member!(dms_booking_editable_facts, status, 4, 4, 4, 4);
member!(dms_booking_editable_facts, confirmed, 8, 4, 8, 4);
member!(dms_booking_editable_facts, may_amend_handover, 12, 4, 12, 4);
member!(dms_booking_editable_facts, signature_saved, 16, 4, 16, 4);

size!(dms_booking_editable_result, 56, 56);
member!(dms_booking_editable_result, row, 0, 4, 0, 4);
member!(dms_booking_editable_result, because, 4, 4, 4, 4);
member!(dms_booking_editable_result, advisories, 8, 4, 8, 4);
member!(dms_booking_editable_result, locked_because, 12, 44, 12, 44);

size!(dms_booking_cancel_issue_facts, 24, 24);
member!(dms_booking_cancel_issue_facts, size, 0, 4, 0, 4);
member!(dms_booking_cancel_issue_facts, may_amend_handover, 4, 4, 4, 4);
member!(dms_booking_cancel_issue_facts, issued, 8, 4, 8, 4);
member!(dms_booking_cancel_issue_facts, returned, 12, 4, 12, 4);
member!(dms_booking_cancel_issue_facts, odometer_raised, 16, 4, 16, 4);
member!(dms_booking_cancel_issue_facts, update_reservation, 20, 4, 20, 4);

size!(dms_booking_cancel_issue_result, 24, 24);
member!(dms_booking_cancel_issue_result, outcome, 0, 4, 0, 4);
member!(dms_booking_cancel_issue_result, row, 4, 4, 4, 4);
member!(dms_booking_cancel_issue_result, because, 8, 4, 8, 4);
member!(dms_booking_cancel_issue_result, advisories, 12, 4, 12, 4);
member!(dms_booking_cancel_issue_result, clear_reservation, 16, 4, 16, 4);
member!(dms_booking_cancel_issue_result, keep_odometer, 20, 4, 20, 4);

size!(dms_booking_take_back_facts, 68, 68);
member!(dms_booking_take_back_facts, size, 0, 4, 0, 4);
member!(dms_booking_take_back_facts, may_take_back, 4, 4, 4, 4);
member!(dms_booking_take_back_facts, issued_at, 8, 16, 8, 16);
member!(dms_booking_take_back_facts, has_issued_at, 24, 4, 24, 4);
member!(dms_booking_take_back_facts, already_returned, 28, 4, 28, 4);
member!(dms_booking_take_back_facts, return_at, 32, 16, 32, 16);
member!(dms_booking_take_back_facts, issue_reading_km, 48, 4, 48, 4);
member!(dms_booking_take_back_facts, has_issue_reading_km, 52, 4, 52, 4);
member!(dms_booking_take_back_facts, return_reading_km, 56, 4, 56, 4);
member!(dms_booking_take_back_facts, has_return_reading_km, 60, 4, 60, 4);
member!(dms_booking_take_back_facts, update_reservation, 64, 4, 64, 4);

size!(dms_booking_take_back_result, 20, 20);
member!(dms_booking_take_back_result, outcome, 0, 4, 0, 4);
member!(dms_booking_take_back_result, row, 4, 4, 4, 4);
member!(dms_booking_take_back_result, because, 8, 4, 8, 4);
member!(dms_booking_take_back_result, advisories, 12, 4, 12, 4);
member!(dms_booking_take_back_result, clear_reservation, 16, 4, 16, 4);

size!(dms_booking_odometer_facts, 16, 16);
member!(dms_booking_odometer_facts, size, 0, 4, 0, 4);
member!(dms_booking_odometer_facts, master_km, 4, 4, 4, 4);
member!(dms_booking_odometer_facts, has_master_km, 8, 4, 8, 4);
member!(dms_booking_odometer_facts, entered_km, 12, 4, 12, 4);

size!(dms_booking_odometer_result, 16, 16);
member!(dms_booking_odometer_result, row, 0, 4, 0, 4);
member!(dms_booking_odometer_result, because, 4, 4, 4, 4);
member!(dms_booking_odometer_result, advisories, 8, 4, 8, 4);
member!(dms_booking_odometer_result, master_km, 12, 4, 12, 4);

size!(dms_booking_template_facts, 44, 44);
member!(dms_booking_template_facts, size, 0, 4, 0, 4);
member!(dms_booking_template_facts, planned_end, 4, 16, 4, 16);
member!(dms_booking_template_facts, status, 20, 4, 20, 4);
member!(dms_booking_template_facts, from, 24, 4, 24, 4);
member!(dms_booking_template_facts, now, 28, 16, 28, 16);

size!(dms_booking_template_result, 56, 56);
member!(dms_booking_template_result, outcome, 0, 4, 0, 4);
member!(dms_booking_template_result, row, 4, 4, 4, 4);
member!(dms_booking_template_result, because, 8, 4, 8, 4);
member!(dms_booking_template_result, advisories, 12, 4, 12, 4);
member!(dms_booking_template_result, start, 16, 16, 16, 16);
member!(dms_booking_template_result, end, 32, 16, 32, 16);
member!(dms_booking_template_result, reload_vehicle, 48, 4, 48, 4);
member!(dms_booking_template_result, licence_checked, 52, 4, 52, 4);

size!(dms_booking_advisor_facts, 80, 56);
member!(dms_booking_advisor_facts, size, 0, 4, 0, 4);
member!(dms_booking_advisor_facts, kind, 4, 4, 4, 4);
member!(dms_booking_advisor_facts, sales_advisor, 8, 8, 8, 4);
member!(dms_booking_advisor_facts, sales_advisor_length, 16, 8, 12, 4);
member!(dms_booking_advisor_facts, has_sales_advisor, 24, 4, 16, 4);
member!(dms_booking_advisor_facts, reserved, 28, 4, 20, 4);
member!(dms_booking_advisor_facts, service_advisor, 32, 8, 24, 4);
member!(dms_booking_advisor_facts, service_advisor_length, 40, 8, 28, 4);
member!(dms_booking_advisor_facts, has_service_advisor, 48, 4, 32, 4);
member!(dms_booking_advisor_facts, reserved_2, 52, 4, 36, 4);
member!(dms_booking_advisor_facts, appointment_receiver, 56, 8, 40, 4);
member!(dms_booking_advisor_facts, appointment_receiver_length, 64, 8, 44, 4);
member!(dms_booking_advisor_facts, has_appointment_receiver, 72, 4, 48, 4);
member!(dms_booking_advisor_facts, from_appointment, 76, 4, 52, 4);

size!(dms_booking_advisor_result, 40, 32);
member!(dms_booking_advisor_result, row, 0, 4, 0, 4);
member!(dms_booking_advisor_result, because, 4, 4, 4, 4);
member!(dms_booking_advisor_result, advisories, 8, 4, 8, 4);
member!(dms_booking_advisor_result, reserved, 12, 4, 12, 4);
member!(dms_booking_advisor_result, advisor, 16, 8, 16, 4);
member!(dms_booking_advisor_result, advisor_length, 24, 8, 20, 4);
member!(dms_booking_advisor_result, has_advisor, 32, 4, 24, 4);
member!(dms_booking_advisor_result, reserved_2, 36, 4, 28, 4);

size!(dms_booking_driver_facts, 28, 28);
member!(dms_booking_driver_facts, size, 0, 4, 0, 4);
member!(dms_booking_driver_facts, driver, 4, 4, 4, 4);
member!(dms_booking_driver_facts, may_edit_customers, 8, 4, 8, 4);
member!(dms_booking_driver_facts, may_edit_vehicles, 12, 4, 12, 4);
member!(dms_booking_driver_facts, customer_owns_vehicle, 16, 4, 16, 4);
member!(dms_booking_driver_facts, customer_changed, 20, 4, 20, 4);
member!(dms_booking_driver_facts, driver_has_old_customer_data, 24, 4, 24, 4);

size!(dms_booking_driver_result, 28, 28);
member!(dms_booking_driver_result, row, 0, 4, 0, 4);
member!(dms_booking_driver_result, because, 4, 4, 4, 4);
member!(dms_booking_driver_result, advisories, 8, 4, 8, 4);
member!(dms_booking_driver_result, name_editable, 12, 4, 12, 4);
member!(dms_booking_driver_result, may_write_customer, 16, 4, 16, 4);
member!(dms_booking_driver_result, may_write_vehicle, 20, 4, 20, 4);
member!(dms_booking_driver_result, follow_customer, 24, 4, 24, 4);

size!(dms_booking_reservation_facts, 64, 48);
member!(dms_booking_reservation_facts, size, 0, 4, 0, 4);
member!(dms_booking_reservation_facts, update_reservation, 4, 4, 4, 4);
member!(dms_booking_reservation_facts, event, 8, 4, 8, 4);
member!(dms_booking_reservation_facts, reserved, 12, 4, 12, 4);
member!(dms_booking_reservation_facts, issuer_code, 16, 8, 16, 4);
member!(dms_booking_reservation_facts, issuer_code_length, 24, 8, 20, 4);
member!(dms_booking_reservation_facts, planned_end, 32, 16, 24, 16);
member!(dms_booking_reservation_facts, customer_number, 48, 8, 40, 4);
member!(dms_booking_reservation_facts, customer_number_length, 56, 8, 44, 4);

size!(dms_booking_reservation_result, 56, 40);
member!(dms_booking_reservation_result, outcome, 0, 4, 0, 4);
member!(dms_booking_reservation_result, row, 4, 4, 4, 4);
member!(dms_booking_reservation_result, because, 8, 4, 8, 4);
member!(dms_booking_reservation_result, advisories, 12, 4, 12, 4);
member!(dms_booking_reservation_result, reserved_by, 16, 8, 16, 4);
member!(dms_booking_reservation_result, reserved_by_length, 24, 8, 20, 4);
member!(dms_booking_reservation_result, reserved_until, 32, 4, 24, 4);
member!(dms_booking_reservation_result, reserved, 36, 4, 28, 4);
member!(dms_booking_reservation_result, reserved_for, 40, 8, 32, 4);
member!(dms_booking_reservation_result, reserved_for_length, 48, 8, 36, 4);

size!(dms_booking_documents_facts, 32, 32);
member!(dms_booking_documents_facts, size, 0, 4, 0, 4);
member!(dms_booking_documents_facts, kind, 4, 4, 4, 4);
member!(dms_booking_documents_facts, status, 8, 4, 8, 4);
member!(dms_booking_documents_facts, event, 12, 4, 12, 4);
member!(dms_booking_documents_facts, has_event, 16, 4, 16, 4);
member!(dms_booking_documents_facts, print_confirmation, 20, 4, 20, 4);
member!(dms_booking_documents_facts, print_contract, 24, 4, 24, 4);
member!(dms_booking_documents_facts, print_return_confirmation, 28, 4, 28, 4);

size!(dms_booking_documents_result, 20, 20);
member!(dms_booking_documents_result, row, 0, 4, 0, 4);
member!(dms_booking_documents_result, because, 4, 4, 4, 4);
member!(dms_booking_documents_result, advisories, 8, 4, 8, 4);
member!(dms_booking_documents_result, available, 12, 4, 12, 4);
member!(dms_booking_documents_result, print_now, 16, 4, 16, 4);

size!(dms_booking_actions_facts, 28, 28);
member!(dms_booking_actions_facts, size, 0, 4, 0, 4);
member!(dms_booking_actions_facts, kind, 4, 4, 4, 4);
member!(dms_booking_actions_facts, status, 8, 4, 8, 4);
member!(dms_booking_actions_facts, settled, 12, 4, 12, 4);
member!(dms_booking_actions_facts, confirmed, 16, 4, 16, 4);
member!(dms_booking_actions_facts, rights, 20, 4, 20, 4);
member!(dms_booking_actions_facts, created_by_user, 24, 4, 24, 4);

size!(dms_booking_actions_result, 64, 64);
member!(dms_booking_actions_result, row, 0, 4, 0, 4);
member!(dms_booking_actions_result, because, 4, 4, 4, 4);
member!(dms_booking_actions_result, advisories, 8, 4, 8, 4);
member!(dms_booking_actions_result, unavailable_because, 12, 52, 12, 52);

size!(dms_booking_settlement_facts, 176, 136);
member!(dms_booking_settlement_facts, size, 0, 4, 0, 4);
member!(dms_booking_settlement_facts, kind, 4, 4, 4, 4);
member!(dms_booking_settlement_facts, status, 8, 4, 8, 4);
member!(dms_booking_settlement_facts, settled, 12, 4, 12, 4);
member!(dms_booking_settlement_facts, may_settle, 16, 4, 16, 4);
member!(dms_booking_settlement_facts, reserved, 20, 4, 20, 4);
member!(dms_booking_settlement_facts, tariff_model, 24, 8, 24, 4);
member!(dms_booking_settlement_facts, tariff_model_length, 32, 8, 28, 4);
member!(dms_booking_settlement_facts, has_tariff_model, 40, 4, 32, 4);
member!(dms_booking_settlement_facts, reserved_2, 44, 4, 36, 4);
member!(dms_booking_settlement_facts, hull_cover_model, 48, 8, 40, 4);
member!(dms_booking_settlement_facts, hull_cover_model_length, 56, 8, 44, 4);
member!(dms_booking_settlement_facts, has_hull_cover_model, 64, 4, 48, 4);
member!(dms_booking_settlement_facts, kilometres, 68, 4, 52, 4);
member!(dms_booking_settlement_facts, has_kilometres, 72, 4, 56, 4);
member!(dms_booking_settlement_facts, reserved_3, 76, 4, 60, 4);
member!(dms_booking_settlement_facts, days_of_use, 80, 8, 64, 8);
member!(dms_booking_settlement_facts, has_days_of_use, 88, 4, 72, 4);
member!(dms_booking_settlement_facts, reserved_4, 92, 4, 76, 4);
member!(dms_booking_settlement_facts, insurance, 96, 8, 80, 4);
member!(dms_booking_settlement_facts, insurance_length, 104, 8, 84, 4);
member!(dms_booking_settlement_facts, has_insurance, 112, 4, 88, 4);
member!(dms_booking_settlement_facts, reserved_5, 116, 4, 92, 4);
member!(dms_booking_settlement_facts, position_code, 120, 8, 96, 4);
member!(dms_booking_settlement_facts, position_code_length, 128, 8, 100, 4);
member!(dms_booking_settlement_facts, has_position_code, 136, 4, 104, 4);
member!(dms_booking_settlement_facts, order_target, 140, 4, 108, 4);
member!(dms_booking_settlement_facts, order_number, 144, 8, 112, 4);
member!(dms_booking_settlement_facts, order_number_length, 152, 8, 116, 4);
member!(dms_booking_settlement_facts, has_order_number, 160, 4, 120, 4);
member!(dms_booking_settlement_facts, copy_comment, 164, 4, 124, 4);
member!(dms_booking_settlement_facts, has_copy_comment, 168, 4, 128, 4);
member!(dms_booking_settlement_facts, reserved_6, 172, 4, 132, 4);

size!(dms_booking_settlement_result, 20, 20);
member!(dms_booking_settlement_result, outcome, 0, 4, 0, 4);
member!(dms_booking_settlement_result, row, 4, 4, 4, 4);
member!(dms_booking_settlement_result, because, 8, 4, 8, 4);
member!(dms_booking_settlement_result, advisories, 12, 4, 12, 4);
member!(dms_booking_settlement_result, copy_comment, 16, 4, 16, 4);

size!(dms_booking_confirmation_facts, 12, 12);
member!(dms_booking_confirmation_facts, size, 0, 4, 0, 4);
member!(dms_booking_confirmation_facts, event, 4, 4, 4, 4);
member!(dms_booking_confirmation_facts, has_replacement_booking, 8, 4, 8, 4);

size!(dms_booking_confirmation_result, 24, 24);
member!(dms_booking_confirmation_result, row, 0, 4, 0, 4);
member!(dms_booking_confirmation_result, because, 4, 4, 4, 4);
member!(dms_booking_confirmation_result, advisories, 8, 4, 8, 4);
member!(dms_booking_confirmation_result, appointment_confirmed, 12, 4, 12, 4);
member!(dms_booking_confirmation_result, booking_confirmed, 16, 4, 16, 4);
member!(dms_booking_confirmation_result, has_booking_confirmed, 20, 4, 20, 4);

size!(dms_booking_maintenance_contract_facts, 64, 40);
member!(dms_booking_maintenance_contract_facts, size, 0, 4, 0, 4);
member!(dms_booking_maintenance_contract_facts, kind, 4, 4, 4, 4);
member!(dms_booking_maintenance_contract_facts, process_number, 8, 8, 8, 4);
member!(dms_booking_maintenance_contract_facts, process_number_length, 16, 8, 12, 4);
member!(dms_booking_maintenance_contract_facts, vin, 24, 8, 16, 4);
member!(dms_booking_maintenance_contract_facts, vin_length, 32, 8, 20, 4);
member!(dms_booking_maintenance_contract_facts, invoice_recipient, 40, 8, 24, 4);
member!(dms_booking_maintenance_contract_facts, invoice_recipient_length, 48, 8, 28, 4);
member!(dms_booking_maintenance_contract_facts, valid_from, 56, 4, 32, 4);
member!(dms_booking_maintenance_contract_facts, valid_to, 60, 4, 36, 4);

size!(dms_booking_maintenance_contract_result, 576, 560);
member!(dms_booking_maintenance_contract_result, outcome, 0, 4, 0, 4);
member!(dms_booking_maintenance_contract_result, row, 4, 4, 4, 4);
member!(dms_booking_maintenance_contract_result, because, 8, 4, 8, 4);
member!(dms_booking_maintenance_contract_result, advisories, 12, 4, 12, 4);
member!(dms_booking_maintenance_contract_result, number, 16, 256, 16, 256);
member!(dms_booking_maintenance_contract_result, number_length, 272, 8, 272, 4);
member!(dms_booking_maintenance_contract_result, vin, 280, 256, 276, 256);
member!(dms_booking_maintenance_contract_result, vin_length, 536, 8, 532, 4);
member!(dms_booking_maintenance_contract_result, invoice_recipient, 544, 8, 536, 4);
member!(dms_booking_maintenance_contract_result, invoice_recipient_length, 552, 8, 540, 4);
member!(dms_booking_maintenance_contract_result, valid_from, 560, 4, 544, 4);
member!(dms_booking_maintenance_contract_result, valid_to, 564, 4, 548, 4);
member!(dms_booking_maintenance_contract_result, saved, 568, 4, 552, 4);
member!(dms_booking_maintenance_contract_result, reserved, 572, 4, 556, 4);

size!(dms_inspection_next_due_facts, 36, 36);
member!(dms_inspection_next_due_facts, size, 0, 4, 0, 4);
member!(dms_inspection_next_due_facts, today, 4, 4, 4, 4);
member!(dms_inspection_next_due_facts, first_registration, 8, 4, 8, 4);
member!(dms_inspection_next_due_facts, interval_months, 12, 4, 12, 4);
member!(dms_inspection_next_due_facts, has_interval_months, 16, 4, 16, 4);
member!(dms_inspection_next_due_facts, months_before, 20, 4, 20, 4);
member!(dms_inspection_next_due_facts, has_months_before, 24, 4, 24, 4);
member!(dms_inspection_next_due_facts, months_after, 28, 4, 28, 4);
member!(dms_inspection_next_due_facts, has_months_after, 32, 4, 32, 4);

size!(dms_inspection_next_due_result, 16, 16);
member!(dms_inspection_next_due_result, row, 0, 4, 0, 4);
member!(dms_inspection_next_due_result, because, 4, 4, 4, 4);
member!(dms_inspection_next_due_result, advisories, 8, 4, 8, 4);
member!(dms_inspection_next_due_result, due, 12, 4, 12, 4);

size!(dms_inspection_window_facts, 12, 12);
member!(dms_inspection_window_facts, size, 0, 4, 0, 4);
member!(dms_inspection_window_facts, vehicle, 4, 4, 4, 4);
member!(dms_inspection_window_facts, on, 8, 4, 8, 4);

size!(dms_inspection_window_result, 40, 40);
member!(dms_inspection_window_result, row, 0, 4, 0, 4);
member!(dms_inspection_window_result, because, 4, 4, 4, 4);
member!(dms_inspection_window_result, advisories, 8, 4, 8, 4);
member!(dms_inspection_window_result, window_class, 12, 4, 12, 4);
member!(dms_inspection_window_result, has_window_class, 16, 4, 16, 4);
member!(dms_inspection_window_result, months_before, 20, 4, 20, 4);
member!(dms_inspection_window_result, has_months_before, 24, 4, 24, 4);
member!(dms_inspection_window_result, months_after, 28, 4, 28, 4);
member!(dms_inspection_window_result, has_months_after, 32, 4, 32, 4);
member!(dms_inspection_window_result, intervals, 36, 4, 36, 4);

size!(dms_inspection_month_end_facts, 24, 24);
member!(dms_inspection_month_end_facts, size, 0, 4, 0, 4);
member!(dms_inspection_month_end_facts, enabled, 4, 4, 4, 4);
member!(dms_inspection_month_end_facts, due, 8, 4, 8, 4);
member!(dms_inspection_month_end_facts, month_end, 12, 4, 12, 4);
member!(dms_inspection_month_end_facts, grace_months, 16, 4, 16, 4);
member!(dms_inspection_month_end_facts, interval_months, 20, 4, 20, 4);

size!(dms_inspection_month_end_result, 16, 16);
member!(dms_inspection_month_end_result, row, 0, 4, 0, 4);
member!(dms_inspection_month_end_result, because, 4, 4, 4, 4);
member!(dms_inspection_month_end_result, advisories, 8, 4, 8, 4);
member!(dms_inspection_month_end_result, due, 12, 4, 12, 4);

size!(dms_inspection_sources_facts, 12, 12);
member!(dms_inspection_sources_facts, size, 0, 4, 0, 4);
member!(dms_inspection_sources_facts, from_ebv, 4, 4, 4, 4);
member!(dms_inspection_sources_facts, from_invoicing, 8, 4, 8, 4);

size!(dms_inspection_sources_result, 16, 16);
member!(dms_inspection_sources_result, outcome, 0, 4, 0, 4);
member!(dms_inspection_sources_result, row, 4, 4, 4, 4);
member!(dms_inspection_sources_result, because, 8, 4, 8, 4);
member!(dms_inspection_sources_result, advisories, 12, 4, 12, 4);
