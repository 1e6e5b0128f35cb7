<?php

declare(strict_types=1);

/** Why a call was refused: nothing was decided. The message says in English what was expected. */
final class Refused extends RuntimeException
{
    public function __construct(public readonly int $status, public readonly string $field, string $message)
    {
        parent::__construct($message);
    }
}

/**
 * The library, with the structs and functions of its own header, so that nothing is written down twice. The numbers of
 * the header become constants: DMS_LANGUAGE_NL.
 */
final class DmsRules
{
    private FFI $library;

    public function __construct(string $header, string $library)
    {
        $text = file_get_contents($header) ?: throw new RuntimeException("$header cannot be read");

        // FFI reads C without its preprocessor: numbers are put in by hand, and C++'s part is left out.
        preg_match_all('/^#define (DMS_\w+) (?:(\d+)|\(1 << (\d+)\))$/m', $text, $numbers, PREG_SET_ORDER);
        foreach ($numbers as $number) {
            defined($number[1]) || define($number[1], isset($number[3]) ? 1 << $number[3] : (int) $number[2]);
        }
        $text = preg_replace('/^#ifdef __cplusplus$.*?^#endif$/ms', '', $text);
        $text = preg_replace('/^#.*$/m', '', $text);
        $text = preg_replace_callback('/\[(DMS_\w+)\]/', fn ($size) => '[' . constant($size[1]) . ']', $text);

        $this->library = FFI::cdef($text, $library);
    }

    /** Facts that know their own size and are otherwise unset: facts('okr_option'). */
    public function facts(string $decision): FFI\CData
    {
        $facts = $this->library->new("dms_{$decision}_facts");
        $facts->size = FFI::sizeof($facts);
        return $facts;
    }

    /** Decides: decide('okr_option', $facts). */
    public function decide(string $decision, FFI\CData $facts): FFI\CData
    {
        $result = $this->library->new("dms_{$decision}_result");
        $error = $this->library->new('dms_error');
        $status = $this->library->{"dms_$decision"}(FFI::addr($facts), FFI::addr($result), FFI::addr($error));
        if ($status !== DMS_STATUS_OK) {
            throw new Refused($status, FFI::string($error->field), FFI::string($error->message));
        }
        return $result;
    }

    /** Looks a text up, which is static and never freed: text('row_text', $decision, $row, DMS_LANGUAGE_NL). */
    public function text(string $function, int ...$arguments): string
    {
        $text = $this->library->new('const char *');
        if ($this->library->{"dms_$function"}(...[...$arguments, FFI::addr($text), null]) !== DMS_STATUS_OK) {
            throw new InvalidArgumentException("dms_$function(" . implode(', ', $arguments) . ') has no text');
        }
        return FFI::string($text);
    }

    /** The bytes of a string where C finds them. Facts that point to them do not keep them: hold on to what is returned. */
    public function bytes(string $text): FFI\CData
    {
        $bytes = $this->library->new('char[' . (strlen($text) + 1) . ']');
        FFI::memcpy($bytes, $text, strlen($text));
        return $bytes;
    }
}
