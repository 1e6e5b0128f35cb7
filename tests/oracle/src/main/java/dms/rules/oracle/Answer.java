package dms.rules.oracle;

import java.util.List;

/**
 * What a table answers to one combination of conditions.
 *
 * @param row FIRST: the row that fired; null where none fits
 * @param outcome FIRST and COLLECT; null where there is none
 * @param reasons FIRST: the conditions that the row names and that hold; COLLECT: the rows that fit
 * @param advisories the advisories that fit
 */
record Answer(String row, String outcome, List<String> reasons, List<String> advisories) {
    /** Nothing, in the files. */
    private static final String NONE = "-";

    /** An answer as the files write it: ids, joined by commas where there may be several. */
    static Answer of(String row, String outcome, String reasons, String advisories) {
        return new Answer(word(row), word(outcome), list(reasons), list(advisories));
    }

    private static String word(String cell) {
        return cell.equals(NONE) ? null : cell;
    }

    static List<String> list(String cell) {
        return cell.equals(NONE) ? List.of() : List.of(cell.split(","));
    }
}
