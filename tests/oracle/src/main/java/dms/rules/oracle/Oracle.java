package dms.rules.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Runs every exported table in Drools and compares it with Rust on every combination of its conditions.
 *
 * <p>Its argument is a folder of models, {@code okr.option.dmn}, each beside Rust's answers, {@code okr.option.tsv}. It
 * ends with {@code N passed, N failed, N skipped}.
 */
public final class Oracle {
    private int passed;
    private int failed;
    private int combinations;
    private int unanswered;
    private int sown;
    private int found;

    private Oracle() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: Oracle FOLDER");
            System.exit(2);
        }
        System.exit(new Oracle().run(Path.of(arguments[0])) ? 0 : 1);
    }

    private boolean run(Path folder) throws IOException {
        List<Path> models;
        try (var files = Files.list(folder)) {
            models = files.filter(file -> file.toString().endsWith(".dmn")).sorted(Comparator.naturalOrder()).toList();
        }
        for (var model : models) {
            var answers = Answers.read(Path.of(model.toString().replaceAll("\\.dmn$", ".tsv")));
            check(Files.readString(model), answers);
        }
        if (models.isEmpty()) {
            report("models in " + folder, List.of("there is none"));
        }
        System.out.printf(
                "%d combinations agree, %d of them without a row, which their table declares impossible; %d of %d sown "
                        + "faults were found%n",
                combinations, unanswered, found, sown);
        System.out.printf("%d passed, %d failed, 0 skipped%n", passed, failed);
        return failed == 0;
    }

    private void check(String xml, Answers answers) {
        report(answers.decision() + ": Drools finds the model valid", Engine.remarks(xml));
        if (!answers.decides()) {
            return;
        }
        var disagreement = disagreement(xml, answers);
        report(answers.decision() + ": Drools agrees", disagreement.stream().toList());
        if (disagreement.isEmpty()) {
            combinations += answers.answers().size();
            unanswered += (int) answers.answers().stream().filter(answer -> !answer.isPromised(answers.policy())).count();
        }

        var faults = Fault.all(xml);
        var missed = faults.stream().filter(fault -> disagreement(fault.xml(), answers).isEmpty()).map(Fault::cell).toList();
        sown += faults.size();
        found += faults.size() - missed.size();
        report(answers.decision() + ": every flipped cell is found", faults.isEmpty() ? List.of("no cell to flip") : missed);
    }

    /** The first combination to which Drools answers otherwise than Rust. */
    private static Optional<String> disagreement(String xml, Answers answers) {
        Engine engine;
        try {
            engine = new Engine(xml, answers);
        } catch (RuntimeException refused) {
            return Optional.of("Drools does not take the model: " + refused.getMessage());
        }
        for (int holds = 0; holds < answers.answers().size(); holds++) {
            var expected = answers.answers().get(holds);
            String drools;
            try {
                var answer = engine.answer(holds, expected.isPromised(answers.policy()));
                if (answer.equals(expected.answer())) {
                    continue;
                }
                drools = answer.toString();
            } catch (IllegalStateException | ClassCastException said) {
                drools = said.getMessage();
            }
            return Optional.of(combination(holds, answers) + "\n  Rust   " + expected.answer() + "\n  Drools " + drools);
        }
        return Optional.empty();
    }

    private static String combination(int holds, Answers answers) {
        var held = answers.conditions().stream()
                .filter(condition -> (holds & 1 << answers.conditions().indexOf(condition)) != 0)
                .toList();
        return held.isEmpty() ? "where nothing holds" : "where only " + String.join(", ", held) + " hold";
    }

    private void report(String name, List<String> faults) {
        if (faults.isEmpty()) {
            passed++;
            System.out.println("ok    " + name);
        } else {
            failed++;
            System.out.println("FAIL  " + name);
            faults.forEach(fault -> System.out.println("  " + fault));
        }
    }
}
