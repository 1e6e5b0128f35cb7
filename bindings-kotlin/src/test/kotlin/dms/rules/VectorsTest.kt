package dms.rules

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
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
        // Refusals have a form of their own.
        val files: List<Path> = Files.newDirectoryStream(folder, "*.json").use { files ->
            files.filter { "${it.fileName}" != "refusals.json" }.sorted()
        }
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

    /** A case goes through the calls of its decision; one that no type lets pass can stand in JSON only. */
    @Test
    fun `the typed calls give the same answers, one by one and as lists`() {
        var typed = 0
        val left = mutableListOf<Case>()
        for ((decision, ofDecision) in cases.groupBy { it.decision }) {
            var waiting = ofDecision
            for (call in typedCalls[decision].orEmpty()) {
                val (said, unsaid) = waiting.map { it to typedFacts(it.facts, call.facts) }.partition { it.second != null }
                val answers = call.decideAll(said.map { it.second!! })
                assertEquals(said.size, answers.size)
                for ((asked, answer) in said.zip(answers)) assertAnswers(asked.first, call, asked.second!!, answer)
                typed += said.size
                waiting = unsaid.map { it.first }
            }
            left += waiting
        }
        for (case in left) {
            val zonesDiffer = case.decision == "booking.issue"
            val cannotBeSaid = case.error?.let { error -> error["code"].asText() in heldByTypes } ?: zonesDiffer
            assertTrue(cannotBeSaid) { "$case: Kotlin cannot say these facts" }
        }
        assertEquals(Catalogue.decisions.toSet(), typedCalls.keys)
        assertEquals(cases.size, typed + left.size)
        println("kotlin typed vectors: $typed cases, ${left.size} more that only JSON can hold")
    }

    /** What Kotlin's types, names and constructors refuse before the library can. */
    private val heldByTypes = setOf(
        "missing_field", "unknown_field", "wrong_type", "unknown_value", "out_of_range", "invalid_date", "contradiction",
        "malformed_json", "unknown_decision",
    )

    private fun assertAnswers(case: Case, call: TypedCall, facts: Any, inList: Answer<Decision<Any>>) {
        val expect = case.expect
        if (expect == null) {
            val refused = assertThrows(RulesException::class.java, { call.decide(facts) }, "$case")
            assertEquals(refusal(case.error!!), refusal(refused), "$case")
            val expected = Answer.Refused(refused.code, refused.field, refused.message, refused.faults, refused.advisories)
            assertEquals(expected, inList, "$case")
            return
        }
        val answer = call.decide(facts)
        assertSameOutcome("$case", expect["outcome"], answer.outcome)
        assertEquals(text(expect["row"]), answer.row, "$case")
        assertEquals(expect["because"].map { it.asText() }, answer.because, "$case")
        assertEquals(expect["advisories"].map { it.asText() }, answer.advisories, "$case")
        assertEquals(case.decision to case.edition, answer.id to answer.edition, "$case")
        assertEquals(Answer.Given(answer), inList, "$case")
        if (!case.decision.startsWith("quarter_hour.")) {
            val language = Language.entries[case.toString().length % Language.entries.size]
            assertEquals(Catalogue.explain(case.decision, case.facts.toString(), language), answer.explain(language), "$case")
        }
    }

    private fun refusal(error: JsonNode) = listOf(
        error["code"].asText() to text(error["field"]),
        error["faults"].orEmpty().map { it["code"].asText() to text(it["field"]) },
        error["advisories"].orEmpty().map { it.asText() },
    )

    private fun refusal(refused: RulesException) = listOf(
        refused.code.id to refused.field,
        refused.faults.map { it.code.id to it.field },
        refused.advisories.map { it.id },
    )

    private fun JsonNode?.orEmpty(): List<JsonNode> = this?.toList() ?: emptyList()

    private fun text(node: JsonNode): String? = if (node.isNull) null else node.asText()
}
