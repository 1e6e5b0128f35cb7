package dms.rules

import dms.rules.internal.WireVinCheckAnswer
import dms.rules.internal.WireVinCheckOutcome
import dms.rules.internal.vinCheckDirectly as vinCheck

/** Vehicle identification numbers. */
public object Vin {
    /**
     * `vin.check`: is this a vehicle identification number?
     *
     * Blanks and dashes are dropped and letters put in upper case first. The check digit is a North American rule: a
     * wrong one is the advisory `check_digit_mismatch`, and only where the number starts with 1 to 5.
     *
     * Source: vehicleidentificationnumber.com; PlanManager, "Obtenir la liste Car-Pass"; CPSautosoft, "5. Overzicht".
     *
     * @param vin the number as entered; any text can be judged.
     * @throws RulesException [ErrorCode.WRONG_TYPE] `vin` where half a surrogate pair stands alone.
     */
    public fun check(vin: String): Decision<VinCheckOutcome> = checkAll(listOf(vin)).single().getOrThrow()

    /** [check] for each number, a hundred in one crossing of the border. */
    public fun checkAll(vins: List<String>): List<Answer<Decision<VinCheckOutcome>>> {
        val table = Table.of("vin.check")
        return crossing { vinCheck(vins.map { it.wire() }) }.map {
            when (it) {
                is WireVinCheckAnswer.Decided -> table.decision(it.outcome.read(), it.grounds)
                is WireVinCheckAnswer.Refused -> it.refusal.read()
            }
        }
    }
}

/** What a VIN is found to be. */
public enum class VinCheckOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** Nothing was entered. */
    MISSING("missing"),

    /** Too long, or with a character that cannot stand in a VIN. */
    INVALID("invalid"),

    /** Fewer than 17 characters: a vehicle from before the standard. */
    SHORT("short"),

    /** Seventeen legal characters. */
    VALID("valid"),
}

private fun WireVinCheckOutcome.read() = when (this) {
    WireVinCheckOutcome.MISSING -> VinCheckOutcome.MISSING
    WireVinCheckOutcome.INVALID -> VinCheckOutcome.INVALID
    WireVinCheckOutcome.SHORT -> VinCheckOutcome.SHORT
    WireVinCheckOutcome.VALID -> VinCheckOutcome.VALID
}
