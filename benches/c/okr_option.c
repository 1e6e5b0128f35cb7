/*
 * okr.option through the C interface against the same decision written by hand in C: the same random facts, the same
 * structs, in turns. Prints one Markdown table; see run.
 */
#define _POSIX_C_SOURCE 200112L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dms_rules.h"

enum { AGREED = 2000, MANY = 32768, ROUNDS = 101 };

static uint64_t state = 6;

/* splitmix64: the same numbers in every run. */
static uint64_t number(void) {
    uint64_t n = state += 0x9e3779b97f4a7c15u;
    n = (n ^ (n >> 30)) * 0xbf58476d1ce4e5b9u;
    n = (n ^ (n >> 27)) * 0x94d049bb133111ebu;
    return n ^ (n >> 31);
}

static int below(int limit) { return (int)(number() % (uint64_t)limit); }
static int between(int least, int most) { return least + below(most - least + 1); }

/* The day that lies this many days after 1 January 2026, within that year or the one before. */
static int32_t date(int day) {
    static const int months[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = 2026, month = 0;
    if (day < 0) {
        year--;
        day += 365;
    }
    while (day >= months[month])
        day -= months[month++];
    return year * 10000 + (month + 1) * 100 + day + 1;
}

static dms_okr_option_facts random_facts(void) {
    dms_okr_option_facts facts;
    int last = between(200000, 400000), day = below(365), age_matters;
    memset(&facts, 0, sizeof facts);
    facts.size = sizeof facts;
    facts.mode = between(DMS_OKR_MODE_NEVER, DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT);
    age_matters = facts.mode >= DMS_OKR_MODE_AFTER_INVOICE;
    facts.has_max_age_days = age_matters || below(2);
    facts.max_age_days = below(40);
    facts.has_threshold_cents = below(2);
    facts.threshold_cents = between(0, 30000);
    facts.has_boundary = below(2);
    facts.boundary = between(DMS_OKR_OPTION_BOUNDARY_MORE_THAN, DMS_OKR_OPTION_BOUNDARY_AT_LEAST);
    facts.apk_reported = below(4) == 0;
    facts.has_last_reading_km = below(5) != 0;
    facts.last_reading_km = last;
    switch (below(5)) {
    case 0: facts.entered_reading_km = last; break;
    case 1: facts.entered_reading_km = last - between(1, 100); break;
    case 2: facts.entered_reading_km = last + between(-150000, 150000); break;
    default: facts.entered_reading_km = last + between(1, 30000);
    }
    facts.invoice_date = date(day);
    facts.has_reading_date = below(5) != 0;
    facts.reading_date = date(below(4) ? day - below(60) : day);
    facts.invoice_total_cents = below(8) ? between(-5000, 40000) : facts.threshold_cents;
    return facts;
}

static int is_date(int32_t date) {
    static const int months[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = date / 10000, month = date / 100 % 100, day = date % 100;
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= months[month - 1] + (leap && month == 2);
}

/* Days since 1 March of the year 0. */
static int32_t day_number(int32_t date) {
    int year = date / 10000, month = (date / 100 % 100 + 9) % 12;
    year -= month / 10;
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date % 100 - 1;
}

static int is_yes_or_no(int32_t answer) { return answer == 0 || answer == 1; }

/* The decision by hand, with the checks that facts from outside need. Returns a status. */
static int32_t by_hand(const dms_okr_option_facts *facts, dms_okr_option_result *result) {
    int64_t threshold = 15000;
    int32_t boundary = DMS_OKR_OPTION_BOUNDARY_MORE_THAN, above = 0, outcome, row;
    uint32_t because = 0, advisories = 0;
    int never = 0, asks_for_age = 0, asks_for_amount = 0, known, unchanged, deviates, stale = 0, too_low = 0;

    if (facts == NULL || result == NULL)
        return DMS_STATUS_NULL_POINTER;
    switch (facts->mode) {
    case DMS_OKR_MODE_NEVER: never = 1; break;
    case DMS_OKR_MODE_ALWAYS: break;
    case DMS_OKR_MODE_AFTER_INVOICE: asks_for_age = 1; break;
    case DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT: asks_for_age = asks_for_amount = 1; break;
    default: return DMS_STATUS_UNKNOWN_VALUE;
    }
    if (!is_yes_or_no(facts->apk_reported) || !is_yes_or_no(facts->has_max_age_days) ||
        !is_yes_or_no(facts->has_threshold_cents) || !is_yes_or_no(facts->has_boundary) ||
        !is_yes_or_no(facts->has_last_reading_km) || !is_yes_or_no(facts->has_reading_date))
        return DMS_STATUS_UNKNOWN_VALUE;
    if (facts->has_max_age_days && (facts->max_age_days < 0 || facts->max_age_days > 65535))
        return DMS_STATUS_OUT_OF_RANGE;
    if (facts->has_boundary)
        boundary = facts->boundary;
    if (boundary != DMS_OKR_OPTION_BOUNDARY_MORE_THAN && boundary != DMS_OKR_OPTION_BOUNDARY_AT_LEAST)
        return DMS_STATUS_UNKNOWN_VALUE;
    if (facts->has_threshold_cents)
        threshold = facts->threshold_cents;
    if (facts->entered_reading_km < 0 || facts->entered_reading_km > 9999999 ||
        (facts->has_last_reading_km && (facts->last_reading_km < 0 || facts->last_reading_km > 9999999)))
        return DMS_STATUS_OUT_OF_RANGE;
    if (!is_date(facts->invoice_date) || (facts->has_reading_date && !is_date(facts->reading_date)))
        return DMS_STATUS_INVALID_DATE;
    if (asks_for_age && !facts->has_max_age_days)
        return DMS_STATUS_MISSING_FIELD;
    if (facts->has_reading_date && facts->reading_date > facts->invoice_date)
        return DMS_STATUS_CONTRADICTION;

    known = facts->has_last_reading_km;
    if (known)
        above = facts->entered_reading_km - facts->last_reading_km;
    unchanged = known && above == 0;
    deviates = above > 100000 || above < -100000;
    if (asks_for_age)
        stale = !facts->has_reading_date ||
                day_number(facts->invoice_date) - day_number(facts->reading_date) > facts->max_age_days;
    if (asks_for_amount)
        too_low = boundary == DMS_OKR_OPTION_BOUNDARY_AT_LEAST ? facts->invoice_total_cents < threshold
                                                              : facts->invoice_total_cents <= threshold;

    if (never) {
        row = DMS_OKR_OPTION_ROW_FORWARDING_NEVER;
        outcome = DMS_OKR_OPTION_OUTCOME_LOCKED;
    } else if (facts->apk_reported) {
        row = DMS_OKR_OPTION_ROW_APK_REPORTED;
        outcome = DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED;
    } else if (too_low) {
        row = DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW;
        outcome = DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW;
    } else if (unchanged) {
        row = DMS_OKR_OPTION_ROW_READING_UNCHANGED;
        outcome = DMS_OKR_OPTION_OUTCOME_NO_READING_OLD;
    } else if (stale) {
        row = DMS_OKR_OPTION_ROW_READING_STALE;
        outcome = DMS_OKR_OPTION_OUTCOME_NO_READING_OLD;
    } else if (deviates) {
        row = DMS_OKR_OPTION_ROW_DEVIATION_EXCEEDS_LIMIT;
        outcome = DMS_OKR_OPTION_OUTCOME_NO_READING_OLD;
    } else {
        row = DMS_OKR_OPTION_ROW_FORWARD;
        outcome = DMS_OKR_OPTION_OUTCOME_YES_FORWARD;
    }

    if (never) because |= DMS_OKR_OPTION_BECAUSE_FORWARDING_NEVER;
    if (facts->apk_reported) because |= DMS_OKR_OPTION_BECAUSE_APK_REPORTED;
    if (too_low) because |= DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW;
    if (unchanged) because |= DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED;
    if (stale) because |= DMS_OKR_OPTION_BECAUSE_READING_STALE;
    if (deviates) because |= DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT;
    if (above < 0 && above > -100) advisories |= DMS_OKR_OPTION_ADVISORY_READING_LOWER;
    if (above <= -100) advisories |= DMS_OKR_OPTION_ADVISORY_READING_BREAKS_TREND;
    if (unchanged && facts->has_reading_date && facts->reading_date == facts->invoice_date)
        advisories |= DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING;

    result->outcome = outcome;
    result->row = row;
    result->because = because;
    result->advisories = advisories;
    return DMS_STATUS_OK;
}

static int32_t library(const dms_okr_option_facts *facts, dms_okr_option_result *result) {
    return dms_okr_option(facts, result, NULL);
}

typedef int32_t decision(const dms_okr_option_facts *, dms_okr_option_result *);

static dms_okr_option_facts all[MANY];
static uint64_t seen;

/* Nanoseconds a decision, of this thread alone; every part of every result is read. */
static double turn(decision *decide) {
    struct timespec start, end;
    int at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
    for (at = 0; at < MANY; at++) {
        dms_okr_option_result result;
        if (decide(&all[at], &result) != DMS_STATUS_OK)
            abort();
        seen += (uint64_t)result.outcome + (uint64_t)result.row + result.because + result.advisories;
    }
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    return ((double)(end.tv_sec - start.tv_sec) * 1e9 + (double)(end.tv_nsec - start.tv_nsec)) / MANY;
}

static int ascending(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

static double median(double *figures) {
    qsort(figures, ROUNDS, sizeof *figures, ascending);
    return figures[ROUNDS / 2];
}

int main(void) {
    static double hand[ROUNDS], call[ROUNDS], ratio[ROUNDS];
    /* Called through pointers that the compiler cannot see through, so that neither is inlined. */
    decision *volatile by_hand_pointer = by_hand, *volatile library_pointer = library;
    int at, round, rows[8] = {0};

    for (at = 0; at < MANY; at++)
        all[at] = random_facts();
    for (at = 0; at < AGREED; at++) {
        dms_okr_option_result expected, result;
        if (library(&all[at], &expected) != DMS_STATUS_OK || by_hand(&all[at], &result) != DMS_STATUS_OK ||
            memcmp(&expected, &result, sizeof result) != 0) {
            fprintf(stderr, "facts %d: the two disagree\n", at);
            return EXIT_FAILURE;
        }
        rows[result.row]++;
    }
    for (at = DMS_OKR_OPTION_ROW_FORWARDING_NEVER; at <= DMS_OKR_OPTION_ROW_FORWARD; at++)
        if (rows[at] < AGREED / 100) {
            fprintf(stderr, "row %d is met %d times only\n", at, rows[at]);
            return EXIT_FAILURE;
        }

    for (round = 0; round < ROUNDS; round++) {
        if (round % 2 == 0) {
            hand[round] = turn(by_hand_pointer);
            call[round] = turn(library_pointer);
        } else {
            call[round] = turn(library_pointer);
            hand[round] = turn(by_hand_pointer);
        }
        ratio[round] = call[round] / hand[round];
    }
    printf("| in C | ns a decision | ratio |\n| --- | ---: | ---: |\n");
    printf("| by hand | %.1f | 1.00 |\n", median(hand));
    printf("| `dms_okr_option` | %.1f | %.2f |\n", median(call), median(ratio));
    return seen == 0;
}
