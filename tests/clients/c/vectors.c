/*
 * Runs the shared example cases through dms_evaluate_json: vectors FOLDER [COUNT]. Prints how many cases there are, and
 * writes that number to the file COUNT; every difference is said, and makes the exit status 1.
 *
 * The facts of a case are passed on as the bytes that stand in the file, never read and written again: a number such as
 * 1095.0 or one of thirty digits would not come out as it went in. A scanner therefore cuts a file into its values, and
 * cJSON reads what is compared. Where panics are sown, each request that is decided panics first.
 */

#define _POSIX_C_SOURCE 200809L

#include <cjson/cJSON.h>
#include <ctype.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dms_rules.h"
#include "sown.h"

/* Part of a text: from its first byte to behind its last. */
typedef struct {
  const char *from;
  const char *to;
} piece;

static int cases = 0;
static int decided = 0;
static int panics = 0;
static int differences = 0;

static void stop(const char *what, const char *where) {
  fprintf(stderr, "c vectors: %s: %s\n", where, what);
  exit(2);
}

static void *room(size_t bytes) {
  void *place = malloc(bytes);
  if (place == NULL) {
    stop("out of memory", "vectors");
  }
  return place;
}

/* The scanner: enough to tell where a value of well-formed JSON ends. */

static const char *after_blanks(const char *at, const char *end) {
  while (at < end && isspace((unsigned char)*at)) {
    at++;
  }
  return at;
}

static const char *after_text(const char *at, const char *end) {
  for (at++; at < end && *at != '"'; at++) {
    if (*at == '\\') {
      at++;
    }
  }
  return at < end ? at + 1 : end;
}

static const char *after_value(const char *at, const char *end) {
  int depth = 0;
  do {
    at = after_blanks(at, end);
    if (at >= end) {
      return end;
    }
    if (*at == '"') {
      at = after_text(at, end);
    } else if (*at == '{' || *at == '[') {
      depth++;
      at++;
    } else if (*at == '}' || *at == ']') {
      depth--;
      at++;
    } else if (*at == ',' || *at == ':') {
      at++;
    } else {
      while (at < end && !isspace((unsigned char)*at) && strchr(",:]}", *at) == NULL) {
        at++;
      }
    }
  } while (depth > 0);
  return at;
}

/* The next entry of a list, or the next value of an object with its key; at starts behind the opening bracket. */
static int next(const char **at, const char *end, piece *key, piece *value) {
  const char *here = after_blanks(*at, end);
  if (here < end && *here == ',') {
    here = after_blanks(here + 1, end);
  }
  if (here >= end || *here == '}' || *here == ']') {
    return 0;
  }
  if (key != NULL) {
    key->from = here;
    key->to = here = after_text(here, end);
    here = after_blanks(here, end);
    if (here >= end || *here != ':') {
      return 0;
    }
    here = after_blanks(here + 1, end);
  }
  value->from = here;
  value->to = *at = after_value(here, end);
  return 1;
}

static int is_key(piece key, const char *name) {
  size_t length = strlen(name);
  return (size_t)(key.to - key.from) == length + 2 && memcmp(key.from + 1, name, length) == 0;
}

/* What stands under a name in an object; nothing where it is not there. */
static piece find(piece object, const char *name) {
  piece nothing = {NULL, NULL};
  piece key, value;
  const char *at = object.from + 1;
  while (next(&at, object.to, &key, &value)) {
    if (is_key(key, name)) {
      return value;
    }
  }
  return nothing;
}

static cJSON *parse(piece text, const char *where) {
  cJSON *json = text.from == NULL ? NULL : cJSON_ParseWithLength(text.from, (size_t)(text.to - text.from));
  if (json == NULL) {
    stop("not JSON where JSON is expected", where);
  }
  return json;
}

/* One request, put together from the bytes of the file. */
static char *request_for(piece decision, piece facts) {
  static const char BEFORE[] = "{\"decision\":";
  static const char BETWEEN[] = ",\"facts\":";
  size_t decision_length = (size_t)(decision.to - decision.from);
  size_t facts_length = (size_t)(facts.to - facts.from);
  char *request = (char *)room(sizeof BEFORE + decision_length + sizeof BETWEEN + facts_length + 2);
  char *at = request;
  memcpy(at, BEFORE, sizeof BEFORE - 1);
  at += sizeof BEFORE - 1;
  memcpy(at, decision.from, decision_length);
  at += decision_length;
  memcpy(at, BETWEEN, sizeof BETWEEN - 1);
  at += sizeof BETWEEN - 1;
  memcpy(at, facts.from, facts_length);
  at += facts_length;
  strcpy(at, "}");
  return request;
}

/* Asks for the length first, and then for the answer. */
static char *ask(const char *request, int32_t *status, dms_error *error) {
  char nothing = 'x';
  size_t length = 0;
  char *answer;
  if (dms_evaluate_json(request, strlen(request), &nothing, 0, &length, error) != DMS_STATUS_BUFFER_TOO_SMALL) {
    stop("a capacity of 0 is enough", request);
  }
  answer = (char *)room(length + 1);
  *status = dms_evaluate_json(request, strlen(request), answer, length + 1, &length, error);
  if (*status == DMS_STATUS_BUFFER_TOO_SMALL || strlen(answer) != length) {
    stop("the length reported is not the answer's", request);
  }
  return answer;
}

static void differs(const char *file, const char *name, const char *what, const cJSON *expected, const char *answer) {
  char *wanted = expected == NULL ? NULL : cJSON_PrintUnformatted(expected);
  printf("%s: %s: %s is not %s in %s\n", file, name, what, wanted == NULL ? "there" : wanted, answer);
  free(wanted);
  differences++;
}

/* Everything that is expected stands in the answer as it is expected. */
static int as_expected(const cJSON *expected, const cJSON *answer, const char *file, const char *name,
                       const char *text) {
  const cJSON *entry;
  int entries = 0;
  cJSON_ArrayForEach(entry, expected) {
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(answer, entry->string);
    if (found == NULL || !cJSON_Compare(entry, found, 1)) {
      differs(file, name, entry->string, entry, text);
    }
    entries++;
  }
  return entries;
}

/* A panic is a status: nothing of an answer before is left. */
static void expect_panic(const char *file, const char *name, int32_t status, const dms_error *error, const char *buffer,
                         size_t length) {
  if (status != DMS_STATUS_PANIC || error->status != status || buffer[0] != '\0' || length != 0) {
    differs(file, name, "a panic that leaves nothing", NULL, buffer);
  }
}

static void run_sown(const char *file, const char *name, const char *decision, const char *request) {
  char buffer[10000] = "as before";
  size_t length = 77;
  dms_error error;
  int32_t status;
  if (sow(decision, 0)) {
    status = dms_evaluate_json(request, strlen(request), buffer, sizeof buffer, &length, &error);
    expect_panic(file, name, status, &error, buffer, length);
    panics++;
  }
  if (sow(decision, 0)) {
    status = dms_explain_json(request, strlen(request), DMS_LANGUAGE_NL, buffer, sizeof buffer, &length, &error);
    expect_panic(file, name, status, &error, buffer, length);
  }
}

static void run_case(const char *file, piece decision, piece edition, piece one) {
  piece expectation = find(one, "expect");
  piece refusal = find(one, "error");
  piece facts = find(one, "facts");
  int refused = refusal.from != NULL;
  cJSON *name_text = parse(find(one, "name"), file);
  const char *name = cJSON_GetStringValue(name_text);
  cJSON *expected = parse(refused ? refusal : expectation, file);
  cJSON *wanted_decision = parse(decision, file);
  cJSON *wanted_edition = parse(edition, file);
  dms_error error;
  int32_t status;
  char *request, *text;
  cJSON *answer;
  const cJSON *found;

  if (name == NULL || facts.from == NULL || (refused && expectation.from != NULL)) {
    stop("a case has a name, facts, and either expect or error", file);
  }
  cases++;
  request = request_for(decision, facts);
  if (!refused) {
    decided++;
    run_sown(file, name, cJSON_GetStringValue(wanted_decision), request);
  }
  text = ask(request, &status, &error);
  answer = cJSON_Parse(text);
  if (answer == NULL) {
    stop("the answer is not JSON", text);
  }

  found = cJSON_GetObjectItemCaseSensitive(answer, "decision");
  if (found == NULL || !cJSON_Compare(found, wanted_decision, 1)) {
    differs(file, name, "decision", wanted_decision, text);
  }
  if (refused) {
    const cJSON *refusal_found = cJSON_GetObjectItemCaseSensitive(answer, "error");
    const char *code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(expected, "code"));
    const char *field = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(expected, "field"));
    const char *status_name = "";
    /* What is expected, and a message. */
    if (as_expected(expected, refusal_found, file, name, text) + 1 != cJSON_GetArraySize(refusal_found)
        || cJSON_GetArraySize(answer) != 2) {
      differs(file, name, "a refusal with nothing beside it", NULL, text);
    }
    /* The status and the error say the same as the answer. */
    dms_status_name(status, &status_name, NULL);
    if (code == NULL || strcmp(status_name, code) != 0 || error.status != status) {
      differs(file, name, "the status", cJSON_GetObjectItemCaseSensitive(expected, "code"), status_name);
    }
    if (strcmp(error.field, field == NULL ? "" : field) != 0) {
      differs(file, name, "the error's field", cJSON_GetObjectItemCaseSensitive(expected, "field"), error.field);
    }
  } else {
    found = cJSON_GetObjectItemCaseSensitive(answer, "edition");
    if (found == NULL || !cJSON_Compare(found, wanted_edition, 1)) {
      differs(file, name, "edition", wanted_edition, text);
    }
    if (as_expected(expected, answer, file, name, text) != 4 || cJSON_GetArraySize(answer) != 6) {
      differs(file, name, "a decision with outcome, row, because and advisories alone", NULL, text);
    }
    if (status != DMS_STATUS_OK || error.status != DMS_STATUS_OK) {
      differs(file, name, "the status OK", NULL, error.message);
    }
  }

  cJSON_Delete(answer);
  cJSON_Delete(wanted_edition);
  cJSON_Delete(wanted_decision);
  cJSON_Delete(expected);
  cJSON_Delete(name_text);
  free(text);
  free(request);
}

static char *contents(const char *file, size_t *length) {
  FILE *stream = fopen(file, "rb");
  char *text;
  long size;
  if (stream == NULL || fseek(stream, 0, SEEK_END) != 0 || (size = ftell(stream)) < 0) {
    stop("cannot be read", file);
    return NULL;
  }
  rewind(stream);
  text = (char *)room((size_t)size + 1);
  *length = fread(text, 1, (size_t)size, stream);
  if (*length != (size_t)size) {
    stop("cannot be read to its end", file);
  }
  text[*length] = '\0';
  fclose(stream);
  return text;
}

static void run_file(const char *file) {
  size_t length = 0;
  char *text = contents(file, &length);
  piece whole, decision, edition, list, one;
  const char *at;
  int before = cases;

  /* cJSON vouches for the whole, and the scanner may then be simple. */
  whole.from = after_blanks(text, text + length);
  whole.to = text + length;
  cJSON_Delete(parse(whole, file));
  decision = find(whole, "decision");
  edition = find(whole, "edition");
  list = find(whole, "cases");
  if (list.from == NULL || *list.from != '[') {
    stop("has no list of cases", file);
  }
  at = list.from + 1;
  while (next(&at, list.to, NULL, &one)) {
    run_case(file, decision, edition, one);
  }
  if (cases == before) {
    stop("has no case", file);
  }
  free(text);
}

int main(int count, char **arguments) {
  char pattern[4096];
  glob_t files;
  size_t file;

  if (count < 2 || count > 3 || strlen(arguments[1]) > sizeof pattern - 16) {
    stop("usage: vectors FOLDER [COUNT]", "vectors");
  }
  sprintf(pattern, "%s/*.json", arguments[1]);
  if (glob(pattern, 0, NULL, &files) != 0) {
    stop("no example cases", pattern);
  }
  for (file = 0; file < files.gl_pathc; file++) {
    /* Of a form of its own: refusals.c. */
    if (strstr(files.gl_pathv[file], "/refusals.json") == NULL) {
      run_file(files.gl_pathv[file]);
    }
  }
  globfree(&files);

  printf("c vectors: %d cases\n", cases);
  if (count == 3) {
    FILE *stream = fopen(arguments[2], "w");
    if (stream == NULL || fprintf(stream, "%d\n", cases) < 0 || fclose(stream) != 0) {
      stop("cannot be written", arguments[2]);
    }
  }
  if (SOWING) {
    printf("c vectors: %d panics\n", panics);
  }
  if (differences > 0) {
    printf("c vectors: %d differences\n", differences);
  }
  return cases > 0 && panics == SOWING * decided && differences == 0 ? 0 : 1;
}
