package dms.rules.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs every exported table in Drools and compares it with Rust on every combination of its conditions and, where
 * the model says in FEEL what they ask, on generated facts.
 *
 * <p>Its argument is a folder of models, {@code okr.option.dmn}, each beside Rust's answers, {@code okr.option.tsv}, and
 * the facts, {@code okr.option.facts.jsonl}. It ends with {@code N passed, N failed, N skipped}.
 */
public final class Oracle {
    private int passed;
    private int failed;
    private int combinations;
    private int unanswered;
    private int facts;
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
            var name = model.toString().replaceAll("\\.dmn$", "");
            var answers = Answers.read(Path.of(name + ".tsv"));
            check(Files.readString(model), answers);
            checkFacts(Files.readString(model), answers, Case.read(Path.of(name + ".facts.jsonl")));
        }
        if (models.isEmpty()) {
            report("models in " + folder, List.of("there is none"));
        }
        System.out.printf(
                "%d combinations agree, %d of them without a row, which their table declares impossible; %d answers from "
                        + "facts alone agree; %d of %d sown faults were found%n",
                combinations, unanswered, facts, found, sown);
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

        var faults = Fault.ofCells(xml);
        var missed = missed(faults, fault -> disagreement(fault, answers));
        report(answers.decision() + ": every flipped cell is found", faults.isEmpty() ? List.of("no cell to flip") : missed);
    }

    /** The faults in which nothing disagrees with Rust. */
    private List<String> missed(List<Fault> faults, Function<String, Optional<String>> disagreement) {
        var missed = faults.stream().filter(fault -> disagreement.apply(fault.xml()).isEmpty()).map(Fault::place).toList();
        sown += faults.size();
        found += faults.size() - missed.size();
        return missed;
    }

    /** Decides from the facts alone; not for a model whose conditions are given. */
    private void checkFacts(String xml, Answers answers, List<Case> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var disagreement = disagreementOnFacts(xml, answers, cases);
        report(answers.decision() + ": Drools agrees from the facts alone", disagreement.stream().toList());
        if (disagreement.isEmpty()) {
            facts += cases.size();
        }

        var faults = Fault.ofConditions(xml);
        if (!faults.isEmpty()) {
            var missed = missed(faults, fault -> disagreementOnFacts(fault, answers, cases));
            report(answers.decision() + ": every wrong comparison is found", missed);
        }
    }

    /** The first facts from which Drools decides otherwise than Rust. */
    private static Optional<String> disagreementOnFacts(String xml, Answers answers, List<Case> cases) {
        Engine engine;
        try {
            engine = new Engine(xml, answers);
        } catch (RuntimeException refused) {
            return Optional.of("Drools does not take the model: " + refused.getMessage());
        }
        return cases.stream()
                .map(each -> disagreement(each.answer(), () -> engine.answer(each.facts()), "from " + each.facts()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What Rust and Drools say, where it is not the same. */
    private static Optional<String> disagreement(Answer rust, Supplier<Answer> asked, String where) {
        String drools;
        try {
            var answer = asked.get();
            if (answer.equals(rust)) {
                return Optional.empty();
            }
            drools = answer.toString();
        } catch (IllegalStateException | ClassCastException said) {
            drools = said.getMessage();
        }
        return Optional.of(where + "\n  Rust   " + rust + "\n  Drools " + drools);
    }

    /** The first combination to which Drools answers otherwise than Rust. */
    private static Optional<String> disagreement(String xml, Answers answers) {
        Engine engine;
        try {
            engine = new Engine(xml, answers);
        } catch (RuntimeException refused) {
            return Optional.of("Drools does not take the model: " + refused.getMessage());
        }
        return IntStream.range(0, answers.answers().size())
                .mapToObj(holds -> {
                    var expected = answers.answers().get(holds);
                    Supplier<Answer> asked = () -> engine.answer(holds, expected.isPromised(answers.policy()));
                    return disagreement(expected.answer(), asked, combination(holds, answers));
                })
                .flatMap(Optional::stream)
                .findFirst();
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
