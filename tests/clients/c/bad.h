/*
 * The bad input that every language is given: tests/vectors/refusals.json, read as tests/refusals.py says. bad.c hands on
 * its cases one by one; refusals.c puts them to dms_evaluate_json, typed.c to the typed functions.
 */

#ifndef DMS_BAD_H
#define DMS_BAD_H

#include <cjson/cJSON.h>
#include <stddef.h>

/* Bytes with a NUL behind the last; bytes is NULL where there is no text. */
typedef struct {
  char *bytes;
  size_t length;
} bad_text;

typedef struct {
  const char *kind;
  /* The decision, and its facts alone; of a request as a whole neither. */
  const char *decision;
  bad_text facts;
  /* What the request is called, or the place that is bad. */
  const char *about;
  bad_text request;
  /* What is expected: NULL where the facts are decided, and where no field is named. */
  const char *code;
  bad_text field;
} bad_case;

/* The contents of the file; free with cJSON_Delete. */
cJSON *bad_file(const char *path);

/* A text that is put together from pieces. */
bad_text bad_text_of(const cJSON *pieces);

/* The request for these facts. */
bad_text bad_request(const char *decision, const char *facts);

void bad_each(const cJSON *file, void (*run)(const bad_case *one));

#endif
