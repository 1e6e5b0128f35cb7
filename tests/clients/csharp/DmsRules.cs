// What the program beside it uses of dms_rules.h. The structs are laid out sequentially, as the platform's C compiler
// does it, on 32 and on 64 bits; they are plain numbers and pointers, so that they are passed as they lie in memory.

using System;
using System.Runtime.InteropServices;
using System.Text;

namespace DmsRules
{
    public enum Language
    {
        Dutch = 2,
        German = 4,
    }

    public enum Decision
    {
        CarPassEnrolment = 2,
        CarPassReadiness = 4,
        OkrOption = 5,
        BookingIssue = 13,
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Time
    {
        public int Date;
        public int Clock;
        public int HasOffset;
        public int OffsetMinutes;
    }

    // Facts begin with their size, Rules.SizeOf<…>(). A member whose name begins with Has says whether the one before
    // it is known, but for HasOwner, which is a fact. Yes and no are an int, 1 or 0: a bool is marshalled, not passed.

    [StructLayout(LayoutKind.Sequential)]
    public struct CarPassEnrolmentFacts
    {
        public uint Size;
        public int Trigger;
        public int WorkStarted;
        public IntPtr Vin;
        public UIntPtr VinLength;
        public int AlreadyTransmitted;
        public int Merged;
        public long DossierNumber;
        public int VatRegisterUsed;
        public int VatNumberTicked;
        public int HasOwner;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct CarPassReadinessFacts
    {
        public uint Size;
        public int Policy;
        public IntPtr Vin;
        public UIntPtr VinLength;
        public int Today;
        public int ReadingKm;
        public int HasReadingKm;
        public int StartOfWork;
        public int HasStartOfWork;
        public int DamageReadingKm;
        public int HasDamageReadingKm;
        public int RepairReadingKm;
        public int HasRepairReadingKm;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct OkrOptionFacts
    {
        public uint Size;
        public int Mode;
        public int MaxAgeDays;
        public int HasMaxAgeDays;
        public long ThresholdCents;
        public int HasThresholdCents;
        public int Boundary;
        public int HasBoundary;
        public int ApkReported;
        public int EnteredReadingKm;
        public int LastReadingKm;
        public int HasLastReadingKm;
        public int ReadingDate;
        public int HasReadingDate;
        public int InvoiceDate;
        public long InvoiceTotalCents;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct BookingIssueFacts
    {
        public uint Size;
        public int Kind;
        public int MayIssue;
        public Time Now;
        public Time RequestedAt;
        public int DaysAhead;
        public int ImmediateWindow;
        public int HasImmediateWindow;
        public Time PlannedEnd;
        public int AlreadyIssued;
        public int VehicleOut;
        public int PlateOut;
        public int OverlapsPastHandover;
    }

    // The results of the Car-Pass decisions and of okr.option have these members, and that of booking.issue begins so.
    [StructLayout(LayoutKind.Sequential)]
    public struct Result
    {
        public int Outcome;
        public int Row;
        public uint Because;
        public uint Advisories;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct BookingIssueResult
    {
        public Result Result;
        public Time Latest;
    }

    // A refused call: nothing was decided. Message says in English what was expected.
    public sealed class RefusedException : Exception
    {
        internal RefusedException(Rules.Error error) : base(Rules.Utf8(error.Message))
        {
            Status = error.Status;
            Field = Rules.Utf8(error.Field);
        }

        public int Status { get; private set; }
        public string Field { get; private set; }
    }

    public static class Rules
    {
        // libdms_rules.so, dms_rules.dll, libdms_rules.dylib: the runtime knows what its platform calls it.
        const string Library = "dms_rules";

        public static uint SizeOf<Facts>()
        {
            return (uint)Marshal.SizeOf(typeof(Facts));
        }

        public static Result CarPassEnrolment(CarPassEnrolmentFacts facts, string vin)
        {
            using (var text = new PinnedText(vin))
            {
                facts.Vin = text.Address;
                facts.VinLength = text.Length;
                Result result;
                Error error;
                Check(dms_car_pass_enrolment(ref facts, out result, out error), error);
                return result;
            }
        }

        public static Result CarPassReadiness(CarPassReadinessFacts facts, string vin)
        {
            using (var text = new PinnedText(vin))
            {
                facts.Vin = text.Address;
                facts.VinLength = text.Length;
                Result result;
                Error error;
                Check(dms_car_pass_readiness(ref facts, out result, out error), error);
                return result;
            }
        }

        public static Result OkrOption(OkrOptionFacts facts)
        {
            Result result;
            Error error;
            Check(dms_okr_option(ref facts, out result, out error), error);
            return result;
        }

        public static BookingIssueResult BookingIssue(BookingIssueFacts facts)
        {
            BookingIssueResult result;
            Error error;
            Check(dms_booking_issue(ref facts, out result, out error), error);
            return result;
        }

        public static string Id(Decision decision)
        {
            IntPtr text;
            return Found(dms_decision_id(decision, out text, IntPtr.Zero), text);
        }

        public static string Edition(Decision decision)
        {
            IntPtr text;
            return Found(dms_decision_edition(decision, out text, IntPtr.Zero), text);
        }

        public static string OutcomeName(Decision decision, int outcome)
        {
            IntPtr text;
            return Found(dms_outcome_name(decision, outcome, out text, IntPtr.Zero), text);
        }

        public static string RowText(Decision decision, int row, Language language)
        {
            IntPtr text;
            return Found(dms_row_text(decision, row, language, out text, IntPtr.Zero), text);
        }

        public static string ReasonText(Decision decision, uint reason, Language language)
        {
            IntPtr text;
            return Found(dms_reason_text(decision, reason, language, out text, IntPtr.Zero), text);
        }

        public static string AdvisoryText(Decision decision, uint advisory, Language language)
        {
            IntPtr text;
            return Found(dms_advisory_text(decision, advisory, language, out text, IntPtr.Zero), text);
        }

        public static string StatusName(int status)
        {
            IntPtr text;
            return Found(dms_status_name(status, out text, IntPtr.Zero), text);
        }

        public static string StatusText(int status, Language language)
        {
            IntPtr text;
            return Found(dms_status_text(status, language, out text, IntPtr.Zero), text);
        }

        // dms_error: its texts come as arrays, because a marshalled string would be read in the machine's code page.
        [StructLayout(LayoutKind.Sequential)]
        internal struct Error
        {
            public int Status;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)]
            public byte[] Field;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 256)]
            public byte[] Message;
        }

        internal static string Utf8(byte[] text)
        {
            return Encoding.UTF8.GetString(text, 0, Array.IndexOf(text, (byte)0));
        }

        static void Check(int status, Error error)
        {
            if (status != 0) throw new RefusedException(error);
        }

        // A text of the library, which is static UTF-8 and never freed.
        static string Found(int status, IntPtr text)
        {
            if (status != 0) throw new ArgumentException("dms_rules has no text with this number");
            var length = 0;
            while (Marshal.ReadByte(text, length) != 0) length++;
            var bytes = new byte[length];
            Marshal.Copy(text, bytes, 0, length);
            return Encoding.UTF8.GetString(bytes);
        }

        // A text that stays where it is for the time of a call. The NUL at its end is there because an empty array has no
        // address; it is not counted.
        sealed class PinnedText : IDisposable
        {
            readonly byte[] bytes;
            GCHandle handle;

            public PinnedText(string text)
            {
                bytes = Encoding.UTF8.GetBytes(text + "\0");
                handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
            }

            public IntPtr Address { get { return handle.AddrOfPinnedObject(); } }
            public UIntPtr Length { get { return (UIntPtr)(bytes.Length - 1); } }
            public void Dispose() { handle.Free(); }
        }

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_car_pass_enrolment(ref CarPassEnrolmentFacts facts, out Result result, out Error error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_car_pass_readiness(ref CarPassReadinessFacts facts, out Result result, out Error error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_okr_option(ref OkrOptionFacts facts, out Result result, out Error error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_booking_issue(
            ref BookingIssueFacts facts, out BookingIssueResult result, out Error error);

        // The last parameter, the error, is left out: NULL.

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_decision_id(Decision decision, out IntPtr id, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_decision_edition(Decision decision, out IntPtr edition, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_outcome_name(Decision decision, int outcome, out IntPtr name, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_row_text(Decision decision, int row, Language language, out IntPtr text, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_reason_text(
            Decision decision, uint reason, Language language, out IntPtr text, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_advisory_text(
            Decision decision, uint advisory, Language language, out IntPtr text, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_status_name(int status, out IntPtr name, IntPtr error);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        static extern int dms_status_text(int status, Language language, out IntPtr text, IntPtr error);
    }
}
