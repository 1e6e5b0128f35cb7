/*
 * What the typed example cases share: how the facts of a decision stand in its struct, what its function answered, and
 * that answer as the cases write it. Each domain lists its decisions in a file of its own; typed.c runs them all.
 */

#ifndef DMS_TYPED_H
#define DMS_TYPED_H

#include <cjson/cJSON.h>
#include <stddef.h>
#include <stdint.h>

#include "dms_rules.h"

/*
 * WHOLE is an int32_t, COUNT a uint32_t, LONG an int64_t. TEXT is a pointer with its length behind it, DATE a number
 * YYYYMMDD, CLOCK a number HHMMSS. A SET is a list of names, and its member a uint32_t of bits. NO_UNLESS_SET is yes or
 * no, and no where nothing is said. A RECORD has facts of its own.
 */
typedef enum { ONE_OF, YES_NO, NO_UNLESS_SET, WHOLE, COUNT, LONG, TEXT, DATE, CLOCK, TIME, SET, RECORD } kind;

/* A fact: where it stands in its struct and, where it may be unknown, where its flag stands. */
typedef struct fact {
  const char *name;
  kind kind;
  size_t offset;
  size_t flag;
  /* Of an enum or a set: its names, in the order of their numbers or bits. */
  const char *names;
  /* Of a record: its facts, whose places are counted from its own. */
  const struct fact *members;
} fact;

#define MUST(facts, member, kind) {#member, kind, offsetof(facts, member), 0, NULL, NULL}
#define MAY(facts, member, kind) {#member, kind, offsetof(facts, member), offsetof(facts, has_##member), NULL, NULL}
#define MUST_BE(facts, member, names) {#member, ONE_OF, offsetof(facts, member), 0, names, NULL}
#define MAY_BE(facts, member, names) \
  {#member, ONE_OF, offsetof(facts, member), offsetof(facts, has_##member), names, NULL}
#define MUST_LIST(facts, member, names) {#member, SET, offsetof(facts, member), 0, names, NULL}
#define MUST_HOLD(facts, member, members) {#member, RECORD, offsetof(facts, member), 0, NULL, members}
#define MAY_HOLD(facts, member, members) \
  {#member, RECORD, offsetof(facts, member), offsetof(facts, has_##member), NULL, members}
/* A record whose members stand in the struct itself. */
#define FLAT(name, members) {name, RECORD, 0, 0, NULL, members}
#define END {NULL, WHOLE, 0, 0, NULL, NULL}

/* What a function answered. */
typedef struct {
  int32_t row;
  uint32_t because;
  uint32_t advisories;
  /* As the cases write it. */
  cJSON *outcome;
  /* What a refusal says beside code and field, as an object; NULL where that is nothing. */
  cJSON *refusal;
} answer;

/* A decision; size is that of its struct of facts. A list of them ends with the number 0. */
typedef struct {
  int32_t number;
  const fact *facts;
  uint32_t size;
  int32_t (*call)(const void *facts, answer *to, dms_error *error);
} decision;

extern const decision VALUE_DECISIONS[];
extern const decision OKR_DECISIONS[];
extern const decision CAR_PASS_DECISIONS[];
extern const decision BOOKING_DECISIONS[];
extern const decision INSPECTION_DECISIONS[];

#define NO_DECISION {0, NULL, 0, NULL}
#define DECISION(number, facts, function) {number, facts, sizeof(function##_facts), call_##function}

/*
 * Defines call_FUNCTION, which calls a decision and has SAY write its outcome:
 * static cJSON *say(int32_t decision, const FUNCTION_result *result).
 */
#define CALL(number, function, say)                                            \
  static int32_t call_##function(const void *facts, answer *to, dms_error *error) { \
    function##_result result;                                                  \
    int32_t status;                                                            \
    cover(&result, sizeof result);                                             \
    status = function((const function##_facts *)facts, &result, error);        \
    if (status == DMS_STATUS_OK) {                                             \
      to->row = result.row;                                                    \
      to->because = result.because;                                            \
      to->advisories = result.advisories;                                      \
      to->outcome = say(number, &result);                                      \
    } else {                                                                   \
      expect_cleared(&result, sizeof result);                                  \
    }                                                                          \
    return status;                                                             \
  }

/* The same for a decision whose outcome is one of several names. */
#define CALL_NAMED(number, function)                                           \
  static cJSON *say_##function(int32_t decision, const function##_result *result) { \
    return said_outcome(decision, result->outcome);                            \
  }                                                                            \
  CALL(number, function, say_##function)

/* Fills a result with bytes that no function writes, and holds a refused call to having left no answer: all 0. */
void cover(void *result, size_t size);
void expect_cleared(const void *result, size_t size);

/* Says a difference in the case that runs. */
void expect(const char *what, const char *found, const char *expected);

/* Parts of an answer, as the cases write them. Names stand in the order of their numbers, or of their bits. */
cJSON *said_outcome(int32_t decision, int32_t outcome);
cJSON *said_one_of(const char *names, int32_t number);
cJSON *said_set(const char *names, uint32_t bits);
cJSON *said_yes_no(int32_t number);
cJSON *said_date(int32_t date);
cJSON *said_clock(int32_t time);
cJSON *said_time(dms_time at);
cJSON *said_text(const char *text, size_t length);

#endif
