<?php

/*
 * Decides a workshop's day: Car-Pass dossiers and OKR invoices with Dutch texts, vehicle issues with German ones. Reads
 * lines of text (../README.md says what stands in them) and prints a report: php workshop.php FILE.
 */

declare(strict_types=1);

require __DIR__ . '/DmsRules.php';

/** The fields of a line, in their order. */
final class Fields
{
    /** @var list<string> */
    private array $fields;
    private int $next = 0;

    public function __construct(string $line)
    {
        $this->fields = explode('|', $line);
    }

    public function text(): string
    {
        return $this->fields[$this->next++] ?? throw new UnexpectedValueException('too few fields');
    }

    public function int32(): int
    {
        return self::parsed($this->text(), -2 ** 31, 2 ** 31 - 1);
    }

    public function int64(): int
    {
        return self::parsed($this->text(), PHP_INT_MIN, PHP_INT_MAX);
    }

    /** An empty field is unknown: sets the member and its flag. */
    public function known(FFI\CData $facts, string $member): void
    {
        $this->set($facts, $member, -2 ** 31, 2 ** 31 - 1);
    }

    public function known64(FFI\CData $facts, string $member): void
    {
        $this->set($facts, $member, PHP_INT_MIN, PHP_INT_MAX);
    }

    public function time(FFI\CData $at): void
    {
        $at->date = $this->int32();
        $at->time = $this->int32();
        $offset = $this->text();
        $at->has_offset = (int) ($offset !== '');
        $at->offset_minutes = $offset === '' ? 0 : self::parsed($offset, -2 ** 31, 2 ** 31 - 1);
    }

    public function end(): void
    {
        if ($this->next !== count($this->fields)) {
            throw new UnexpectedValueException('too many fields');
        }
    }

    private function set(FFI\CData $facts, string $member, int $least, int $greatest): void
    {
        $field = $this->text();
        $facts->{"has_$member"} = (int) ($field !== '');
        $facts->$member = $field === '' ? 0 : self::parsed($field, $least, $greatest);
    }

    /** FFI cuts a number that is too long for its member, so it must be refused here. */
    private static function parsed(string $field, int $least, int $greatest): int
    {
        $limits = ['options' => ['min_range' => $least, 'max_range' => $greatest]];
        $digits = preg_match('/^(-?)0*(\d+)$/D', $field, $parts) ? $parts[1] . $parts[2] : '';
        $number = filter_var($digits, FILTER_VALIDATE_INT, $limits);
        return $number !== false
            ? $number
            : throw new UnexpectedValueException("no whole number, or too long: $field");
    }
}

/** The program, with what it has counted. */
final class Workshop
{
    private const DUTCH = ['refused' => 'geweigerd', 'row' => 'rij', 'because' => 'want', 'advisory' => 'let op'];
    private const GERMAN = ['refused' => 'abgelehnt', 'row' => 'Zeile', 'because' => 'weil', 'advisory' => 'Hinweis'];

    private int $decided = 0;
    private int $refused = 0;

    public function __construct(private DmsRules $rules)
    {
    }

    public function read(string $line): void
    {
        $fields = new Fields($line);
        $decision = $fields->text();
        echo $fields->text(), "\n";
        match ($decision) {
            'car_pass.enrolment' => $this->enrolment($fields),
            'car_pass.readiness' => $this->readiness($fields),
            'okr.option' => $this->invoice($fields),
            'booking.issue' => $this->issue($fields),
            default => throw new UnexpectedValueException("no such decision: $decision"),
        };
    }

    public function end(): void
    {
        echo "Buchung ohne Größe\n";
        $withoutSize = $this->rules->facts('booking_issue');
        $withoutSize->size = 0;
        $this->decide('booking_issue', DMS_DECISION_BOOKING_ISSUE, DMS_LANGUAGE_DE, $withoutSize);

        echo "\n$this->decided decided, $this->refused refused\n";
    }

    private function enrolment(Fields $fields): void
    {
        $facts = $this->rules->facts('car_pass_enrolment');
        $facts->trigger = $fields->int32();
        $facts->work_started = $fields->int32();
        $vin = $fields->text();
        $bytes = $this->rules->bytes($vin);
        $facts->vin = FFI::addr($bytes[0]);
        $facts->vin_length = strlen($vin);
        $facts->already_transmitted = $fields->int32();
        $facts->merged = $fields->int32();
        $facts->dossier_number = $fields->int64();
        $facts->vat_register_used = $fields->int32();
        $facts->vat_number_ticked = $fields->int32();
        $facts->has_owner = $fields->int32();
        $fields->end();
        $this->decide('car_pass_enrolment', DMS_DECISION_CAR_PASS_ENROLMENT, DMS_LANGUAGE_NL, $facts);
    }

    private function readiness(Fields $fields): void
    {
        $facts = $this->rules->facts('car_pass_readiness');
        $facts->policy = $fields->int32();
        $vin = $fields->text();
        $bytes = $this->rules->bytes($vin);
        $facts->vin = FFI::addr($bytes[0]);
        $facts->vin_length = strlen($vin);
        $facts->today = $fields->int32();
        $fields->known($facts, 'reading_km');
        $fields->known($facts, 'start_of_work');
        $fields->known($facts, 'damage_reading_km');
        $fields->known($facts, 'repair_reading_km');
        $fields->end();
        $this->decide('car_pass_readiness', DMS_DECISION_CAR_PASS_READINESS, DMS_LANGUAGE_NL, $facts);
    }

    private function invoice(Fields $fields): void
    {
        $facts = $this->rules->facts('okr_option');
        $facts->mode = $fields->int32();
        $fields->known($facts, 'max_age_days');
        $fields->known64($facts, 'threshold_cents');
        $fields->known($facts, 'boundary');
        $facts->apk_reported = $fields->int32();
        $facts->entered_reading_km = $fields->int32();
        $fields->known($facts, 'last_reading_km');
        $fields->known($facts, 'reading_date');
        $facts->invoice_date = $fields->int32();
        $facts->invoice_total_cents = $fields->int64();
        $fields->end();
        $this->decide('okr_option', DMS_DECISION_OKR_OPTION, DMS_LANGUAGE_NL, $facts);
    }

    private function issue(Fields $fields): void
    {
        $facts = $this->rules->facts('booking_issue');
        $facts->kind = $fields->int32();
        $facts->may_issue = $fields->int32();
        $fields->time($facts->now);
        $fields->time($facts->requested_at);
        $facts->days_ahead = $fields->int32();
        $fields->known($facts, 'immediate_window');
        $fields->time($facts->planned_end);
        $facts->already_issued = $fields->int32();
        $facts->vehicle_out = $fields->int32();
        $facts->plate_out = $fields->int32();
        $facts->overlaps_past_handover = $fields->int32();
        $fields->end();
        $this->decide('booking_issue', DMS_DECISION_BOOKING_ISSUE, DMS_LANGUAGE_DE, $facts);
    }

    private function decide(string $function, int $decision, int $language, FFI\CData $facts): void
    {
        $text = $this->rules->text(...);
        $say = $language === DMS_LANGUAGE_DE ? self::GERMAN : self::DUTCH;
        $head = "  {$text('decision_id', $decision)} {$text('decision_edition', $decision)}: ";
        try {
            $result = $this->rules->decide($function, $facts);
        } catch (Refused $why) {
            $this->refused++;
            echo "$head{$say['refused']}, {$text('status_name', $why->status)}\n";
            echo "  $why->field: {$text('status_text', $why->status, $language)}\n";
            echo "  ({$why->getMessage()})\n";
            return;
        }
        $this->decided++;
        echo "$head{$text('outcome_name', $decision, $result->outcome)}\n";
        if ($decision === DMS_DECISION_BOOKING_ISSUE) {
            echo '  bis ', self::clock($result->latest), "\n";
        }
        // 0 where the decision has no rows.
        if ($result->row !== 0) {
            echo "  {$say['row']}: {$text('row_text', $decision, $result->row, $language)}\n";
        }
        foreach (self::bits($result->because) as $bit) {
            echo "  {$say['because']}: {$text('reason_text', $decision, $bit, $language)}\n";
        }
        foreach (self::bits($result->advisories) as $bit) {
            echo "  {$say['advisory']}: {$text('advisory_text', $decision, $bit, $language)}\n";
        }
    }

    /** Reasons and advisories are a bit each. */
    private static function bits(int $all): Generator
    {
        for ($bit = 1; $bit <= $all; $bit <<= 1) {
            if ($all & $bit) {
                yield $bit;
            }
        }
    }

    private static function clock(FFI\CData $at): string
    {
        [$date, $time, $minutes] = [$at->date, $at->time, abs($at->offset_minutes)];
        $clock = sprintf('%02d.%02d.%04d', $date % 100, intdiv($date, 100) % 100, intdiv($date, 10000));
        $clock .= sprintf(' %02d:%02d:%02d', intdiv($time, 10000), intdiv($time, 100) % 100, $time % 100);
        if ($at->has_offset) {
            $clock .= sprintf(' %s%02d:%02d', $at->offset_minutes < 0 ? '-' : '+', intdiv($minutes, 60), $minutes % 60);
        }
        return $clock;
    }
}

if ($argc !== 2) {
    fwrite(STDERR, "usage: php workshop.php FILE\n");
    exit(2);
}
$header = getenv('DMS_RULES_HEADER') ?: __DIR__ . '/../../../ffi/include/dms_rules.h';
$workshop = new Workshop(new DmsRules($header, 'libdms_rules.so'));
foreach (new SplFileObject($argv[1]) as $number => $line) {
    if ($line === '') {
        continue; // What follows the last line's end.
    }
    try {
        $workshop->read(rtrim($line, "\r\n"));
    } catch (UnexpectedValueException $fault) {
        fprintf(STDERR, "line %d: %s\n", $number + 1, $fault->getMessage());
        exit(1);
    }
}
$workshop->end();
