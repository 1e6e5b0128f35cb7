/*
 * Runs the shared example cases through the typed functions: typed FOLDER. Facts are read from JSON into the structs,
 * member by member from the lists in the files beside, and what comes back is held against what is expected, by the ids
 * looked up for it. Left to vectors.c are decisions that only JSON serves, cases that only JSON can hold (a text where
 * a number is due, a field nobody knows, a fraction of a second), and numbers that cJSON, which reads them as doubles,
 * does not keep. A case that is decided is left out for such a number or a fraction of a second alone. Where panics are
 * sown, each call that decides panics first: the status says so, the result is left, and the same call then answers.
 */

#define _POSIX_C_SOURCE 200809L

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

void expect_covered(const void *result, size_t size) {
  const unsigned char *bytes = (const unsigned char *)result;
  size_t at;
  for (at = 0; at < size; at++) {
    if (bytes[at] != COVER) {
      expect("the result of a refused call", "written to", "left");
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

static void run_case(const decision *asked, const cJSON *one) {
  const cJSON *expected = cJSON_GetObjectItemCaseSensitive(one, "expect");
  const cJSON *refusal = cJSON_GetObjectItemCaseSensitive(one, "error");
  /* Room for any struct of facts. */
  union {
    uint32_t size;
    int64_t number;
    const char *text;
    char bytes[1024];
  } facts;
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
    run_file(files.gl_pathv[file]);
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
