package dms.rules.oracle;

import java.util.List;

/**
 * What a table answers to one combination of conditions.
 *
 * @param row FIRST: the row that fired; null where none fits
 * @param outcome FIRST and COLLECT; null where there is none
 * @param reasons COLLECT: the rows that fit
 * @param advisories the advisories that fit
 */
record Answer(String row, String outcome, List<String> reasons, List<String> advisories) {}
