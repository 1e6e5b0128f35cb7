/*
 * Decides many rows in one call, once as C99 and once as C++17: each row is answered as the function for one answers it,
 * and what is wrong with one row, or with all of them, is told. With a panic that is sown, that row alone is lost.
 */

#include <stdlib.h>

#include "check.h"
#include "dms_rules.h"
#include "sown.h"

enum { ROWS = 1000 };

/* What was in a result before the call. */
enum { BEFORE = 0x7F };

static dms_error error;

/* Whether all of it is this byte. */
static int all_of(const void *result, size_t size, unsigned char expected) {
  const unsigned char *byte = (const unsigned char *)result;
  while (size > 0 && *byte == expected) {
    byte++;
    size--;
  }
  return size == 0;
}

/* The call is refused as a whole, under this name; the rows that have a status have the call's. */
#define REFUSED(call, expected_status, expected_field, statuses)               \
  do {                                                                         \
    int row;                                                                   \
    memset(&error, 'x', sizeof error);                                         \
    memset(statuses, BEFORE, sizeof(statuses));                                \
    SAME((call), (expected_status));                                           \
    SAME(error.status, (expected_status));                                     \
    SAYS(error.field, (expected_field));                                       \
    for (row = 0; row < ROWS; row++) SAME((statuses)[row], (expected_status)); \
  } while (0)

/*
 * test_DECISION: facts_of_DECISION fills row n, one in seven of them with something that is refused. Every row must be
 * answered as alone.
 */
#define BATCH(decision, id)                                                                                   \
  static dms_##decision##_facts decision##_rows[ROWS];                                                        \
  static dms_##decision##_result decision##_results[ROWS];                                                    \
                                                                                                              \
  static void test_##decision(void) {                                                                         \
    dms_##decision##_facts *rows = decision##_rows;                                                           \
    dms_##decision##_result *results = decision##_results;                                                    \
    dms_##decision##_result alone;                                                                            \
    static int32_t statuses[ROWS];                                                                            \
    int32_t status;                                                                                           \
    dms_error first;                                                                                          \
    int row, refused = 0, decided = 0;                                                                        \
                                                                                                              \
    for (row = 0; row < ROWS; row++) {                                                                        \
      memset(&rows[row], 0, sizeof rows[row]);                                                                \
      rows[row].size = sizeof rows[row];                                                                      \
      facts_of_##decision(&rows[row], row);                                                                   \
    }                                                                                                         \
    memset(results, BEFORE, sizeof decision##_results);                                                       \
    memset(statuses, BEFORE, sizeof statuses);                                                                \
    memset(&first, 0, sizeof first);                                                                          \
    status = dms_##decision##_batch(rows, ROWS, results, statuses, &error);                                   \
    SAME(status, statuses[6]);                                                                                \
    for (row = 0; row < ROWS; row++) {                                                                        \
      dms_error why;                                                                                          \
      memset(&alone, BEFORE, sizeof alone);                                                                   \
      SAME(statuses[row], dms_##decision(&rows[row], &alone, &why));                                          \
      CHECK(memcmp(&alone, &results[row], sizeof alone) == 0);                                                \
      if (statuses[row] == DMS_STATUS_OK) {                                                                   \
        decided++;                                                                                            \
      } else {                                                                                                \
        CHECK(all_of(&results[row], sizeof alone, 0));                                                        \
        if (refused++ == 0) first = why;                                                                      \
      }                                                                                                       \
    }                                                                                                         \
    SAME(refused, ROWS / 7);                                                                                  \
    SAME(decided, ROWS - ROWS / 7);                                                                           \
    SAME(error.status, first.status);                                                                         \
    SAYS(error.field, first.field);                                                                           \
    SAYS(error.message, first.message);                                                                       \
                                                                                                              \
    /* Without a row that is refused, and with one row only. */                                               \
    memset(&error, 'x', sizeof error);                                                                        \
    SAME(dms_##decision##_batch(rows, 6, results, statuses, &error), DMS_STATUS_OK);                          \
    SAYS(error.field, "");                                                                                    \
    SAYS(error.message, "");                                                                                  \
    SAME(dms_##decision##_batch(rows + 6, 1, results, statuses, NULL), first.status);                         \
                                                                                                              \
    /* No rows. */                                                                                            \
    statuses[0] = -1;                                                                                         \
    SAME(dms_##decision##_batch(NULL, 0, NULL, NULL, &error), DMS_STATUS_OK);                                 \
    SAME(error.status, DMS_STATUS_OK);                                                                        \
    SAME(dms_##decision##_batch(rows + 6, 0, results, statuses, NULL), DMS_STATUS_OK);                        \
    SAME(statuses[0], -1);                                                                                    \
                                                                                                              \
    /* A row of another size says nothing of those beside it. */                                              \
    memset(results, BEFORE, sizeof decision##_results);                                                       \
    rows[3].size += 4;                                                                                        \
    SAME(dms_##decision##_batch(rows, 6, results, statuses, &error), DMS_STATUS_STRUCT_SIZE);                 \
    SAYS(error.field, "size");                                                                                \
    for (row = 0; row < 6; row++) {                                                                           \
      SAME(statuses[row], row == 3 ? DMS_STATUS_STRUCT_SIZE : DMS_STATUS_OK);                                 \
      SAME(all_of(&results[row], sizeof alone, 0), row == 3);                                                 \
    }                                                                                                         \
    rows[3].size -= 4;                                                                                        \
                                                                                                              \
    /* A panic in the third row loses no other, and is gone with the next call. */                            \
    memset(results, BEFORE, sizeof decision##_results);                                                       \
    if (sow(id, 2)) {                                                                                         \
      SAME(dms_##decision##_batch(rows, 6, results, statuses, &error), DMS_STATUS_PANIC);                     \
      SAME(error.status, DMS_STATUS_PANIC);                                                                   \
      SAYS(error.field, "");                                                                                  \
      SAYS(error.message, "a fault that was sown in " id);                                                    \
      for (row = 0; row < 6; row++) {                                                                         \
        SAME(statuses[row], row == 2 ? DMS_STATUS_PANIC : DMS_STATUS_OK);                                     \
        SAME(all_of(&results[row], sizeof alone, 0), row == 2);                                               \
      }                                                                                                       \
      SAME(dms_##decision##_batch(rows, 6, results, statuses, &error), DMS_STATUS_OK);                        \
      SAME(statuses[2], DMS_STATUS_OK);                                                                       \
    }                                                                                                         \
                                                                                                              \
    /* Nothing is decided. */                                                                                 \
    memset(results, BEFORE, sizeof decision##_results);                                                       \
    rows[0].size -= 4;                                                                                        \
    REFUSED(dms_##decision##_batch(rows, ROWS, results, statuses, &error), DMS_STATUS_STRUCT_SIZE, "size",    \
            statuses);                                                                                        \
    rows[0].size += 4;                                                                                        \
    REFUSED(dms_##decision##_batch(NULL, ROWS, results, statuses, &error), DMS_STATUS_NULL_POINTER, "facts",  \
            statuses);                                                                                        \
    REFUSED(dms_##decision##_batch(rows, ROWS, NULL, statuses, &error), DMS_STATUS_NULL_POINTER, "results",   \
            statuses);                                                                                        \
    SAME(dms_##decision##_batch(rows, ROWS, results, NULL, &error), DMS_STATUS_NULL_POINTER);                 \
    SAYS(error.field, "statuses");                                                                            \
    SAME(dms_##decision##_batch(rows, (size_t)-1, results, statuses, &error), DMS_STATUS_OUT_OF_RANGE);       \
    SAYS(error.field, "count");                                                                               \
    CHECK(all_of(results, sizeof decision##_results, 0));                                                \
  }

/* One in seven. */
static int is_bad(int row) { return row % 7 == 6; }

static void facts_of_okr_option(dms_okr_option_facts *facts, int row) {
  facts->mode = 1 + row % 4;
  facts->max_age_days = 30;
  facts->has_max_age_days = 1;
  facts->apk_reported = row % 5 == 0;
  facts->entered_reading_km = 100000 + row;
  facts->last_reading_km = 100500;
  facts->has_last_reading_km = row % 3 != 0;
  facts->reading_date = 20261101 + row % 20;
  facts->has_reading_date = 1;
  facts->invoice_date = is_bad(row) ? 20261131 : 20261121;
  facts->invoice_total_cents = 100 * row;
}

BATCH(okr_option, "okr.option")

static void facts_of_car_pass_enrolment(dms_car_pass_enrolment_facts *facts, int row) {
  facts->trigger = is_bad(row) ? 3 : 1 + row % 2;
  facts->work_started = row % 3 != 0;
  facts->vin = row % 11 == 0 ? "WVWZZZ1JZ3W3867521" : "WVWZZZ1JZ3W386752";
  facts->vin_length = strlen(facts->vin);
  facts->already_transmitted = row % 4 == 0;
  facts->merged = row % 5 == 0;
  facts->dossier_number = row % 13;
  facts->vat_register_used = row % 2;
  facts->vat_number_ticked = row % 9 == 0;
  facts->has_owner = row % 10 != 0;
}

BATCH(car_pass_enrolment, "car_pass.enrolment")

static void facts_of_car_pass_readiness(dms_car_pass_readiness_facts *facts, int row) {
  facts->policy = 1 + row % 2;
  facts->vin = is_bad(row) ? NULL : "WVWZZZ1JZ3W386752";
  facts->vin_length = 17 - row % 4;
  facts->today = 20261121;
  facts->reading_km = 125896 + row;
  facts->has_reading_km = row % 3 != 0;
  facts->start_of_work = 20261110 + row % 15;
  facts->has_start_of_work = row % 5 != 0;
  facts->damage_reading_km = 1000 * row;
  facts->has_damage_reading_km = row % 8 != 0;
  facts->repair_reading_km = 1000 * row + 1;
  facts->has_repair_reading_km = row % 9 != 0;
}

BATCH(car_pass_readiness, "car_pass.readiness")

static dms_time at(int32_t date, int32_t time) {
  dms_time at;
  at.date = date;
  at.time = time;
  at.has_offset = 0;
  at.offset_minutes = 0;
  return at;
}

static void facts_of_booking_issue(dms_booking_issue_facts *facts, int row) {
  facts->kind = 1 + row % 3;
  facts->may_issue = row % 10 != 0;
  facts->now = at(20261121, 100700);
  facts->requested_at = at(20261121 + row % 4, 101500);
  facts->days_ahead = row % 5;
  facts->immediate_window = 1 + row % 2;
  facts->has_immediate_window = row % 3 == 0;
  facts->planned_end = at(20261125, is_bad(row) ? 240000 : 180000);
  facts->already_issued = row % 8 == 0;
  facts->vehicle_out = row % 9 == 0;
  facts->plate_out = row % 4 == 0;
  facts->overlaps_past_handover = row % 12 == 0;
}

BATCH(booking_issue, "booking.issue")

int main(void) {
  test_okr_option();
  test_car_pass_enrolment();
  test_car_pass_readiness();
  test_booking_issue();
#ifdef __cplusplus
  return checked("c++17 batches");
#else
  return checked("c99 batches");
#endif
}
