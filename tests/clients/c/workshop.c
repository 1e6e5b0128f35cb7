/*
 * Decides a workshop's day: Car-Pass dossiers and OKR invoices with Dutch texts, vehicle issues with German ones. Reads
 * lines of text (../README.md says what stands in them) and prints a report: workshop FILE.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dms_rules.h"

typedef struct {
  int32_t language;
  const char *refused, *row, *because, *advisory;
} words;

static const words NL = {DMS_LANGUAGE_NL, "geweigerd", "rij", "want", "let op"};
static const words DE = {DMS_LANGUAGE_DE, "abgelehnt", "Zeile", "weil", "Hinweis"};

/* The line that is being read, what is left of it, and what became of the lines before it. */
static long line;
static char *rest;
static int decided, refused;

static void stop(const char *what, const char *where) {
  fflush(stdout);
  fprintf(stderr, "line %ld: %s: %s\n", line, what, where);
  exit(1);
}

/* FIELDS */

static char *text(void) {
  char *field = rest, *separator;
  if (field == NULL) stop("too few fields", "");
  separator = strchr(field, '|');
  rest = separator == NULL ? NULL : separator + 1;
  if (separator != NULL) *separator = '\0';
  return field;
}

static int64_t number(const char *field, int64_t least, int64_t greatest) {
  char *end;
  long long value;
  errno = 0;
  value = strtoll(field, &end, 10);
  if (strchr("-0123456789", *field) == NULL || end == field || *end != '\0' || errno != 0 || value < least
      || value > greatest)
    stop("no whole number, or too long", field);
  return value;
}

static int64_t whole64(void) { return number(text(), INT64_MIN, INT64_MAX); }

static int32_t whole(void) { return (int32_t)number(text(), INT32_MIN, INT32_MAX); }

/* An empty field is unknown: the flag says so, and the value is not looked at. */
static int64_t known64(int32_t *has) {
  const char *field = text();
  *has = *field != '\0';
  return *has ? number(field, INT64_MIN, INT64_MAX) : 0;
}

static int32_t known(int32_t *has) {
  const char *field = text();
  *has = *field != '\0';
  return *has ? (int32_t)number(field, INT32_MIN, INT32_MAX) : 0;
}

static dms_time point_in_time(void) {
  dms_time at;
  at.date = whole();
  at.time = whole();
  at.offset_minutes = known(&at.has_offset);
  return at;
}

static void end_of_line(void) {
  if (rest != NULL) stop("too many fields", rest);
}

/* THE REPORT */

/* A text that the library does not find for its own answer is a fault in this program. */
static void must(int32_t status) {
  if (status != DMS_STATUS_OK) stop("no text", "dms_rules");
}

static void print_head(int32_t decision) {
  const char *id, *edition;
  must(dms_decision_id(decision, &id, NULL));
  must(dms_decision_edition(decision, &edition, NULL));
  printf("  %s %s: ", id, edition);
}

static void print_refusal(int32_t decision, const words *say, const dms_error *error) {
  const char *code, *for_staff;
  must(dms_status_name(error->status, &code, NULL));
  must(dms_status_text(error->status, say->language, &for_staff, NULL));
  print_head(decision);
  printf("%s, %s\n  %s: %s\n  (%s)\n", say->refused, code, error->field, for_staff, error->message);
  refused++;
}

static void print_outcome(int32_t decision, int32_t outcome) {
  const char *name;
  must(dms_outcome_name(decision, outcome, &name, NULL));
  print_head(decision);
  printf("%s\n", name);
  decided++;
}

/* The row that fired, if the decision has rows, then reasons and advisories: a bit for each. */
static void print_why(int32_t decision, const words *say, int32_t row, uint32_t because, uint32_t advisories) {
  const char *said;
  uint32_t bit;
  if (row != 0) {
    must(dms_row_text(decision, row, say->language, &said, NULL));
    printf("  %s: %s\n", say->row, said);
  }
  for (bit = 1; bit != 0; bit <<= 1)
    if (because & bit) {
      must(dms_reason_text(decision, bit, say->language, &said, NULL));
      printf("  %s: %s\n", say->because, said);
    }
  for (bit = 1; bit != 0; bit <<= 1)
    if (advisories & bit) {
      must(dms_advisory_text(decision, bit, say->language, &said, NULL));
      printf("  %s: %s\n", say->advisory, said);
    }
}

static void print_latest(dms_time at) {
  printf("  bis %02d.%02d.%04d %02d:%02d:%02d", at.date % 100, at.date / 100 % 100, at.date / 10000, at.time / 10000,
         at.time / 100 % 100, at.time % 100);
  if (at.has_offset) {
    int minutes = abs(at.offset_minutes);
    printf(" %c%02d:%02d", at.offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
  printf("\n");
}

/* THE DECISIONS */

static void enrolment(void) {
  dms_car_pass_enrolment_facts facts = {0};
  dms_car_pass_enrolment_result result;
  dms_error error;

  facts.size = sizeof facts;
  facts.trigger = whole();
  facts.work_started = whole();
  facts.vin = text();
  facts.vin_length = strlen(facts.vin);
  facts.already_transmitted = whole();
  facts.merged = whole();
  facts.dossier_number = whole64();
  facts.vat_register_used = whole();
  facts.vat_number_ticked = whole();
  facts.has_owner = whole();
  end_of_line();

  if (dms_car_pass_enrolment(&facts, &result, &error) != DMS_STATUS_OK) {
    print_refusal(DMS_DECISION_CAR_PASS_ENROLMENT, &NL, &error);
    return;
  }
  print_outcome(DMS_DECISION_CAR_PASS_ENROLMENT, result.outcome);
  print_why(DMS_DECISION_CAR_PASS_ENROLMENT, &NL, result.row, result.because, result.advisories);
}

static void readiness(void) {
  dms_car_pass_readiness_facts facts = {0};
  dms_car_pass_readiness_result result;
  dms_error error;

  facts.size = sizeof facts;
  facts.policy = whole();
  facts.vin = text();
  facts.vin_length = strlen(facts.vin);
  facts.today = whole();
  facts.reading_km = known(&facts.has_reading_km);
  facts.start_of_work = known(&facts.has_start_of_work);
  facts.damage_reading_km = known(&facts.has_damage_reading_km);
  facts.repair_reading_km = known(&facts.has_repair_reading_km);
  end_of_line();

  if (dms_car_pass_readiness(&facts, &result, &error) != DMS_STATUS_OK) {
    print_refusal(DMS_DECISION_CAR_PASS_READINESS, &NL, &error);
    return;
  }
  print_outcome(DMS_DECISION_CAR_PASS_READINESS, result.outcome);
  print_why(DMS_DECISION_CAR_PASS_READINESS, &NL, result.row, result.because, result.advisories);
}

static void invoice(void) {
  dms_okr_option_facts facts = {0};
  dms_okr_option_result result;
  dms_error error;

  facts.size = sizeof facts;
  facts.mode = whole();
  facts.max_age_days = known(&facts.has_max_age_days);
  facts.threshold_cents = known64(&facts.has_threshold_cents);
  facts.boundary = known(&facts.has_boundary);
  facts.apk_reported = whole();
  facts.entered_reading_km = whole();
  facts.last_reading_km = known(&facts.has_last_reading_km);
  facts.reading_date = known(&facts.has_reading_date);
  facts.invoice_date = whole();
  facts.invoice_total_cents = whole64();
  end_of_line();

  if (dms_okr_option(&facts, &result, &error) != DMS_STATUS_OK) {
    print_refusal(DMS_DECISION_OKR_OPTION, &NL, &error);
    return;
  }
  print_outcome(DMS_DECISION_OKR_OPTION, result.outcome);
  print_why(DMS_DECISION_OKR_OPTION, &NL, result.row, result.because, result.advisories);
}

static void decide_issue(const dms_booking_issue_facts *facts) {
  dms_booking_issue_result result;
  dms_error error;

  if (dms_booking_issue(facts, &result, &error) != DMS_STATUS_OK) {
    print_refusal(DMS_DECISION_BOOKING_ISSUE, &DE, &error);
    return;
  }
  print_outcome(DMS_DECISION_BOOKING_ISSUE, result.outcome);
  print_latest(result.latest);
  print_why(DMS_DECISION_BOOKING_ISSUE, &DE, result.row, result.because, result.advisories);
}

static void issue(void) {
  dms_booking_issue_facts facts = {0};

  facts.size = sizeof facts;
  facts.kind = whole();
  facts.may_issue = whole();
  facts.now = point_in_time();
  facts.requested_at = point_in_time();
  facts.days_ahead = whole();
  facts.immediate_window = known(&facts.has_immediate_window);
  facts.planned_end = point_in_time();
  facts.already_issued = whole();
  facts.vehicle_out = whole();
  facts.plate_out = whole();
  facts.overlaps_past_handover = whole();
  end_of_line();

  decide_issue(&facts);
}

int main(int count, char **arguments) {
  static const dms_booking_issue_facts without_size;
  char buffer[1024];
  FILE *file;

  if (count != 2) {
    fprintf(stderr, "usage: workshop FILE\n");
    return 2;
  }
  file = fopen(arguments[1], "rb");
  if (file == NULL) {
    perror(arguments[1]);
    return 2;
  }
  while (fgets(buffer, sizeof buffer, file) != NULL) {
    const char *decision;
    line++;
    if (strchr(buffer, '\n') == NULL) stop("too long", "or without its end");
    buffer[strcspn(buffer, "\r\n")] = '\0';
    rest = buffer;
    decision = text();
    printf("%s\n", text());
    if (strcmp(decision, "car_pass.enrolment") == 0) enrolment();
    else if (strcmp(decision, "car_pass.readiness") == 0) readiness();
    else if (strcmp(decision, "okr.option") == 0) invoice();
    else if (strcmp(decision, "booking.issue") == 0) issue();
    else stop("no such decision", decision);
  }
  fclose(file);

  printf("Buchung ohne Gr\xC3\xB6\xC3\x9F" "e\n");
  decide_issue(&without_size);

  printf("\n%d decided, %d refused\n", decided, refused);
  return 0;
}
