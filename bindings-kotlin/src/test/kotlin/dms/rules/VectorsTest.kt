package dms.rules

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/** The cases that every language runs: all files of `tests/vectors`, through JSON and, where Kotlin can say it, typed. */
class VectorsTest {
    /** Numbers stay as they are written, and a key that stands twice is noticed: it would not reach the library. */
    private val json: JsonMapper = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build()

    private class Case(val file: String, val decision: String, val edition: String, val case: JsonNode) {
        val facts: JsonNode get() = case["facts"]
        val expect: JsonNode? get() = case["expect"]
        val error: JsonNode? get() = case["error"]

        override fun toString() = "$file: ${case["name"].asText()}"
    }

    private val cases: List<Case> by lazy {
        val folder = Paths.get(System.getProperty("dms.rules.vectors"))
        val files: List<Path> = Files.newDirectoryStream(folder, "*.json").use { files -> files.sorted() }
        files.flatMap { file ->
            val vectors = json.readTree(Files.readAllBytes(file))
            vectors["cases"].map { Case("${file.fileName}", vectors["decision"].asText(), vectors["edition"].asText(), it) }
        }
    }

    @Test
    fun `every case is answered as expected`() {
        assertTrue(cases.isNotEmpty(), "there are no cases")
        val requests = cases.map { case ->
            val request = json.createObjectNode().put("decision", case.decision)
            request.set<JsonNode>("facts", case.facts)
            request.toString()
        }
        val answers = Catalogue.evaluateJsonAll(requests).map { json.readTree(it) }
        assertEquals(cases.size, answers.size)
        val wrong = cases.zip(answers).mapNotNull { (case, answer) ->
            val expected = expected(case)
            val answered = if (answer.has("error")) withoutMessage(answer) else answer
            if (expected == answered) null else "$case\n  expected $expected\n  answered $answered"
        }
        assertTrue(wrong.isEmpty()) { "${wrong.size} of ${cases.size} cases:\n" + wrong.joinToString("\n") }

        println("kotlin vectors: ${cases.size} cases")
        Files.write(Paths.get(System.getProperty("dms.rules.vectors.count")), "${cases.size}\n".toByteArray())
    }

    private fun expected(case: Case): JsonNode {
        val expected = json.createObjectNode().put("decision", case.decision)
        val (expect, error) = case.expect to case.error
        check((expect == null) != (error == null)) { "$case: either `expect` or `error`" }
        if (expect != null) {
            expected.put("edition", case.edition)
            expect.properties().forEach { (key, value) -> expected.set<JsonNode>(key, value) }
        } else {
            expected.set<JsonNode>("error", error)
        }
        return expected
    }

    /** The message is for people; the cases fix code and field. */
    private fun withoutMessage(answer: JsonNode): JsonNode {
        val copy = answer.deepCopy<ObjectNode>()
        val error = copy.withObject("/error")
        check(error.remove("message").asText().isNotEmpty()) { "a refusal without a message: $answer" }
        return copy
    }

    @Test
    fun `the typed calls give the same answers`() {
        var decided = 0
        var refused = 0
        val typed = cases.filter { it.decision in typedDecisions }
        for (case in typed) {
            val ask = typedCall(case.decision, case.facts)
            val expect = case.expect
            if (ask == null) {
                val zonesDiffer = case.decision == "booking.issue"
                assertTrue(expect == null || zonesDiffer) { "$case: Kotlin cannot say these facts" }
            } else if (expect != null) {
                assertAnswers(case, expect, ask())
                decided++
            } else {
                assertRefused(ErrorCode.entries.single { it.id == case.error!!["code"].asText() }, text(case.error!!["field"])) {
                    ask()
                }
                refused++
            }
        }
        assertTrue(decided > typed.size / 2 && refused > 0) { "$decided decided, $refused refused of ${typed.size}" }
    }

    private fun assertAnswers(case: Case, expect: JsonNode, answer: TypedAnswer) {
        assertSameOutcome(case, expect["outcome"], answer.outcome)
        assertEquals(text(expect["row"]), answer.row, "$case")
        assertEquals(expect["because"].map { it.asText() }, answer.because, "$case")
        assertEquals(expect["advisories"].map { it.asText() }, answer.advisories, "$case")
        assertEquals(case.edition, answer.edition ?: case.edition, "$case")
        answer.explain?.let { explain ->
            val language = Language.entries[case.toString().length % Language.entries.size]
            assertEquals(Catalogue.explain(case.decision, case.facts.toString(), language), explain(language), "$case")
        }
    }

    private fun text(node: JsonNode): String? = if (node.isNull) null else node.asText()
}
