/* Bad input, put together from tests/vectors/refusals.json. */

#define _POSIX_C_SOURCE 200809L

#include "bad.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void stop(const char *what, const char *where) {
  fprintf(stderr, "c refusals: %s: %s\n", where, what);
  exit(2);
}

static void add(bad_text *text, const char *bytes, size_t length, size_t *room) {
  if (text->length + length + 1 > *room) {
    *room = 2 * (text->length + length + 1);
    text->bytes = (char *)realloc(text->bytes, *room);
    if (text->bytes == NULL) {
      stop("out of memory", "a text");
    }
  }
  memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
  text->bytes[text->length] = '\0';
}

static void add_bytes(bad_text *text, const char *hex, size_t *room) {
  for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2) {
    char digits[3] = {hex[0], hex[1], '\0'};
    char byte = (char)strtoul(digits, NULL, 16);
    add(text, &byte, 1, room);
  }
}

bad_text bad_text_of(const cJSON *pieces) {
  bad_text text = {NULL, 0};
  size_t room = 0;
  const cJSON *piece = cJSON_IsArray(pieces) ? pieces->child : pieces;
  if (pieces == NULL || cJSON_IsNull(pieces)) {
    return text;
  }
  add(&text, "", 0, &room);
  for (; piece != NULL; piece = piece == pieces ? NULL : piece->next) {
    const char *plain = cJSON_GetStringValue(piece);
    const cJSON *repeated = cJSON_GetObjectItemCaseSensitive(piece, "repeat");
    const cJSON *counted = cJSON_GetObjectItemCaseSensitive(piece, "count");
    int times = (int)cJSON_GetNumberValue(repeated != NULL ? cJSON_GetObjectItemCaseSensitive(piece, "times") : counted);
    int time;
    if (plain != NULL) {
      add(&text, plain, strlen(plain), &room);
    } else if (repeated != NULL) {
      /* cJSON ends a text at its first NUL. */
      size_t length = strlen(repeated->valuestring);
      for (time = 0; time < times; time++) {
        add(&text, repeated->valuestring, length == 0 ? 1 : length, &room);
      }
    } else if (counted != NULL) {
      const char *before = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(piece, "before"));
      const char *after = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(piece, "after"));
      for (time = 0; time < times; time++) {
        char number[16];
        add(&text, before, strlen(before), &room);
        add(&text, number, (size_t)sprintf(number, "%d", time), &room);
        add(&text, after, strlen(after), &room);
      }
    } else {
      add_bytes(&text, cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(piece, "hex")), &room);
    }
  }
  return text;
}

cJSON *bad_file(const char *path) {
  FILE *stream = fopen(path, "rb");
  bad_text text = {NULL, 0};
  char part[65536];
  size_t length, room = 0;
  cJSON *file;
  if (stream == NULL) {
    stop("cannot be read", path);
    return NULL;
  }
  while ((length = fread(part, 1, sizeof part, stream)) > 0) {
    add(&text, part, length, &room);
  }
  fclose(stream);
  file = cJSON_ParseWithLength(text.bytes, text.length);
  free(text.bytes);
  if (file == NULL) {
    stop("no JSON", path);
  }
  return file;
}

bad_text bad_request(const char *decision, const char *facts) {
  bad_text request = {NULL, 0};
  size_t room = 0;
  add(&request, "{\"decision\":\"", 13, &room);
  add(&request, decision, strlen(decision), &room);
  add(&request, "\",\"facts\":", 10, &room);
  add(&request, facts, strlen(facts), &room);
  add(&request, "}", 1, &room);
  return request;
}

static const char MARK[] = "\001";
static const char MARK_IN_JSON[] = "\"\\u0001\"";

/* Facts with another value at a place, or without the fact. */
static bad_text with(const cJSON *facts, const char *place, const bad_text *value) {
  cJSON *copy = cJSON_Duplicate(facts, 1);
  cJSON *record = copy;
  char *written, *mark;
  bad_text text = {NULL, 0};
  size_t room = 0;
  if (*place == '\0') {
    add(&text, value->bytes, value->length, &room);
    cJSON_Delete(copy);
    return text;
  }
  while (*place != '\0') {
    char step[64];
    size_t length = strcspn(place, ".[]");
    const char *behind = place + length + strspn(place + length, "].[");
    snprintf(step, sizeof step, "%.*s", (int)length, place);
    place = behind;
    if (cJSON_IsArray(record)) {
      int number = atoi(step);
      if (*place == '\0') {
        cJSON_ReplaceItemInArray(record, number, cJSON_CreateString(MARK));
      }
      record = cJSON_GetArrayItem(record, number);
    } else if (*place != '\0') {
      record = cJSON_GetObjectItemCaseSensitive(record, step);
    } else if (value->bytes == NULL) {
      cJSON_DeleteItemFromObjectCaseSensitive(record, step);
    } else if (cJSON_GetObjectItemCaseSensitive(record, step) != NULL) {
      cJSON_ReplaceItemInObjectCaseSensitive(record, step, cJSON_CreateString(MARK));
    } else {
      cJSON_AddStringToObject(record, step, MARK);
    }
  }
  written = cJSON_PrintUnformatted(copy);
  mark = strstr(written, MARK_IN_JSON);
  if (mark == NULL) {
    add(&text, written, strlen(written), &room);
  } else {
    add(&text, written, (size_t)(mark - written), &room);
    add(&text, value->bytes, value->length, &room);
    mark += strlen(MARK_IN_JSON);
    add(&text, mark, strlen(mark), &room);
  }
  free(written);
  cJSON_Delete(copy);
  return text;
}

static const char *text_at(const cJSON *row, int place) {
  return cJSON_GetStringValue(cJSON_GetArrayItem(row, place));
}

/* One value at one place; the row is kind, value and code, and what is expected instead is value, code and field. */
static void run_bad(const cJSON *entry, const char *place, const char *kind, const cJSON *value, const char *code,
                    const char *field, void (*run)(const bad_case *one)) {
  bad_text written = bad_text_of(value);
  bad_text request;
  size_t room = 0;
  bad_case one;
  memset(&one, 0, sizeof one);
  one.kind = kind;
  one.decision = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(entry, "decision"));
  one.about = place;
  one.code = code;
  one.facts = with(cJSON_GetObjectItemCaseSensitive(entry, "facts"), place, &written);
  /* The facts may hold a NUL, so they are put between what a request without any has. */
  request = bad_request(one.decision, "");
  request.bytes[--request.length] = '\0';
  room = request.length + 1;
  add(&request, one.facts.bytes, one.facts.length, &room);
  add(&request, "}", 1, &room);
  one.request = request;
  if (code != NULL && strcmp(code, "malformed_json") != 0) {
    room = 0;
    add(&one.field, field, strlen(field), &room);
  }
  run(&one);
  free(one.field.bytes);
  free(one.request.bytes);
  free(one.facts.bytes);
  free(written.bytes);
}

/* What a decision expects otherwise of a value at a place: place, value, code, field. */
static const cJSON *otherwise(const cJSON *entry, const char *place, const cJSON *value) {
  const cJSON *row;
  cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(entry, "otherwise")) {
    if (strcmp(text_at(row, 0), place) == 0 && cJSON_Compare(cJSON_GetArrayItem(row, 1), value, 1)) {
      return row;
    }
  }
  return NULL;
}

static void run_rows(const cJSON *entry, const char *place, const cJSON *rows, void (*run)(const bad_case *one)) {
  const cJSON *row;
  cJSON_ArrayForEach(row, rows) {
    const cJSON *value = cJSON_GetArrayItem(row, 1);
    const cJSON *other = otherwise(entry, place, value);
    char field[128];
    snprintf(field, sizeof field, "%s%s", place, text_at(row, 3) == NULL ? "" : text_at(row, 3));
    if (other != NULL) {
      run_bad(entry, place, text_at(row, 0), value, text_at(other, 2), text_at(other, 3), run);
    } else {
      run_bad(entry, place, text_at(row, 0), value, text_at(row, 2), field, run);
    }
  }
}

static void run_whole(const cJSON *whole, void (*run)(const bad_case *one)) {
  bad_case one;
  memset(&one, 0, sizeof one);
  one.kind = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(whole, "kind"));
  one.about = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(whole, "name"));
  one.request = bad_text_of(cJSON_GetObjectItemCaseSensitive(whole, "request"));
  one.code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(whole, "code"));
  one.field = bad_text_of(cJSON_GetObjectItemCaseSensitive(whole, "field"));
  run(&one);
  free(one.request.bytes);
  free(one.field.bytes);
}

void bad_each(const cJSON *file, void (*run)(const bad_case *one)) {
  const cJSON *shapes = cJSON_GetObjectItemCaseSensitive(file, "shapes");
  const cJSON *whole, *entry, *place, *row;
  cJSON_ArrayForEach(whole, cJSON_GetObjectItemCaseSensitive(file, "requests")) {
    run_whole(whole, run);
  }
  cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(file, "decisions")) {
    cJSON_ArrayForEach(place, cJSON_GetObjectItemCaseSensitive(entry, "places")) {
      char shape[64];
      size_t length = (size_t)snprintf(shape, sizeof shape, "%s", cJSON_GetStringValue(place));
      if (length > 0 && shape[length - 1] == '?') {
        shape[length - 1] = '\0';
      } else {
        run_rows(entry, place->string, cJSON_GetObjectItemCaseSensitive(file, "needed"), run);
      }
      run_rows(entry, place->string, cJSON_GetObjectItemCaseSensitive(shapes, shape), run);
    }
    cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(entry, "more")) {
      run_bad(entry, text_at(row, 1), text_at(row, 0), cJSON_GetArrayItem(row, 2), text_at(row, 3), text_at(row, 4), run);
    }
  }
}
