package dms.rules.oracle;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A model in which one cell that asks for `true` asks for `false`, or the other way round.
 *
 * <p>Every such fault can be found: each row fires for a combination that can happen, and with the fault it does not.
 */
record Fault(String cell, String xml) {
    private static final Pattern CELL = Pattern.compile("<inputEntry id=\"([^\"]*)\">\\s*<text>(true|false)</text>");

    static List<Fault> all(String xml) {
        return CELL.matcher(xml).results().map(cell -> flipped(xml, cell)).toList();
    }

    private static Fault flipped(String xml, MatchResult cell) {
        var other = cell.group(2).equals("true") ? "false" : "true";
        return new Fault(cell.group(1), xml.substring(0, cell.start(2)) + other + xml.substring(cell.end(2)));
    }
}
