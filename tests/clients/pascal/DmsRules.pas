{ What the program beside it uses of dms_rules.h, for Free Pascal and Delphi. }
unit DmsRules;

{$IFDEF FPC}
  {$MODE DELPHI}
  { Members lie where the platform's C compiler puts them; Delphi's own alignment, $A8, does the same on Windows. }
  {$PACKRECORDS C}
{$ENDIF}

interface

const
{$IFDEF MSWINDOWS}
  DmsLibrary = 'dms_rules.dll';
{$ELSE}
  DmsLibrary = 'dms_rules';
{$ENDIF}

  DMS_STATUS_OK = 0;

  DMS_LANGUAGE_NL = 2;
  DMS_LANGUAGE_DE = 4;

  DMS_DECISION_CAR_PASS_ENROLMENT = 2;
  DMS_DECISION_CAR_PASS_READINESS = 4;
  DMS_DECISION_OKR_OPTION = 5;
  DMS_DECISION_BOOKING_ISSUE = 13;

type
  { Integer, Cardinal and Int64 have 32, 32 and 64 bits on every platform; LongInt has not in Delphi. }
  TDmsTime = record
    Date: Integer;
    Time: Integer;
    HasOffset: Integer;
    OffsetMinutes: Integer;
  end;

  TDmsError = record
    Status: Integer;
    Field: array [0..63] of AnsiChar;
    Message: array [0..255] of AnsiChar;
  end;

  TDmsCarPassEnrolmentFacts = record
    Size: Cardinal;
    Trigger: Integer;
    WorkStarted: Integer;
    Vin: PAnsiChar;
    VinLength: NativeUInt;
    AlreadyTransmitted: Integer;
    Merged: Integer;
    DossierNumber: Int64;
    VatRegisterUsed: Integer;
    VatNumberTicked: Integer;
    HasOwner: Integer;
  end;

  TDmsCarPassReadinessFacts = record
    Size: Cardinal;
    Policy: Integer;
    Vin: PAnsiChar;
    VinLength: NativeUInt;
    Today: Integer;
    ReadingKm: Integer;
    HasReadingKm: Integer;
    StartOfWork: Integer;
    HasStartOfWork: Integer;
    DamageReadingKm: Integer;
    HasDamageReadingKm: Integer;
    RepairReadingKm: Integer;
    HasRepairReadingKm: Integer;
  end;

  TDmsOkrOptionFacts = record
    Size: Cardinal;
    Mode: Integer;
    MaxAgeDays: Integer;
    HasMaxAgeDays: Integer;
    ThresholdCents: Int64;
    HasThresholdCents: Integer;
    Boundary: Integer;
    HasBoundary: Integer;
    ApkReported: Integer;
    EnteredReadingKm: Integer;
    LastReadingKm: Integer;
    HasLastReadingKm: Integer;
    ReadingDate: Integer;
    HasReadingDate: Integer;
    InvoiceDate: Integer;
    InvoiceTotalCents: Int64;
  end;

  TDmsBookingIssueFacts = record
    Size: Cardinal;
    Kind: Integer;
    MayIssue: Integer;
    Now: TDmsTime;
    RequestedAt: TDmsTime;
    DaysAhead: Integer;
    ImmediateWindow: Integer;
    HasImmediateWindow: Integer;
    PlannedEnd: TDmsTime;
    AlreadyIssued: Integer;
    VehicleOut: Integer;
    PlateOut: Integer;
    OverlapsPastHandover: Integer;
  end;

  { The results of the car_pass decisions and of okr.option have these members. }
  TDmsResult = record
    Outcome: Integer;
    Row: Integer;
    Because: Cardinal;
    Advisories: Cardinal;
  end;

  TDmsBookingIssueResult = record
    Outcome: Integer;
    Row: Integer;
    Because: Cardinal;
    Advisories: Cardinal;
    Latest: TDmsTime;
  end;

{ Facts go in by reference. A const alone leaves it to the compiler whether a record goes by reference or by value. }

function dms_car_pass_enrolment({$IFDEF FPC}constref{$ELSE}const [Ref]{$ENDIF} Facts: TDmsCarPassEnrolmentFacts;
  out Answer: TDmsResult; out Error: TDmsError): Integer; cdecl; external DmsLibrary;
function dms_car_pass_readiness({$IFDEF FPC}constref{$ELSE}const [Ref]{$ENDIF} Facts: TDmsCarPassReadinessFacts;
  out Answer: TDmsResult; out Error: TDmsError): Integer; cdecl; external DmsLibrary;
function dms_okr_option({$IFDEF FPC}constref{$ELSE}const [Ref]{$ENDIF} Facts: TDmsOkrOptionFacts;
  out Answer: TDmsResult; out Error: TDmsError): Integer; cdecl; external DmsLibrary;
function dms_booking_issue({$IFDEF FPC}constref{$ELSE}const [Ref]{$ENDIF} Facts: TDmsBookingIssueFacts;
  out Answer: TDmsBookingIssueResult; out Error: TDmsError): Integer; cdecl; external DmsLibrary;

{ The texts are static UTF-8: they are never freed. }

function dms_decision_id(Decision: Integer; out Text: PAnsiChar; out Error: TDmsError): Integer;
  cdecl; external DmsLibrary;
function dms_decision_edition(Decision: Integer; out Text: PAnsiChar; out Error: TDmsError): Integer;
  cdecl; external DmsLibrary;
function dms_outcome_name(Decision, Outcome: Integer; out Text: PAnsiChar; out Error: TDmsError): Integer;
  cdecl; external DmsLibrary;
function dms_row_text(Decision, Row, Language: Integer; out Text: PAnsiChar; out Error: TDmsError): Integer;
  cdecl; external DmsLibrary;
function dms_reason_text(Decision: Integer; Reason: Cardinal; Language: Integer; out Text: PAnsiChar;
  out Error: TDmsError): Integer; cdecl; external DmsLibrary;
function dms_advisory_text(Decision: Integer; Advisory: Cardinal; Language: Integer; out Text: PAnsiChar;
  out Error: TDmsError): Integer; cdecl; external DmsLibrary;
function dms_status_name(Status: Integer; out Text: PAnsiChar; out Error: TDmsError): Integer;
  cdecl; external DmsLibrary;
function dms_status_text(Status, Language: Integer; out Text: PAnsiChar; out Error: TDmsError): Integer;
  cdecl; external DmsLibrary;

implementation

end.
