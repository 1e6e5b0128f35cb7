import com.sun.jna.IntegerType;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/**
 * What the program beside it uses of dms_rules.h, mapped directly onto the library. JNA lays the structs out as the
 * platform's C compiler does, on 32 and on 64 bits; an int of C is an int of Java, and yes and no are 1 and 0.
 */
final class DmsRules {
    static final int OK = 0;

    static final int DUTCH = 2;
    static final int GERMAN = 4;

    static final int CAR_PASS_ENROLMENT = 2;
    static final int CAR_PASS_READINESS = 4;
    static final int OKR_OPTION = 5;
    static final int BOOKING_ISSUE = 13;

    static {
        // libdms_rules.so, dms_rules.dll or libdms_rules.dylib, in jna.library.path or where the system looks.
        Native.register("dms_rules");
    }

    private DmsRules() {}

    /** size_t: as long as a pointer. */
    public static final class Size extends IntegerType {
        private static final long serialVersionUID = 1;

        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** The bytes of a text where C finds them. They live as long as this object: keep it until the call is over. */
    static Memory utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    @FieldOrder({"date", "time", "has_offset", "offset_minutes"})
    public static final class Time extends Structure {
        public int date;
        public int time;
        public int has_offset;
        public int offset_minutes;
    }

    @FieldOrder({"status", "field", "message"})
    public static final class Error extends Structure {
        public int status;
        public byte[] field = new byte[64];
        public byte[] message = new byte[256];

        String field() {
            return Native.toString(field, "UTF-8");
        }

        String message() {
            return Native.toString(message, "UTF-8");
        }
    }

    /** Facts begin with their size. */
    @FieldOrder("size")
    public abstract static class Facts extends Structure {
        public int size;

        /** Sets it once the members are there. */
        void measure() {
            size = size();
        }
    }

    @FieldOrder({
        "trigger", "work_started", "vin", "vin_length", "already_transmitted", "merged", "dossier_number",
        "vat_register_used", "vat_number_ticked", "has_owner"
    })
    public static final class CarPassEnrolmentFacts extends Facts {
        public int trigger;
        public int work_started;
        public Pointer vin;
        public Size vin_length;
        public int already_transmitted;
        public int merged;
        public long dossier_number;
        public int vat_register_used;
        public int vat_number_ticked;
        public int has_owner;
    }

    @FieldOrder({
        "policy", "vin", "vin_length", "today", "reading_km", "has_reading_km", "start_of_work", "has_start_of_work",
        "damage_reading_km", "has_damage_reading_km", "repair_reading_km", "has_repair_reading_km"
    })
    public static final class CarPassReadinessFacts extends Facts {
        public int policy;
        public Pointer vin;
        public Size vin_length;
        public int today;
        public int reading_km;
        public int has_reading_km;
        public int start_of_work;
        public int has_start_of_work;
        public int damage_reading_km;
        public int has_damage_reading_km;
        public int repair_reading_km;
        public int has_repair_reading_km;
    }

    @FieldOrder({
        "mode", "max_age_days", "has_max_age_days", "threshold_cents", "has_threshold_cents", "boundary", "has_boundary",
        "apk_reported", "entered_reading_km", "last_reading_km", "has_last_reading_km", "reading_date",
        "has_reading_date", "invoice_date", "invoice_total_cents"
    })
    public static final class OkrOptionFacts extends Facts {
        public int mode;
        public int max_age_days;
        public int has_max_age_days;
        public long threshold_cents;
        public int has_threshold_cents;
        public int boundary;
        public int has_boundary;
        public int apk_reported;
        public int entered_reading_km;
        public int last_reading_km;
        public int has_last_reading_km;
        public int reading_date;
        public int has_reading_date;
        public int invoice_date;
        public long invoice_total_cents;
    }

    @FieldOrder({
        "kind", "may_issue", "now", "requested_at", "days_ahead", "immediate_window", "has_immediate_window",
        "planned_end", "already_issued", "vehicle_out", "plate_out", "overlaps_past_handover"
    })
    public static final class BookingIssueFacts extends Facts {
        public int kind;
        public int may_issue;
        public Time now = new Time();
        public Time requested_at = new Time();
        public int days_ahead;
        public int immediate_window;
        public int has_immediate_window;
        public Time planned_end = new Time();
        public int already_issued;
        public int vehicle_out;
        public int plate_out;
        public int overlaps_past_handover;
    }

    /** What the Car-Pass decisions and okr.option answer, and how booking.issue begins. */
    @FieldOrder({"outcome", "row", "because", "advisories"})
    public static class Result extends Structure {
        public int outcome;
        public int row;
        public int because;
        public int advisories;
    }

    @FieldOrder("latest")
    public static final class BookingIssueResult extends Result {
        public Time latest = new Time();
    }

    static native int dms_car_pass_enrolment(CarPassEnrolmentFacts facts, Result result, Error error);

    static native int dms_car_pass_readiness(CarPassReadinessFacts facts, Result result, Error error);

    static native int dms_okr_option(OkrOptionFacts facts, Result result, Error error);

    static native int dms_booking_issue(BookingIssueFacts facts, BookingIssueResult result, Error error);

    static native int dms_decision_id(int decision, PointerByReference id, Error error);

    static native int dms_decision_edition(int decision, PointerByReference edition, Error error);

    static native int dms_outcome_name(int decision, int outcome, PointerByReference name, Error error);

    static native int dms_row_text(int decision, int row, int language, PointerByReference text, Error error);

    static native int dms_reason_text(int decision, int reason, int language, PointerByReference text, Error error);

    static native int dms_advisory_text(int decision, int advisory, int language, PointerByReference text, Error error);

    static native int dms_status_name(int status, PointerByReference name, Error error);

    static native int dms_status_text(int status, int language, PointerByReference text, Error error);
}
