package dms.rules.oracle;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model with one fault.
 *
 * @param place the cell, the condition or the function where it was sown
 */
record Fault(String place, String xml) {
    /** How a comparison in FEEL is made wrong, as XML writes it. */
    private static final Map<String, String> COMPARISONS =
            Map.of("&gt;", "&gt;=", "&gt;=", "&gt;", "&lt;", "&lt;=", "&lt;=", "&lt;", "=", "!=", "!=", "=");
    private static final Pattern CONDITION =
            Pattern.compile("<literalExpression id=\"(?:condition|function)\\.([^\"]*)\\.expression\"[^>]*>"
                    + "\\s*<text>([^<]*)</text>");
    private static final Pattern COMPARISON = Pattern.compile("(?<= )(&gt;=?|&lt;=?|!?=)(?= )");
    private static final Pattern CELL = Pattern.compile("<inputEntry id=\"([^\"]*)\">\\s*<text>(true|false)</text>");

    /**
     * The faults of cells: one that asks for `true` asks for `false`, or the other way round.
     *
     * <p>Every one can be found: each row fires for a combination that can happen, and with the fault it does not.
     */
    static List<Fault> ofCells(String xml) {
        return CELL.matcher(xml).results().map(cell -> flipped(xml, cell)).toList();
    }

    private static Fault flipped(String xml, MatchResult cell) {
        var other = cell.group(2).equals("true") ? "false" : "true";
        return new Fault(cell.group(1), xml.substring(0, cell.start(2)) + other + xml.substring(cell.end(2)));
    }

    /** The faults of conditions and of what they call: each comparison with or without equality, or the other way round. */
    static List<Fault> ofConditions(String xml) {
        return CONDITION.matcher(xml).results().flatMap(condition -> ofComparisons(xml, condition)).toList();
    }

    private static Stream<Fault> ofComparisons(String xml, MatchResult condition) {
        return COMPARISON.matcher(condition.group(2)).results().map(comparison -> {
            int start = condition.start(2) + comparison.start();
            int end = condition.start(2) + comparison.end();
            var other = COMPARISONS.get(comparison.group());
            var place = condition.group(1) + ", character " + comparison.start() + ": " + other;
            return new Fault(place, xml.substring(0, start) + other + xml.substring(end));
        });
    }
}
