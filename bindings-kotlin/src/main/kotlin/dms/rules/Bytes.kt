package dms.rules

import com.sun.jna.Native
import com.sun.jna.Pointer
import java.math.BigDecimal
import java.nio.BufferOverflowException
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.time.DateTimeException
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.temporal.Temporal

/**
 * A room for facts and answers as bytes: `bytes.rs`, the native half of this, says how each is written. What is
 * generated writes facts with it and reads outcomes.
 *
 * What writes throws [BufferOverflowException] where the room is too small.
 */
@Suppress("TooManyFunctions") // One for each kind of fact, and one for each kind of part.
internal class Bytes(capacity: Int) {
    val buffer: ByteBuffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN)

    /** Where they lie. */
    val address: Long = Pointer.nativeValue(Native.getDirectBufferPointer(buffer))

    fun write(holds: Boolean) {
        buffer.put(if (holds) 1 else 0)
    }

    fun write(number: Int) {
        buffer.putInt(number)
    }

    fun write(number: Long) {
        buffer.putLong(number)
    }

    fun write(value: Enum<*>): Unit = place(value.ordinal)

    /** Which value of an enum, or which variant. */
    fun place(place: Int) {
        buffer.put(place.toByte())
    }

    fun set(values: Set<Enum<*>>): Unit = write(values.fold(0) { bits, value -> bits or (1 shl value.ordinal) })

    /** UTF-8; a length of -1 where half a surrogate pair stands alone. */
    fun write(text: String) {
        val start = buffer.position()
        buffer.putInt(0)
        for (character in text) {
            if (character.code >= ASCII) return writeBeyondAscii(text, start)
            buffer.put(character.code.toByte())
        }
        buffer.putInt(start, buffer.position() - start - Int.SIZE_BYTES)
    }

    private fun writeBeyondAscii(text: String, start: Int) {
        buffer.position(start)
        if (text.isWellFormed()) {
            val encoded = text.toByteArray()
            buffer.putInt(encoded.size).put(encoded)
        } else {
            buffer.putInt(-1)
        }
    }

    /** Euros as whole cents. No exponent is ever written out: `1E+1000000000` is too large, not a gigabyte of zeros. */
    fun write(euros: BigDecimal) {
        val shortest = euros.stripTrailingZeros()
        val placesBeforeThePoint = shortest.precision().toLong() - shortest.scale()
        when {
            shortest.signum() == 0 -> cents(0)
            shortest.scale() > CENT_PLACES -> noCents(FRACTION_OF_A_CENT)
            placesBeforeThePoint > EURO_DIGITS -> noCents(TOO_LARGE)
            else -> {
                val cents = shortest.movePointRight(CENT_PLACES).toBigInteger()
                if (cents.bitLength() < Long.SIZE_BITS) cents(cents.toLong()) else noCents(TOO_LARGE)
            }
        }
    }

    private fun cents(cents: Long) {
        place(0)
        write(cents)
    }

    private fun noCents(why: Int) {
        place(why)
        write(0L)
    }

    /** A day that 32 bits do not hold lies beyond the years of the rules anyway. */
    fun write(day: LocalDate): Unit =
        write(day.toEpochDay().coerceIn(Int.MIN_VALUE.toLong(), Int.MAX_VALUE.toLong()).toInt())

    /** To the second. */
    fun write(at: LocalTime): Unit = write(at.toSecondOfDay())

    /** Facts have times of one kind: with a zone, or without. */
    fun write(at: Temporal) {
        when (at) {
            is ZonedDateTime -> {
                wallClock(at.toLocalDateTime())
                write(at.offset.totalSeconds)
            }
            is LocalDateTime -> wallClock(at)
            else -> throw IllegalArgumentException("a ZonedDateTime or a LocalDateTime, not ${at.javaClass}")
        }
    }

    /** The same instant in the zone of "now"; a time too far off to be shown there is refused for its own year. */
    fun write(at: Temporal, now: Temporal): Unit = write(
        if (at is ZonedDateTime && now is ZonedDateTime && at.zone != now.zone) {
            try {
                at.withZoneSameInstant(now.zone)
            } catch (_: DateTimeException) {
                at
            }
        } else {
            at
        },
    )

    private fun wallClock(at: LocalDateTime) {
        write(at.toEpochSecond(ZoneOffset.UTC))
        write(at.nano)
    }

    inline fun <T : Any> optional(value: T?, write: (T) -> Unit) {
        write(value != null)
        if (value != null) write(value)
    }

    inline fun <T> list(items: Collection<T>, write: (T) -> Unit) {
        write(items.size)
        for (item in items) write(item)
    }

    /** Something with its length before it. */
    inline fun framed(write: () -> Unit) {
        val start = buffer.position()
        buffer.putInt(0)
        write()
        buffer.putInt(start, buffer.position() - start - Int.SIZE_BYTES)
    }

    fun boolean(): Boolean = place() != 0

    fun int(): Int = buffer.getInt()

    fun long(): Long = buffer.getLong()

    fun place(): Int = buffer.get().toInt()

    fun <E> one(values: List<E>): E = values[place()]

    /** In the order of the enum. */
    fun <E : Enum<E>> set(values: List<E>): Set<E> = int().let { bits ->
        values.filterTo(linkedSetOf()) { bits ushr it.ordinal and 1 == 1 }
    }

    fun text(): String {
        val encoded = ByteArray(int())
        buffer.get(encoded)
        return String(encoded, Charsets.UTF_8)
    }

    fun euros(): BigDecimal = BigDecimal.valueOf(long(), CENT_PLACES)

    fun date(): LocalDate = LocalDate.ofEpochDay(int().toLong())

    fun timeOfDay(): LocalTime = LocalTime.ofSecondOfDay(int().toLong())

    /** What the clock on the wall shows. */
    fun wallClock(): LocalDateTime = LocalDateTime.ofEpochSecond(long(), int(), ZoneOffset.UTC)

    /** A time of the same kind as this one and in its zone. */
    fun <T : Temporal> time(like: T): T = when (like) {
        is ZonedDateTime -> ZonedDateTime.ofInstant(wallClock(), ZoneOffset.ofTotalSeconds(int()), like.zone).ofKind()
        else -> wallClock().ofKind()
    }

    /** A time, or one of the clock on the wall: only the zone knows which instant that is. */
    fun <T : Temporal> latest(like: T): T = when {
        place() == 0 -> time(like)
        like is ZonedDateTime -> wallClock().atZone(like.zone).withLaterOffsetAtOverlap().ofKind()
        else -> wallClock().ofKind()
    }

    @Suppress("UNCHECKED_CAST") // Facts have times of one kind, and what it is was asked before.
    private fun <T : Temporal> Temporal.ofKind(): T = this as T

    inline fun <T> optional(read: () -> T): T? = if (boolean()) read() else null

    inline fun <T> list(read: () -> T): List<T> = List(int()) { read() }

    /** The two halves of the library do not fit each other; no facts can cause it. */
    fun unknown(): Nothing = error("dms-rules answered with what its Kotlin half does not know")

    private companion object {
        const val ASCII = 0x80
        const val CENT_PLACES = 2

        /** No amount with more digits before the point fits 64 bits of cents. */
        const val EURO_DIGITS = 17

        const val FRACTION_OF_A_CENT = 1
        const val TOO_LARGE = 2
    }
}

/** Whether every half of a surrogate pair has its other half. */
internal fun String.isWellFormed(): Boolean = Charsets.UTF_8.newEncoder().canEncode(this)
