package dms.rules

import dms.rules.internal.WireAnswer
import dms.rules.internal.WireValue
import dms.rules.internal.decideAllDirectly
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME
import java.time.format.DateTimeFormatter.ISO_LOCAL_TIME
import java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME

/**
 * Decides any decision for each set of facts, a hundred in one crossing of the border. [wire] names the facts as the rules do, and
 * the library refuses what does not fit; [read] is given an outcome, and the facts that it answers.
 */
internal fun <F, O> decideAll(
    decision: String,
    facts: List<F>,
    wire: F.() -> Json,
    read: F.(WireValue) -> O,
): List<Answer<Decision<O>>> {
    val table = Table.of(decision)
    val answers = crossing { decideAllDirectly(decision, facts.map { it.wire().text }) }
    return answers.zip(facts) { answer, asked ->
        when (answer) {
            is WireAnswer.Decided -> table.decision(asked.read(answer.outcome), answer.grounds)
            is WireAnswer.Refused -> answer.refusal.read()
        }
    }
}

/** Facts as the catalogue takes them; what is not known is `null`. */
@JvmInline
internal value class Json(val text: String)

internal fun record(vararg facts: Pair<String, Json>): Json {
    val text = StringBuilder("{")
    for ((name, value) in facts) {
        if (text.length > 1) text.append(',')
        text.append('"').append(name).append("\":").append(value.text)
    }
    return Json(text.append('}').toString())
}

internal fun fact(value: Json?): Json = value ?: Json("null")

internal fun fact(holds: Boolean): Json = Json(holds.toString())

internal fun fact(number: Int?): Json = Json(number.toString())

internal fun fact(number: Long?): Json = Json(number.toString())

/** Half a surrogate pair is no text: an object, which no text may be, makes the library say so. */
internal fun fact(text: String?): Json = when {
    text == null -> Json("null")
    text.isWellFormed() -> Json(quoted(text))
    else -> record()
}

/** A year beyond 1 to 9999 is written with its sign or too many digits, and refused. */
internal fun fact(date: LocalDate?): Json = fact(date?.toString())

internal fun fact(at: LocalDateTime?): Json = fact(at?.format(ISO_LOCAL_DATE_TIME))

internal fun fact(at: ZonedDateTime?): Json = fact(at?.format(ISO_OFFSET_DATE_TIME))

internal fun fact(at: LocalTime?): Json = fact(at?.withNano(0)?.format(ISO_LOCAL_TIME))

internal fun fact(items: List<Json>): Json = Json(items.joinToString(",", "[", "]") { it.text })

/** As JSON asks: quotes, backslashes and control characters escaped, all else as it is. */
private fun quoted(text: String): String {
    if (text.none { it < ' ' || it == '"' || it == '\\' }) return "\"$text\""
    return buildString {
        append('"')
        for (character in text) when {
            character == '"' || character == '\\' -> append('\\').append(character)
            character < ' ' -> append("\\u").append(character.code.toString(HEX).padStart(HEX_DIGITS, '0'))
            else -> append(character)
        }
        append('"')
    }
}

private const val HEX = 16

private const val HEX_DIGITS = 4
