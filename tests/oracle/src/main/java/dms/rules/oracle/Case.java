package dms.rules.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Generated facts, and what Rust decides from them.
 *
 * @param facts every fact of the decision by its name, null where it is not known
 */
record Case(Map<String, Object> facts, Answer answer) {
    /** The cases of a decision; none where its conditions are not said in FEEL. */
    static List<Case> read(Path file) throws IOException {
        var cases = new ArrayList<Case>();
        if (Files.exists(file)) {
            var mapper = new ObjectMapper();
            for (var line : Files.readAllLines(file)) {
                cases.add(of(mapper, mapper.readTree(line)));
            }
        }
        return cases;
    }

    private static Case of(ObjectMapper mapper, JsonNode line) {
        Map<String, Object> facts = mapper.convertValue(
                line.get("facts"), mapper.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        var answer = Answer.of(
                line.get("row").asText(), line.get("outcome").asText(),
                line.get("reasons").asText(), line.get("advisories").asText());
        return new Case(facts, answer);
    }
}
