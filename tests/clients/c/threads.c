/*
 * Eight threads ask at once, each every kind of function, and each must be answered as one that asks alone. For helgrind,
 * which says whether two touched the same memory unguarded. Built with SOWN_RACE they do, and it must be found.
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dms_rules.h"

enum { THREADS = 8, ROUNDS = 40, VARIANTS = 4, ROWS = 16 };

/* Everything that one round was told, in one text. */
typedef struct heard {
  size_t length;
  char text[32 * 1024];
} heard;

static void hear(heard *all, const void *bytes, size_t size) {
  if (all->length + size > sizeof all->text) abort();
  memcpy(all->text + all->length, bytes, size);
  all->length += size;
}

static void hear_text(heard *all, int32_t status, const char *text) {
  hear(all, &status, sizeof status);
  if (status == DMS_STATUS_OK) hear(all, text, strlen(text));
}

static void hear_error(heard *all, const dms_error *error) {
  hear(all, &error->status, sizeof error->status);
  hear(all, error->field, strlen(error->field));
  hear(all, error->message, strlen(error->message));
}

static void ask_typed(heard *all, int round) {
  dms_okr_option_facts invoices[ROWS];
  dms_okr_option_result results[ROWS];
  int32_t statuses[ROWS];
  dms_error error;
  const char *text = "";
  int row;

  memset(invoices, 0, sizeof invoices);
  memset(results, 0, sizeof results);
  for (row = 0; row < ROWS; row++) {
    invoices[row].size = sizeof invoices[row];
    invoices[row].mode = row % 6;
    invoices[row].max_age_days = 30;
    invoices[row].has_max_age_days = 1;
    invoices[row].entered_reading_km = 125896 + row;
    invoices[row].last_reading_km = 126000;
    invoices[row].has_last_reading_km = round % 2;
    invoices[row].reading_date = 20261119;
    invoices[row].has_reading_date = 1;
    invoices[row].invoice_date = 20261121;
    invoices[row].invoice_total_cents = 1000 * row;
  }
  dms_okr_option_batch(invoices, ROWS, results, statuses, &error);
  hear(all, statuses, sizeof statuses);
  hear(all, results, sizeof results);
  hear_error(all, &error);
  for (row = 0; row < ROWS; row++) {
    int32_t status = dms_okr_option(&invoices[row], &results[row], &error);
    hear_error(all, &error);
    hear_text(all, dms_status_text(status, 1 + round % VARIANTS, &text, NULL), text);
    if (status == DMS_STATUS_OK) {
      int32_t told = dms_row_text(DMS_DECISION_OKR_OPTION, results[row].row, 1 + round % VARIANTS, &text, NULL);
      hear_text(all, told, text);
    }
  }
}

static void ask_json(heard *all, int round) {
  static const char *const REQUESTS[] = {
      "{\"decision\":\"vin.check\",\"facts\":{\"vin\":\"WVWZZZ1JZ3W386752\"}}",
      "{\"decision\":\"vin.check\",\"facts\":{}}",
      "{\"decision\":\"inspection.next_due\",\"facts\":{}}",
      "{\"decision\":",
  };
  size_t at;
  for (at = 0; at < sizeof REQUESTS / sizeof *REQUESTS; at++) {
    char answer[8 * 1024];
    size_t length = 0;
    dms_error error;
    dms_evaluate_json(REQUESTS[at], strlen(REQUESTS[at]), answer, sizeof answer, &length, &error);
    hear(all, answer, length);
    hear_error(all, &error);
    dms_explain_json(REQUESTS[at], strlen(REQUESTS[at]), 1 + round % VARIANTS, answer, sizeof answer, &length, &error);
    hear(all, answer, length);
    hear_error(all, &error);
  }
}

/* Which texts there are; what has no decision or no reason is an answer too. */
static void look_up(heard *all, int round) {
  int32_t decision;
  int32_t status;
  for (decision = 0; decision < 50; decision++) {
    const char *text = "";
    status = dms_decision_id(decision, &text, NULL);
    hear_text(all, status, text);
    status = dms_decision_edition(decision, &text, NULL);
    hear_text(all, status, text);
    status = dms_row_id(decision, 1 + round % VARIANTS, &text, NULL);
    hear_text(all, status, text);
    status = dms_reason_id(decision, 1u << round % VARIANTS, &text, NULL);
    hear_text(all, status, text);
    status = dms_reason_text(decision, 1u << round % VARIANTS, 1 + round % VARIANTS, &text, NULL);
    hear_text(all, status, text);
    status = dms_advisory_text(decision, 1, 1 + round % VARIANTS, &text, NULL);
    hear_text(all, status, text);
    status = dms_outcome_name(decision, 1 + round % VARIANTS, &text, NULL);
    hear_text(all, status, text);
  }
}

static void ask(heard *all, int round) {
  all->length = 0;
  ask_typed(all, round);
  ask_json(all, round);
  look_up(all, round);
}

typedef struct asking {
  heard first[VARIANTS];
  int differing;
} asking;

static asking askings[THREADS];
static pthread_barrier_t together;

#ifdef SOWN_RACE
static int rounds_of_all = 0;
#endif

static int same(const heard *one, const heard *other) {
  return one->length == other->length && memcmp(one->text, other->text, one->length) == 0;
}

/* Nobody asked before the threads do, so that what the library sets up at its first call is set up by all at once. */
static void *run(void *argument) {
  asking *own = (asking *)argument;
  heard *again = (heard *)malloc(sizeof *again);
  int round;
  if (again == NULL) abort();
  pthread_barrier_wait(&together);
  for (round = 0; round < VARIANTS; round++) ask(&own->first[round], round);
  for (; round < ROUNDS; round++) {
    ask(again, round % VARIANTS);
    own->differing += !same(again, &own->first[round % VARIANTS]);
#ifdef SOWN_RACE
    rounds_of_all++;
#endif
  }
  free(again);
  return NULL;
}

int main(void) {
  static heard alone;
  pthread_t threads[THREADS];
  int one, variant, differing = 0;

  if (pthread_barrier_init(&together, NULL, THREADS) != 0) abort();
  for (one = 0; one < THREADS; one++) {
    if (pthread_create(&threads[one], NULL, run, &askings[one]) != 0) abort();
  }
  for (one = 0; one < THREADS; one++) {
    if (pthread_join(threads[one], NULL) != 0) abort();
    differing += askings[one].differing;
  }
  pthread_barrier_destroy(&together);
  for (variant = 0; variant < VARIANTS; variant++) {
    ask(&alone, variant);
    for (one = 0; one < THREADS; one++) differing += !same(&alone, &askings[one].first[variant]);
  }
  printf("%d threads, %d rounds each, %lu bytes heard in the last: %d differ\n", THREADS, ROUNDS,
         (unsigned long)alone.length, differing);
  return differing == 0 && alone.length > 0 ? 0 : 1;
}
