// The functions of DmsRules.cs as C# likes them: a refusal is an exception, a text a string.

using System;
using System.Runtime.InteropServices;
using System.Text;

namespace DmsRules
{
    // A refused call: nothing was decided. Message says in English what was expected.
    public sealed class RefusedException : Exception
    {
        internal RefusedException(Error error) : base(Rules.Utf8(error.Message))
        {
            Status = error.Status;
            Field = Rules.Utf8(error.Field);
        }

        public int Status { get; private set; }
        public string Field { get; private set; }
    }

    // A text that stays where it is for the time of a call. The NUL at its end is there because an empty array has no
    // address; it is not counted.
    public sealed class PinnedText : IDisposable
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

    // A function of Native that decides.
    public delegate int Function<Facts, Answer>(ref Facts facts, out Answer answer, out Error error);

    public static class Rules
    {
        public static uint SizeOf<Facts>()
        {
            return (uint)Marshal.SizeOf(typeof(Facts));
        }

        // Decides: Rules.Decide<OkrOptionFacts, Result>(Native.dms_okr_option, facts).
        public static Answer Decide<Facts, Answer>(Function<Facts, Answer> function, Facts facts)
        {
            Answer answer;
            Error error;
            if (function(ref facts, out answer, out error) != Numbers.DMS_STATUS_OK) throw new RefusedException(error);
            return answer;
        }

        public static string Id(Decision decision)
        {
            IntPtr text;
            return Found(Native.dms_decision_id(decision, out text, IntPtr.Zero), text);
        }

        public static string Edition(Decision decision)
        {
            IntPtr text;
            return Found(Native.dms_decision_edition(decision, out text, IntPtr.Zero), text);
        }

        public static string OutcomeName(Decision decision, int outcome)
        {
            IntPtr text;
            return Found(Native.dms_outcome_name(decision, outcome, out text, IntPtr.Zero), text);
        }

        public static string RowText(Decision decision, int row, Language language)
        {
            IntPtr text;
            return Found(Native.dms_row_text(decision, row, language, out text, IntPtr.Zero), text);
        }

        public static string ReasonText(Decision decision, uint reason, Language language)
        {
            IntPtr text;
            return Found(Native.dms_reason_text(decision, reason, language, out text, IntPtr.Zero), text);
        }

        public static string AdvisoryText(Decision decision, uint advisory, Language language)
        {
            IntPtr text;
            return Found(Native.dms_advisory_text(decision, advisory, language, out text, IntPtr.Zero), text);
        }

        public static string StatusName(int status)
        {
            IntPtr text;
            return Found(Native.dms_status_name(status, out text, IntPtr.Zero), text);
        }

        public static string StatusText(int status, Language language)
        {
            IntPtr text;
            return Found(Native.dms_status_text(status, language, out text, IntPtr.Zero), text);
        }

        // A text that an answer repeats: it lies in the caller's own, which must still be pinned.
        public static string Utf8(IntPtr text, UIntPtr length)
        {
            if (text == IntPtr.Zero) return "";
            var bytes = new byte[(int)length];
            Marshal.Copy(text, bytes, 0, bytes.Length);
            return Encoding.UTF8.GetString(bytes);
        }

        // A text that lies within a struct, with a NUL at its end. A marshalled string would be read in the machine's
        // code page.
        public static string Utf8(byte[] text)
        {
            return Encoding.UTF8.GetString(text, 0, Array.IndexOf(text, (byte)0));
        }

        // A text of the library, which is static UTF-8 and never freed.
        static string Found(int status, IntPtr text)
        {
            if (status != Numbers.DMS_STATUS_OK) throw new ArgumentException("dms_rules has no text with this number");
            var length = 0;
            while (Marshal.ReadByte(text, length) != 0) length++;
            return Utf8(text, (UIntPtr)length);
        }
    }
}
