/*
 * Puts bad input of every kind to dms_evaluate_json: refusals FILE [COUNT [LARGEST]]. Every difference is said, and makes
 * the exit status 1. Writes to the file COUNT how many cases there are and what they and their answers add up to, which is
 * the same in every language. Requests of more bytes than LARGEST are left out.
 */

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bad.h"
#include "dms_rules.h"

/* A thread of a host may have no more. */
enum { SMALL_STACK = 256 * 1024 };

static int cases = 0;
static int deep = 0;
static int differences = 0;
static size_t largest = SIZE_MAX;
static uint32_t asked = 0xFFFFFFFF;
static uint32_t answered = 0xFFFFFFFF;

/* The facts of every decision, which are decided before and after everything else. */
enum { MOST_GOOD = 128 };
static bad_text good[MOST_GOOD];
static char *good_answers[MOST_GOOD];
static int good_count = 0;

static void stop(const char *what) {
  fprintf(stderr, "c refusals: %s\n", what);
  exit(2);
}

static uint32_t add_up(uint32_t sum, const char *bytes, size_t length) {
  static uint32_t table[256];
  uint32_t byte;
  if (table[1] == 0) {
    for (byte = 0; byte < 256; byte++) {
      int bit;
      table[byte] = byte;
      for (bit = 0; bit < 8; bit++) {
        table[byte] = (table[byte] & 1) != 0 ? table[byte] >> 1 ^ 0xEDB88320 : table[byte] >> 1;
      }
    }
  }
  for (; length > 0; bytes++, length--) {
    sum = sum >> 8 ^ table[(sum ^ (unsigned char)*bytes) & 0xFF];
  }
  return sum;
}

/* The answer in a place of its own, found large enough. */
static char *ask(const bad_text *request, int32_t *status, size_t *length, dms_error *error) {
  size_t room = 4096;
  char *answer = NULL;
  do {
    free(answer);
    answer = (char *)malloc(room);
    if (answer == NULL) {
      stop("out of memory");
    }
    *status = dms_evaluate_json(request->bytes, request->length, answer, room, length, error);
    room = *length + 1;
  } while (*status == DMS_STATUS_BUFFER_TOO_SMALL);
  return answer;
}

static void differs(const bad_case *one, const char *what, const char *found, const char *expected) {
  printf("%s: %s: %s: %s is %s, not %.80s\n", one->decision == NULL ? "request" : one->decision, one->kind, one->about,
         what, found, expected);
  differences++;
}

/* The process is alive: what was decided before is decided again. */
static void expect_alive(const bad_case *one) {
  int place = cases % good_count;
  int32_t status;
  size_t length;
  char *answer = ask(&good[place], &status, &length, NULL);
  if (status != DMS_STATUS_OK || strcmp(answer, good_answers[place]) != 0) {
    differs(one, "what is decided afterwards", answer, good_answers[place]);
  }
  free(answer);
}

static void *ask_deep(void *request) {
  int32_t status;
  size_t length;
  free(ask((const bad_text *)request, &status, &length, NULL));
  return request;
}

static void on_a_small_stack(const bad_text *request) {
  bad_text copy = *request;
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0 || pthread_attr_setstacksize(&attributes, SMALL_STACK) != 0
      || pthread_create(&thread, &attributes, ask_deep, &copy) != 0 || pthread_join(thread, NULL) != 0) {
    stop("a thread cannot be had");
  }
  pthread_attr_destroy(&attributes);
  deep++;
}

static void run(const bad_case *one) {
  /* What an error keeps of a field: a NUL is shown as a blank, and cJSON ends a text there. */
  size_t kept = strlen(one->field.bytes == NULL ? "" : one->field.bytes);
  dms_error error;
  int32_t status;
  size_t length;
  char *answer;
  const char *found = "";
  const char *code = one->code == NULL ? "ok" : one->code;

  if (one->request.length > largest) {
    return;
  }
  answer = ask(&one->request, &status, &length, &error);
  dms_status_name(status, &found, NULL);
  if (strcmp(found, code) != 0 || error.status != status) {
    differs(one, "the status", found, code);
  }
  kept = kept < DMS_ERROR_FIELD_SIZE ? kept : DMS_ERROR_FIELD_SIZE - 1;
  if (strncmp(error.field, one->field.bytes == NULL ? "" : one->field.bytes, kept) != 0
      || (strlen(error.field) != kept && strcmp(one->kind, "NUL") != 0)) {
    differs(one, "the field", error.field, one->field.bytes == NULL ? "none" : one->field.bytes);
  }
  if (strlen(answer) != length || (strstr(answer, "\"error\":{") == NULL) != (one->code == NULL)) {
    differs(one, "the answer", answer, code);
  }
  asked = add_up(asked, one->request.bytes, one->request.length);
  answered = add_up(answered, answer, length);
  free(answer);
  if (strcmp(one->kind, "deep") == 0) {
    on_a_small_stack(&one->request);
  }
  expect_alive(one);
  cases++;
}

/* Bytes that are no UTF-8 are no text: this interface alone can be given them, and answers nothing. */
static void run_not_unicode(const cJSON *file) {
  const cJSON *one;
  int count = 0;
  cJSON_ArrayForEach(one, cJSON_GetObjectItemCaseSensitive(file, "not_unicode")) {
    bad_text request = bad_text_of(cJSON_GetObjectItemCaseSensitive(one, "request"));
    char answer[256] = "not an answer";
    size_t length = 7;
    dms_error error;
    int32_t status = dms_evaluate_json(request.bytes, request.length, answer, sizeof answer, &length, &error);
    if (status != DMS_STATUS_INVALID_UTF8 || strcmp(error.field, "request") != 0 || strcmp(answer, "") != 0
        || length != 0) {
      printf("%s: what is no Unicode is refused as %d at %s\n", cJSON_GetObjectItemCaseSensitive(one, "name")->valuestring,
             (int)status, error.field);
      differences++;
    }
    free(request.bytes);
    count++;
  }
  if (count == 0) {
    stop("nothing is no Unicode");
  }
}

static void decide_good(const cJSON *file) {
  const cJSON *entry;
  cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(file, "decisions")) {
    char *facts = cJSON_PrintUnformatted(cJSON_GetObjectItemCaseSensitive(entry, "facts"));
    int32_t status;
    size_t length;
    if (good_count == MOST_GOOD) {
      stop("more decisions than there is room for");
    }
    good[good_count] = bad_request(cJSON_GetObjectItemCaseSensitive(entry, "decision")->valuestring, facts);
    good_answers[good_count] = ask(&good[good_count], &status, &length, NULL);
    if (status != DMS_STATUS_OK) {
      stop(good_answers[good_count]);
    }
    good_count++;
    free(facts);
  }
}

int main(int count, char **arguments) {
  cJSON *file;
  if (count < 2 || count > 4) {
    stop("usage: refusals FILE [COUNT [LARGEST]]");
  }
  if (count == 4) {
    largest = strtoul(arguments[3], NULL, 10);
  }
  file = bad_file(arguments[1]);
  decide_good(file);
  bad_each(file, run);
  run_not_unicode(file);
  cJSON_Delete(file);
  while (good_count > 0) {
    good_count--;
    free(good[good_count].bytes);
    free(good_answers[good_count]);
  }

  printf("c refusals: %d cases, asked %08x, answered %08x\n", cases, (unsigned)~asked, (unsigned)~answered);
  if (count > 2) {
    FILE *stream = fopen(arguments[2], "w");
    if (stream == NULL || fprintf(stream, "%d %08x %08x\n", cases, (unsigned)~asked, (unsigned)~answered) < 0
        || fclose(stream) != 0) {
      stop("the count cannot be written");
    }
  }
  if (differences > 0) {
    printf("c refusals: %d differences\n", differences);
  }
  return cases > 0 && deep > 0 && differences == 0 ? 0 : 1;
}
