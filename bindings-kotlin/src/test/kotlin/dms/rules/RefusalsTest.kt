package dms.rules

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.core.StreamReadConstraints
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayOutputStream
import java.nio.file.Files
import java.nio.file.Paths
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.util.zip.CRC32
import kotlin.reflect.KFunction
import kotlin.reflect.KParameter
import kotlin.reflect.full.instanceParameter
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.valueParameters

/**
 * Bad input of every kind: all of `tests/vectors/refusals.json`, which every language runs and `tests/refusals.py`
 * explains, through JSON and, where Kotlin can say it, typed.
 */
class RefusalsTest {
    private val json: JsonMapper = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build()

    private val file: JsonNode by lazy {
        json.readTree(Files.readAllBytes(Paths.get(System.getProperty("dms.rules.vectors"), "refusals.json")))
    }

    /** A request, and how it is refused; without a code it is decided. */
    private class Bad(
        val kind: String,
        val about: String,
        val request: String,
        val decision: String?,
        val code: String?,
        val field: String?,
        /** The place that is bad, with what names the field. */
        val place: String = "",
        /** The decision that is asked for and the facts alone; none of a request as a whole. */
        val asked: Pair<String, String>? = null,
    )

    /** A text that is put together from pieces. */
    private fun text(pieces: JsonNode): String? = when {
        pieces.isNull -> null
        pieces.isArray -> pieces.joinToString("") { piece(it) }
        else -> pieces.textValue()
    }

    private fun piece(piece: JsonNode): String = when {
        piece.has("repeat") -> piece["repeat"].textValue().repeat(piece["times"].intValue())
        piece.has("count") -> (0 until piece["count"].intValue()).joinToString("") {
            piece["before"].textValue() + it + piece["after"].textValue()
        }
        piece.has("hex") -> decoded(piece["hex"].textValue().chunked(2).map { it.toInt(16) })
        else -> piece.textValue()
    }

    /** UTF-8; half a surrogate pair too, which a text of the JVM may hold. */
    private fun decoded(bytes: List<Int>): String {
        if (bytes.size == 3 && bytes[0] == 0xED && bytes[1] >= 0xA0) {
            return "${(0xD000 or (bytes[1] and 0x3F shl 6) or (bytes[2] and 0x3F)).toChar()}"
        }
        val written = ByteArrayOutputStream()
        bytes.forEach(written::write)
        return String(written.toByteArray(), Charsets.UTF_8)
    }

    /** The facts as JSON text with another value at a place, or without the fact. */
    private fun with(facts: JsonNode, place: String, value: String?): String {
        if (place.isEmpty()) return value!!
        val copy = facts.deepCopy<JsonNode>()
        val steps = place.split('.', '[', ']').filter { it.isNotEmpty() }
        val record = steps.dropLast(1).fold(copy) { within, step -> if (within.isArray) within[step.toInt()] else within[step] }
        when {
            record is ArrayNode -> record.set(steps.last().toInt(), MARK)
            value == null -> (record as ObjectNode).remove(steps.last())
            else -> (record as ObjectNode).put(steps.last(), MARK)
        }
        return if (value == null) "$copy" else "$copy".replaceFirst("\"$MARK\"", value, ignoreCase = false)
    }

    /** Every case, one by one: the largest are not kept. */
    private fun cases(): Sequence<Bad> = sequence {
        for (whole in file["requests"]) {
            yield(
                Bad(
                    whole["kind"].asText(), whole["name"].asText(), text(whole["request"])!!, text(whole["decision"]),
                    text(whole["code"]), text(whole["field"]),
                ),
            )
        }
        for (entry in file["decisions"]) yieldAll(casesOf(entry))
    }

    private fun casesOf(entry: JsonNode): Sequence<Bad> = sequence {
        val decision = entry["decision"].asText()
        fun bad(kind: JsonNode, place: String, value: JsonNode, code: JsonNode, field: String?): Bad {
            val facts = with(entry["facts"], place, text(value))
            val isJson = code.textValue() != "malformed_json"
            return Bad(
                kind.asText(), "$decision: $place: ${kind.asText()}: ${text(value)?.take(60)}",
                """{"decision":"$decision","facts":$facts}""", decision.takeIf { isJson }, code.textValue(),
                field.takeIf { isJson && !code.isNull }, field ?: place, decision to facts,
            )
        }
        for ((place, claimed) in entry["places"].properties()) {
            val shape = claimed.asText()
            val needed = if (shape.endsWith("?")) emptyList() else file["needed"].toList()
            for (row in needed + file["shapes"][shape.removeSuffix("?")]) {
                val otherwise = entry["otherwise"]?.find { it[0].asText() == place && it[1] == row[1] }
                yield(
                    if (otherwise == null) {
                        bad(row[0], place, row[1], row[2], place + (row[3]?.asText() ?: ""))
                    } else {
                        bad(row[0], place, row[1], otherwise[2], otherwise[3].textValue())
                    },
                )
            }
        }
        for (row in entry["more"] ?: json.createArrayNode()) {
            yield(bad(row[0], row[1].asText(), row[2], row[3], row[4].textValue()))
        }
    }

    /** The facts of every decision, which are decided whatever was asked before. */
    private val good: List<Pair<String, String>> by lazy {
        file["decisions"].map { entry ->
            val request = """{"decision":${entry["decision"]},"facts":${entry["facts"]}}"""
            request to Catalogue.evaluateJson(request).also { assertTrue("\"error\"" !in it, it) }
        }
    }

    @Test
    fun `every bad input is refused as expected`() {
        val (asked, answered) = CRC32() to CRC32()
        val wrong = mutableListOf<String>()
        var count = 0
        for (case in cases()) {
            val answer = Catalogue.evaluateJson(case.request)
            val answerRead = large.readTree(answer)
            val error = answerRead["error"]
            val found = listOf(answerRead["decision"].textValue(), error?.get("code")?.textValue(), error?.get("field")?.textValue())
            if (found != listOf(case.decision, case.code, case.field)) wrong += "${case.about}: ${answer.take(200)}, not ${case.code}"
            asked.update(case.request.toByteArray())
            answered.update(answer.toByteArray())
            val (request, decided) = good[count % good.size]
            assertEquals(decided, Catalogue.evaluateJson(request)) { "after ${case.about}" }
            count++
        }
        assertTrue(wrong.isEmpty()) { "${wrong.size} of $count cases:\n" + wrong.joinToString("\n") }

        val (one, other) = listOf(asked, answered).map { "%08x".format(it.value) }
        println("kotlin refusals: $count cases, asked $one, answered $other")
        val counted = Paths.get(System.getProperty("dms.rules.vectors.count")).resolveSibling("refusals.count")
        Files.write(counted, "$count $one $other\n".toByteArray())
    }

    /** Reads answers that repeat a name of ten million characters. */
    private val large: JsonMapper = JsonMapper.builder(
        JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Int.MAX_VALUE).build(),
        ).build(),
    ).build()

    @Test
    fun `half a surrogate pair is no JSON`() {
        val requests = file["not_unicode"].map { text(it["request"])!! }
        assertTrue(requests.isNotEmpty())
        for (answer in Catalogue.evaluateJsonAll(requests).map { json.readTree(it)["error"] }) {
            assertEquals("malformed_json" to null, answer["code"].asText() to answer["field"].textValue())
        }
    }

    @Test
    fun `the typed calls refuse alike what Kotlin can say`() {
        var (typed, left) = 0 to 0
        val wrong = mutableListOf<String>()
        for (case in cases()) {
            val (decision, written) = case.asked ?: continue
            val facts = try {
                json.readTree(written)
            } catch (_: JsonProcessingException) {
                null
            } catch (_: NumberFormatException) {
                null
            }
            // A field that nobody knows no class has.
            val said = facts?.takeUnless { case.field?.endsWith("nonsense") == true }?.let {
                typedCalls.getValue(decision).firstNotNullOfOrNull { call -> typedFacts(it, call.facts)?.let { call to it } }
            }
            if (said == null) {
                left++
                continue
            }
            val expected = if (case.kind == "lone surrogate") "wrong_type" to case.place else case.code to case.field
            val found = refusal { said.first.decide(said.second) }
            val inList = said.first.decideAll(listOf(said.second)).single()
            val foundInList = (inList as? Answer.Refused)?.let { it.code.id to it.field } ?: (null to null)
            if (found != expected || foundInList != expected) wrong += "${case.about}: $found, $foundInList, not $expected"
            typed++
        }
        assertTrue(wrong.isEmpty()) { wrong.joinToString("\n") }
        assertTrue(typed > 0)
        println("kotlin refusals, typed: $typed cases, $left that only JSON can hold")
    }

    private fun refusal(decide: () -> Any?): Pair<String?, String?> = try {
        decide()
        null to null
    } catch (refused: RulesException) {
        refused.code.id to refused.field
    }

    /** The JVM's calendar is wider than the rules'. */
    @Test
    fun `a year beyond 1 to 9999 is refused in the name of its fact`() {
        val days = listOf(LocalDate.MAX, LocalDate.MIN, LocalDate.of(10_000, 1, 1), LocalDate.of(0, 12, 31))
        var count = 0
        for (entry in file["decisions"]) {
            for (call in typedCalls.getValue(entry["decision"].asText())) {
                val facts = typedFacts(entry["facts"], call.facts) ?: continue
                val copy = facts::class.memberFunctions.find { it.name == "copy" } ?: continue
                for (fact in copy.valueParameters) {
                    for (far in days.mapNotNull { like(valueOf(facts, fact), it) }) {
                        val decide = { call.decide(copied(copy, facts, fact, far)) }
                        assertEquals("invalid_date" to nameOf(fact), refusal(decide)) { "${entry["decision"]}: ${fact.name}: $far" }
                        count++
                    }
                }
            }
        }
        assertTrue(count > 100) { "$count" }
        println("kotlin refusals, years beyond 1 to 9999: $count cases")
    }

    private fun valueOf(facts: Any, fact: KParameter): Any? =
        facts::class.memberProperties.single { it.name == fact.name }.getter.call(facts)

    /** The day as the same type that a fact has, if that is a date or a time. */
    private fun like(fact: Any?, day: LocalDate): Any? = when (fact) {
        is LocalDate -> day
        is LocalDateTime -> day.atTime(12, 0)
        is ZonedDateTime -> day.atTime(12, 0).atZone(ZoneOffset.UTC)
        else -> null
    }

    private fun copied(copy: KFunction<*>, facts: Any, fact: KParameter, value: Any): Any =
        copy.callBy(mapOf(copy.instanceParameter!! to facts, fact to value))!!

    @Test
    fun `depth needs little stack`() {
        val deep = file["requests"].filter { it["kind"].asText() == "deep" }.map { text(it["request"])!! }
        val answers = mutableListOf<String>()
        val thread = Thread(null, { deep.mapTo(answers) { Catalogue.evaluateJson(it) } }, "small", SMALL_STACK)
        thread.start()
        thread.join()
        assertTrue(deep.size > 20)
        assertEquals(deep.size, answers.count { "\"error\"" in it })
    }

    private companion object {
        const val MARK = "@"
        const val SMALL_STACK = 256L * 1024
    }
}
