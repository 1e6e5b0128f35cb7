/* Generated from ffi/src by ffi/header: change it there. */

/*
 * Where every member lies. Include this file somewhere, and the compiler stops where it does not place members as the
 * library does, as under an option or pragma that packs structs. Languages that place members themselves take the
 * numbers from here, in bytes:
 *
 *   DMS_STRUCT(struct, size with 64-bit pointers, size with 32-bit pointers)
 *   DMS_MEMBER(struct, member, offset and size with 64-bit pointers, offset and size with 32-bit pointers)
 *
 * The second of each is that of 32-bit Windows and ARM. 32-bit x86 has another on Linux, where an int64_t lies on a
 * multiple of 4; nothing is checked there.
 */

#ifndef DMS_RULES_LAYOUT_H
#define DMS_RULES_LAYOUT_H

#include "dms_rules.h"

#if defined(__i386__) && !defined(_WIN32)
#define DMS_HOLDS(name, condition) typedef char name##_is_not_checked[1]
#elif defined(__cplusplus) && __cplusplus >= 201103L
#define DMS_HOLDS(name, condition) static_assert(condition, #name " lies elsewhere")
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define DMS_HOLDS(name, condition) _Static_assert(condition, #name " lies elsewhere")
#else
#define DMS_HOLDS(name, condition) typedef char name##_lies_elsewhere[(condition) ? 1 : -1]
#endif

#if UINTPTR_MAX > 0xFFFFFFFF
#define DMS_ONE_OF(wide, narrow) (wide)
#else
#define DMS_ONE_OF(wide, narrow) (narrow)
#endif

#define DMS_STRUCT(type, size_64, size_32) DMS_HOLDS(type, sizeof(type) == DMS_ONE_OF(size_64, size_32))
#define DMS_MEMBER(type, member, at_64, size_64, at_32, size_32)                   \
  DMS_HOLDS(type##_##member, offsetof(type, member) == DMS_ONE_OF(at_64, at_32) && \
                                 sizeof(((type *)0)->member) == DMS_ONE_OF(size_64, size_32))

DMS_STRUCT(dms_error, 324, 324);
DMS_MEMBER(dms_error, status, 0, 4, 0, 4);
DMS_MEMBER(dms_error, field, 4, 64, 4, 64);
DMS_MEMBER(dms_error, message, 68, 256, 68, 256);

DMS_STRUCT(dms_time, 16, 16);
DMS_MEMBER(dms_time, date, 0, 4, 0, 4);
DMS_MEMBER(dms_time, time, 4, 4, 4, 4);
DMS_MEMBER(dms_time, has_offset, 8, 4, 8, 4);
DMS_MEMBER(dms_time, offset_minutes, 12, 4, 12, 4);

DMS_STRUCT(dms_vin_check_facts, 24, 12);
DMS_MEMBER(dms_vin_check_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_vin_check_facts, vin, 8, 8, 4, 4);
DMS_MEMBER(dms_vin_check_facts, vin_length, 16, 8, 8, 4);

DMS_STRUCT(dms_vin_check_result, 16, 16);
DMS_MEMBER(dms_vin_check_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_vin_check_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_vin_check_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_vin_check_result, advisories, 12, 4, 12, 4);

DMS_STRUCT(dms_car_pass_enrolment_facts, 64, 56);
DMS_MEMBER(dms_car_pass_enrolment_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, trigger, 4, 4, 4, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, work_started, 8, 4, 8, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, vin, 16, 8, 12, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, vin_length, 24, 8, 16, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, already_transmitted, 32, 4, 20, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, merged, 36, 4, 24, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, dossier_number, 40, 8, 32, 8);
DMS_MEMBER(dms_car_pass_enrolment_facts, vat_register_used, 48, 4, 40, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, vat_number_ticked, 52, 4, 44, 4);
DMS_MEMBER(dms_car_pass_enrolment_facts, has_owner, 56, 4, 48, 4);

DMS_STRUCT(dms_car_pass_enrolment_result, 16, 16);
DMS_MEMBER(dms_car_pass_enrolment_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_car_pass_enrolment_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_car_pass_enrolment_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_car_pass_enrolment_result, advisories, 12, 4, 12, 4);

DMS_STRUCT(dms_car_pass_visible_facts, 40, 20);
DMS_MEMBER(dms_car_pass_visible_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_car_pass_visible_facts, user_site, 8, 8, 4, 4);
DMS_MEMBER(dms_car_pass_visible_facts, user_site_length, 16, 8, 8, 4);
DMS_MEMBER(dms_car_pass_visible_facts, dossier_site, 24, 8, 12, 4);
DMS_MEMBER(dms_car_pass_visible_facts, dossier_site_length, 32, 8, 16, 4);

DMS_STRUCT(dms_car_pass_visible_result, 16, 16);
DMS_MEMBER(dms_car_pass_visible_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_car_pass_visible_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_car_pass_visible_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_car_pass_visible_result, advisories, 12, 4, 12, 4);

DMS_STRUCT(dms_car_pass_readiness_facts, 64, 52);
DMS_MEMBER(dms_car_pass_readiness_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, policy, 4, 4, 4, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, vin, 8, 8, 8, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, vin_length, 16, 8, 12, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, today, 24, 4, 16, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, reading_km, 28, 4, 20, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, has_reading_km, 32, 4, 24, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, start_of_work, 36, 4, 28, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, has_start_of_work, 40, 4, 32, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, damage_reading_km, 44, 4, 36, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, has_damage_reading_km, 48, 4, 40, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, repair_reading_km, 52, 4, 44, 4);
DMS_MEMBER(dms_car_pass_readiness_facts, has_repair_reading_km, 56, 4, 48, 4);

DMS_STRUCT(dms_car_pass_readiness_result, 16, 16);
DMS_MEMBER(dms_car_pass_readiness_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_car_pass_readiness_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_car_pass_readiness_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_car_pass_readiness_result, advisories, 12, 4, 12, 4);

DMS_STRUCT(dms_okr_option_facts, 72, 72);
DMS_MEMBER(dms_okr_option_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_okr_option_facts, mode, 4, 4, 4, 4);
DMS_MEMBER(dms_okr_option_facts, max_age_days, 8, 4, 8, 4);
DMS_MEMBER(dms_okr_option_facts, has_max_age_days, 12, 4, 12, 4);
DMS_MEMBER(dms_okr_option_facts, threshold_cents, 16, 8, 16, 8);
DMS_MEMBER(dms_okr_option_facts, has_threshold_cents, 24, 4, 24, 4);
DMS_MEMBER(dms_okr_option_facts, boundary, 28, 4, 28, 4);
DMS_MEMBER(dms_okr_option_facts, has_boundary, 32, 4, 32, 4);
DMS_MEMBER(dms_okr_option_facts, apk_reported, 36, 4, 36, 4);
DMS_MEMBER(dms_okr_option_facts, entered_reading_km, 40, 4, 40, 4);
DMS_MEMBER(dms_okr_option_facts, last_reading_km, 44, 4, 44, 4);
DMS_MEMBER(dms_okr_option_facts, has_last_reading_km, 48, 4, 48, 4);
DMS_MEMBER(dms_okr_option_facts, reading_date, 52, 4, 52, 4);
DMS_MEMBER(dms_okr_option_facts, has_reading_date, 56, 4, 56, 4);
DMS_MEMBER(dms_okr_option_facts, invoice_date, 60, 4, 60, 4);
DMS_MEMBER(dms_okr_option_facts, invoice_total_cents, 64, 8, 64, 8);

DMS_STRUCT(dms_okr_option_result, 16, 16);
DMS_MEMBER(dms_okr_option_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_okr_option_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_okr_option_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_okr_option_result, advisories, 12, 4, 12, 4);

DMS_STRUCT(dms_okr_choice_facts, 80, 80);
DMS_MEMBER(dms_okr_choice_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_okr_choice_facts, mode, 4, 4, 4, 4);
DMS_MEMBER(dms_okr_choice_facts, max_age_days, 8, 4, 8, 4);
DMS_MEMBER(dms_okr_choice_facts, has_max_age_days, 12, 4, 12, 4);
DMS_MEMBER(dms_okr_choice_facts, threshold_cents, 16, 8, 16, 8);
DMS_MEMBER(dms_okr_choice_facts, has_threshold_cents, 24, 4, 24, 4);
DMS_MEMBER(dms_okr_choice_facts, boundary, 28, 4, 28, 4);
DMS_MEMBER(dms_okr_choice_facts, has_boundary, 32, 4, 32, 4);
DMS_MEMBER(dms_okr_choice_facts, apk_reported, 36, 4, 36, 4);
DMS_MEMBER(dms_okr_choice_facts, entered_reading_km, 40, 4, 40, 4);
DMS_MEMBER(dms_okr_choice_facts, last_reading_km, 44, 4, 44, 4);
DMS_MEMBER(dms_okr_choice_facts, has_last_reading_km, 48, 4, 48, 4);
DMS_MEMBER(dms_okr_choice_facts, reading_date, 52, 4, 52, 4);
DMS_MEMBER(dms_okr_choice_facts, has_reading_date, 56, 4, 56, 4);
DMS_MEMBER(dms_okr_choice_facts, invoice_date, 60, 4, 60, 4);
DMS_MEMBER(dms_okr_choice_facts, invoice_total_cents, 64, 8, 64, 8);
DMS_MEMBER(dms_okr_choice_facts, chosen, 72, 4, 72, 4);
DMS_MEMBER(dms_okr_choice_facts, has_chosen, 76, 4, 76, 4);

DMS_STRUCT(dms_okr_choice_result, 24, 24);
DMS_MEMBER(dms_okr_choice_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_okr_choice_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_okr_choice_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_okr_choice_result, advisories, 12, 4, 12, 4);
DMS_MEMBER(dms_okr_choice_result, forward, 16, 4, 16, 4);
DMS_MEMBER(dms_okr_choice_result, overridden, 20, 4, 20, 4);

DMS_STRUCT(dms_okr_mutation_facts, 20, 20);
DMS_MEMBER(dms_okr_mutation_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_okr_mutation_facts, mode, 4, 4, 4, 4);
DMS_MEMBER(dms_okr_mutation_facts, entered_reading_km, 8, 4, 8, 4);
DMS_MEMBER(dms_okr_mutation_facts, last_reading_km, 12, 4, 12, 4);
DMS_MEMBER(dms_okr_mutation_facts, has_last_reading_km, 16, 4, 16, 4);

DMS_STRUCT(dms_okr_mutation_result, 16, 16);
DMS_MEMBER(dms_okr_mutation_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_okr_mutation_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_okr_mutation_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_okr_mutation_result, advisories, 12, 4, 12, 4);

DMS_STRUCT(dms_quarter_hour_facts, 20, 20);
DMS_MEMBER(dms_quarter_hour_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_quarter_hour_facts, at, 4, 16, 4, 16);

DMS_STRUCT(dms_quarter_hour_result, 16, 16);
DMS_MEMBER(dms_quarter_hour_result, at, 0, 16, 0, 16);

DMS_STRUCT(dms_booking_issue_limit_facts, 32, 32);
DMS_MEMBER(dms_booking_issue_limit_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_booking_issue_limit_facts, now, 4, 16, 4, 16);
DMS_MEMBER(dms_booking_issue_limit_facts, days_ahead, 20, 4, 20, 4);
DMS_MEMBER(dms_booking_issue_limit_facts, immediate_window, 24, 4, 24, 4);
DMS_MEMBER(dms_booking_issue_limit_facts, has_immediate_window, 28, 4, 28, 4);

DMS_STRUCT(dms_booking_issue_limit_result, 28, 28);
DMS_MEMBER(dms_booking_issue_limit_result, row, 0, 4, 0, 4);
DMS_MEMBER(dms_booking_issue_limit_result, because, 4, 4, 4, 4);
DMS_MEMBER(dms_booking_issue_limit_result, advisories, 8, 4, 8, 4);
DMS_MEMBER(dms_booking_issue_limit_result, latest, 12, 16, 12, 16);

DMS_STRUCT(dms_booking_issue_facts, 88, 88);
DMS_MEMBER(dms_booking_issue_facts, size, 0, 4, 0, 4);
DMS_MEMBER(dms_booking_issue_facts, kind, 4, 4, 4, 4);
DMS_MEMBER(dms_booking_issue_facts, may_issue, 8, 4, 8, 4);
DMS_MEMBER(dms_booking_issue_facts, now, 12, 16, 12, 16);
DMS_MEMBER(dms_booking_issue_facts, requested_at, 28, 16, 28, 16);
DMS_MEMBER(dms_booking_issue_facts, days_ahead, 44, 4, 44, 4);
DMS_MEMBER(dms_booking_issue_facts, immediate_window, 48, 4, 48, 4);
DMS_MEMBER(dms_booking_issue_facts, has_immediate_window, 52, 4, 52, 4);
DMS_MEMBER(dms_booking_issue_facts, planned_end, 56, 16, 56, 16);
DMS_MEMBER(dms_booking_issue_facts, already_issued, 72, 4, 72, 4);
DMS_MEMBER(dms_booking_issue_facts, vehicle_out, 76, 4, 76, 4);
DMS_MEMBER(dms_booking_issue_facts, plate_out, 80, 4, 80, 4);
DMS_MEMBER(dms_booking_issue_facts, overlaps_past_handover, 84, 4, 84, 4);

DMS_STRUCT(dms_booking_issue_result, 32, 32);
DMS_MEMBER(dms_booking_issue_result, outcome, 0, 4, 0, 4);
DMS_MEMBER(dms_booking_issue_result, row, 4, 4, 4, 4);
DMS_MEMBER(dms_booking_issue_result, because, 8, 4, 8, 4);
DMS_MEMBER(dms_booking_issue_result, advisories, 12, 4, 12, 4);
DMS_MEMBER(dms_booking_issue_result, latest, 16, 16, 16, 16);

#undef DMS_MEMBER
#undef DMS_STRUCT
#undef DMS_ONE_OF
#undef DMS_HOLDS

#endif /* DMS_RULES_LAYOUT_H */
