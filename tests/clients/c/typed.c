/*
 * Runs the shared example cases through the typed functions: typed FOLDER. Facts are read from JSON into the structs,
 * member by member from the lists below, and what comes back is held against what is expected, by the ids looked up for
 * it. Left to vectors.c are cases that only JSON can hold (a text where a number is due, a field nobody knows, a
 * fraction of a second) and numbers that cJSON, which reads them as doubles, does not keep.
 */

#define _POSIX_C_SOURCE 200809L

#include <cjson/cJSON.h>
#include <glob.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dms_rules.h"

typedef enum { ONE_OF, YES_NO, WHOLE, LONG, TEXT, DATE, TIME } kind;

/* A fact: where it stands in its struct and, where it may be unknown, where its flag stands. */
typedef struct {
  const char *name;
  kind kind;
  size_t offset;
  size_t flag;
  /* Of an enum: its names, in the order of their numbers. */
  const char *names;
} fact;

#define MUST(facts, member, kind) {#member, kind, offsetof(facts, member), 0, NULL}
#define MAY(facts, member, kind) {#member, kind, offsetof(facts, member), offsetof(facts, has_##member), NULL}
#define MUST_BE(facts, member, names) {#member, ONE_OF, offsetof(facts, member), 0, names}
#define MAY_BE(facts, member, names) {#member, ONE_OF, offsetof(facts, member), offsetof(facts, has_##member), names}
#define END {NULL, WHOLE, 0, 0, NULL}

#define MODES "never always after_invoice after_invoice_from_amount"
#define WINDOWS "next_quarter_hour fifteen_minutes"

static const fact VIN_CHECK[] = {MUST(dms_vin_check_facts, vin, TEXT), END};

static const fact ENROLMENT[] = {
    MUST_BE(dms_car_pass_enrolment_facts, trigger, "automatic manual"),
    MUST(dms_car_pass_enrolment_facts, work_started, YES_NO),
    MUST(dms_car_pass_enrolment_facts, vin, TEXT),
    MUST(dms_car_pass_enrolment_facts, already_transmitted, YES_NO),
    MUST(dms_car_pass_enrolment_facts, merged, YES_NO),
    MUST(dms_car_pass_enrolment_facts, dossier_number, LONG),
    MUST(dms_car_pass_enrolment_facts, vat_register_used, YES_NO),
    MUST(dms_car_pass_enrolment_facts, vat_number_ticked, YES_NO),
    MUST(dms_car_pass_enrolment_facts, has_owner, YES_NO),
    END};

static const fact VISIBLE[] = {MUST(dms_car_pass_visible_facts, user_site, TEXT),
                               MUST(dms_car_pass_visible_facts, dossier_site, TEXT), END};

static const fact READINESS[] = {
    MUST_BE(dms_car_pass_readiness_facts, policy, "work_order claim_file"),
    MUST(dms_car_pass_readiness_facts, vin, TEXT),
    MUST(dms_car_pass_readiness_facts, today, DATE),
    MAY(dms_car_pass_readiness_facts, reading_km, WHOLE),
    MAY(dms_car_pass_readiness_facts, start_of_work, DATE),
    MAY(dms_car_pass_readiness_facts, damage_reading_km, WHOLE),
    MAY(dms_car_pass_readiness_facts, repair_reading_km, WHOLE),
    END};

#define OPTION_FACTS(facts)                                                    \
  MUST_BE(facts, mode, MODES), MAY(facts, max_age_days, WHOLE), MAY(facts, threshold_cents, LONG), \
      MAY_BE(facts, boundary, "more_than at_least"), MUST(facts, apk_reported, YES_NO), \
      MUST(facts, entered_reading_km, WHOLE), MAY(facts, last_reading_km, WHOLE), MAY(facts, reading_date, DATE), \
      MUST(facts, invoice_date, DATE), MUST(facts, invoice_total_cents, LONG)

static const fact OPTION[] = {OPTION_FACTS(dms_okr_option_facts), END};

static const fact CHOICE[] = {
    OPTION_FACTS(dms_okr_choice_facts),
    MAY_BE(dms_okr_choice_facts, chosen, "yes_forward no_apk_reported no_reading_old no_amount_below"), END};

static const fact MUTATION[] = {MUST_BE(dms_okr_mutation_facts, mode, MODES),
                                MUST(dms_okr_mutation_facts, entered_reading_km, WHOLE),
                                MAY(dms_okr_mutation_facts, last_reading_km, WHOLE), END};

static const fact QUARTER_HOUR[] = {MUST(dms_quarter_hour_facts, at, TIME), END};

static const fact ISSUE_LIMIT[] = {MUST(dms_booking_issue_limit_facts, now, TIME),
                                   MUST(dms_booking_issue_limit_facts, days_ahead, WHOLE),
                                   MAY_BE(dms_booking_issue_limit_facts, immediate_window, WINDOWS), END};

static const fact ISSUE[] = {
    MUST_BE(dms_booking_issue_facts, kind, "replacement rental test_drive"),
    MUST(dms_booking_issue_facts, may_issue, YES_NO),
    MUST(dms_booking_issue_facts, now, TIME),
    MUST(dms_booking_issue_facts, requested_at, TIME),
    MUST(dms_booking_issue_facts, days_ahead, WHOLE),
    MAY_BE(dms_booking_issue_facts, immediate_window, WINDOWS),
    MUST(dms_booking_issue_facts, planned_end, TIME),
    MUST(dms_booking_issue_facts, already_issued, YES_NO),
    MUST(dms_booking_issue_facts, vehicle_out, YES_NO),
    MUST(dms_booking_issue_facts, plate_out, YES_NO),
    MUST(dms_booking_issue_facts, overlaps_past_handover, YES_NO),
    END};

/* Room for any struct of facts, and what the results have in common. */
typedef union {
  uint32_t size;
  dms_vin_check_facts vin_check;
  dms_car_pass_enrolment_facts enrolment;
  dms_car_pass_visible_facts visible;
  dms_car_pass_readiness_facts readiness;
  dms_okr_option_facts option;
  dms_okr_choice_facts choice;
  dms_okr_mutation_facts mutation;
  dms_quarter_hour_facts quarter_hour;
  dms_booking_issue_limit_facts issue_limit;
  dms_booking_issue_facts issue;
  char bytes[1];
} any_facts;

typedef struct {
  int32_t outcome;
  int32_t row;
  uint32_t because;
  uint32_t advisories;
  int32_t forward;
  int32_t overridden;
  dms_time time;
} answer;

#define PLAIN(function)                                                        \
  static int32_t call_##function(const any_facts *facts, answer *to, dms_error *error) { \
    function##_result result;                                                  \
    int32_t status = function((const function##_facts *)(const void *)facts, &result, error); \
    if (status == DMS_STATUS_OK) {                                             \
      to->outcome = result.outcome;                                            \
      to->row = result.row;                                                    \
      to->because = result.because;                                            \
      to->advisories = result.advisories;                                      \
    }                                                                          \
    return status;                                                             \
  }

PLAIN(dms_vin_check)
PLAIN(dms_car_pass_enrolment)
PLAIN(dms_car_pass_visible)
PLAIN(dms_car_pass_readiness)
PLAIN(dms_okr_option)
PLAIN(dms_okr_mutation)

static int32_t call_dms_okr_choice(const any_facts *facts, answer *to, dms_error *error) {
  dms_okr_choice_result result;
  int32_t status = dms_okr_choice(&facts->choice, &result, error);
  if (status == DMS_STATUS_OK) {
    to->outcome = result.outcome;
    to->row = result.row;
    to->because = result.because;
    to->advisories = result.advisories;
    to->forward = result.forward;
    to->overridden = result.overridden;
  }
  return status;
}

#define ROUNDING(function)                                                     \
  static int32_t call_##function(const any_facts *facts, answer *to, dms_error *error) { \
    dms_quarter_hour_result result;                                            \
    int32_t status = function(&facts->quarter_hour, &result, error);           \
    if (status == DMS_STATUS_OK) {                                             \
      to->time = result.at;                                                    \
    }                                                                          \
    return status;                                                             \
  }

ROUNDING(dms_quarter_hour_floor)
ROUNDING(dms_quarter_hour_ceil)
ROUNDING(dms_quarter_hour_nearest)
ROUNDING(dms_quarter_hour_next)

static int32_t call_dms_booking_issue_limit(const any_facts *facts, answer *to, dms_error *error) {
  dms_booking_issue_limit_result result;
  int32_t status = dms_booking_issue_limit(&facts->issue_limit, &result, error);
  if (status == DMS_STATUS_OK) {
    to->row = result.row;
    to->because = result.because;
    to->advisories = result.advisories;
    to->time = result.latest;
  }
  return status;
}

static int32_t call_dms_booking_issue(const any_facts *facts, answer *to, dms_error *error) {
  dms_booking_issue_result result;
  int32_t status = dms_booking_issue(&facts->issue, &result, error);
  if (status == DMS_STATUS_OK) {
    to->outcome = result.outcome;
    to->row = result.row;
    to->because = result.because;
    to->advisories = result.advisories;
    to->time = result.latest;
  }
  return status;
}

/* A decision. outcome and time are their keys in the expected outcome; "" is the outcome itself. */
typedef struct {
  int32_t number;
  const fact *facts;
  uint32_t size;
  int32_t (*call)(const any_facts *, answer *, dms_error *);
  const char *outcome;
  const char *time;
} decision;

static const decision DECISIONS[] = {
    {DMS_DECISION_VIN_CHECK, VIN_CHECK, sizeof(dms_vin_check_facts), call_dms_vin_check, "", NULL},
    {DMS_DECISION_CAR_PASS_ENROLMENT, ENROLMENT, sizeof(dms_car_pass_enrolment_facts), call_dms_car_pass_enrolment, "",
     NULL},
    {DMS_DECISION_CAR_PASS_VISIBLE, VISIBLE, sizeof(dms_car_pass_visible_facts), call_dms_car_pass_visible, "", NULL},
    {DMS_DECISION_CAR_PASS_READINESS, READINESS, sizeof(dms_car_pass_readiness_facts), call_dms_car_pass_readiness, "",
     NULL},
    {DMS_DECISION_OKR_OPTION, OPTION, sizeof(dms_okr_option_facts), call_dms_okr_option, "", NULL},
    {DMS_DECISION_OKR_CHOICE, CHOICE, sizeof(dms_okr_choice_facts), call_dms_okr_choice, "option", NULL},
    {DMS_DECISION_OKR_MUTATION, MUTATION, sizeof(dms_okr_mutation_facts), call_dms_okr_mutation, "", NULL},
    {DMS_DECISION_QUARTER_HOUR_FLOOR, QUARTER_HOUR, sizeof(dms_quarter_hour_facts), call_dms_quarter_hour_floor, NULL,
     "at"},
    {DMS_DECISION_QUARTER_HOUR_CEIL, QUARTER_HOUR, sizeof(dms_quarter_hour_facts), call_dms_quarter_hour_ceil, NULL,
     "at"},
    {DMS_DECISION_QUARTER_HOUR_NEAREST, QUARTER_HOUR, sizeof(dms_quarter_hour_facts), call_dms_quarter_hour_nearest,
     NULL, "at"},
    {DMS_DECISION_QUARTER_HOUR_NEXT, QUARTER_HOUR, sizeof(dms_quarter_hour_facts), call_dms_quarter_hour_next, NULL,
     "at"},
    {DMS_DECISION_BOOKING_ISSUE_LIMIT, ISSUE_LIMIT, sizeof(dms_booking_issue_limit_facts), call_dms_booking_issue_limit,
     NULL, "latest"},
    {DMS_DECISION_BOOKING_ISSUE, ISSUE, sizeof(dms_booking_issue_facts), call_dms_booking_issue, "kind", "latest"}};

static int cases = 0;
static int decided = 0;
static int refused = 0;
static int differences = 0;

static void stop(const char *what, const char *where) {
  fprintf(stderr, "c typed: %s: %s\n", where, what);
  exit(2);
}

/* From JSON into members; 0 where a member cannot hold it. */

static int number_of(const char *names, const char *name) {
  size_t length = strlen(name);
  int number = 1;
  for (; names != NULL; names = strchr(names, ' '), number++) {
    names += *names == ' ';
    if (strncmp(names, name, length) == 0 && (names[length] == ' ' || names[length] == '\0')) {
      return number;
    }
  }
  return 99;
}

static int digits(const char *text, const char *form) {
  for (; *form != '\0'; text++, form++) {
    if (*form == '0' ? *text < '0' || *text > '9' : *text != *form) {
      return 0;
    }
  }
  return 1;
}

static int32_t two(const char *text) {
  return (text[0] - '0') * 10 + (text[1] - '0');
}

static int32_t day(const char *text) {
  return (two(text) * 100 + two(text + 2)) * 10000 + two(text + 5) * 100 + two(text + 8);
}

static int time_of(const char *text, dms_time *at) {
  const char *offset = text + 19;
  if (!digits(text, "0000-00-00T00:00:00")) {
    return 0;
  }
  at->date = day(text);
  at->time = (two(text + 11) * 100 + two(text + 14)) * 100 + two(text + 17);
  at->has_offset = *offset != '\0';
  at->offset_minutes = 0;
  if (*offset == '\0' || strcmp(offset, "Z") == 0) {
    return 1;
  }
  if ((*offset != '+' && *offset != '-') || !digits(offset + 1, "00:00") || offset[6] != '\0' || two(offset + 4) > 59) {
    return 0;
  }
  at->offset_minutes = (two(offset + 1) * 60 + two(offset + 4)) * (*offset == '-' ? -1 : 1);
  return 1;
}

static int put(any_facts *facts, const fact *one, const cJSON *json) {
  char *place = facts->bytes + one->offset;
  const char *text = cJSON_GetStringValue(json);
  double value = cJSON_IsNumber(json) ? json->valuedouble : 0.5;
  int32_t number = 0;
  int64_t large;
  dms_time at;

  switch (one->kind) {
  case ONE_OF:
    if (text == NULL) {
      return 0;
    }
    number = number_of(one->names, text);
    break;
  case YES_NO:
    if (!cJSON_IsBool(json)) {
      return 0;
    }
    number = cJSON_IsTrue(json) != 0;
    break;
  case WHOLE:
    if (value < INT32_MIN || value > INT32_MAX || value != (int32_t)value) {
      return 0;
    }
    number = (int32_t)value;
    break;
  case LONG:
    /* A double holds every whole number up to here. */
    if (value < -9007199254740991.0 || value > 9007199254740991.0 || value != (double)(int64_t)value) {
      return 0;
    }
    large = (int64_t)value;
    memcpy(place, &large, sizeof large);
    return 1;
  case TEXT: {
    size_t length;
    if (text == NULL) {
      return 0;
    }
    length = strlen(text);
    memcpy(place, &text, sizeof text);
    memcpy(place + sizeof text, &length, sizeof length);
    return 1;
  }
  case DATE:
    if (text == NULL || !digits(text, "0000-00-00") || text[10] != '\0') {
      return 0;
    }
    number = day(text);
    break;
  case TIME:
    if (text == NULL || !time_of(text, &at)) {
      return 0;
    }
    memcpy(place, &at, sizeof at);
    return 1;
  }
  memcpy(place, &number, sizeof number);
  return 1;
}

static int fill(any_facts *facts, const decision *asked, const cJSON *json) {
  static const int32_t yes = 1;
  const fact *one;
  const cJSON *key;
  memset(facts, 0, sizeof *facts);
  facts->size = asked->size;
  if (!cJSON_IsObject(json)) {
    return 0;
  }
  cJSON_ArrayForEach(key, json) {
    int times = 0;
    const cJSON *other;
    for (one = asked->facts; one->name != NULL && strcmp(one->name, key->string) != 0; one++) {
    }
    cJSON_ArrayForEach(other, json) {
      times += strcmp(other->string, key->string) == 0;
    }
    if (one->name == NULL || times != 1) {
      return 0;
    }
  }
  for (one = asked->facts; one->name != NULL; one++) {
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(json, one->name);
    if (found == NULL || cJSON_IsNull(found)) {
      if (one->flag == 0) {
        return 0;
      }
    } else if (!put(facts, one, found)) {
      return 0;
    } else if (one->flag != 0) {
      memcpy(facts->bytes + one->flag, &yes, sizeof yes);
    }
  }
  return 1;
}

/* From members into words, held against what is expected. */

static const char *where_file;
static const char *where_case;

static void expect(const char *what, const char *found, const char *expected) {
  if (strcmp(found == NULL ? "null" : found, expected == NULL ? "null" : expected) != 0) {
    printf("%s: %s: %s is %s, not %s\n", where_file, where_case, what, found, expected);
    differences++;
  }
}

static void expect_time(const char *what, dms_time found, const char *expected) {
  char text[64];
  int offset = abs(found.offset_minutes);
  int length = sprintf(text, "%04d-%02d-%02dT%02d:%02d:%02d", found.date / 10000, found.date / 100 % 100,
                       found.date % 100, found.time / 10000, found.time / 100 % 100, found.time % 100);
  if (found.has_offset && offset == 0) {
    strcpy(text + length, "Z");
  } else if (found.has_offset) {
    sprintf(text + length, "%c%02d:%02d", found.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
  }
  expect(what, text, expected);
}

static void expect_set(const char *what, int32_t number, uint32_t found, const cJSON *expected,
                       int32_t (*id_of)(int32_t, uint32_t, const char **, dms_error *)) {
  int count = 0;
  int bit;
  for (bit = 0; bit < 32; bit++) {
    const char *id = NULL;
    const cJSON *entry;
    int is_expected = 0;
    if ((found & ((uint32_t)1 << bit)) == 0) {
      continue;
    }
    count++;
    id_of(number, (uint32_t)1 << bit, &id, NULL);
    cJSON_ArrayForEach(entry, expected) {
      is_expected |= id != NULL && strcmp(id, cJSON_GetStringValue(entry)) == 0;
    }
    if (!is_expected) {
      expect(what, id, "something else");
    }
  }
  if (count != cJSON_GetArraySize(expected)) {
    expect(what, "incomplete", "complete");
  }
}

static const char *word(const cJSON *object, const char *key) {
  return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static void expect_answer(const decision *asked, const answer *found, const cJSON *expected) {
  const cJSON *outcome = cJSON_GetObjectItemCaseSensitive(expected, "outcome");
  const char *row = NULL;
  if (asked->outcome != NULL) {
    const char *name = NULL;
    dms_outcome_name(asked->number, found->outcome, &name, NULL);
    expect("outcome", name, *asked->outcome == '\0' ? cJSON_GetStringValue(outcome) : word(outcome, asked->outcome));
  }
  if (asked->number == DMS_DECISION_OKR_CHOICE) {
    const cJSON *forward = cJSON_GetObjectItemCaseSensitive(outcome, "forward");
    const cJSON *overridden = cJSON_GetObjectItemCaseSensitive(outcome, "overridden");
    expect("forward", found->forward == 1 ? "true" : "false", cJSON_IsTrue(forward) ? "true" : "false");
    expect("overridden", found->overridden == 1 ? "true" : "false", cJSON_IsTrue(overridden) ? "true" : "false");
  }
  if (asked->time != NULL) {
    expect_time(asked->time, found->time, word(outcome, asked->time));
  }
  if (found->row != 0) {
    dms_row_id(asked->number, found->row, &row, NULL);
  }
  expect("row", row, word(expected, "row"));
  expect_set("because", asked->number, found->because, cJSON_GetObjectItemCaseSensitive(expected, "because"),
             dms_reason_id);
  expect_set("advisories", asked->number, found->advisories, cJSON_GetObjectItemCaseSensitive(expected, "advisories"),
             dms_advisory_id);
}

static void run_case(const decision *asked, const cJSON *one) {
  const cJSON *expected = cJSON_GetObjectItemCaseSensitive(one, "expect");
  const cJSON *refusal = cJSON_GetObjectItemCaseSensitive(one, "error");
  any_facts facts;
  answer found;
  dms_error error;
  int32_t status;
  const char *code = NULL;
  const char *wanted = refusal == NULL ? "ok" : word(refusal, "code");

  cases++;
  where_case = word(one, "name");
  /* A double does not tell 14 from 14.0; no member has a wrong type. */
  if (strcmp(wanted, "wrong_type") == 0 || !fill(&facts, asked, cJSON_GetObjectItemCaseSensitive(one, "facts"))) {
    return;
  }
  memset(&found, 0, sizeof found);
  status = asked->call(&facts, &found, &error);
  dms_status_name(status, &code, NULL);
  if (refusal != NULL) {
    refused++;
    expect("status", code, wanted);
    expect("field", error.field, word(refusal, "field"));
  } else {
    decided++;
    expect("status", code, wanted);
    if (status == DMS_STATUS_OK) {
      expect_answer(asked, &found, expected);
    }
  }
}

static cJSON *read_json(const char *file) {
  FILE *stream = fopen(file, "rb");
  long size = -1;
  char *text;
  cJSON *json;
  if (stream != NULL && fseek(stream, 0, SEEK_END) == 0) {
    size = ftell(stream);
    rewind(stream);
  }
  text = size < 0 ? NULL : (char *)malloc((size_t)size + 1);
  if (text == NULL || fread(text, 1, (size_t)size, stream) != (size_t)size) {
    stop("cannot be read", file);
    return NULL;
  }
  fclose(stream);
  json = cJSON_ParseWithLength(text, (size_t)size);
  free(text);
  if (json == NULL) {
    stop("is not JSON", file);
  }
  return json;
}

int main(int count, char **arguments) {
  char pattern[4096];
  glob_t files;
  size_t file;

  if (count != 2 || strlen(arguments[1]) > sizeof pattern - 16) {
    stop("usage: typed FOLDER", "typed");
  }
  sprintf(pattern, "%s/*.json", arguments[1]);
  if (glob(pattern, 0, NULL, &files) != 0) {
    stop("no example cases", pattern);
  }
  for (file = 0; file < files.gl_pathc; file++) {
    cJSON *json = read_json(files.gl_pathv[file]);
    const char *asked_for = word(json, "decision");
    size_t at;
    where_file = files.gl_pathv[file];
    for (at = 0; at < sizeof DECISIONS / sizeof DECISIONS[0]; at++) {
      const char *id = NULL;
      dms_decision_id(DECISIONS[at].number, &id, NULL);
      if (id != NULL && asked_for != NULL && strcmp(id, asked_for) == 0) {
        const cJSON *one;
        int before = decided;
        cJSON_ArrayForEach(one, cJSON_GetObjectItemCaseSensitive(json, "cases")) {
          run_case(&DECISIONS[at], one);
        }
        if (decided == before) {
          stop("no case was decided", where_file);
        }
      }
    }
    cJSON_Delete(json);
  }
  globfree(&files);

  printf("c typed: %d cases decided, %d refused, %d that only JSON can hold\n", decided, refused,
         cases - decided - refused);
  if (differences > 0) {
    printf("c typed: %d differences\n", differences);
  }
  return decided > 0 && refused > 0 && differences == 0 ? 0 : 1;
}
