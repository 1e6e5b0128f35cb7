package dms.rules

import dms.rules.internal.WireGrounds
import dms.rules.internal.explain as explainNative

/**
 * What was decided, the row of the table that decided it, why, and what a person should look at.
 *
 * Store [edition] with the decision: it changes when the table changes, so that a decision can be audited years later.
 *
 * @param O the outcome of this decision: an enum, or a class where the decision answers with more than a word.
 */
public data class Decision<out O>(
    /** The decision, `okr.option` for instance. */
    val id: String,
    /** The edition of the table that decided, `2026-11` for instance. */
    val edition: String,
    /** What was decided. */
    val outcome: O,
    /** The row that fired; `null` where the table collects reasons instead. */
    val row: String?,
    /** The conditions that made the row fire or, where the table collects reasons, every reason that holds. */
    val because: List<String>,
    /** What a person should look at. An advisory never changes the outcome. */
    val advisories: List<String>,
) {
    /** As they crossed the border. They also hold the answers that did not matter, which the names do not tell. */
    private var grounds: WireGrounds? = null

    internal fun restingOn(grounds: WireGrounds): Decision<O> = apply { this.grounds = grounds }

    /**
     * The decision explained, as Markdown: the answer to each condition, the table with the row that fired, why, and what
     * a person should look at.
     *
     * Explain it before it is stored: only a decision as the library gave it knows the answers to the conditions.
     *
     * @throws IllegalStateException where this one was put together or copied by the caller.
     */
    public fun explain(language: Language): String {
        val grounds = checkNotNull(grounds) { "only a decision as the library gave it can be explained" }
        return crossing { explainNative(id, grounds, language.wire()) }
    }

    /**
     * What row, reasons and advisories say to the workshop's staff, one line each. In a decision stored long ago, a
     * name that has been retired since stands for itself.
     */
    public fun messages(language: Language): Messages {
        val table = Table.find(id)
        return Messages(
            row = row?.let { table?.rowText(it, language) ?: it },
            because = because.map { table?.reasonText(it, language) ?: it },
            advisories = advisories.map { table?.advisoryText(it, language) ?: it },
        )
    }

    /** The lines to show to a person: the row, the further reasons, then the advisories. */
    public fun lines(language: Language): List<String> {
        val messages = messages(language)
        val further = because.zip(messages.because).filter { (reason, _) -> reason != row }.map { (_, line) -> line }
        return listOfNotNull(messages.row) + further + messages.advisories
    }
}

/** The texts of a decision in one language, in the order of its row, reasons and advisories. */
public data class Messages(
    /** What the row says. */
    val row: String?,
    /** What each reason says. */
    val because: List<String>,
    /** What each advisory says. */
    val advisories: List<String>,
)

/** A language in which the library speaks to a workshop's staff. */
public enum class Language(
    /** ISO 639-1. */
    public val id: String,
) {
    /** English. */
    EN("en"),

    /** Dutch. */
    NL("nl"),

    /** French. */
    FR("fr"),

    /** German. */
    DE("de"),
}
