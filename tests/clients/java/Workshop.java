import com.sun.jna.Memory;
import com.sun.jna.ptr.PointerByReference;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;

/**
 * Decides a workshop's day: Car-Pass dossiers and OKR invoices with Dutch texts, vehicle issues with German ones. Reads
 * lines of text (../README.md says what stands in them) and prints a report: Workshop FILE.
 */
public final class Workshop {
    /** The fields of a line, in their order. */
    private static final class Fields {
        private final String[] fields;
        private int next;

        Fields(String line) {
            // -1 keeps the empty fields at the end.
            fields = line.split("\\|", -1);
        }

        String text() {
            if (next == fields.length) {
                throw new IllegalArgumentException("too few fields");
            }
            return fields[next++];
        }

        int number() {
            return Math.toIntExact(longNumber());
        }

        long longNumber() {
            return parsed(text());
        }

        /** An empty field is unknown, which is null here. */
        Integer known() {
            Long value = knownLong();
            return value == null ? null : Integer.valueOf(Math.toIntExact(value));
        }

        Long knownLong() {
            String field = text();
            return field.isEmpty() ? null : Long.valueOf(parsed(field));
        }

        void time(DmsRules.Time at) {
            at.date = number();
            at.time = number();
            Integer offset = known();
            at.has_offset = has(offset);
            at.offset_minutes = orZero(offset);
        }

        void end() {
            if (next != fields.length) {
                throw new IllegalArgumentException("too many fields");
            }
        }

        private static long parsed(String field) {
            if (!field.matches("-?[0-9]+")) {
                throw new IllegalArgumentException("no whole number: " + field);
            }
            return Long.parseLong(field);
        }
    }

    private enum Words {
        DUTCH(DmsRules.DUTCH, "geweigerd", "rij", "want", "let op"),
        GERMAN(DmsRules.GERMAN, "abgelehnt", "Zeile", "weil", "Hinweis");

        final int language;
        final String refused;
        final String row;
        final String because;
        final String advisory;

        Words(int language, String refused, String row, String because, String advisory) {
            this.language = language;
            this.refused = refused;
            this.row = row;
            this.because = because;
            this.advisory = advisory;
        }
    }

    /** A call that looks a text up. */
    private interface Lookup {
        int find(PointerByReference text);
    }

    private final PrintStream report;
    private int decided;
    private int refused;

    private Workshop(PrintStream report) {
        this.report = report;
    }

    private static int has(Object value) {
        return value == null ? 0 : 1;
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }

    private void enrolment(Fields fields) {
        DmsRules.CarPassEnrolmentFacts facts = new DmsRules.CarPassEnrolmentFacts();
        facts.trigger = fields.number();
        facts.work_started = fields.number();
        // The structure keeps the memory alive, because its member is that object.
        Memory vin = DmsRules.utf8(fields.text());
        facts.vin = vin;
        facts.vin_length = new DmsRules.Size(vin.size() - 1);
        facts.already_transmitted = fields.number();
        facts.merged = fields.number();
        facts.dossier_number = fields.longNumber();
        facts.vat_register_used = fields.number();
        facts.vat_number_ticked = fields.number();
        facts.has_owner = fields.number();
        fields.end();

        facts.measure();
        DmsRules.Result result = new DmsRules.Result();
        DmsRules.Error error = new DmsRules.Error();
        int status = DmsRules.dms_car_pass_enrolment(facts, result, error);
        write(DmsRules.CAR_PASS_ENROLMENT, Words.DUTCH, status, result, error);
    }

    private void readiness(Fields fields) {
        DmsRules.CarPassReadinessFacts facts = new DmsRules.CarPassReadinessFacts();
        facts.policy = fields.number();
        Memory vin = DmsRules.utf8(fields.text());
        facts.vin = vin;
        facts.vin_length = new DmsRules.Size(vin.size() - 1);
        facts.today = fields.number();
        Integer reading = fields.known();
        facts.reading_km = orZero(reading);
        facts.has_reading_km = has(reading);
        Integer start = fields.known();
        facts.start_of_work = orZero(start);
        facts.has_start_of_work = has(start);
        Integer damage = fields.known();
        facts.damage_reading_km = orZero(damage);
        facts.has_damage_reading_km = has(damage);
        Integer repair = fields.known();
        facts.repair_reading_km = orZero(repair);
        facts.has_repair_reading_km = has(repair);
        fields.end();

        facts.measure();
        DmsRules.Result result = new DmsRules.Result();
        DmsRules.Error error = new DmsRules.Error();
        int status = DmsRules.dms_car_pass_readiness(facts, result, error);
        write(DmsRules.CAR_PASS_READINESS, Words.DUTCH, status, result, error);
    }

    private void invoice(Fields fields) {
        DmsRules.OkrOptionFacts facts = new DmsRules.OkrOptionFacts();
        facts.mode = fields.number();
        Integer age = fields.known();
        facts.max_age_days = orZero(age);
        facts.has_max_age_days = has(age);
        Long threshold = fields.knownLong();
        facts.threshold_cents = threshold == null ? 0 : threshold;
        facts.has_threshold_cents = has(threshold);
        Integer boundary = fields.known();
        facts.boundary = orZero(boundary);
        facts.has_boundary = has(boundary);
        facts.apk_reported = fields.number();
        facts.entered_reading_km = fields.number();
        Integer last = fields.known();
        facts.last_reading_km = orZero(last);
        facts.has_last_reading_km = has(last);
        Integer date = fields.known();
        facts.reading_date = orZero(date);
        facts.has_reading_date = has(date);
        facts.invoice_date = fields.number();
        facts.invoice_total_cents = fields.longNumber();
        fields.end();

        facts.measure();
        DmsRules.Result result = new DmsRules.Result();
        DmsRules.Error error = new DmsRules.Error();
        int status = DmsRules.dms_okr_option(facts, result, error);
        write(DmsRules.OKR_OPTION, Words.DUTCH, status, result, error);
    }

    private void issue(Fields fields) {
        DmsRules.BookingIssueFacts facts = new DmsRules.BookingIssueFacts();
        facts.kind = fields.number();
        facts.may_issue = fields.number();
        fields.time(facts.now);
        fields.time(facts.requested_at);
        facts.days_ahead = fields.number();
        Integer window = fields.known();
        facts.immediate_window = orZero(window);
        facts.has_immediate_window = has(window);
        fields.time(facts.planned_end);
        facts.already_issued = fields.number();
        facts.vehicle_out = fields.number();
        facts.plate_out = fields.number();
        facts.overlaps_past_handover = fields.number();
        fields.end();

        facts.measure();
        issue(facts);
    }

    private void issue(DmsRules.BookingIssueFacts facts) {
        DmsRules.BookingIssueResult result = new DmsRules.BookingIssueResult();
        DmsRules.Error error = new DmsRules.Error();
        int status = DmsRules.dms_booking_issue(facts, result, error);
        write(DmsRules.BOOKING_ISSUE, Words.GERMAN, status, result, error);
    }

    private void write(int decision, Words say, int status, DmsRules.Result result, DmsRules.Error error) {
        String head = "  " + text(id -> DmsRules.dms_decision_id(decision, id, null)) + " "
                + text(edition -> DmsRules.dms_decision_edition(decision, edition, null)) + ": ";
        if (status != DmsRules.OK) {
            refused++;
            line(head + say.refused + ", " + text(name -> DmsRules.dms_status_name(status, name, null)));
            line("  " + error.field() + ": " + text(text -> DmsRules.dms_status_text(status, say.language, text, null)));
            line("  (" + error.message() + ")");
            return;
        }
        decided++;
        line(head + text(name -> DmsRules.dms_outcome_name(decision, result.outcome, name, null)));
        if (result instanceof DmsRules.BookingIssueResult) {
            line("  bis " + clock(((DmsRules.BookingIssueResult) result).latest));
        }
        // 0 where the decision has no rows.
        if (result.row != 0) {
            line("  " + say.row + ": "
                    + text(text -> DmsRules.dms_row_text(decision, result.row, say.language, text, null)));
        }
        // Reasons and advisories are a bit each.
        for (int bit = 1; bit != 0; bit <<= 1) {
            int reason = result.because & bit;
            if (reason != 0) {
                line("  " + say.because + ": "
                        + text(text -> DmsRules.dms_reason_text(decision, reason, say.language, text, null)));
            }
        }
        for (int bit = 1; bit != 0; bit <<= 1) {
            int advisory = result.advisories & bit;
            if (advisory != 0) {
                line("  " + say.advisory + ": "
                        + text(text -> DmsRules.dms_advisory_text(decision, advisory, say.language, text, null)));
            }
        }
    }

    /** A text of the library, which is static UTF-8 and never freed. */
    private static String text(Lookup lookup) {
        PointerByReference text = new PointerByReference();
        if (lookup.find(text) != DmsRules.OK) {
            throw new IllegalStateException("dms_rules has no such text");
        }
        return text.getValue().getString(0, "UTF-8");
    }

    private static String clock(DmsRules.Time at) {
        String clock = String.format("%02d.%02d.%04d %02d:%02d:%02d", at.date % 100, at.date / 100 % 100,
                at.date / 10000, at.time / 10000, at.time / 100 % 100, at.time % 100);
        if (at.has_offset == 0) {
            return clock;
        }
        int minutes = Math.abs(at.offset_minutes);
        return String.format("%s %s%02d:%02d", clock, at.offset_minutes < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }

    /** println would end a line as the platform does. */
    private void line(String line) {
        report.print(line + "\n");
    }

    private void read(String line) {
        Fields fields = new Fields(line);
        String decision = fields.text();
        line(fields.text());
        switch (decision) {
            case "car_pass.enrolment":
                enrolment(fields);
                break;
            case "car_pass.readiness":
                readiness(fields);
                break;
            case "okr.option":
                invoice(fields);
                break;
            case "booking.issue":
                issue(fields);
                break;
            default:
                throw new IllegalArgumentException("no such decision: " + decision);
        }
    }

    private void end() {
        line("Buchung ohne Größe");
        issue(new DmsRules.BookingIssueFacts());

        line("");
        line(decided + " decided, " + refused + " refused");
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: Workshop FILE");
            System.exit(2);
        }
        PrintStream report = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        Workshop workshop = new Workshop(report);
        int number = 0;
        try (BufferedReader cases = Files.newBufferedReader(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            for (String line = cases.readLine(); line != null; line = cases.readLine()) {
                number++;
                workshop.read(line);
            }
        } catch (IllegalArgumentException | ArithmeticException fault) {
            report.flush();
            System.err.println("line " + number + ": " + fault.getMessage());
            System.exit(1);
        }
        workshop.end();
    }
}
