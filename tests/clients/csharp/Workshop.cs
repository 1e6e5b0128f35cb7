// Decides a workshop's day: Car-Pass dossiers and OKR invoices with Dutch texts, vehicle issues with German ones. Reads
// lines of text (../README.md says what stands in them) and prints a report: workshop.exe FILE.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using DmsRules;

static class Workshop
{
    // The fields of a line, in their order.
    sealed class Fields
    {
        readonly string[] fields;
        int next;

        public Fields(string line) { fields = line.Split('|'); }

        public string Text()
        {
            if (next == fields.Length) throw new FormatException("too few fields");
            return fields[next++];
        }

        public int Int() { return Parsed(Text(), int.Parse); }
        public long Long() { return Parsed(Text(), long.Parse); }

        // An empty field is unknown.
        public int Known(out int has) { return Known(int.Parse, out has); }
        public long KnownLong(out int has) { return Known(long.Parse, out has); }

        public Time Time()
        {
            var at = new Time { Date = Int(), Clock = Int() };
            at.OffsetMinutes = Known(out at.HasOffset);
            return at;
        }

        public void End()
        {
            if (next != fields.Length) throw new FormatException("too many fields");
        }

        delegate Number Parse<Number>(string text, NumberStyles styles, IFormatProvider culture);

        Number Known<Number>(Parse<Number> parse, out int has)
        {
            var text = Text();
            has = text == "" ? 0 : 1;
            return text == "" ? default(Number) : Parsed(text, parse);
        }

        static Number Parsed<Number>(string text, Parse<Number> parse)
        {
            try
            {
                return parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            }
            catch (Exception fault) when (fault is FormatException || fault is OverflowException)
            {
                throw new FormatException("no whole number, or too long: " + text);
            }
        }
    }

    sealed class Words
    {
        public Language Language;
        public string Refused, Row, Because, Advisory;
    }

    static readonly Words Dutch = new Words
    {
        Language = Language.Dutch, Refused = "geweigerd", Row = "rij", Because = "want", Advisory = "let op",
    };

    static readonly Words German = new Words
    {
        Language = Language.German, Refused = "abgelehnt", Row = "Zeile", Because = "weil", Advisory = "Hinweis",
    };

    static readonly TextWriter Report =
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };

    static int decided, refused;

    static void Enrolment(Fields fields)
    {
        var facts = new CarPassEnrolmentFacts { Size = Rules.SizeOf<CarPassEnrolmentFacts>() };
        facts.Trigger = fields.Int();
        facts.WorkStarted = fields.Int();
        var vin = fields.Text();
        facts.AlreadyTransmitted = fields.Int();
        facts.Merged = fields.Int();
        facts.DossierNumber = fields.Long();
        facts.VatRegisterUsed = fields.Int();
        facts.VatNumberTicked = fields.Int();
        facts.HasOwner = fields.Int();
        fields.End();
        using (var text = new PinnedText(vin))
        {
            facts.Vin = text.Address;
            facts.VinLength = text.Length;
            Decide(Decision.CarPassEnrolment, Dutch,
                () => Rules.Decide<CarPassEnrolmentFacts, Result>(Native.dms_car_pass_enrolment, facts));
        }
    }

    static void Readiness(Fields fields)
    {
        var facts = new CarPassReadinessFacts { Size = Rules.SizeOf<CarPassReadinessFacts>() };
        facts.Policy = fields.Int();
        var vin = fields.Text();
        facts.Today = fields.Int();
        facts.ReadingKm = fields.Known(out facts.HasReadingKm);
        facts.StartOfWork = fields.Known(out facts.HasStartOfWork);
        facts.DamageReadingKm = fields.Known(out facts.HasDamageReadingKm);
        facts.RepairReadingKm = fields.Known(out facts.HasRepairReadingKm);
        fields.End();
        using (var text = new PinnedText(vin))
        {
            facts.Vin = text.Address;
            facts.VinLength = text.Length;
            Decide(Decision.CarPassReadiness, Dutch,
                () => Rules.Decide<CarPassReadinessFacts, Result>(Native.dms_car_pass_readiness, facts));
        }
    }

    static void Invoice(Fields fields)
    {
        var facts = new OkrOptionFacts { Size = Rules.SizeOf<OkrOptionFacts>() };
        facts.Mode = fields.Int();
        facts.MaxAgeDays = fields.Known(out facts.HasMaxAgeDays);
        facts.ThresholdCents = fields.KnownLong(out facts.HasThresholdCents);
        facts.Boundary = fields.Known(out facts.HasBoundary);
        facts.ApkReported = fields.Int();
        facts.EnteredReadingKm = fields.Int();
        facts.LastReadingKm = fields.Known(out facts.HasLastReadingKm);
        facts.ReadingDate = fields.Known(out facts.HasReadingDate);
        facts.InvoiceDate = fields.Int();
        facts.InvoiceTotalCents = fields.Long();
        fields.End();
        Decide(Decision.OkrOption, Dutch, () => Rules.Decide<OkrOptionFacts, Result>(Native.dms_okr_option, facts));
    }

    static void Issue(Fields fields)
    {
        var facts = new BookingIssueFacts { Size = Rules.SizeOf<BookingIssueFacts>() };
        facts.Kind = fields.Int();
        facts.MayIssue = fields.Int();
        facts.Now = fields.Time();
        facts.RequestedAt = fields.Time();
        facts.DaysAhead = fields.Int();
        facts.ImmediateWindow = fields.Known(out facts.HasImmediateWindow);
        facts.PlannedEnd = fields.Time();
        facts.AlreadyIssued = fields.Int();
        facts.VehicleOut = fields.Int();
        facts.PlateOut = fields.Int();
        facts.OverlapsPastHandover = fields.Int();
        fields.End();
        Issue(facts);
    }

    static void Issue(BookingIssueFacts facts)
    {
        Time? latest = null;
        Decide(Decision.BookingIssue, German, () =>
        {
            var answer = Rules.Decide<BookingIssueFacts, BookingIssueResult>(Native.dms_booking_issue, facts);
            latest = answer.Latest;
            return answer.Result;
        }, () => WriteLatest(latest.Value));
    }

    static void Decide(Decision decision, Words say, Func<Result> decide, Action more = null)
    {
        var head = "  " + Rules.Id(decision) + " " + Rules.Edition(decision) + ": ";
        Result result;
        try
        {
            result = decide();
        }
        catch (RefusedException why)
        {
            refused++;
            Report.WriteLine(head + say.Refused + ", " + Rules.StatusName(why.Status));
            Write(why.Field, Rules.StatusText(why.Status, say.Language));
            Report.WriteLine("  (" + why.Message + ")");
            return;
        }
        decided++;
        Report.WriteLine(head + Rules.OutcomeName(decision, result.Outcome));
        if (more != null) more();
        // 0 where the decision has no rows.
        if (result.Row != 0) Write(say.Row, Rules.RowText(decision, result.Row, say.Language));
        foreach (var bit in Bits(result.Because)) Write(say.Because, Rules.ReasonText(decision, bit, say.Language));
        foreach (var bit in Bits(result.Advisories))
            Write(say.Advisory, Rules.AdvisoryText(decision, bit, say.Language));
    }

    // Reasons and advisories are a bit each.
    static IEnumerable<uint> Bits(uint all)
    {
        for (uint bit = 1; bit != 0; bit <<= 1)
            if ((all & bit) != 0) yield return bit;
    }

    static void Write(string word, string text)
    {
        Report.WriteLine("  " + word + ": " + text);
    }

    static void WriteLatest(Time at)
    {
        Report.Write("  bis {0:00}.{1:00}.{2:0000} {3:00}:{4:00}:{5:00}", at.Date % 100, at.Date / 100 % 100,
            at.Date / 10000, at.Clock / 10000, at.Clock / 100 % 100, at.Clock % 100);
        if (at.HasOffset == 1)
        {
            var minutes = Math.Abs(at.OffsetMinutes);
            Report.Write(" {0}{1:00}:{2:00}", at.OffsetMinutes < 0 ? "-" : "+", minutes / 60, minutes % 60);
        }
        Report.WriteLine();
    }

    static void Read(string line)
    {
        var fields = new Fields(line);
        var decision = fields.Text();
        Report.WriteLine(fields.Text());
        switch (decision)
        {
            case "car_pass.enrolment": Enrolment(fields); break;
            case "car_pass.readiness": Readiness(fields); break;
            case "okr.option": Invoice(fields); break;
            case "booking.issue": Issue(fields); break;
            default: throw new FormatException("no such decision: " + decision);
        }
    }

    static int Main(string[] arguments)
    {
        if (arguments.Length != 1)
        {
            Console.Error.WriteLine("usage: workshop.exe FILE");
            return 2;
        }
        using (Report)
        {
            var number = 0;
            foreach (var line in File.ReadLines(arguments[0]))
            {
                number++;
                try
                {
                    Read(line);
                }
                catch (FormatException fault)
                {
                    Report.Flush();
                    Console.Error.WriteLine("line " + number + ": " + fault.Message);
                    return 1;
                }
            }

            Report.WriteLine("Buchung ohne Größe");
            Issue(new BookingIssueFacts());

            Report.WriteLine();
            Report.WriteLine(decided + " decided, " + refused + " refused");
        }
        return 0;
    }
}
