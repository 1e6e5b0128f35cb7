/* What the C clients share: checks that are counted and said, and go on after a failure. C99 and C++17. */

#ifndef DMS_CHECK_H
#define DMS_CHECK_H

#include <stdio.h>
#include <string.h>

static int checks = 0;
static int failures = 0;

#define CHECK(condition)                                                       \
  do {                                                                         \
    checks++;                                                                  \
    if (!(condition)) {                                                        \
      failures++;                                                              \
      printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);           \
    }                                                                          \
  } while (0)

/* Two numbers are the same; says both where they are not. */
#define SAME(found, expected) same(__FILE__, __LINE__, #found, (long long)(found), (long long)(expected))

static void same(const char *file, int line, const char *what, long long found, long long expected) {
  checks++;
  if (found != expected) {
    failures++;
    printf("%s:%d: %s is %lld, not %lld\n", file, line, what, found, expected);
  }
}

/* Two texts are the same; says both where they are not. */
#define SAYS(found, expected) says(__FILE__, __LINE__, #found, found, expected)

static void says(const char *file, int line, const char *what, const char *found, const char *expected) {
  checks++;
  if (found == NULL || strcmp(found, expected) != 0) {
    failures++;
    printf("%s:%d: %s is \"%s\", not \"%s\"\n", file, line, what, found == NULL ? "(null)" : found, expected);
  }
}

static int checked(const char *client) {
  printf("%s: %d checks, %d failed\n", client, checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}

#endif
