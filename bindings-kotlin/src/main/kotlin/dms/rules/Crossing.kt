package dms.rules

import dms.rules.internal.InternalException
import dms.rules.internal.WireErrorCode
import dms.rules.internal.WireGrounds
import dms.rules.internal.WireLanguage
import dms.rules.internal.WireReason
import dms.rules.internal.WireRefusal
import dms.rules.internal.WireTable
import dms.rules.internal.WireText

/** A call across the border. A panic on the other side is a fault of the library, and becomes an exception here. */
internal inline fun <T> crossing(call: () -> T): T = try {
    call()
} catch (panic: InternalException) {
    val said = "a fault of dms-rules, not of the facts; nothing was decided, please report it: ${panic.message}"
    throw IllegalStateException(said, panic)
}

/** The names and texts of a decision's table, fetched once. */
internal class Table(wire: WireTable) {
    private val id = wire.decision
    private val edition = wire.edition
    private val rows = wire.rows
    private val reasons = wire.reasons
    private val advisories = wire.advisories

    fun <O> decision(outcome: O, grounds: WireGrounds): Decision<O> = Decision(
        id = id,
        edition = edition,
        outcome = outcome,
        row = grounds.row?.let { rows[it].id },
        because = reasons.at(grounds.because),
        advisories = advisories.at(grounds.advisories),
    ).restingOn(grounds)

    fun rowText(id: String, language: Language): String? = rows.text(id, language)

    fun reasonText(id: String, language: Language): String? = reasons.text(id, language)

    fun advisoryText(id: String, language: Language): String? = advisories.text(id, language)

    /** The names at the bits that are set, in table order. */
    private fun List<WireReason>.at(bits: Int): List<String> =
        if (bits == 0) emptyList() else indices.filter { bits ushr it and 1 == 1 }.map { this[it].id }

    private fun List<WireReason>.text(id: String, language: Language): String? = find { it.id == id }?.text(language)

    companion object {
        private val tables by lazy { crossing { dms.rules.internal.tables() }.associate { it.decision to Table(it) } }

        val decisions: List<String> get() = tables.keys.toList()

        fun find(decision: String): Table? = tables[decision]

        fun of(decision: String): Table = tables.getValue(decision)
    }
}

private fun WireReason.text(language: Language): String = when (language) {
    Language.EN -> en
    Language.NL -> nl
    Language.FR -> fr
    Language.DE -> de
}

internal fun WireRefusal.read(): Answer.Refused {
    val (code, field, message, faults, advisories) = this
    return Answer.Refused(
        code = code.read(),
        field = field,
        message = message,
        faults = faults.map { Fault(it.code.read(), it.field, it.message) },
        advisories = advisories.map { it.read() },
    )
}

private fun WireReason.read(): Advisory {
    val (id, en, nl, fr, de) = this
    return Advisory(id, mapOf(Language.EN to en, Language.NL to nl, Language.FR to fr, Language.DE to de))
}

internal fun refusalLine(code: ErrorCode, field: String?, language: Language): String =
    crossing { dms.rules.internal.refusalLine(code.wire(), field, language.wire()) }

private fun WireErrorCode.read() = when (this) {
    WireErrorCode.MISSING_FIELD -> ErrorCode.MISSING_FIELD
    WireErrorCode.UNKNOWN_FIELD -> ErrorCode.UNKNOWN_FIELD
    WireErrorCode.WRONG_TYPE -> ErrorCode.WRONG_TYPE
    WireErrorCode.UNKNOWN_VALUE -> ErrorCode.UNKNOWN_VALUE
    WireErrorCode.OUT_OF_RANGE -> ErrorCode.OUT_OF_RANGE
    WireErrorCode.INVALID_DATE -> ErrorCode.INVALID_DATE
    WireErrorCode.CONTRADICTION -> ErrorCode.CONTRADICTION
    WireErrorCode.ILLEGAL_TRANSITION -> ErrorCode.ILLEGAL_TRANSITION
    WireErrorCode.OPTIONS_LOCKED -> ErrorCode.OPTIONS_LOCKED
    WireErrorCode.UNKNOWN_DECISION -> ErrorCode.UNKNOWN_DECISION
    WireErrorCode.MALFORMED_JSON -> ErrorCode.MALFORMED_JSON
}

private fun ErrorCode.wire() = when (this) {
    ErrorCode.MISSING_FIELD -> WireErrorCode.MISSING_FIELD
    ErrorCode.UNKNOWN_FIELD -> WireErrorCode.UNKNOWN_FIELD
    ErrorCode.WRONG_TYPE -> WireErrorCode.WRONG_TYPE
    ErrorCode.UNKNOWN_VALUE -> WireErrorCode.UNKNOWN_VALUE
    ErrorCode.OUT_OF_RANGE -> WireErrorCode.OUT_OF_RANGE
    ErrorCode.INVALID_DATE -> WireErrorCode.INVALID_DATE
    ErrorCode.CONTRADICTION -> WireErrorCode.CONTRADICTION
    ErrorCode.ILLEGAL_TRANSITION -> WireErrorCode.ILLEGAL_TRANSITION
    ErrorCode.OPTIONS_LOCKED -> WireErrorCode.OPTIONS_LOCKED
    ErrorCode.UNKNOWN_DECISION -> WireErrorCode.UNKNOWN_DECISION
    ErrorCode.MALFORMED_JSON -> WireErrorCode.MALFORMED_JSON
}

internal fun Language.wire() = when (this) {
    Language.EN -> WireLanguage.EN
    Language.NL -> WireLanguage.NL
    Language.FR -> WireLanguage.FR
    Language.DE -> WireLanguage.DE
}

internal fun String.wire(): WireText = if (isWellFormed()) WireText.WellFormed(this) else WireText.IllFormed
