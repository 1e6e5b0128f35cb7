package dms.rules.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Rust answers to every combination of a table's conditions.
 *
 * @param answers the n-th for the combination n, whose lowest bit is the first condition
 */
record Answers(String decision, String policy, List<String> conditions, List<Expected> answers) {
    record Expected(boolean possible, Answer answer) {
        /** Whether anything is promised: a combination that cannot happen may find no row. */
        boolean isPromised(String policy) {
            return possible || !policy.equals("first") || answer.row() != null;
        }
    }

    static Answers read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var head = lines.get(0).split("\t");
        var conditions = Answer.list(lines.get(1));
        var answers = lines.stream().skip(3).map(Answers::expected).toList();
        if (answers.size() != 1 << conditions.size()) {
            throw new IOException(file + ": " + answers.size() + " answers for " + conditions.size() + " conditions");
        }
        return new Answers(head[0], head[1], conditions, answers);
    }

    /** Whether there is anything to decide or to advise. */
    boolean decides() {
        return !conditions.isEmpty();
    }

    private static Expected expected(String line) {
        var cells = line.split("\t");
        return new Expected(
                Boolean.parseBoolean(cells[0]),
                Answer.of(cells[1], cells[2], cells[3], cells[4]));
    }
}
