/*
 * Calls every function of dms_rules.h, once as C99 and once as C++17: decides with exact expected values, and shows how
 * each kind of wrong call is answered.
 */

#include <stdlib.h>

#include "check.h"
#include "dms_rules.h"

/* Refused with this status, in this field; the error says both, and what was expected. */
#define REFUSED(call, expected_status, expected_field)                         \
  do {                                                                         \
    memset(&error, 'x', sizeof error);                                         \
    SAME((call), (expected_status));                                           \
    SAME(error.status, (expected_status));                                     \
    SAYS(error.field, (expected_field));                                       \
    CHECK(memchr(error.message, '\0', sizeof error.message) != NULL);          \
    CHECK(error.message[0] != '\0' && error.message[0] != 'x');                \
  } while (0)

/* Decided; the error is empty. */
#define DECIDED(call)                                                          \
  do {                                                                         \
    memset(&error, 'x', sizeof error);                                         \
    SAME((call), DMS_STATUS_OK);                                               \
    SAME(error.status, DMS_STATUS_OK);                                         \
    SAYS(error.field, "");                                                     \
    SAYS(error.message, "");                                                   \
  } while (0)

#define RESULT(result, expected_outcome, expected_row, expected_because, expected_advisories) \
  do {                                                                         \
    SAME((result).outcome, (expected_outcome));                                \
    SAME((result).row, (expected_row));                                        \
    SAME((result).because, (expected_because));                                \
    SAME((result).advisories, (expected_advisories));                          \
  } while (0)

static dms_error error;

static const char NOT_UTF8[] = "W\xC3\x28Z";

static dms_time wall_clock(int32_t date, int32_t time) {
  dms_time at;
  at.date = date;
  at.time = time;
  at.has_offset = 0;
  at.offset_minutes = 0;
  return at;
}

static dms_time instant(int32_t date, int32_t time, int32_t offset_minutes) {
  dms_time at = wall_clock(date, time);
  at.has_offset = 1;
  at.offset_minutes = offset_minutes;
  return at;
}

static void same_time(int line, dms_time found, dms_time expected) {
  same(__FILE__, line, "date", found.date, expected.date);
  same(__FILE__, line, "time", found.time, expected.time);
  same(__FILE__, line, "has_offset", found.has_offset, expected.has_offset);
  same(__FILE__, line, "offset_minutes", found.offset_minutes, expected.offset_minutes);
}

#define SAME_TIME(found, expected) same_time(__LINE__, found, expected)

/* Checks of their own for what has records, sets, reasons in their places, texts that come back, and refusals that say
   more. */
#include "client_booking.h"
#include "client_car_pass.h"

/* vin.check */

static dms_vin_check_facts vin(const char *entered) {
  dms_vin_check_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.vin = entered;
  facts.vin_length = strlen(entered);
  return facts;
}

static void vin_check(void) {
  dms_vin_check_facts facts;
  dms_vin_check_result result;

  facts = vin("wvw zzz-1jz3w386752");
  DECIDED(dms_vin_check(&facts, &result, &error));
  RESULT(result, DMS_VIN_CHECK_OUTCOME_VALID, DMS_VIN_CHECK_ROW_VALID, 0, 0);

  facts = vin(" - ");
  DECIDED(dms_vin_check(&facts, &result, &error));
  RESULT(result, DMS_VIN_CHECK_OUTCOME_MISSING, DMS_VIN_CHECK_ROW_MISSING, DMS_VIN_CHECK_BECAUSE_MISSING, 0);

  facts = vin("WVWZZZ1JZ3W3867521");
  DECIDED(dms_vin_check(&facts, &result, &error));
  RESULT(result, DMS_VIN_CHECK_OUTCOME_INVALID, DMS_VIN_CHECK_ROW_TOO_LONG, DMS_VIN_CHECK_BECAUSE_TOO_LONG, 0);

  facts = vin("WVWZZZ1JZ3W38675O");
  DECIDED(dms_vin_check(&facts, &result, &error));
  RESULT(result, DMS_VIN_CHECK_OUTCOME_INVALID, DMS_VIN_CHECK_ROW_ILLEGAL_CHARACTER,
         DMS_VIN_CHECK_BECAUSE_ILLEGAL_CHARACTER, 0);

  facts = vin("AB1234");
  DECIDED(dms_vin_check(&facts, &result, &error));
  RESULT(result, DMS_VIN_CHECK_OUTCOME_SHORT, DMS_VIN_CHECK_ROW_SHORT, DMS_VIN_CHECK_BECAUSE_SHORT, 0);

  facts = vin("1M8GDM9A0KP042788");
  DECIDED(dms_vin_check(&facts, &result, &error));
  RESULT(result, DMS_VIN_CHECK_OUTCOME_VALID, DMS_VIN_CHECK_ROW_VALID, 0,
         DMS_VIN_CHECK_ADVISORY_CHECK_DIGIT_MISMATCH);

  /* A fixed buffer without a closing NUL, and an empty text. */
  {
    const char buffer[20] = {'W', 'V', 'W', 'Z', 'Z', 'Z', '1', 'J', 'Z', '3',
                             'W', '3', '8', '6', '7', '5', '2', ' ', ' ', ' '};
    facts.vin = buffer;
    facts.vin_length = sizeof buffer;
    DECIDED(dms_vin_check(&facts, &result, &error));
    SAME(result.outcome, DMS_VIN_CHECK_OUTCOME_VALID);
    facts.vin_length = 0;
    DECIDED(dms_vin_check(&facts, &result, &error));
    SAME(result.outcome, DMS_VIN_CHECK_OUTCOME_MISSING);
  }

  /* Nobody wants the error. */
  SAME(dms_vin_check(&facts, &result, NULL), DMS_STATUS_OK);
  SAME(dms_vin_check(NULL, &result, NULL), DMS_STATUS_NULL_POINTER);

  /* A refused call leaves the result as it was. */
  memset(&result, 0x7F, sizeof result);
  facts = vin("AB1234");
  REFUSED(dms_vin_check(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_vin_check(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.vin = NULL;
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "vin");
  facts.vin_length = 0;
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "vin");
  facts = vin(NOT_UTF8);
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "vin");
  facts = vin("AB1234");
  facts.vin_length = (size_t)-1;
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "vin_length");
  facts = vin("AB1234");
  facts.size = 0;
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
  facts.size = sizeof facts - 1;
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
  facts.size = sizeof facts + 1;
  REFUSED(dms_vin_check(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
  SAME(result.outcome, 0);
  SAME(result.advisories, 0);

  /* Where only a size is given, nothing behind it is read: valgrind and the sanitizers look on. */
  {
    uint32_t *short_facts = (uint32_t *)malloc(sizeof *short_facts);
    CHECK(short_facts != NULL);
    *short_facts = sizeof *short_facts;
    REFUSED(dms_vin_check((const dms_vin_check_facts *)(const void *)short_facts, &result, &error),
            DMS_STATUS_STRUCT_SIZE, "size");
    free(short_facts);
  }
}

/* car_pass */

static dms_car_pass_enrolment_facts dossier(const char *entered) {
  dms_car_pass_enrolment_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.trigger = DMS_CAR_PASS_ENROLMENT_TRIGGER_AUTOMATIC;
  facts.work_started = 1;
  facts.vin = entered;
  facts.vin_length = strlen(entered);
  facts.dossier_number = 4711;
  facts.has_owner = 1;
  return facts;
}

static void car_pass_enrolment(void) {
  dms_car_pass_enrolment_facts facts = dossier("WVWZZZ1JZ3W386752");
  dms_car_pass_enrolment_result result;

  DECIDED(dms_car_pass_enrolment(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED, 0, 0, 0);

  facts = dossier("WVWZZZ1JZ3W3867521");
  facts.work_started = 0;
  facts.already_transmitted = 1;
  facts.merged = 1;
  facts.dossier_number = INT64_MIN;
  facts.vat_register_used = 1;
  facts.has_owner = 0;
  DECIDED(dms_car_pass_enrolment(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_ENROLMENT_OUTCOME_NOT_ENROLLED, 0,
         DMS_CAR_PASS_ENROLMENT_BECAUSE_WORK_NOT_STARTED | DMS_CAR_PASS_ENROLMENT_BECAUSE_VIN_TOO_LONG
             | DMS_CAR_PASS_ENROLMENT_BECAUSE_ALREADY_TRANSMITTED | DMS_CAR_PASS_ENROLMENT_BECAUSE_MERGED
             | DMS_CAR_PASS_ENROLMENT_BECAUSE_INTERNAL_DOSSIER | DMS_CAR_PASS_ENROLMENT_BECAUSE_VAT_NUMBER_NOT_TICKED
             | DMS_CAR_PASS_ENROLMENT_BECAUSE_NO_OWNER,
         DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_WORK_REPORTABLE);

  facts.trigger = DMS_CAR_PASS_ENROLMENT_TRIGGER_MANUAL;
  DECIDED(dms_car_pass_enrolment(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED, 0, 0,
         DMS_CAR_PASS_ENROLMENT_ADVISORY_WORK_NOT_STARTED | DMS_CAR_PASS_ENROLMENT_ADVISORY_VIN_TOO_LONG
             | DMS_CAR_PASS_ENROLMENT_ADVISORY_ALREADY_TRANSMITTED | DMS_CAR_PASS_ENROLMENT_ADVISORY_MERGED
             | DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_DOSSIER
             | DMS_CAR_PASS_ENROLMENT_ADVISORY_VAT_NUMBER_NOT_TICKED | DMS_CAR_PASS_ENROLMENT_ADVISORY_NO_OWNER
             | DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_WORK_REPORTABLE);

  facts = dossier("");
  facts.vat_register_used = 1;
  facts.vat_number_ticked = 1;
  DECIDED(dms_car_pass_enrolment(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED, 0, 0, 0);

  REFUSED(dms_car_pass_enrolment(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_enrolment(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.vin = NULL;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "vin");
  facts = dossier(NOT_UTF8);
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "vin");
  facts = dossier("");
  facts.size++;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
  facts = dossier("");
  facts.trigger = 0;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "trigger");
  facts.trigger = 3;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "trigger");
  SAYS(error.message, "one of 1 (automatic), 2 (manual), found 3");

  /* Every yes or no is 1 or 0; of several faults the first in the order of the facts is named. */
  facts = dossier("");
  facts.has_owner = 2;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_owner");
  SAYS(error.message, "1 or 0, found 2");
  facts.vat_number_ticked = -1;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "vat_number_ticked");
  facts.vat_register_used = 2;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "vat_register_used");
  facts.merged = INT32_MAX;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "merged");
  facts.already_transmitted = INT32_MIN;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "already_transmitted");
  facts.work_started = 256;
  REFUSED(dms_car_pass_enrolment(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "work_started");
}

static dms_car_pass_visible_facts sites(const char *user, const char *dossier) {
  dms_car_pass_visible_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.user_site = user;
  facts.user_site_length = strlen(user);
  facts.dossier_site = dossier;
  facts.dossier_site_length = strlen(dossier);
  return facts;
}

static void car_pass_visible(void) {
  dms_car_pass_visible_facts facts = sites("Li\xC3\xA8ge", "Li\xC3\xA8ge");
  dms_car_pass_visible_result result;

  DECIDED(dms_car_pass_visible(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_VISIBLE_OUTCOME_VISIBLE, DMS_CAR_PASS_VISIBLE_ROW_SAME_SITE, 0, 0);

  facts = sites("Gent", "Li\xC3\xA8ge");
  DECIDED(dms_car_pass_visible(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_VISIBLE_OUTCOME_HIDDEN, DMS_CAR_PASS_VISIBLE_ROW_OTHER_SITE,
         DMS_CAR_PASS_VISIBLE_BECAUSE_OTHER_SITE, 0);

  facts = sites("Gent", "Gent ");
  DECIDED(dms_car_pass_visible(&facts, &result, &error));
  SAME(result.outcome, DMS_CAR_PASS_VISIBLE_OUTCOME_HIDDEN);

  REFUSED(dms_car_pass_visible(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_visible(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.dossier_site = NULL;
  REFUSED(dms_car_pass_visible(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "dossier_site");
  facts.user_site = NULL;
  REFUSED(dms_car_pass_visible(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "user_site");
  facts = sites("Gent", NOT_UTF8);
  REFUSED(dms_car_pass_visible(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "dossier_site");
  facts = sites("\xFF", "Gent");
  REFUSED(dms_car_pass_visible(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "user_site");
  SAYS(error.message, "UTF-8, which ends after 0 of 1 bytes");
  facts = sites("Gent", "Gent");
  facts.dossier_site_length = (size_t)-1;
  REFUSED(dms_car_pass_visible(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "dossier_site_length");
  facts.size = 0;
  REFUSED(dms_car_pass_visible(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static dms_car_pass_readiness_facts file_of(int32_t policy, const char *entered) {
  dms_car_pass_readiness_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.policy = policy;
  facts.vin = entered;
  facts.vin_length = strlen(entered);
  facts.today = 20261121;
  return facts;
}

static void car_pass_readiness(void) {
  dms_car_pass_readiness_facts facts = file_of(DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER, "WVWZZZ1JZ3W386752");
  dms_car_pass_readiness_result result;

  facts.reading_km = 9999999;
  facts.has_reading_km = 1;
  facts.start_of_work = 20261121;
  facts.has_start_of_work = 1;
  DECIDED(dms_car_pass_readiness(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_READINESS_OUTCOME_READY, 0, 0, 0);

  facts.start_of_work = 20261115;
  facts.vin_length = 6;
  DECIDED(dms_car_pass_readiness(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_READINESS_OUTCOME_READY, 0, 0,
         DMS_CAR_PASS_READINESS_ADVISORY_SHORT_VIN | DMS_CAR_PASS_READINESS_ADVISORY_LATE_REPORT);

  facts.vin_length = 0;
  facts.has_reading_km = 0;
  facts.start_of_work = 20261122;
  DECIDED(dms_car_pass_readiness(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED, 0,
         DMS_CAR_PASS_READINESS_BECAUSE_VIN_MISSING | DMS_CAR_PASS_READINESS_BECAUSE_READING_MISSING
             | DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_IN_FUTURE,
         0);

  facts.has_start_of_work = 0;
  facts.vin = "?";
  facts.vin_length = 1;
  DECIDED(dms_car_pass_readiness(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED, 0,
         DMS_CAR_PASS_READINESS_BECAUSE_VIN_INVALID | DMS_CAR_PASS_READINESS_BECAUSE_READING_MISSING
             | DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_MISSING,
         0);

  facts = file_of(DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE, "WVWZZZ1JZ3W386752");
  DECIDED(dms_car_pass_readiness(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED, 0,
         DMS_CAR_PASS_READINESS_BECAUSE_DAMAGE_READING_MISSING | DMS_CAR_PASS_READINESS_BECAUSE_REPAIR_READING_MISSING,
         0);
  facts.has_damage_reading_km = 1;
  facts.has_repair_reading_km = 1;
  DECIDED(dms_car_pass_readiness(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_READINESS_OUTCOME_READY, 0, 0, 0);

  REFUSED(dms_car_pass_readiness(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_readiness(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.repair_reading_km = 10000000;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "repair_reading_km");
  facts.damage_reading_km = -1;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "damage_reading_km");
  SAYS(error.message, "a whole number of kilometres from 0 to 9,999,999, found -1");
  facts.start_of_work = 20260229;
  facts.has_start_of_work = 1;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "start_of_work");
  facts.has_start_of_work = 2;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_start_of_work");
  facts.reading_km = INT32_MAX;
  facts.has_reading_km = 1;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "reading_km");
  facts.today = 0;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "today");
  SAYS(error.message, "a date that exists, written YYYYMMDD, found 00000000");
  facts.vin = NULL;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "vin");
  facts.policy = 3;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "policy");
  facts.size--;
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
  facts = file_of(DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE, NOT_UTF8);
  REFUSED(dms_car_pass_readiness(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "vin");
}

/* okr */

static dms_okr_option_facts invoice(int32_t mode) {
  dms_okr_option_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.mode = mode;
  facts.max_age_days = 14;
  facts.has_max_age_days = 1;
  facts.entered_reading_km = 84500;
  facts.last_reading_km = 84000;
  facts.has_last_reading_km = 1;
  facts.reading_date = 20261118;
  facts.has_reading_date = 1;
  facts.invoice_date = 20261120;
  facts.invoice_total_cents = 23500;
  return facts;
}

static void okr_option(void) {
  dms_okr_option_facts facts = invoice(DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT);
  dms_okr_option_result result;

  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_YES_FORWARD, DMS_OKR_OPTION_ROW_FORWARD, 0, 0);

  /* The amount: 150.00 unless set, and more than it unless set. */
  facts.invoice_total_cents = 15000;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW, DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW,
         DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW, 0);
  facts.boundary = DMS_OKR_OPTION_BOUNDARY_AT_LEAST;
  DECIDED(dms_okr_option(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW);
  facts.has_boundary = 1;
  DECIDED(dms_okr_option(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_YES_FORWARD);
  facts.threshold_cents = INT64_MAX;
  facts.has_threshold_cents = 1;
  facts.invoice_total_cents = INT64_MIN;
  DECIDED(dms_okr_option(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW);

  /* Every reason that holds is named. */
  facts.apk_reported = 1;
  facts.entered_reading_km = 84000;
  facts.has_reading_date = 0;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED, DMS_OKR_OPTION_ROW_APK_REPORTED,
         DMS_OKR_OPTION_BECAUSE_APK_REPORTED | DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW
             | DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED | DMS_OKR_OPTION_BECAUSE_READING_STALE,
         0);

  facts = invoice(DMS_OKR_MODE_NEVER);
  facts.has_max_age_days = 0;
  facts.entered_reading_km = 184001;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_LOCKED, DMS_OKR_OPTION_ROW_FORWARDING_NEVER,
         DMS_OKR_OPTION_BECAUSE_FORWARDING_NEVER | DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT, 0);
  facts.mode = DMS_OKR_MODE_ALWAYS;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_NO_READING_OLD, DMS_OKR_OPTION_ROW_DEVIATION_EXCEEDS_LIMIT,
         DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT, 0);

  facts = invoice(DMS_OKR_MODE_AFTER_INVOICE);
  facts.reading_date = 20261105;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_NO_READING_OLD, DMS_OKR_OPTION_ROW_READING_STALE,
         DMS_OKR_OPTION_BECAUSE_READING_STALE, 0);
  facts.max_age_days = 65535;
  facts.entered_reading_km = 83901;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_YES_FORWARD, DMS_OKR_OPTION_ROW_FORWARD, 0,
         DMS_OKR_OPTION_ADVISORY_READING_LOWER);
  facts.entered_reading_km = 83900;
  DECIDED(dms_okr_option(&facts, &result, &error));
  SAME(result.advisories, DMS_OKR_OPTION_ADVISORY_READING_BREAKS_TREND);
  facts.entered_reading_km = 84000;
  facts.reading_date = facts.invoice_date;
  DECIDED(dms_okr_option(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_NO_READING_OLD, DMS_OKR_OPTION_ROW_READING_UNCHANGED,
         DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED, DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING);
  facts.last_reading_km = 0;
  facts.has_last_reading_km = 0;
  DECIDED(dms_okr_option(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_YES_FORWARD);

  /* Not aligned, as a record in a file buffer is. */
  {
    union {
      int64_t aligned;
      char bytes[sizeof facts + 1];
    } buffer;
    memcpy(buffer.bytes + 1, &facts, sizeof facts);
    DECIDED(dms_okr_option((const dms_okr_option_facts *)(const void *)(buffer.bytes + 1), &result, &error));
    SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_YES_FORWARD);
  }

  REFUSED(dms_okr_option(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_okr_option(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");

  /* What contradicts itself is found when every fact could be read, and what is missing before it. */
  facts.invoice_date = 20260102;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "reading_date");
  facts.has_max_age_days = 0;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_MISSING_FIELD, "max_age_days");

  facts.invoice_date = 20261131;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "invoice_date");
  facts.reading_date = -20261118;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "reading_date");
  facts.has_reading_date = 2;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_reading_date");
  facts.last_reading_km = -84000;
  facts.has_last_reading_km = 1;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "last_reading_km");
  facts.entered_reading_km = 10000000;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "entered_reading_km");
  facts.apk_reported = 2;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "apk_reported");
  facts.boundary = 0;
  facts.has_boundary = 1;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "boundary");
  facts.has_threshold_cents = -1;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_threshold_cents");
  facts.max_age_days = 65536;
  facts.has_max_age_days = 1;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "max_age_days");
  facts.max_age_days = -1;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "max_age_days");
  facts.mode = 5;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "mode");
  facts.mode = -1;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "mode");
  facts.size = 0;
  REFUSED(dms_okr_option(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static dms_okr_choice_facts choice(int32_t mode, int32_t chosen) {
  dms_okr_choice_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.mode = mode;
  facts.max_age_days = 14;
  facts.has_max_age_days = 1;
  facts.entered_reading_km = 84500;
  facts.reading_date = 20261118;
  facts.has_reading_date = 1;
  facts.invoice_date = 20261120;
  facts.invoice_total_cents = 12000;
  facts.chosen = chosen;
  facts.has_chosen = chosen != 0;
  return facts;
}

static void okr_choice(void) {
  dms_okr_choice_facts facts = choice(DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT, 0);
  dms_okr_choice_result result;

  DECIDED(dms_okr_choice(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW, DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW,
         DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW, 0);
  SAME(result.forward, 0);
  SAME(result.overridden, 0);

  facts = choice(DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT, DMS_OKR_CHOICE_YES_FORWARD);
  DECIDED(dms_okr_choice(&facts, &result, &error));
  RESULT(result, DMS_OKR_OPTION_OUTCOME_YES_FORWARD, DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW,
         DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW, 0);
  SAME(result.forward, 1);
  SAME(result.overridden, 1);

  facts = choice(DMS_OKR_MODE_AFTER_INVOICE, DMS_OKR_CHOICE_NO_APK_REPORTED);
  DECIDED(dms_okr_choice(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED);
  facts.chosen = DMS_OKR_CHOICE_NO_READING_OLD;
  DECIDED(dms_okr_choice(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_NO_READING_OLD);
  facts.chosen = DMS_OKR_CHOICE_NO_AMOUNT_BELOW;
  DECIDED(dms_okr_choice(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW);
  SAME(result.forward, 0);
  facts.chosen = DMS_OKR_CHOICE_YES_FORWARD;
  DECIDED(dms_okr_choice(&facts, &result, &error));
  SAME(result.forward, 1);
  SAME(result.overridden, 0);

  facts = choice(DMS_OKR_MODE_NEVER, 0);
  DECIDED(dms_okr_choice(&facts, &result, &error));
  SAME(result.outcome, DMS_OKR_OPTION_OUTCOME_LOCKED);
  SAME(result.forward, 0);

  REFUSED(dms_okr_choice(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_okr_choice(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts = choice(DMS_OKR_MODE_NEVER, DMS_OKR_CHOICE_YES_FORWARD);
  REFUSED(dms_okr_choice(&facts, &result, &error), DMS_STATUS_OPTIONS_LOCKED, "chosen");
  facts.has_chosen = 2;
  REFUSED(dms_okr_choice(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_chosen");
  facts.has_chosen = 1;
  facts.chosen = 5;
  REFUSED(dms_okr_choice(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "chosen");
  facts.apk_reported = 2;
  REFUSED(dms_okr_choice(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "apk_reported");
  facts.size = sizeof(dms_okr_option_facts);
  REFUSED(dms_okr_choice(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void okr_mutation(void) {
  dms_okr_mutation_facts facts;
  dms_okr_mutation_result result;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.mode = DMS_OKR_MODE_ALWAYS;
  facts.entered_reading_km = 84500;
  DECIDED(dms_okr_mutation(&facts, &result, &error));
  RESULT(result, DMS_OKR_MUTATION_OUTCOME_FORWARD, DMS_OKR_MUTATION_ROW_FORWARD, 0, 0);

  facts.has_last_reading_km = 1;
  facts.last_reading_km = 84501;
  DECIDED(dms_okr_mutation(&facts, &result, &error));
  RESULT(result, DMS_OKR_MUTATION_OUTCOME_FORWARD, DMS_OKR_MUTATION_ROW_FORWARD, 0,
         DMS_OKR_MUTATION_ADVISORY_READING_LOWER);
  facts.last_reading_km = 84500;
  DECIDED(dms_okr_mutation(&facts, &result, &error));
  RESULT(result, DMS_OKR_MUTATION_OUTCOME_HOLD, DMS_OKR_MUTATION_ROW_READING_UNCHANGED,
         DMS_OKR_MUTATION_BECAUSE_READING_UNCHANGED, 0);
  facts.last_reading_km = 184501;
  DECIDED(dms_okr_mutation(&facts, &result, &error));
  RESULT(result, DMS_OKR_MUTATION_OUTCOME_ASK_FIRST, DMS_OKR_MUTATION_ROW_DEVIATION_EXCEEDS_LIMIT,
         DMS_OKR_MUTATION_BECAUSE_DEVIATION_EXCEEDS_LIMIT, DMS_OKR_MUTATION_ADVISORY_READING_BREAKS_TREND);
  facts.mode = DMS_OKR_MODE_AFTER_INVOICE;
  DECIDED(dms_okr_mutation(&facts, &result, &error));
  RESULT(result, DMS_OKR_MUTATION_OUTCOME_HOLD, DMS_OKR_MUTATION_ROW_NOT_ALWAYS, DMS_OKR_MUTATION_BECAUSE_NOT_ALWAYS,
         DMS_OKR_MUTATION_ADVISORY_READING_BREAKS_TREND);

  REFUSED(dms_okr_mutation(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_okr_mutation(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.last_reading_km = -1;
  REFUSED(dms_okr_mutation(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "last_reading_km");
  facts.has_last_reading_km = 3;
  REFUSED(dms_okr_mutation(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_last_reading_km");
  facts.entered_reading_km = INT32_MIN;
  REFUSED(dms_okr_mutation(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "entered_reading_km");
  facts.mode = 0;
  REFUSED(dms_okr_mutation(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "mode");
  facts.size = 1;
  REFUSED(dms_okr_mutation(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

/* quarter_hour */

typedef int32_t (*rounding)(const dms_quarter_hour_facts *, dms_quarter_hour_result *, dms_error *);

static void rounds(int line, rounding round, dms_time at, dms_time expected) {
  dms_quarter_hour_facts facts;
  dms_quarter_hour_result result;

  facts.size = sizeof facts;
  facts.at = at;
  memset(&result, 0, sizeof result);
  DECIDED(round(&facts, &result, &error));
  same_time(line, result.at, expected);
}

static void quarter_hour(void) {
  static const rounding each[] = {dms_quarter_hour_floor, dms_quarter_hour_ceil, dms_quarter_hour_nearest,
                                  dms_quarter_hour_next};
  dms_quarter_hour_facts facts;
  dms_quarter_hour_result result;
  size_t at;

  rounds(__LINE__, dms_quarter_hour_floor, wall_clock(20261121, 101459), wall_clock(20261121, 100000));
  rounds(__LINE__, dms_quarter_hour_ceil, wall_clock(20261121, 101500), wall_clock(20261121, 101500));
  rounds(__LINE__, dms_quarter_hour_ceil, wall_clock(20261121, 101501), wall_clock(20261121, 103000));
  rounds(__LINE__, dms_quarter_hour_nearest, wall_clock(20261121, 100729), wall_clock(20261121, 100000));
  rounds(__LINE__, dms_quarter_hour_nearest, wall_clock(20261121, 100730), wall_clock(20261121, 101500));
  rounds(__LINE__, dms_quarter_hour_next, wall_clock(20261231, 234500), wall_clock(20270101, 0));
  /* The offset of the question stays. */
  rounds(__LINE__, dms_quarter_hour_next, instant(20260329, 15300, 60), instant(20260329, 20000, 60));
  rounds(__LINE__, dms_quarter_hour_floor, instant(20261121, 101459, -570), instant(20261121, 100000, -570));
  rounds(__LINE__, dms_quarter_hour_floor, instant(20261121, 101459, 0), instant(20261121, 100000, 0));
  rounds(__LINE__, dms_quarter_hour_ceil, instant(20261121, 101459, 1080), instant(20261121, 101500, 1080));

  for (at = 0; at < sizeof each / sizeof each[0]; at++) {
    facts.size = sizeof facts;
    facts.at = wall_clock(20261121, 100700);
    REFUSED(each[at](NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
    REFUSED(each[at](&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
    facts.size = sizeof facts + 4;
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
    facts.size = sizeof facts;
    facts.at = wall_clock(20260230, 100700);
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_INVALID_DATE, "at");
    facts.at = wall_clock(20261121, 240000);
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_INVALID_DATE, "at");
    facts.at = wall_clock(20261121, -1);
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_INVALID_DATE, "at");
    facts.at = instant(20261121, 100700, 1081);
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_INVALID_DATE, "at");
    facts.at = instant(20261121, 100700, INT32_MIN);
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_INVALID_DATE, "at");
    facts.at.has_offset = 2;
    REFUSED(each[at](&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "at.has_offset");
  }

  facts.at = wall_clock(99991231, 235900);
  REFUSED(dms_quarter_hour_ceil(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "at");
  REFUSED(dms_quarter_hour_nearest(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "at");
  REFUSED(dms_quarter_hour_next(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "at");
  DECIDED(dms_quarter_hour_floor(&facts, &result, &error));
}

/* booking */

static void booking_issue_limit(void) {
  dms_booking_issue_limit_facts facts;
  dms_booking_issue_limit_result result;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.now = instant(20261120, 100700, 60);
  DECIDED(dms_booking_issue_limit(&facts, &result, &error));
  SAME(result.row, DMS_BOOKING_ISSUE_LIMIT_ROW_IMMEDIATE);
  SAME(result.because, DMS_BOOKING_ISSUE_LIMIT_BECAUSE_IMMEDIATE);
  SAME(result.advisories, 0);
  SAME_TIME(result.latest, instant(20261120, 101500, 60));

  facts.immediate_window = DMS_BOOKING_IMMEDIATE_WINDOW_FIFTEEN_MINUTES;
  facts.has_immediate_window = 1;
  facts.days_ahead = INT32_MIN;
  DECIDED(dms_booking_issue_limit(&facts, &result, &error));
  SAME_TIME(result.latest, instant(20261120, 102200, 60));
  facts.immediate_window = DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR;
  facts.now = wall_clock(20261120, 101500);
  DECIDED(dms_booking_issue_limit(&facts, &result, &error));
  SAME_TIME(result.latest, wall_clock(20261120, 103000));

  /* The end of a civil day has no offset, even where now has one. */
  facts.days_ahead = 2;
  facts.now = instant(20261230, 100700, 60);
  DECIDED(dms_booking_issue_limit(&facts, &result, &error));
  SAME(result.row, DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD);
  SAME(result.because, DMS_BOOKING_ISSUE_LIMIT_BECAUSE_DAYS_AHEAD);
  SAME_TIME(result.latest, wall_clock(20270101, 235900));

  REFUSED(dms_booking_issue_limit(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_booking_issue_limit(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.days_ahead = INT32_MAX;
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "days_ahead");
  facts.days_ahead = 0;
  facts.now = wall_clock(99991231, 235000);
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "now");
  facts.immediate_window = 3;
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "immediate_window");
  facts.has_immediate_window = 2;
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_immediate_window");
  facts.now.has_offset = 2;
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "now.has_offset");
  facts.now.time = 106000;
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "now");
  facts.size = 0;
  REFUSED(dms_booking_issue_limit(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static dms_booking_issue_facts issue(int32_t kind) {
  dms_booking_issue_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.kind = kind;
  facts.may_issue = 1;
  facts.now = instant(20261120, 100700, 60);
  facts.requested_at = instant(20261120, 101500, 60);
  facts.planned_end = instant(20261121, 180000, 60);
  return facts;
}

static void booking_issue(void) {
  dms_booking_issue_facts facts = issue(DMS_BOOKING_KIND_TEST_DRIVE);
  dms_booking_issue_result result;

  DECIDED(dms_booking_issue(&facts, &result, &error));
  RESULT(result, DMS_BOOKING_ISSUE_OUTCOME_ALLOWED, 0, 0, 0);
  SAME_TIME(result.latest, instant(20261120, 101500, 60));

  facts.may_issue = 0;
  facts.already_issued = 1;
  facts.vehicle_out = 1;
  facts.plate_out = 1;
  facts.requested_at = instant(20261121, 180100, 60);
  facts.overlaps_past_handover = 1;
  DECIDED(dms_booking_issue(&facts, &result, &error));
  RESULT(result, DMS_BOOKING_ISSUE_OUTCOME_REFUSED, 0,
         DMS_BOOKING_ISSUE_BECAUSE_RIGHT_MISSING | DMS_BOOKING_ISSUE_BECAUSE_ALREADY_ISSUED
             | DMS_BOOKING_ISSUE_BECAUSE_VEHICLE_OUT | DMS_BOOKING_ISSUE_BECAUSE_PLATE_OUT
             | DMS_BOOKING_ISSUE_BECAUSE_BEYOND_ISSUE_LIMIT | DMS_BOOKING_ISSUE_BECAUSE_AFTER_PLANNED_END
             | DMS_BOOKING_ISSUE_BECAUSE_OVERLAPS_HANDOVER,
         0);

  /* A trial plate matters on test drives only. */
  facts = issue(DMS_BOOKING_KIND_RENTAL);
  facts.plate_out = 1;
  DECIDED(dms_booking_issue(&facts, &result, &error));
  SAME(result.outcome, DMS_BOOKING_ISSUE_OUTCOME_ALLOWED);

  /* Instants are compared as instants; the answer has the offset of now, or is the end of a civil day. */
  facts.kind = DMS_BOOKING_KIND_REPLACEMENT;
  facts.requested_at = instant(20261120, 91559, 0);
  DECIDED(dms_booking_issue(&facts, &result, &error));
  SAME(result.outcome, DMS_BOOKING_ISSUE_OUTCOME_ALLOWED);
  facts.days_ahead = 1;
  facts.requested_at = instant(20261121, 175900, 60);
  DECIDED(dms_booking_issue(&facts, &result, &error));
  SAME(result.outcome, DMS_BOOKING_ISSUE_OUTCOME_ALLOWED);
  SAME_TIME(result.latest, wall_clock(20261121, 235900));

  facts.now = wall_clock(20261120, 100700);
  facts.requested_at = wall_clock(20261120, 101600);
  facts.planned_end = wall_clock(20261121, 180000);
  facts.days_ahead = 0;
  DECIDED(dms_booking_issue(&facts, &result, &error));
  RESULT(result, DMS_BOOKING_ISSUE_OUTCOME_REFUSED, 0, DMS_BOOKING_ISSUE_BECAUSE_BEYOND_ISSUE_LIMIT, 0);
  SAME_TIME(result.latest, wall_clock(20261120, 101500));

  REFUSED(dms_booking_issue(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_booking_issue(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");

  /* All times of one call are of one kind. */
  facts.planned_end = instant(20261121, 180000, 60);
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "planned_end");
  facts.requested_at = instant(20261120, 101600, 60);
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "requested_at");
  facts = issue(DMS_BOOKING_KIND_RENTAL);
  facts.requested_at = wall_clock(20261120, 101600);
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "requested_at");

  facts.overlaps_past_handover = 2;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "overlaps_past_handover");
  facts.plate_out = 2;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "plate_out");
  facts.vehicle_out = 2;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "vehicle_out");
  facts.already_issued = 2;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "already_issued");
  facts.planned_end.date = 20261301;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "planned_end");
  facts.has_immediate_window = 1;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "immediate_window");
  facts.requested_at.time = 100060;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "requested_at");
  facts.now.has_offset = -1;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "now.has_offset");
  facts.may_issue = 2;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "may_issue");
  facts.kind = 4;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "kind");
  facts.size = 0;
  REFUSED(dms_booking_issue(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

/* Ids, names and texts */

static void ids_and_texts(void) {
  const char *text = NULL;
  int32_t decision;
  int32_t language;

  DECIDED(dms_version(&text, &error));
  CHECK(text != NULL && strchr(text, '.') != NULL);
  DECIDED(dms_decision_id(DMS_DECISION_OKR_OPTION, &text, &error));
  SAYS(text, "okr.option");
  DECIDED(dms_decision_id(DMS_DECISION_QUARTER_HOUR_NEXT, &text, &error));
  SAYS(text, "quarter_hour.next");
  for (decision = DMS_DECISION_VIN_CHECK; decision <= DMS_DECISION_BOOKING_ISSUE; decision++) {
    DECIDED(dms_decision_id(decision, &text, &error));
    DECIDED(dms_decision_edition(decision, &text, &error));
    SAYS(text, "2026-11");
  }

  DECIDED(dms_outcome_name(DMS_DECISION_OKR_CHOICE, DMS_OKR_OPTION_OUTCOME_LOCKED, &text, &error));
  SAYS(text, "locked");
  DECIDED(dms_outcome_name(DMS_DECISION_BOOKING_ISSUE, DMS_BOOKING_ISSUE_OUTCOME_REFUSED, &text, &error));
  SAYS(text, "refused");
  DECIDED(dms_row_id(DMS_DECISION_OKR_CHOICE, DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW, &text, &error));
  SAYS(text, "amount_too_low");
  DECIDED(dms_row_text(DMS_DECISION_OKR_OPTION, DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW, DMS_LANGUAGE_NL, &text, &error));
  SAYS(text, "Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd.");
  DECIDED(dms_reason_id(DMS_DECISION_CAR_PASS_ENROLMENT, DMS_CAR_PASS_ENROLMENT_BECAUSE_NO_OWNER, &text, &error));
  SAYS(text, "no_owner");
  DECIDED(dms_reason_text(DMS_DECISION_BOOKING_ISSUE, DMS_BOOKING_ISSUE_BECAUSE_RIGHT_MISSING, DMS_LANGUAGE_DE, &text,
                          &error));
  SAYS(text, "Das Recht \xE2\x80\x9E" "Fahrzeug ausgeben\xE2\x80\x9C fehlt f\xC3\xBCr diese Buchungsart.");
  DECIDED(dms_advisory_id(DMS_DECISION_OKR_OPTION, DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING, &text, &error));
  SAYS(text, "fresh_unchanged_reading");
  DECIDED(dms_advisory_text(DMS_DECISION_VIN_CHECK, DMS_VIN_CHECK_ADVISORY_CHECK_DIGIT_MISMATCH, DMS_LANGUAGE_EN,
                            &text, &error));
  SAYS(text, "The check digit in position 9 does not match: look for a typing error.");
  DECIDED(dms_status_name(DMS_STATUS_OK, &text, &error));
  SAYS(text, "ok");
  DECIDED(dms_status_name(DMS_STATUS_MISSING_FIELD, &text, &error));
  SAYS(text, "missing_field");
  DECIDED(dms_status_name(DMS_STATUS_BUFFER_TOO_SMALL, &text, &error));
  SAYS(text, "buffer_too_small");
  for (language = DMS_LANGUAGE_EN; language <= DMS_LANGUAGE_DE; language++) {
    DECIDED(dms_status_text(DMS_STATUS_PANIC, language, &text, &error));
    CHECK(text[0] != '\0');
  }
  DECIDED(dms_status_text(DMS_STATUS_OUT_OF_RANGE, DMS_LANGUAGE_FR, &text, &error));
  SAYS(text, "La valeur d\xC3\xA9passe les limites.");

  /* What has no name leaves the pointer as it was. */
  text = "as before";
  REFUSED(dms_decision_id(0, &text, &error), DMS_STATUS_UNKNOWN_DECISION, "decision");
  REFUSED(dms_decision_edition(99, &text, &error), DMS_STATUS_UNKNOWN_DECISION, "decision");
  REFUSED(dms_outcome_name(-1, 1, &text, &error), DMS_STATUS_UNKNOWN_DECISION, "decision");
  REFUSED(dms_outcome_name(DMS_DECISION_VIN_CHECK, 0, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "outcome");
  REFUSED(dms_outcome_name(DMS_DECISION_QUARTER_HOUR_CEIL, 1, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "outcome");
  REFUSED(dms_row_id(DMS_DECISION_VIN_CHECK, 0, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "row");
  REFUSED(dms_row_id(DMS_DECISION_VIN_CHECK, 6, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "row");
  REFUSED(dms_row_id(DMS_DECISION_BOOKING_ISSUE, 1, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "row");
  REFUSED(dms_row_text(DMS_DECISION_VIN_CHECK, 6, DMS_LANGUAGE_EN, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "row");
  REFUSED(dms_row_text(DMS_DECISION_VIN_CHECK, 1, 0, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "language");
  REFUSED(dms_reason_id(DMS_DECISION_VIN_CHECK, 0, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "reason");
  REFUSED(dms_reason_id(DMS_DECISION_VIN_CHECK, 3, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "reason");
  REFUSED(dms_reason_id(DMS_DECISION_VIN_CHECK, 1u << 31, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "reason");
  REFUSED(dms_reason_text(DMS_DECISION_VIN_CHECK, 1, 5, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "language");
  REFUSED(dms_advisory_id(DMS_DECISION_CAR_PASS_VISIBLE, 1, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "advisory");
  REFUSED(dms_advisory_text(DMS_DECISION_VIN_CHECK, 2, 1, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "advisory");
  REFUSED(dms_status_name(12, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "status");
  REFUSED(dms_status_text(-1, DMS_LANGUAGE_EN, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "status");
  REFUSED(dms_status_text(DMS_STATUS_OK, 9, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "language");
  CHECK(text == NULL);

  REFUSED(dms_version(NULL, &error), DMS_STATUS_NULL_POINTER, "version");
  REFUSED(dms_decision_id(1, NULL, &error), DMS_STATUS_NULL_POINTER, "id");
  REFUSED(dms_decision_edition(1, NULL, &error), DMS_STATUS_NULL_POINTER, "edition");
  REFUSED(dms_outcome_name(1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "name");
  REFUSED(dms_row_id(1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "id");
  REFUSED(dms_row_text(1, 1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "text");
  REFUSED(dms_reason_id(1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "id");
  REFUSED(dms_reason_text(1, 1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "text");
  REFUSED(dms_advisory_id(1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "id");
  REFUSED(dms_advisory_text(1, 1, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "text");
  REFUSED(dms_status_name(0, NULL, &error), DMS_STATUS_NULL_POINTER, "name");
  REFUSED(dms_status_text(0, 1, NULL, &error), DMS_STATUS_NULL_POINTER, "text");
}

/* JSON */

static int32_t ask(const char *request, char *answer, size_t capacity, size_t *length) {
  return dms_evaluate_json(request, strlen(request), answer, capacity, length, &error);
}

static void json(void) {
  static const char REQUEST[] =
      "{\"decision\":\"car_pass.visible\",\"facts\":{\"user_site\":\"Gent\",\"dossier_site\":\"Gent\"}}";
  static const char ANSWER[] = "{\"decision\":\"car_pass.visible\",\"edition\":\"2026-11\",\"outcome\":\"visible\","
                               "\"row\":\"same_site\",\"because\":[],\"advisories\":[]}";
  char answer[512];
  size_t length = 0;

  DECIDED(ask(REQUEST, answer, sizeof answer, &length));
  SAYS(answer, ANSWER);
  SAME(length, strlen(ANSWER));

  /* Exactly enough, one byte too few, one byte, none. */
  memset(answer, 'x', sizeof answer);
  DECIDED(ask(REQUEST, answer, sizeof ANSWER, &length));
  SAYS(answer, ANSWER);
  SAME(answer[sizeof ANSWER], 'x');
  memset(answer, 'x', sizeof answer);
  REFUSED(ask(REQUEST, answer, sizeof ANSWER - 1, &length), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAME(length, strlen(ANSWER));
  SAYS(answer, "");
  SAME(answer[1], 'x');
  memset(answer, 'x', sizeof answer);
  REFUSED(ask(REQUEST, answer, 1, &length), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAYS(answer, "");
  answer[0] = 'x';
  length = 0;
  REFUSED(ask(REQUEST, answer, 0, &length), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAME(length, strlen(ANSWER));
  SAME(answer[0], 'x');

  /* A refusal is an answer, and a status. */
  REFUSED(ask("{\"decision\":\"car_pass.visible\",\"facts\":{\"user_site\":\"Gent\"}}", answer, sizeof answer, &length),
          DMS_STATUS_MISSING_FIELD, "dossier_site");
  SAYS(answer, "{\"decision\":\"car_pass.visible\",\"error\":{\"code\":\"missing_field\",\"field\":\"dossier_site\","
               "\"message\":\"dossier_site: this fact is needed and is not given\"}}");
  SAME(length, strlen(answer));
  REFUSED(ask("{\"decision\":\"okr.options\",\"facts\":{}}", answer, sizeof answer, &length),
          DMS_STATUS_UNKNOWN_DECISION, "");
  REFUSED(ask("{\"decision\":\"vin.check\",\"facts\":{\"vin\":17}}", answer, sizeof answer, &length),
          DMS_STATUS_WRONG_TYPE, "vin");
  REFUSED(ask("{\"decision\":\"vin.check\",\"facts\":{\"vin\":\"\",\"chassis\":\"\"}}", answer, sizeof answer, &length),
          DMS_STATUS_UNKNOWN_FIELD, "chassis");
  REFUSED(ask("{\"decision\":", answer, sizeof answer, &length), DMS_STATUS_MALFORMED_JSON, "");
  REFUSED(ask("", answer, sizeof answer, &length), DMS_STATUS_MALFORMED_JSON, "");

  /* What does not fit into an error is cut between two characters: here before a character of two bytes. */
  {
    char request[256];
    char field[DMS_ERROR_FIELD_SIZE];
    size_t at;
    strcpy(request, "{\"decision\":\"vin.check\",\"facts\":{\"vin\":\"\",\"x");
    for (at = 0; at < 40; at++) {
      strcat(request, "\xC3\xA9");
    }
    strcat(request, "\":1}}");
    memset(field, 0, sizeof field);
    strcpy(field, "x");
    for (at = 0; at < 31; at++) {
      strcat(field, "\xC3\xA9");
    }
    REFUSED(ask(request, answer, sizeof answer, &length), DMS_STATUS_UNKNOWN_FIELD, field);
  }

  length = 7;
  REFUSED(ask(NOT_UTF8, answer, sizeof answer, &length), DMS_STATUS_INVALID_UTF8, "request");
  REFUSED(dms_evaluate_json(REQUEST, (size_t)-1, answer, sizeof answer, &length, &error), DMS_STATUS_OUT_OF_RANGE,
          "request_length");
  REFUSED(dms_evaluate_json(NULL, 0, answer, sizeof answer, &length, &error), DMS_STATUS_NULL_POINTER, "request");
  REFUSED(dms_evaluate_json(REQUEST, DMS_REQUEST_MAXIMUM + 1, answer, sizeof answer, &length, &error),
          DMS_STATUS_OUT_OF_RANGE, "request_length");
  REFUSED(ask(REQUEST, NULL, 1, &length), DMS_STATUS_NULL_POINTER, "answer");
  REFUSED(ask(REQUEST, answer, sizeof answer, NULL), DMS_STATUS_NULL_POINTER, "answer_length");
  SAME(length, 0);
  SAYS(answer, "");
  REFUSED(ask(REQUEST, NULL, 0, &length), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAME(length, strlen(ANSWER));
}

static int32_t explain(const char *request, int32_t language, char *answer, size_t capacity, size_t *length) {
  return dms_explain_json(request, strlen(request), language, answer, capacity, length, &error);
}

static void explained(void) {
  static const char REQUEST[] =
      "{\"decision\":\"car_pass.visible\",\"facts\":{\"user_site\":\"Gent\",\"dossier_site\":\"Gent\"}}";
  static const char REFUSAL[] = "{\"decision\":\"car_pass.visible\",\"facts\":{\"user_site\":\"Gent\"}}";
  char answer[4096];
  char whole[4096];
  size_t length = 0;
  size_t needed = 0;

  /* The answer to the condition, the row that fired and one that did not, and why. */
  DECIDED(explain(REQUEST, DMS_LANGUAGE_NL, whole, sizeof whole, &length));
  SAME(length, strlen(whole));
  CHECK(strncmp(whole, "### `car_pass.visible`\n", 23) == 0);
  CHECK(strstr(whole, "`other_site` | Het dossier hoort bij een andere vestiging. |\n") != NULL);
  CHECK(strstr(whole, "\n| \xE2\x86\x92   | **`same_site`** |     | **`visible`** |\n") != NULL);
  CHECK(strstr(whole, "\n|     | `other_site`    | \xE2\x9C\x93   | `hidden`      |\n") != NULL);
  CHECK(strstr(whole, "\n* Het dossier hoort bij de eigen vestiging van de gebruiker.\n") != NULL);
  DECIDED(explain(REQUEST, DMS_LANGUAGE_EN, answer, sizeof answer, &needed));
  CHECK(strcmp(answer, whole) != 0);
  CHECK(strstr(answer, "**`same_site`**") != NULL);

  /* What has no function of its own, and what has no table of conditions. */
  DECIDED(explain("{\"decision\":\"quarter_hour.next\",\"facts\":{\"at\":\"2026-11-21T10:07:00\"}}", DMS_LANGUAGE_DE,
                  answer, sizeof answer, &needed));
  CHECK(strncmp(answer, "### `quarter_hour.next`\n", 24) == 0);

  /* Exactly enough, one byte too few, one byte, none. */
  memset(answer, 'x', sizeof answer);
  DECIDED(explain(REQUEST, DMS_LANGUAGE_NL, answer, length + 1, &needed));
  SAYS(answer, whole);
  SAME(answer[length + 1], 'x');
  memset(answer, 'x', sizeof answer);
  needed = 0;
  REFUSED(explain(REQUEST, DMS_LANGUAGE_NL, answer, length, &needed), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAME(needed, length);
  SAYS(answer, "");
  SAME(answer[1], 'x');
  answer[0] = 'x';
  REFUSED(explain(REQUEST, DMS_LANGUAGE_NL, answer, 1, &needed), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAYS(answer, "");
  answer[0] = 'x';
  needed = 0;
  REFUSED(explain(REQUEST, DMS_LANGUAGE_NL, answer, 0, &needed), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAME(needed, length);
  SAME(answer[0], 'x');

  /* A refusal is a status and an empty text, and never a buffer too small. */
  memset(answer, 'x', sizeof answer);
  REFUSED(explain(REFUSAL, DMS_LANGUAGE_NL, answer, sizeof answer, &needed), DMS_STATUS_MISSING_FIELD, "dossier_site");
  SAME(needed, 0);
  SAYS(answer, "");
  SAME(answer[1], 'x');
  answer[0] = 'x';
  needed = 7;
  REFUSED(explain(REFUSAL, DMS_LANGUAGE_NL, answer, 0, &needed), DMS_STATUS_MISSING_FIELD, "dossier_site");
  SAME(needed, 0);
  SAME(answer[0], 'x');
  REFUSED(explain("{\"decision\":\"okr.options\",\"facts\":{}}", DMS_LANGUAGE_NL, answer, sizeof answer, &needed),
          DMS_STATUS_UNKNOWN_DECISION, "");
  REFUSED(explain("", DMS_LANGUAGE_NL, answer, sizeof answer, &needed), DMS_STATUS_MALFORMED_JSON, "");

  /* Nothing of an answer before is left. */
  strcpy(answer, "as before");
  needed = 7;
  REFUSED(explain(REQUEST, 0, answer, sizeof answer, &needed), DMS_STATUS_UNKNOWN_VALUE, "language");
  REFUSED(explain(REQUEST, 5, answer, sizeof answer, &needed), DMS_STATUS_UNKNOWN_VALUE, "language");
  REFUSED(explain(NOT_UTF8, DMS_LANGUAGE_NL, answer, sizeof answer, &needed), DMS_STATUS_INVALID_UTF8, "request");
  REFUSED(dms_explain_json(REQUEST, (size_t)-1, DMS_LANGUAGE_NL, answer, sizeof answer, &needed, &error),
          DMS_STATUS_OUT_OF_RANGE, "request_length");
  REFUSED(dms_explain_json(NULL, 0, DMS_LANGUAGE_NL, answer, sizeof answer, &needed, &error), DMS_STATUS_NULL_POINTER,
          "request");
  REFUSED(explain(REQUEST, DMS_LANGUAGE_NL, NULL, 1, &needed), DMS_STATUS_NULL_POINTER, "answer");
  REFUSED(explain(REQUEST, DMS_LANGUAGE_NL, answer, sizeof answer, NULL), DMS_STATUS_NULL_POINTER, "answer_length");
  REFUSED(explain(REFUSAL, DMS_LANGUAGE_NL, answer, sizeof answer, NULL), DMS_STATUS_NULL_POINTER, "answer_length");
  SAYS(answer, "");
  SAME(needed, 0);
  REFUSED(explain(REQUEST, DMS_LANGUAGE_NL, NULL, 0, &needed), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  CHECK(needed > 100);
  SAME(dms_explain_json(REFUSAL, strlen(REFUSAL), DMS_LANGUAGE_NL, answer, sizeof answer, &needed, NULL),
       DMS_STATUS_MISSING_FIELD);
}

/* What there is to decide, and what is said of it, asked by the names that JSON has. */
static void by_name(void) {
  static char answer[100000];
  const char *text = NULL;
  const char *found;
  size_t length = 0;
  int ids = 0;
  DECIDED(dms_list_json(answer, sizeof answer, &length, &error));
  SAME(length, strlen(answer));
  for (found = answer; (found = strchr(found, ',')) != NULL; found++) ids++;
  SAME(ids + 1, 48);
  CHECK(strncmp(answer, "[\"vin.check\",", 13) == 0);
  REFUSED(dms_list_json(NULL, 0, &length, &error), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  SAME(length, strlen(answer));

  DECIDED(dms_describe_json("booking.plan", 12, answer, sizeof answer, &length, &error));
  CHECK(answer[0] == '{' && strstr(answer, "\"vehicle_overdue\"") != NULL);
  REFUSED(dms_describe_json("booking.plans", 13, answer, sizeof answer, &length, &error), DMS_STATUS_UNKNOWN_DECISION,
          "");
  SAYS(answer, "");
  SAME(length, 0);
  DECIDED(dms_schema_json("booking.plan", 12, answer, sizeof answer, &length, &error));
  CHECK(answer[0] == '{' && strstr(answer, "\"planned_start\"") != NULL);
  REFUSED(dms_schema_json(NULL, 12, answer, sizeof answer, &length, &error), DMS_STATUS_NULL_POINTER, "decision");

  DECIDED(dms_model_json("booking.plan", 12, answer, sizeof answer, &length, &error));
  CHECK(answer[0] == '{' && strstr(answer, "\"booking.plan\"") != NULL && strstr(answer, "\"okr.option\"") == NULL);
  REFUSED(dms_model_json("", 0, NULL, 0, &length, &error), DMS_STATUS_BUFFER_TOO_SMALL, "answer_capacity");
  CHECK(length > 100000);
  REFUSED(dms_model_json("booking", 7, answer, sizeof answer, &length, &error), DMS_STATUS_UNKNOWN_DECISION, "");

  /* A decision that JSON alone asks for has its numbers all the same. */
  DECIDED(dms_decision_id(DMS_DECISION_BOOKING_PLAN, &text, &error));
  SAYS(text, "booking.plan");
  DECIDED(dms_outcome_name(DMS_DECISION_BOOKING_AMEND_HANDOVER, DMS_BOOKING_VERDICT_REFUSED, &text, &error));
  SAYS(text, "refused");
  DECIDED(dms_advisory_id(DMS_DECISION_BOOKING_PLAN, DMS_BOOKING_PLAN_ADVISORY_VEHICLE_OVERDUE, &text, &error));
  SAYS(text, "vehicle_overdue");

  DECIDED(dms_text("okr.option", 10, "amount_too_low", 14, DMS_LANGUAGE_NL, &text, &error));
  SAYS(text, "Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd.");
  DECIDED(dms_text("car_pass.lifecycle", 18, "send_correction", 15, DMS_LANGUAGE_EN, &text, &error));
  CHECK(text != NULL && strlen(text) > 10);
  REFUSED(dms_text("okr.options", 11, "amount_too_low", 14, DMS_LANGUAGE_NL, &text, &error),
          DMS_STATUS_UNKNOWN_DECISION, "decision");
  REFUSED(dms_text("okr.option", 10, "amount", 6, DMS_LANGUAGE_NL, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "id");
  REFUSED(dms_text("okr.option", 10, "amount_too_low", 14, 0, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "language");
  CHECK(text == NULL);
}

/* Numbers and layouts that programs already built rely on (64-bit). A change here breaks them. */

static void kept(void) {
  SAME(DMS_STATUS_OK, 0);
  SAME(DMS_STATUS_MALFORMED_JSON, 11);
  SAME(DMS_STATUS_PANIC, 105);
  SAME(DMS_DECISION_BOOKING_ISSUE, 13);
  SAME(DMS_DECISION_BOOKING_FOLLOWS_MASTER, 26);
  SAME(DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT, 42);
  SAME(DMS_BOOKING_STATUS_RETURNED, 4);
  SAME(DMS_BOOKING_RIGHT_SETTLE, 512);
  SAME(DMS_BOOKING_DOCUMENTS_DOCUMENT_OVERVIEW, 64);
  SAME(DMS_BOOKING_EDITABLE_FIELD_SIGNATURE, 10);
  SAME(DMS_BOOKING_ACTIONS_ACTION_UNCONFIRM, 12);
  SAME(DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT, 4);
  SAME(sizeof(dms_error), 4 + 64 + 256);
  SAME(sizeof(dms_time), 16);
  SAME(sizeof(dms_booking_follows_master_facts), 8);
  SAME(sizeof(dms_booking_follows_master_result), 16);
  SAME(sizeof(dms_booking_status_facts), 96);
  SAME(sizeof(dms_booking_status_result), 68);
  SAME(sizeof(dms_booking_permission_facts), 24);
  SAME(sizeof(dms_booking_permission_result), 16);
  SAME(sizeof(dms_booking_editable_facts), 20);
  SAME(sizeof(dms_booking_editable_result), 56);
  SAME(sizeof(dms_booking_cancel_issue_facts), 24);
  SAME(sizeof(dms_booking_cancel_issue_result), 24);
  SAME(sizeof(dms_booking_take_back_facts), 68);
  SAME(sizeof(dms_booking_take_back_result), 20);
  SAME(sizeof(dms_booking_odometer_facts), 16);
  SAME(sizeof(dms_booking_odometer_result), 16);
  SAME(sizeof(dms_booking_template_facts), 44);
  SAME(sizeof(dms_booking_template_result), 56);
  SAME(sizeof(dms_booking_driver_facts), 28);
  SAME(sizeof(dms_booking_driver_result), 28);
  SAME(sizeof(dms_booking_documents_facts), 32);
  SAME(sizeof(dms_booking_documents_result), 20);
  SAME(sizeof(dms_booking_actions_facts), 28);
  SAME(sizeof(dms_booking_actions_result), 64);
  SAME(sizeof(dms_booking_settlement_result), 20);
  SAME(sizeof(dms_booking_confirmation_facts), 12);
  SAME(sizeof(dms_booking_confirmation_result), 24);
  if (sizeof(void *) == 8) {
    SAME(sizeof(dms_vin_check_facts), 24);
    SAME(sizeof(dms_car_pass_enrolment_facts), 64);
    SAME(sizeof(dms_car_pass_visible_facts), 40);
    SAME(sizeof(dms_car_pass_readiness_facts), 64);
    SAME(sizeof(dms_okr_option_facts), 72);
    SAME(offsetof(dms_okr_option_facts, threshold_cents), 16);
    SAME(offsetof(dms_okr_option_facts, invoice_total_cents), 64);
    SAME(sizeof(dms_okr_choice_facts), 80);
    SAME(sizeof(dms_okr_mutation_facts), 20);
    SAME(sizeof(dms_quarter_hour_facts), 20);
    SAME(sizeof(dms_booking_issue_limit_facts), 32);
    SAME(sizeof(dms_booking_issue_facts), 88);
    SAME(sizeof(dms_booking_advisor_facts), 80);
    SAME(sizeof(dms_booking_advisor_result), 40);
    SAME(sizeof(dms_booking_reservation_facts), 64);
    SAME(sizeof(dms_booking_reservation_result), 56);
    SAME(sizeof(dms_booking_settlement_facts), 176);
    SAME(sizeof(dms_booking_maintenance_contract_facts), 64);
    SAME(sizeof(dms_booking_maintenance_contract_result), 576);
    SAME(offsetof(dms_booking_settlement_facts, days_of_use), 80);
    SAME(offsetof(dms_booking_maintenance_contract_result, invoice_recipient), 544);
  }
}

int main(void) {
  vin_check();
  car_pass_enrolment();
  car_pass_visible();
  car_pass_readiness();
  car_pass_and_inspection();
  okr_option();
  okr_choice();
  okr_mutation();
  quarter_hour();
  booking_issue_limit();
  booking_issue();
  bookings();
  ids_and_texts();
  json();
  explained();
  by_name();
  kept();
#ifdef __cplusplus
  return checked("c++17 client");
#else
  return checked("c99 client");
#endif
}
