{ Decides a workshop's day: Car-Pass dossiers and OKR invoices with Dutch texts, vehicle issues with German ones. Reads
  lines of text (../README.md says what stands in them) and prints a report: workshop FILE. }
program workshop;

{$IFDEF FPC}
  {$MODE DELPHI}
  {$CODEPAGE UTF8}
{$ELSE}
  {$APPTYPE CONSOLE}
{$ENDIF}

uses
  SysUtils, DmsRules;

type
  TWords = record
    Language: Integer;
    Refused, Row, Because, Advisory: UTF8String;
  end;

  EBadLine = class(Exception);

const
  NL: TWords = (Language: DMS_LANGUAGE_NL; Refused: 'geweigerd'; Row: 'rij'; Because: 'want'; Advisory: 'let op');
  DE: TWords = (Language: DMS_LANGUAGE_DE; Refused: 'abgelehnt'; Row: 'Zeile'; Because: 'weil'; Advisory: 'Hinweis');

var
  { What is left of the line that is being read, and whether anything is. }
  Rest: UTF8String;
  More: Boolean;
  Decided, Refused: Integer;

{ FIELDS }

function NextText: UTF8String;
var
  Separator: Integer;
begin
  if not More then
    raise EBadLine.Create('too few fields');
  Separator := Pos(UTF8String('|'), Rest);
  More := Separator > 0;
  if More then
  begin
    Result := Copy(Rest, 1, Separator - 1);
    Delete(Rest, 1, Separator);
  end
  else
    Result := Rest;
end;

{ Val reads $1F and +7 too: only digits and a minus sign are let through to it. }
function Parsed(const Field: UTF8String; Least, Greatest: Int64): Int64;
var
  Place, Fault: Integer;
begin
  for Place := 1 to Length(Field) do
    if not (Field[Place] in ['-', '0'..'9']) then
      raise EBadLine.Create('no whole number: ' + string(Field));
  Val(string(Field), Result, Fault);
  if (Fault <> 0) or (Result < Least) or (Result > Greatest) then
    raise EBadLine.Create('no whole number, or too long: ' + string(Field));
end;

function NextInt64: Int64;
begin
  Result := Parsed(NextText, Low(Int64), High(Int64));
end;

function NextInteger: Integer;
begin
  Result := Parsed(NextText, Low(Integer), High(Integer));
end;

{ An empty field is unknown: the flag says so, and the value is not looked at. }
procedure NextKnown(out Value, Has: Integer); overload;
var
  Field: UTF8String;
begin
  Field := NextText;
  Has := Ord(Field <> '');
  Value := 0;
  if Has = 1 then
    Value := Parsed(Field, Low(Integer), High(Integer));
end;

procedure NextKnown(out Value: Int64; out Has: Integer); overload;
var
  Field: UTF8String;
begin
  Field := NextText;
  Has := Ord(Field <> '');
  Value := 0;
  if Has = 1 then
    Value := Parsed(Field, Low(Int64), High(Int64));
end;

procedure NextTime(out At: TDmsTime);
begin
  At.Date := NextInteger;
  At.Time := NextInteger;
  NextKnown(At.OffsetMinutes, At.HasOffset);
end;

procedure EndOfLine;
begin
  if More then
    raise EBadLine.Create('too many fields');
end;

{ THE REPORT }

{ A text of the library as a string that knows its bytes are UTF-8. }
function Utf8(Text: PAnsiChar): UTF8String;
begin
  SetString(Result, Text, StrLen(Text));
end;

{ A text that the library does not find for its own answer is a fault in this program. }
procedure Must(Status: Integer; const Error: TDmsError);
begin
  if Status <> DMS_STATUS_OK then
    raise Exception.Create('dms_rules: ' + string(Utf8(Error.Field)) + ': ' + string(Utf8(Error.Message)));
end;

procedure WriteText(const Word, Text: UTF8String);
begin
  WriteLn('  ', Word, ': ', Text);
end;

procedure WriteHead(Decision: Integer);
var
  Id, Edition: PAnsiChar;
  Error: TDmsError;
begin
  Must(dms_decision_id(Decision, Id, Error), Error);
  Must(dms_decision_edition(Decision, Edition, Error), Error);
  Write('  ', Utf8(Id), ' ', Utf8(Edition), ': ');
end;

procedure WriteRefusal(Decision: Integer; const Say: TWords; const Why: TDmsError);
var
  Code, ForStaff: PAnsiChar;
  Error: TDmsError;
begin
  Inc(Refused);
  Must(dms_status_name(Why.Status, Code, Error), Error);
  Must(dms_status_text(Why.Status, Say.Language, ForStaff, Error), Error);
  WriteHead(Decision);
  WriteLn(Say.Refused, ', ', Utf8(Code));
  WriteText(Utf8(Why.Field), Utf8(ForStaff));
  WriteLn('  (', Utf8(Why.Message), ')');
end;

procedure WriteOutcome(Decision, Outcome: Integer);
var
  Name: PAnsiChar;
  Error: TDmsError;
begin
  Inc(Decided);
  Must(dms_outcome_name(Decision, Outcome, Name, Error), Error);
  WriteHead(Decision);
  WriteLn(Utf8(Name));
end;

{ The row that fired, if the decision has rows, then reasons and advisories: a bit for each. }
procedure WriteWhy(Decision: Integer; const Say: TWords; Row: Integer; Because, Advisories: Cardinal);
var
  Text: PAnsiChar;
  Error: TDmsError;
  Place: Integer;
  Bit: Cardinal;
begin
  if Row <> 0 then
  begin
    Must(dms_row_text(Decision, Row, Say.Language, Text, Error), Error);
    WriteText(Say.Row, Utf8(Text));
  end;
  for Place := 0 to 31 do
  begin
    Bit := Cardinal(1) shl Place;
    if Because and Bit <> 0 then
    begin
      Must(dms_reason_text(Decision, Bit, Say.Language, Text, Error), Error);
      WriteText(Say.Because, Utf8(Text));
    end;
  end;
  for Place := 0 to 31 do
  begin
    Bit := Cardinal(1) shl Place;
    if Advisories and Bit <> 0 then
    begin
      Must(dms_advisory_text(Decision, Bit, Say.Language, Text, Error), Error);
      WriteText(Say.Advisory, Utf8(Text));
    end;
  end;
end;

procedure WriteLatest(const At: TDmsTime);
const
  Sign: array [Boolean] of Char = ('+', '-');
begin
  Write(Format('  bis %.2d.%.2d.%.4d %.2d:%.2d:%.2d', [At.Date mod 100, At.Date div 100 mod 100, At.Date div 10000,
    At.Time div 10000, At.Time div 100 mod 100, At.Time mod 100]));
  if At.HasOffset = 1 then
    Write(Format(' %s%.2d:%.2d', [Sign[At.OffsetMinutes < 0], Abs(At.OffsetMinutes) div 60,
      Abs(At.OffsetMinutes) mod 60]));
  WriteLn;
end;

{ THE DECISIONS }

procedure WriteAnswer(Decision: Integer; const Say: TWords; Status: Integer; const Answer: TDmsResult;
  const Error: TDmsError);
begin
  if Status <> DMS_STATUS_OK then
  begin
    WriteRefusal(Decision, Say, Error);
    Exit;
  end;
  WriteOutcome(Decision, Answer.Outcome);
  WriteWhy(Decision, Say, Answer.Row, Answer.Because, Answer.Advisories);
end;

procedure Enrolment;
var
  Facts: TDmsCarPassEnrolmentFacts;
  Answer: TDmsResult;
  Error: TDmsError;
  Vin: UTF8String;
  Status: Integer;
begin
  FillChar(Facts, SizeOf(Facts), 0);
  Facts.Size := SizeOf(Facts);
  Facts.Trigger := NextInteger;
  Facts.WorkStarted := NextInteger;
  { The pointer is good as long as the string is: to the end of this procedure. PAnsiChar('') is not nil. }
  Vin := NextText;
  Facts.Vin := PAnsiChar(Vin);
  Facts.VinLength := Length(Vin);
  Facts.AlreadyTransmitted := NextInteger;
  Facts.Merged := NextInteger;
  Facts.DossierNumber := NextInt64;
  Facts.VatRegisterUsed := NextInteger;
  Facts.VatNumberTicked := NextInteger;
  Facts.HasOwner := NextInteger;
  EndOfLine;
  Status := dms_car_pass_enrolment(Facts, Answer, Error);
  WriteAnswer(DMS_DECISION_CAR_PASS_ENROLMENT, NL, Status, Answer, Error);
end;

procedure Readiness;
var
  Facts: TDmsCarPassReadinessFacts;
  Answer: TDmsResult;
  Error: TDmsError;
  Vin: UTF8String;
  Status: Integer;
begin
  FillChar(Facts, SizeOf(Facts), 0);
  Facts.Size := SizeOf(Facts);
  Facts.Policy := NextInteger;
  Vin := NextText;
  Facts.Vin := PAnsiChar(Vin);
  Facts.VinLength := Length(Vin);
  Facts.Today := NextInteger;
  NextKnown(Facts.ReadingKm, Facts.HasReadingKm);
  NextKnown(Facts.StartOfWork, Facts.HasStartOfWork);
  NextKnown(Facts.DamageReadingKm, Facts.HasDamageReadingKm);
  NextKnown(Facts.RepairReadingKm, Facts.HasRepairReadingKm);
  EndOfLine;
  Status := dms_car_pass_readiness(Facts, Answer, Error);
  WriteAnswer(DMS_DECISION_CAR_PASS_READINESS, NL, Status, Answer, Error);
end;

procedure Invoice;
var
  Facts: TDmsOkrOptionFacts;
  Answer: TDmsResult;
  Error: TDmsError;
  Status: Integer;
begin
  FillChar(Facts, SizeOf(Facts), 0);
  Facts.Size := SizeOf(Facts);
  Facts.Mode := NextInteger;
  NextKnown(Facts.MaxAgeDays, Facts.HasMaxAgeDays);
  NextKnown(Facts.ThresholdCents, Facts.HasThresholdCents);
  NextKnown(Facts.Boundary, Facts.HasBoundary);
  Facts.ApkReported := NextInteger;
  Facts.EnteredReadingKm := NextInteger;
  NextKnown(Facts.LastReadingKm, Facts.HasLastReadingKm);
  NextKnown(Facts.ReadingDate, Facts.HasReadingDate);
  Facts.InvoiceDate := NextInteger;
  Facts.InvoiceTotalCents := NextInt64;
  EndOfLine;
  Status := dms_okr_option(Facts, Answer, Error);
  WriteAnswer(DMS_DECISION_OKR_OPTION, NL, Status, Answer, Error);
end;

procedure DecideIssue(const Facts: TDmsBookingIssueFacts);
var
  Answer: TDmsBookingIssueResult;
  Error: TDmsError;
begin
  if dms_booking_issue(Facts, Answer, Error) <> DMS_STATUS_OK then
  begin
    WriteRefusal(DMS_DECISION_BOOKING_ISSUE, DE, Error);
    Exit;
  end;
  WriteOutcome(DMS_DECISION_BOOKING_ISSUE, Answer.Outcome);
  WriteLatest(Answer.Latest);
  WriteWhy(DMS_DECISION_BOOKING_ISSUE, DE, Answer.Row, Answer.Because, Answer.Advisories);
end;

procedure Issue;
var
  Facts: TDmsBookingIssueFacts;
begin
  FillChar(Facts, SizeOf(Facts), 0);
  Facts.Size := SizeOf(Facts);
  Facts.Kind := NextInteger;
  Facts.MayIssue := NextInteger;
  NextTime(Facts.Now);
  NextTime(Facts.RequestedAt);
  Facts.DaysAhead := NextInteger;
  NextKnown(Facts.ImmediateWindow, Facts.HasImmediateWindow);
  NextTime(Facts.PlannedEnd);
  Facts.AlreadyIssued := NextInteger;
  Facts.VehicleOut := NextInteger;
  Facts.PlateOut := NextInteger;
  Facts.OverlapsPastHandover := NextInteger;
  EndOfLine;
  DecideIssue(Facts);
end;

procedure ReadCase(const Line: UTF8String);
var
  Decision: UTF8String;
begin
  Rest := Line;
  More := True;
  Decision := NextText;
  WriteLn(NextText);
  if Decision = 'car_pass.enrolment' then
    Enrolment
  else if Decision = 'car_pass.readiness' then
    Readiness
  else if Decision = 'okr.option' then
    Invoice
  else if Decision = 'booking.issue' then
    Issue
  else
    raise EBadLine.Create('no such decision: ' + string(Decision));
end;

procedure ReadCases(const Name: string);
var
  Cases: TextFile;
  Line: UTF8String;
  Number: Integer;
begin
  AssignFile(Cases, Name);
  SetTextCodePage(Cases, CP_UTF8);
  Reset(Cases);
  Number := 0;
  while not Eof(Cases) do
  begin
    Inc(Number);
    ReadLn(Cases, Line);
    try
      ReadCase(Line);
    except
      on Fault: EBadLine do
        raise EBadLine.CreateFmt('line %d: %s', [Number, Fault.Message]);
    end;
  end;
  CloseFile(Cases);
end;

var
  WithoutSize: TDmsBookingIssueFacts;
begin
  SetTextCodePage(Output, CP_UTF8);
  if ParamCount <> 1 then
  begin
    WriteLn(ErrOutput, 'usage: workshop FILE');
    Halt(2);
  end;
  try
    ReadCases(ParamStr(1));

    WriteLn(UTF8String('Buchung ohne Größe'));
    FillChar(WithoutSize, SizeOf(WithoutSize), 0);
    DecideIssue(WithoutSize);

    WriteLn;
    WriteLn(Decided, ' decided, ', Refused, ' refused');
  except
    on Fault: Exception do
    begin
      Flush(Output);
      WriteLn(ErrOutput, Fault.Message);
      Halt(1);
    end;
  end;
end.
