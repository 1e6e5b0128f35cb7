package dms.rules

/**
 * What a list call answers for one element: a value, or a refusal. A refused element loses no other, and answers stand
 * in the order of what was asked.
 *
 * ```kotlin
 * for (answer in Okr.optionAll(invoices)) when (answer) {
 *     is Answer.Given -> post(answer.value.outcome)
 *     is Answer.Refused -> report(answer.code, answer.field)
 * }
 * ```
 */
public sealed interface Answer<out T> {
    /** The value, or `null` where the facts were refused. */
    public fun getOrNull(): T?

    /**
     * The value.
     *
     * @throws RulesException where the facts were refused.
     */
    public fun getOrThrow(): T

    /** A value: a [Decision], or a quarter hour. */
    public data class Given<out T>(
        /** What was answered. */
        val value: T,
    ) : Answer<T> {
        override fun getOrNull(): T = value

        override fun getOrThrow(): T = value
    }

    /** The facts were refused: nothing was decided and nothing was guessed. */
    public data class Refused(
        /** Why. */
        val code: ErrorCode,
        /** The fact, named as in the rules; `null` where none can be named. */
        val field: String?,
        /** What was expected, in English, for the developer. */
        val message: String,
        /** Every fault in the order of the facts, where the decision lists them all: [CarPass.submission] does. */
        val faults: List<Fault> = emptyList(),
        /** What a person should look at: [CarPass.lifecycle] says so. */
        val advisories: List<Advisory> = emptyList(),
    ) : Answer<Nothing> {
        override fun getOrNull(): Nothing? = null

        override fun getOrThrow(): Nothing = throw RulesException(code, field, message, faults, advisories)
    }
}

/**
 * Facts that were refused: nothing was decided and nothing was guessed.
 *
 * [field] is the fact's name in the rules, the same in every language: `invoice_total_cents` for
 * [OkrOptionFacts.invoiceTotal]. Where several facts are at fault, it is the first in the order of the rules, which is
 * the order of the constructor's parameters.
 */
public class RulesException(
    /** Why. */
    public val code: ErrorCode,
    /** The fact, named as in the rules; `null` where none can be named. */
    public val field: String?,
    /** What was expected, in English, for the developer. */
    override val message: String,
    /** Every fault in the order of the facts, where the decision lists them all: [CarPass.submission] does. */
    public val faults: List<Fault> = emptyList(),
    /** What a person should look at: [CarPass.lifecycle] says so. */
    public val advisories: List<Advisory> = emptyList(),
) : IllegalArgumentException(message) {
    /** One line for the workshop's staff. */
    public fun line(language: Language): String = refusalLine(code, field, language)

    /** Everything for the workshop's staff: a line for each fault where they are listed, then the advisories. */
    public fun lines(language: Language): List<String> {
        val faults = if (faults.isEmpty()) listOf(line(language)) else faults.map { it.line(language) }
        return faults + advisories.map { it.text(language) }
    }
}

/** One of several faults of facts that were refused. */
public data class Fault(
    /** Why. */
    val code: ErrorCode,
    /** The fact, named as in the rules; `null` where none can be named. */
    val field: String?,
    /** What was expected, in English, for the developer. */
    val message: String,
) {
    /** One line for the workshop's staff. */
    public fun line(language: Language): String = refusalLine(code, field, language)
}

/** What a person should look at when facts were refused. */
public data class Advisory(
    /** Its name, the same in every language. */
    val id: String,
    private val texts: Map<Language, String>,
) {
    /** What it says to the workshop's staff. */
    public fun text(language: Language): String = texts[language] ?: id
}

/** Why facts were refused; the same in every language. */
public enum class ErrorCode(
    /** The code's name in the rules. */
    public val id: String,
) {
    /** A fact that the decision needs is missing or unknown. */
    MISSING_FIELD("missing_field"),

    /** A fact that the decision does not know. */
    UNKNOWN_FIELD("unknown_field"),

    /** A value of another kind: a fraction of a cent, text that is not Unicode. */
    WRONG_TYPE("wrong_type"),

    /** A word that is not among the values of its field. */
    UNKNOWN_VALUE("unknown_value"),

    /** A number or a result beyond its limits. */
    OUT_OF_RANGE("out_of_range"),

    /** A date or time outside the years 1 to 9999 or, in JSON, one that does not exist or is not written as one. */
    INVALID_DATE("invalid_date"),

    /** Two facts that cannot both be true. */
    CONTRADICTION("contradiction"),

    /** An event that cannot happen in this state. */
    ILLEGAL_TRANSITION("illegal_transition"),

    /** A choice was made although the settings lock the choices. */
    OPTIONS_LOCKED("options_locked"),

    /** No decision has this id. */
    UNKNOWN_DECISION("unknown_decision"),

    /** Text that is not JSON. */
    MALFORMED_JSON("malformed_json"),
}
