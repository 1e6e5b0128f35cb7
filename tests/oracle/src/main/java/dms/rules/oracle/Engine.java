package dms.rules.oracle;

import java.io.StringReader;
import java.util.List;
import java.util.Map;

import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.internal.io.ResourceFactory;

/** One exported model in Drools. */
final class Engine {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<String> conditions;
    private final String policy;
    private final String name;

    Engine(String xml, Answers answers) {
        runtime = DMNRuntimeBuilder.fromDefaults()
                // A value that is not of the type that the model declares is an error.
                .setOption(new RuntimeTypeCheckOption(true))
                .buildConfiguration()
                .fromResources(List.of(resource(xml)))
                .getOrElseThrow(IllegalArgumentException::new);
        model = runtime.getModels().get(0);
        conditions = answers.conditions();
        policy = answers.policy();
        name = answers.decision().replace('.', '_');
    }

    private static Resource resource(String xml) {
        return ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8").setSourcePath("model.dmn");
    }

    private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();

    /** Everything that Drools has to say about a model, remarks included. */
    static List<String> remarks(String xml) {
        var said = VALIDATOR.validate(
                new StringReader(xml),
                Validation.VALIDATE_SCHEMA, Validation.VALIDATE_MODEL, Validation.VALIDATE_COMPILATION);
        return said.stream().map(Engine::line).toList();
    }

    private static String line(DMNMessage message) {
        return message.getLevel() + " " + message.getMessageType() + ": " + message.getText();
    }

    /**
     * What Drools answers to a combination of conditions. A condition that follows from facts is not asked of them: what
     * the context holds already is not evaluated again.
     */
    Answer answer(int holds, boolean promised) {
        var context = runtime.newContext();
        for (int bit = 0; bit < conditions.size(); bit++) {
            context.set(conditions.get(bit), (holds & 1 << bit) != 0);
        }
        return answer(context, promised);
    }

    /** What Drools answers to facts. */
    Answer answer(Map<String, Object> facts) {
        var context = runtime.newContext();
        facts.forEach(context::set);
        return answer(context, true);
    }

    /** What Drools answers; fails where it says anything beside it, unless nothing is promised. */
    private Answer answer(DMNContext context, boolean promised) {
        var result = runtime.evaluateAll(model, context);
        if (promised ? !result.getMessages().isEmpty() : result.hasErrors()) {
            throw new IllegalStateException(String.join("; ", result.getMessages().stream().map(Engine::line).toList()));
        }
        var advisories = ids(result, name + "_advisories");
        return switch (policy) {
            case "first" -> {
                var row = (Map<?, ?>) value(result, name);
                yield row == null
                        ? new Answer(null, null, List.of(), advisories)
                        : new Answer(
                                (String) row.get("row"), (String) row.get("outcome"),
                                ids(result, name + "_because"), advisories);
            }
            case "collect" -> new Answer(null, (String) value(result, name), ids(result, name + "_reasons"), advisories);
            default -> new Answer(null, null, List.of(), advisories);
        };
    }

    private static Object value(DMNResult result, String decision) {
        var answer = result.getDecisionResultByName(decision);
        return answer == null ? null : answer.getResult();
    }

    private static List<String> ids(DMNResult result, String decision) {
        var ids = (List<?>) value(result, decision);
        return ids == null ? List.of() : ids.stream().map(String.class::cast).toList();
    }
}
