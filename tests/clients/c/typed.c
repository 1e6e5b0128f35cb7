/*
 * Runs the shared example cases through the typed functions: typed FOLDER; and then bad input: what of refusals.json the
 * structs can hold, and what only a struct can hold in each of its members. Facts are read from JSON into the structs,
 * member by member from the lists in the files beside, and what comes back is held against what is expected, by the ids
 * looked up for it. Left to vectors.c are decisions that only JSON serves, cases that only JSON can hold (a text where
 * a number is due, a field nobody knows, a fraction of a second), and numbers that cJSON, which reads them as doubles,
 * does not keep. A case that is decided is left out for such a number or a fraction of a second alone. Where panics are
 * sown, each call that decides panics first: the status says so, the result is all 0, and the same call then answers.
 */

#define _POSIX_C_SOURCE 200809L

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bad.h"
#include "sown.h"
#include "typed.h"

static const decision *const DOMAINS[] = {VALUE_DECISIONS, OKR_DECISIONS, CAR_PASS_DECISIONS, BOOKING_DECISIONS,
                                          INSPECTION_DECISIONS};

static int decided = 0;
static int refused = 0;
static int left_out = 0;
static int without_function = 0;
static int panics = 0;
static int differences = 0;

static void stop(const char *what, const char *where) {
  fprintf(stderr, "c typed: %s: %s\n", where, what);
  exit(2);
}

/* From JSON into members; 0 where a member cannot hold it. */

/* The case that runs has a fraction of a second, or a number that cJSON does not keep. */
static int is_beyond_members;

static const char *next_name(const char *names) {
  const char *blank = strchr(names, ' ');
  return blank == NULL ? NULL : blank + 1;
}

static int number_of(const char *names, const char *name) {
  size_t length = strlen(name);
  int number = 1;
  for (; names != NULL; names = next_name(names), number++) {
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

static int32_t clock_of(const char *text) {
  return (two(text) * 100 + two(text + 3)) * 100 + two(text + 6);
}

static int time_of(const char *text, dms_time *at) {
  const char *offset = text + 19;
  if (!digits(text, "0000-00-00T00:00:00")) {
    return 0;
  }
  is_beyond_members |= *offset == '.';
  at->date = day(text);
  at->time = clock_of(text + 11);
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

/* A name that is not known, and where it stands in its list, no set of bits can hold. */
static int set_of(const char *names, const cJSON *json, char *place) {
  const cJSON *entry;
  uint32_t set = 0;
  if (!cJSON_IsArray(json)) {
    return 0;
  }
  cJSON_ArrayForEach(entry, json) {
    const char *name = cJSON_GetStringValue(entry);
    int number = name == NULL ? 99 : number_of(names, name);
    if (number > 32) {
      return 0;
    }
    set |= (uint32_t)1 << (number - 1);
  }
  memcpy(place, &set, sizeof set);
  return 1;
}

static int fill(char *record, const fact *facts, const cJSON *json);

static int put(char *record, const fact *one, const cJSON *json) {
  char *place = record + one->offset;
  const char *text = cJSON_GetStringValue(json);
  double value = cJSON_IsNumber(json) ? json->valuedouble : 0.5;
  int32_t number = 0;
  uint32_t count;
  int64_t large;
  size_t length;
  dms_time at;

  switch (one->kind) {
  case ONE_OF:
    if (text == NULL) {
      return 0;
    }
    number = number_of(one->names, text);
    break;
  case YES_NO:
  case NO_UNLESS_SET:
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
  case COUNT:
    if (value < 0 || value > UINT32_MAX || value != (uint32_t)value) {
      return 0;
    }
    count = (uint32_t)value;
    memcpy(place, &count, sizeof count);
    return 1;
  case LONG:
    /* A double holds every whole number up to here. */
    if (value < -9007199254740991.0 || value > 9007199254740991.0) {
      is_beyond_members = 1;
      return 0;
    }
    if (value != (double)(int64_t)value) {
      return 0;
    }
    large = (int64_t)value;
    memcpy(place, &large, sizeof large);
    return 1;
  case TEXT:
    if (text == NULL) {
      return 0;
    }
    length = strlen(text);
    memcpy(place, &text, sizeof text);
    memcpy(place + sizeof text, &length, sizeof length);
    return 1;
  case DATE:
    if (text == NULL || !digits(text, "0000-00-00") || text[10] != '\0') {
      return 0;
    }
    number = day(text);
    break;
  case CLOCK:
    if (text == NULL || !digits(text, "00:00:00") || text[8] != '\0') {
      return 0;
    }
    number = clock_of(text);
    break;
  case TIME:
    if (text == NULL || !time_of(text, &at)) {
      return 0;
    }
    memcpy(place, &at, sizeof at);
    return 1;
  case SET:
    return set_of(one->names, json, place);
  case RECORD:
    return fill(place, one->members, json);
  }
  memcpy(place, &number, sizeof number);
  return 1;
}

static int fill(char *record, const fact *facts, const cJSON *json) {
  static const int32_t yes = 1;
  const fact *one;
  const cJSON *key;
  if (!cJSON_IsObject(json)) {
    return 0;
  }
  cJSON_ArrayForEach(key, json) {
    int times = 0;
    const cJSON *other;
    for (one = facts; one->name != NULL && strcmp(one->name, key->string) != 0; one++) {
    }
    cJSON_ArrayForEach(other, json) {
      times += strcmp(other->string, key->string) == 0;
    }
    if (one->name == NULL || times != 1) {
      return 0;
    }
  }
  for (one = facts; one->name != NULL; one++) {
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(json, one->name);
    if (found == NULL || cJSON_IsNull(found)) {
      if (one->flag == 0 && one->kind != NO_UNLESS_SET) {
        return 0;
      }
    } else if (!put(record, one, found)) {
      return 0;
    } else if (one->flag != 0) {
      memcpy(record + one->flag, &yes, sizeof yes);
    }
  }
  return 1;
}

/* From members into words. */

static cJSON *word(const char *text) {
  return text == NULL ? cJSON_CreateNull() : cJSON_CreateString(text);
}

cJSON *said_outcome(int32_t decision, int32_t outcome) {
  const char *name = NULL;
  dms_outcome_name(decision, outcome, &name, NULL);
  return word(name);
}

cJSON *said_one_of(const char *names, int32_t number) {
  const char *end;
  for (; names != NULL && number > 1; number--) {
    names = next_name(names);
  }
  if (names == NULL || number != 1) {
    return cJSON_CreateNull();
  }
  end = strchr(names, ' ');
  return said_text(names, end == NULL ? strlen(names) : (size_t)(end - names));
}

cJSON *said_set(const char *names, uint32_t bits) {
  cJSON *set = cJSON_CreateArray();
  int32_t number;
  for (number = 1; bits != 0; bits >>= 1, number++) {
    if ((bits & 1) != 0) {
      cJSON_AddItemToArray(set, said_one_of(names, number));
    }
  }
  return set;
}

cJSON *said_yes_no(int32_t number) {
  return number == 0 || number == 1 ? cJSON_CreateBool(number) : cJSON_CreateNumber(number);
}

cJSON *said_date(int32_t date) {
  char text[64];
  sprintf(text, "%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
  return word(text);
}

cJSON *said_clock(int32_t time) {
  char text[64];
  sprintf(text, "%02d:%02d:%02d", time / 10000, time / 100 % 100, time % 100);
  return word(text);
}

cJSON *said_time(dms_time at) {
  char text[96];
  int offset = abs(at.offset_minutes);
  int length = sprintf(text, "%04d-%02d-%02dT%02d:%02d:%02d", at.date / 10000, at.date / 100 % 100, at.date % 100,
                       at.time / 10000, at.time / 100 % 100, at.time % 100);
  if (at.has_offset && offset == 0) {
    strcpy(text + length, "Z");
  } else if (at.has_offset) {
    sprintf(text + length, "%c%02d:%02d", at.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
  }
  return word(text);
}

cJSON *said_text(const char *text, size_t length) {
  char *copy = (char *)malloc(length + 1);
  cJSON *said;
  if (copy == NULL) {
    stop("out of memory", "typed");
    return NULL;
  }
  memcpy(copy, text, length);
  copy[length] = '\0';
  said = word(copy);
  free(copy);
  return said;
}

/* What is found, held against what is expected. */

static const char *where_file;
static const char *where_case;

void expect(const char *what, const char *found, const char *expected) {
  found = found == NULL ? "null" : found;
  expected = expected == NULL ? "null" : expected;
  if (strcmp(found, expected) != 0) {
    printf("%s: %s: %s is %s, not %s\n", where_file, where_case, what, found, expected);
    differences++;
  }
}

static const int COVER = 0x5A;

void cover(void *result, size_t size) {
  memset(result, COVER, size);
}

void expect_cleared(const void *result, size_t size) {
  const unsigned char *bytes = (const unsigned char *)result;
  size_t at;
  for (at = 0; at < size; at++) {
    if (bytes[at] != 0) {
      expect("the result of a refused call", "an old answer", "all 0");
      return;
    }
  }
}

static void expect_same(const char *what, const cJSON *found, const cJSON *expected) {
  if (!cJSON_Compare(found, expected, 1)) {
    char *is = cJSON_PrintUnformatted(found);
    char *should_be = cJSON_PrintUnformatted(expected);
    printf("%s: %s: %s is %s, not %s\n", where_file, where_case, what, is, should_be);
    free(is);
    free(should_be);
    differences++;
  }
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

static const char *text_of(const cJSON *object, const char *key) {
  return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static void expect_answer(const decision *asked, const answer *found, const cJSON *expected) {
  const char *row = NULL;
  expect_same("outcome", found->outcome, cJSON_GetObjectItemCaseSensitive(expected, "outcome"));
  if (found->row != 0) {
    dms_row_id(asked->number, found->row, &row, NULL);
    row = row == NULL ? "without an id" : row;
  }
  expect("row", row, text_of(expected, "row"));
  expect_set("because", asked->number, found->because, cJSON_GetObjectItemCaseSensitive(expected, "because"),
             dms_reason_id);
  expect_set("advisories", asked->number, found->advisories, cJSON_GetObjectItemCaseSensitive(expected, "advisories"),
             dms_advisory_id);
}

static void expect_refusal(answer *found, const dms_error *error, const cJSON *expected) {
  expect("field", error->field, text_of(expected, "field"));
  if (found->refusal == NULL) {
    found->refusal = cJSON_CreateObject();
  }
  cJSON_AddItemToObject(found->refusal, "code", cJSON_CreateString(text_of(expected, "code")));
  cJSON_AddItemToObject(found->refusal, "field", cJSON_CreateString(error->field));
  expect_same("error", found->refusal, expected);
}

/* Room for any struct of facts. */
typedef union {
  uint32_t size;
  int64_t number;
  const char *text;
  char bytes[1024];
} room_for_facts;

static void run_case(const decision *asked, const cJSON *one) {
  const cJSON *expected = cJSON_GetObjectItemCaseSensitive(one, "expect");
  const cJSON *refusal = cJSON_GetObjectItemCaseSensitive(one, "error");
  room_for_facts facts;
  answer found;
  dms_error error;
  int32_t status;
  const char *code = NULL;
  const char *wanted = refusal == NULL ? "ok" : text_of(refusal, "code");

  if (asked->size > sizeof facts) {
    stop("the facts take more room than there is", where_file);
  }
  where_case = text_of(one, "name");
  is_beyond_members = 0;
  memset(&facts, 0, sizeof facts);
  facts.size = asked->size;
  /* A double does not tell 14 from 14.0; no member has a wrong type. */
  if (strcmp(wanted, "wrong_type") == 0
      || !fill(facts.bytes, asked->facts, cJSON_GetObjectItemCaseSensitive(one, "facts"))) {
    left_out++;
    if (refusal == NULL && !is_beyond_members) {
      expect("a case that is decided", "left out", "run");
    }
    return;
  }
  memset(&found, 0, sizeof found);
  if (refusal == NULL) {
    const char *id = NULL;
    dms_decision_id(asked->number, &id, NULL);
    if (sow(id, 0)) {
      dms_status_name(asked->call(&facts, &found, &error), &code, NULL);
      expect("status", code, "panic");
      expect("what panicked", strstr(error.message, id), id);
      panics++;
    }
  }
  status = asked->call(&facts, &found, &error);
  dms_status_name(status, &code, NULL);
  expect("status", code, wanted);
  if (refusal != NULL) {
    refused++;
    expect_refusal(&found, &error, refusal);
  } else {
    decided++;
    if (status == DMS_STATUS_OK) {
      expect_answer(asked, &found, expected);
    }
  }
  cJSON_Delete(found.outcome);
  cJSON_Delete(found.refusal);
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

/* The typed decision with this id; NULL where only JSON serves it. */
static const decision *find(const char *id) {
  size_t domain;
  const decision *one;
  for (domain = 0; domain < sizeof DOMAINS / sizeof DOMAINS[0]; domain++) {
    for (one = DOMAINS[domain]; one->number != 0; one++) {
      const char *known = NULL;
      dms_decision_id(one->number, &known, NULL);
      if (known != NULL && id != NULL && strcmp(known, id) == 0) {
        return one;
      }
    }
  }
  return NULL;
}

static void run_file(const char *file) {
  cJSON *json = read_json(file);
  const decision *asked = find(text_of(json, "decision"));
  const cJSON *one;
  int before = decided;
  where_file = file;
  cJSON_ArrayForEach(one, cJSON_GetObjectItemCaseSensitive(json, "cases")) {
    if (asked == NULL) {
      without_function++;
    } else {
      run_case(asked, one);
    }
  }
  if (asked != NULL && decided == before) {
    stop("no case was decided", file);
  }
  cJSON_Delete(json);
}

/* Bad input. */

static int bad_refused = 0;
static int bad_decided = 0;
static int bad_left_out = 0;
static int bad_members = 0;

/* Calls and holds the status and the field to what is expected; results are held to being all 0 by the call itself. */
static void expect_call(const decision *asked, const room_for_facts *facts, const char *wanted, const char *field) {
  answer found;
  dms_error error;
  const char *code = NULL;
  memset(&found, 0, sizeof found);
  dms_status_name(asked->call(facts, &found, &error), &code, NULL);
  expect("status", code, wanted);
  expect("field", error.field, field);
  cJSON_Delete(found.outcome);
  cJSON_Delete(found.refusal);
}

/* A wrong type no member has, and cJSON ends a text at its first NUL. */
static int is_for_json_alone(const bad_case *one) {
  const char *code = one->code == NULL ? "ok" : one->code;
  return strcmp(code, "wrong_type") == 0 || strcmp(code, "malformed_json") == 0
         || strstr(one->facts.bytes, "\\u0000") != NULL;
}

/* The result repeats these, in so many bytes and no more. */
static int is_beyond_result(const bad_case *one) {
  return strcmp(one->decision, "booking.maintenance_contract") == 0 && strcmp(one->kind, "huge") == 0
         && (strcmp(one->about, "process_number") == 0 || strcmp(one->about, "vin") == 0);
}

static void run_bad(const bad_case *one) {
  const decision *asked = one->decision == NULL ? NULL : find(one->decision);
  room_for_facts facts;
  cJSON *json;
  if (one->decision == NULL || asked == NULL) {
    return;
  }
  where_case = one->request.length < 1000 ? one->request.bytes : one->about;
  json = is_for_json_alone(one) ? NULL : cJSON_ParseWithLength(one->facts.bytes, one->facts.length);
  is_beyond_members = 0;
  memset(&facts, 0, sizeof facts);
  facts.size = asked->size;
  if (json == NULL || !fill(facts.bytes, asked->facts, json)) {
    bad_left_out++;
    if (one->code == NULL && !is_for_json_alone(one)) {
      expect("facts that are decided", "left out", "run");
    }
  } else if (one->code == NULL && is_beyond_result(one)) {
    expect_call(asked, &facts, "out_of_range", one->about);
    bad_refused++;
  } else {
    expect_call(asked, &facts, one->code == NULL ? "ok" : one->code, one->field.bytes == NULL ? "" : one->field.bytes);
    bad_refused += one->code != NULL;
    bad_decided += one->code == NULL;
  }
  cJSON_Delete(json);
}

/* One member with another value, in facts that are decided otherwise. */
static void try_member(const decision *asked, const room_for_facts *facts, size_t offset, const void *value,
                       size_t size, const char *wanted, const char *field) {
  room_for_facts bad = *facts;
  memcpy(bad.bytes + offset, value, size);
  expect_call(asked, &bad, wanted, field);
  bad_members++;
}

static void try_numbers(const decision *asked, const room_for_facts *facts, size_t offset, const int32_t *numbers,
                        size_t count, const char *wanted, const char *field) {
  size_t at;
  for (at = 0; at < count; at++) {
    try_member(asked, facts, offset, &numbers[at], sizeof numbers[at], wanted, field);
  }
}

#define TRY(offset, numbers, wanted, field) \
  try_numbers(asked, facts, offset, numbers, sizeof numbers / sizeof numbers[0], wanted, field)

static const int32_t NEITHER_YES_NOR_NO[] = {2, -1, INT32_MIN, INT32_MAX};
static const int32_t NONE_OF[] = {-1, 99, 1000, INT32_MIN, INT32_MAX};
static const int32_t NO_DATES[] = {0, -1, 1, 20260229, 20261301, 20261100, 1231, 100000101, INT32_MIN, INT32_MAX};
static const int32_t NO_CLOCKS[] = {-1, 60, 6000, 240000, 235960, INT32_MIN, INT32_MAX};
static const int32_t NO_OFFSETS[] = {1081, -1081, INT32_MIN, INT32_MAX};

static void try_text(const decision *asked, const room_for_facts *facts, size_t offset, const char *field) {
  static const char *const NOTHING = NULL;
  static const char *const NOT_UTF8[] = {"\xED\xA0\x80", "\xFF", "\xC0\x80", "\xF4\x90\x80\x80", "1\xE2\x82"};
  static const size_t BEYOND_MEMORY = SIZE_MAX;
  char length_of[80];
  size_t at;
  try_member(asked, facts, offset, &NOTHING, sizeof NOTHING, "null_pointer", field);
  sprintf(length_of, "%s_length", field);
  try_member(asked, facts, offset + sizeof NOTHING, &BEYOND_MEMORY, sizeof BEYOND_MEMORY, "out_of_range", length_of);
  for (at = 0; at < sizeof NOT_UTF8 / sizeof NOT_UTF8[0]; at++) {
    struct {
      const char *text;
      size_t length;
    } text = {NOT_UTF8[at], strlen(NOT_UTF8[at])};
    try_member(asked, facts, offset, &text, sizeof text, "invalid_utf8", field);
  }
}

static void try_members(const decision *asked, const room_for_facts *facts, const fact *one, size_t record,
                        const char *inside) {
  for (; one->name != NULL; one++) {
    size_t offset = record + one->offset;
    char field[64], member[80];
    sprintf(field, "%s%s%s", inside, *inside == '\0' ? "" : ".", one->name);
    if (one->flag != 0) {
      int32_t has;
      memcpy(&has, facts->bytes + record + one->flag, sizeof has);
      sprintf(member, "%s%shas_%s", inside, *inside == '\0' ? "" : ".", one->name);
      TRY(record + one->flag, NEITHER_YES_NOR_NO, "unknown_value", member);
      if (has == 0) {
        continue;
      }
    }
    switch (one->kind) {
    case ONE_OF:
      TRY(offset, NONE_OF, "unknown_value", field);
      break;
    case YES_NO:
    case NO_UNLESS_SET:
      TRY(offset, NEITHER_YES_NOR_NO, "unknown_value", field);
      break;
    case DATE:
      TRY(offset, NO_DATES, "invalid_date", field);
      break;
    case CLOCK:
      TRY(offset, NO_CLOCKS, "invalid_date", field);
      break;
    case TIME:
      TRY(offset + offsetof(dms_time, date), NO_DATES, "invalid_date", field);
      TRY(offset + offsetof(dms_time, time), NO_CLOCKS, "invalid_date", field);
      sprintf(member, "%s.has_offset", field);
      TRY(offset + offsetof(dms_time, has_offset), NEITHER_YES_NOR_NO, "unknown_value", member);
      {
        room_for_facts with_offset = *facts;
        const room_for_facts *plain = facts;
        static const int32_t YES = 1;
        memcpy(with_offset.bytes + offset + offsetof(dms_time, has_offset), &YES, sizeof YES);
        facts = &with_offset;
        TRY(offset + offsetof(dms_time, offset_minutes), NO_OFFSETS, "invalid_date", field);
        facts = plain;
      }
      break;
    case TEXT:
      try_text(asked, facts, offset, field);
      break;
    case SET: {
      static const int32_t NO_RIGHTS[] = {INT32_MIN, -1, 1 << 30};
      TRY(offset, NO_RIGHTS, "unknown_value", field);
      break;
    }
    case RECORD:
      try_members(asked, facts, one->members, offset, field);
      break;
    case WHOLE:
    case COUNT:
    case LONG:
      /* Beyond limits that refusals.json knows. */
      break;
    }
  }
}

static void run_members(const cJSON *file) {
  const cJSON *entry;
  cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(file, "decisions")) {
    const decision *asked = find(text_of(entry, "decision"));
    uint32_t sizes[5] = {0, 3, 0, 0, UINT32_MAX};
    room_for_facts facts;
    size_t at;
    if (asked == NULL) {
      continue;
    }
    where_case = text_of(entry, "decision");
    memset(&facts, 0, sizeof facts);
    facts.size = asked->size;
    if (!fill(facts.bytes, asked->facts, cJSON_GetObjectItemCaseSensitive(entry, "facts"))) {
      stop("the facts do not fit", where_case);
    }
    expect_call(asked, &facts, "ok", "");
    try_members(asked, &facts, asked->facts, 0, "");
    sizes[2] = asked->size - 1;
    sizes[3] = asked->size + 1;
    for (at = 0; at < sizeof sizes / sizeof sizes[0]; at++) {
      try_member(asked, &facts, 0, &sizes[at], sizeof sizes[at], "struct_size", "size");
    }
    /* The process is alive: what was decided before is decided again. */
    expect_call(asked, &facts, "ok", "");
  }
}

static void run_refusals(const char *path) {
  cJSON *file = bad_file(path);
  where_file = path;
  bad_each(file, run_bad);
  run_members(file);
  cJSON_Delete(file);
  printf("c refusals, typed: %d refused and %d decided, %d that only JSON can hold; %d of single members\n", bad_refused,
         bad_decided, bad_left_out, bad_members);
  if (bad_refused == 0 || bad_decided == 0 || bad_members == 0) {
    stop("nothing was tried", path);
  }
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
    /* Of a form of its own. */
    if (strstr(files.gl_pathv[file], "/refusals.json") != NULL) {
      run_refusals(files.gl_pathv[file]);
    } else {
      run_file(files.gl_pathv[file]);
    }
  }
  globfree(&files);

  printf("c typed: %d cases: %d decided, %d refused, %d that only JSON can hold, %d of decisions for JSON alone\n",
         decided + refused + left_out + without_function, decided, refused, left_out, without_function);
  if (SOWING) {
    printf("c typed: %d panics\n", panics);
  }
  if (differences > 0) {
    printf("c typed: %d differences\n", differences);
  }
  return decided > 0 && refused > 0 && panics == SOWING * decided && differences == 0 ? 0 : 1;
}
