      *> Decides a workshop's day: Car-Pass dossiers and OKR invoices
      *> with Dutch texts, vehicle issues with German ones. Reads lines
      *> of text (../README.md says what stands in them) and prints a
      *> report: workshop FILE.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. WORKSHOP.

       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT CASES ASSIGN TO CASES-NAME
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS IS CASES-STATUS.

       DATA DIVISION.
       FILE SECTION.
       FD  CASES
           RECORD IS VARYING IN SIZE FROM 1 TO 1024 CHARACTERS
           DEPENDING ON CASE-LENGTH.
       01  CASE-LINE                   PIC X(1024).

       WORKING-STORAGE SECTION.
       COPY "dmsrules.cpy".
       COPY "car-pass-enrolment.cpy" REPLACING ==:X:== BY ==EN==.
       COPY "car-pass-readiness.cpy" REPLACING ==:X:== BY ==RD==.
       COPY "okr-option.cpy"         REPLACING ==:X:== BY ==OO==.
       COPY "booking-issue.cpy"      REPLACING ==:X:== BY ==BI==.

       01  CASES-NAME                  PIC X(1024) VALUE SPACES.
       01  CASES-STATUS                PIC X(2).
           88  CASES-OPENED            VALUE "00" "05".
       01  CASE-LENGTH                 PIC 9(4)   COMP-5.
       01  CASE-NUMBER                 PIC 9(9)   VALUE 0.
       01  FILLER                      PIC X      VALUE "N".
           88  END-OF-CASES            VALUE "Y".

      *> The field that was read last, and where the next one begins.
       01  FIELD-TEXT                  PIC X(1024).
       01  FIELD-LENGTH                PIC 9(4)   COMP-5.
       01  FIELD-END                   PIC X.
           88  MORE-FIELDS             VALUE "|".
       01  FIELD-PLACE                 PIC 9(4)   COMP-5.
       01  FIRST-DIGIT                 PIC 9(4)   COMP-5.
       01  DIGITS                      PIC 9(18).
       01  NUMBER-64                   PIC S9(18) COMP-5.
       01  NUMBER-32                   PIC S9(9)  COMP-5.
       01  IS-KNOWN                    PIC S9(9)  COMP-5.
       01  CASE-DECISION               PIC X(32).
       01  VIN-TEXT                    PIC X(1024).

      *> What the library says, and the line that it goes into.
       01  TEXT-POINTER                POINTER.
       01  SHOWN                       PIC X(1024).
       01  SHOWN-PLACE                 PIC 9(4)   COMP-5 VALUE 1.
       01  SHOWN-NUMBER                PIC Z(8)9.
       01  SHOWN-DATE                  PIC 9(8).
       01  FILLER REDEFINES SHOWN-DATE.
           05  SHOWN-YEAR              PIC 9(4).
           05  SHOWN-MONTH             PIC 9(2).
           05  SHOWN-DAY               PIC 9(2).
       01  SHOWN-TIME                  PIC 9(6).
       01  FILLER REDEFINES SHOWN-TIME.
           05  SHOWN-HOUR              PIC 9(2).
           05  SHOWN-MINUTE            PIC 9(2).
           05  SHOWN-SECOND            PIC 9(2).
       01  OFFSET-SIGN                 PIC X.
       01  OFFSET-MINUTES              PIC 9(4)   COMP-5.
       01  OFFSET-HOUR                 PIC 9(2).
       01  OFFSET-MINUTE               PIC 9(2).

       01  SPOKEN.
           05  WORD-REFUSED            PIC X(12).
           05  WORD-ROW                PIC X(12).
           05  WORD-BECAUSE            PIC X(12).
           05  WORD-ADVISORY           PIC X(12).

       01  BITS-LEFT                   PIC 9(9)   COMP-5.
       01  ODD                         PIC 9(9)   COMP-5.
       01  DECIDED                     PIC 9(9)   VALUE 0.
       01  REFUSED                     PIC 9(9)   VALUE 0.
       01  FAULT                       PIC X(60).

       LINKAGE SECTION.
      *> Laid over a text of the library: it is read to its NUL only.
       01  TEXT-OUT                    PIC X(1024).

       PROCEDURE DIVISION.
       MAIN SECTION.
           ACCEPT CASES-NAME FROM ARGUMENT-VALUE
           OPEN INPUT CASES
           IF NOT CASES-OPENED
               DISPLAY "usage: workshop FILE" UPON SYSERR
               MOVE 2 TO RETURN-CODE
               STOP RUN
           END-IF
           PERFORM UNTIL END-OF-CASES
               READ CASES
                   AT END SET END-OF-CASES TO TRUE
                   NOT AT END PERFORM READ-CASE
               END-READ
           END-PERFORM
           CLOSE CASES

           DISPLAY "Buchung ohne Größe"
           INITIALIZE BI-FACTS
           PERFORM DECIDE-ISSUE

           DISPLAY X"0A" WITH NO ADVANCING
           PERFORM SHOW-COUNTS
           STOP RUN.

       READ-CASE SECTION.
           ADD 1 TO CASE-NUMBER
           MOVE 1 TO FIELD-PLACE
           SET MORE-FIELDS TO TRUE
           PERFORM NEXT-TEXT
           MOVE FIELD-TEXT TO CASE-DECISION
           PERFORM NEXT-TEXT
           DISPLAY FIELD-TEXT(1:FIELD-LENGTH)
           EVALUATE CASE-DECISION
               WHEN "car_pass.enrolment"   PERFORM ENROLMENT
               WHEN "car_pass.readiness"   PERFORM READINESS
               WHEN "okr.option"           PERFORM INVOICE
               WHEN "booking.issue"        PERFORM ISSUE
               WHEN OTHER
                   MOVE "no such decision" TO FAULT
                   PERFORM STOP-AT-FAULT
           END-EVALUATE.

      *> FIELDS

       NEXT-TEXT SECTION.
           IF NOT MORE-FIELDS
               MOVE "too few fields" TO FAULT
               PERFORM STOP-AT-FAULT
           END-IF
           MOVE SPACES TO FIELD-TEXT
           MOVE 0 TO FIELD-LENGTH
           MOVE SPACE TO FIELD-END
      *> After a bar that ends the line comes one empty field more.
           IF FIELD-PLACE <= CASE-LENGTH
               UNSTRING CASE-LINE(1:CASE-LENGTH) DELIMITED BY "|"
                   INTO FIELD-TEXT DELIMITER IN FIELD-END
                   COUNT IN FIELD-LENGTH
                   WITH POINTER FIELD-PLACE
               END-UNSTRING
           END-IF.

       NEXT-NUMBER-64 SECTION.
           PERFORM NEXT-TEXT
           PERFORM TEXT-TO-NUMBER.

       NEXT-NUMBER SECTION.
           PERFORM NEXT-NUMBER-64
           PERFORM NARROW-NUMBER.

      *> An empty field is unknown: the flag says so, and the value is
      *> not looked at.
       NEXT-KNOWN-64 SECTION.
           PERFORM NEXT-TEXT
           IF FIELD-LENGTH = 0
               MOVE 0 TO IS-KNOWN NUMBER-64
           ELSE
               MOVE 1 TO IS-KNOWN
               PERFORM TEXT-TO-NUMBER
           END-IF.

       NEXT-KNOWN SECTION.
           PERFORM NEXT-KNOWN-64
           PERFORM NARROW-NUMBER.

       TEXT-TO-NUMBER SECTION.
           MOVE "no whole number, or too long" TO FAULT
           MOVE 1 TO FIRST-DIGIT
           IF FIELD-TEXT(1:1) = "-"
               MOVE 2 TO FIRST-DIGIT
           END-IF
           IF FIELD-LENGTH < FIRST-DIGIT OR FIELD-LENGTH > 18
               PERFORM STOP-AT-FAULT
           END-IF
           IF FIELD-TEXT(FIRST-DIGIT:FIELD-LENGTH - FIRST-DIGIT + 1)
               IS NOT NUMERIC
               PERFORM STOP-AT-FAULT
           END-IF
           MOVE FIELD-TEXT(FIRST-DIGIT:FIELD-LENGTH - FIRST-DIGIT + 1)
               TO DIGITS
           MOVE DIGITS TO NUMBER-64
           IF FIRST-DIGIT = 2
               MULTIPLY -1 BY NUMBER-64
           END-IF.

       NARROW-NUMBER SECTION.
           IF NUMBER-64 < -2147483648 OR NUMBER-64 > 2147483647
               MOVE "no whole number, or too long" TO FAULT
               PERFORM STOP-AT-FAULT
           END-IF
           MOVE NUMBER-64 TO NUMBER-32.

       NEXT-TIME SECTION.
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO DMS-TIME-DATE
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO DMS-TIME-TIME
           PERFORM NEXT-KNOWN
           MOVE NUMBER-32 TO DMS-TIME-OFFSET-MINUTES
           MOVE IS-KNOWN TO DMS-TIME-HAS-OFFSET.

       END-OF-LINE SECTION.
           IF MORE-FIELDS
               MOVE "too many fields" TO FAULT
               PERFORM STOP-AT-FAULT
           END-IF.

       STOP-AT-FAULT SECTION.
           MOVE CASE-NUMBER TO SHOWN-NUMBER
           DISPLAY "line " FUNCTION TRIM(SHOWN-NUMBER) ": "
               FUNCTION TRIM(FAULT) ": " FUNCTION TRIM(FIELD-TEXT)
               UPON SYSERR
           MOVE 1 TO RETURN-CODE
           STOP RUN.

      *> THE DECISIONS

       ENROLMENT SECTION.
           INITIALIZE EN-FACTS
           MOVE LENGTH OF EN-FACTS TO EN-SIZE
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO EN-TRIGGER
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO EN-WORK-STARTED
           PERFORM NEXT-TEXT    MOVE FIELD-TEXT TO VIN-TEXT
      *> Its length leaves the blanks of the buffer out.
           SET EN-VIN TO ADDRESS OF VIN-TEXT
           MOVE FIELD-LENGTH TO EN-VIN-LENGTH
           PERFORM NEXT-NUMBER
           MOVE NUMBER-32 TO EN-ALREADY-TRANSMITTED
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO EN-MERGED
           PERFORM NEXT-NUMBER-64
           MOVE NUMBER-64 TO EN-DOSSIER-NUMBER
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO EN-VAT-REGISTER-USED
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO EN-VAT-NUMBER-TICKED
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO EN-HAS-OWNER
           PERFORM END-OF-LINE

           SET DMS-CAR-PASS-ENROLMENT TO TRUE
           PERFORM SPEAK-DUTCH
           CALL "dms_car_pass_enrolment" USING
               BY REFERENCE EN-FACTS EN-RESULT DMS-ERROR
               RETURNING DMS-STATUS
           MOVE EN-RESULT TO DMS-RESULT
           PERFORM SHOW-ANSWER.

       READINESS SECTION.
           INITIALIZE RD-FACTS
           MOVE LENGTH OF RD-FACTS TO RD-SIZE
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO RD-POLICY
           PERFORM NEXT-TEXT    MOVE FIELD-TEXT TO VIN-TEXT
           SET RD-VIN TO ADDRESS OF VIN-TEXT
           MOVE FIELD-LENGTH TO RD-VIN-LENGTH
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO RD-TODAY
           PERFORM NEXT-KNOWN   MOVE NUMBER-32 TO RD-READING-KM
                                MOVE IS-KNOWN  TO RD-HAS-READING-KM
           PERFORM NEXT-KNOWN   MOVE NUMBER-32 TO RD-START-OF-WORK
                                MOVE IS-KNOWN  TO RD-HAS-START-OF-WORK
           PERFORM NEXT-KNOWN
           MOVE NUMBER-32 TO RD-DAMAGE-READING-KM
           MOVE IS-KNOWN TO RD-HAS-DAMAGE-READING-KM
           PERFORM NEXT-KNOWN
           MOVE NUMBER-32 TO RD-REPAIR-READING-KM
           MOVE IS-KNOWN TO RD-HAS-REPAIR-READING-KM
           PERFORM END-OF-LINE

           SET DMS-CAR-PASS-READINESS TO TRUE
           PERFORM SPEAK-DUTCH
           CALL "dms_car_pass_readiness" USING
               BY REFERENCE RD-FACTS RD-RESULT DMS-ERROR
               RETURNING DMS-STATUS
           MOVE RD-RESULT TO DMS-RESULT
           PERFORM SHOW-ANSWER.

       INVOICE SECTION.
           INITIALIZE OO-FACTS
           MOVE LENGTH OF OO-FACTS TO OO-SIZE
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO OO-MODE
           PERFORM NEXT-KNOWN   MOVE NUMBER-32 TO OO-MAX-AGE-DAYS
                                MOVE IS-KNOWN  TO OO-HAS-MAX-AGE-DAYS
           PERFORM NEXT-KNOWN-64
           MOVE NUMBER-64 TO OO-THRESHOLD-CENTS
           MOVE IS-KNOWN TO OO-HAS-THRESHOLD-CENTS
           PERFORM NEXT-KNOWN   MOVE NUMBER-32 TO OO-BOUNDARY
                                MOVE IS-KNOWN  TO OO-HAS-BOUNDARY
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO OO-APK-REPORTED
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO OO-ENTERED-READING-KM
           PERFORM NEXT-KNOWN   MOVE NUMBER-32 TO OO-LAST-READING-KM
                                MOVE IS-KNOWN  TO OO-HAS-LAST-READING-KM
           PERFORM NEXT-KNOWN   MOVE NUMBER-32 TO OO-READING-DATE
                                MOVE IS-KNOWN  TO OO-HAS-READING-DATE
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO OO-INVOICE-DATE
           PERFORM NEXT-NUMBER-64
           MOVE NUMBER-64 TO OO-INVOICE-TOTAL-CENTS
           PERFORM END-OF-LINE

           SET DMS-OKR-OPTION TO TRUE
           PERFORM SPEAK-DUTCH
           CALL "dms_okr_option" USING
               BY REFERENCE OO-FACTS OO-RESULT DMS-ERROR
               RETURNING DMS-STATUS
           MOVE OO-RESULT TO DMS-RESULT
           PERFORM SHOW-ANSWER.

       ISSUE SECTION.
           INITIALIZE BI-FACTS
           MOVE LENGTH OF BI-FACTS TO BI-SIZE
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO BI-KIND
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO BI-MAY-ISSUE
           PERFORM NEXT-TIME    MOVE DMS-TIME  TO BI-NOW
           PERFORM NEXT-TIME    MOVE DMS-TIME  TO BI-REQUESTED-AT
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO BI-DAYS-AHEAD
           PERFORM NEXT-KNOWN
           MOVE NUMBER-32 TO BI-IMMEDIATE-WINDOW
           MOVE IS-KNOWN TO BI-HAS-IMMEDIATE-WINDOW
           PERFORM NEXT-TIME    MOVE DMS-TIME  TO BI-PLANNED-END
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO BI-ALREADY-ISSUED
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO BI-VEHICLE-OUT
           PERFORM NEXT-NUMBER  MOVE NUMBER-32 TO BI-PLATE-OUT
           PERFORM NEXT-NUMBER
           MOVE NUMBER-32 TO BI-OVERLAPS-PAST-HANDOVER
           PERFORM END-OF-LINE
           PERFORM DECIDE-ISSUE.

       DECIDE-ISSUE SECTION.
           SET DMS-BOOKING-ISSUE TO TRUE
           PERFORM SPEAK-GERMAN
           CALL "dms_booking_issue" USING
               BY REFERENCE BI-FACTS BI-RESULT DMS-ERROR
               RETURNING DMS-STATUS
           MOVE BI-RESULT TO DMS-RESULT
           PERFORM SHOW-ANSWER.

       SPEAK-DUTCH SECTION.
           SET DMS-DUTCH TO TRUE
           MOVE "geweigerd" TO WORD-REFUSED
           MOVE "rij"       TO WORD-ROW
           MOVE "want"      TO WORD-BECAUSE
           MOVE "let op"    TO WORD-ADVISORY.

       SPEAK-GERMAN SECTION.
           SET DMS-GERMAN TO TRUE
           MOVE "abgelehnt" TO WORD-REFUSED
           MOVE "Zeile"     TO WORD-ROW
           MOVE "weil"      TO WORD-BECAUSE
           MOVE "Hinweis"   TO WORD-ADVISORY.

      *> THE REPORT

       SHOW-ANSWER SECTION.
           IF DMS-STATUS-OK
               PERFORM SHOW-DECISION
           ELSE
               PERFORM SHOW-REFUSAL
           END-IF.

       SHOW-REFUSAL SECTION.
           ADD 1 TO REFUSED
           PERFORM SHOW-HEAD
           CALL "dms_status_name" USING
               BY VALUE DMS-ERROR-STATUS
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING WORD-REFUSED DELIMITED BY SPACE
               ", "            DELIMITED BY SIZE
               TEXT-OUT        DELIMITED BY X"00"
               INTO SHOWN WITH POINTER SHOWN-PLACE
           PERFORM SHOW-LINE

           CALL "dms_status_text" USING
               BY VALUE DMS-ERROR-STATUS DMS-LANGUAGE
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING "  "         DELIMITED BY SIZE
               DMS-ERROR-FIELD DELIMITED BY X"00"
               ": "            DELIMITED BY SIZE
               TEXT-OUT        DELIMITED BY X"00"
               INTO SHOWN WITH POINTER SHOWN-PLACE
           PERFORM SHOW-LINE

           STRING "  ("          DELIMITED BY SIZE
               DMS-ERROR-MESSAGE DELIMITED BY X"00"
               ")"               DELIMITED BY SIZE
               INTO SHOWN WITH POINTER SHOWN-PLACE
           PERFORM SHOW-LINE.

      *> The outcome, the row that fired, if the decision has rows, then
      *> reasons and advisories: a bit for each.
       SHOW-DECISION SECTION.
           ADD 1 TO DECIDED
           PERFORM SHOW-HEAD
           CALL "dms_outcome_name" USING
               BY VALUE DMS-DECISION DMS-OUTCOME
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING TEXT-OUT DELIMITED BY X"00"
               INTO SHOWN WITH POINTER SHOWN-PLACE
           PERFORM SHOW-LINE

           IF DMS-BOOKING-ISSUE
               PERFORM SHOW-LATEST
           END-IF

           IF DMS-ROW NOT = 0
               CALL "dms_row_text" USING
                   BY VALUE DMS-DECISION DMS-ROW DMS-LANGUAGE
                   BY REFERENCE TEXT-POINTER OMITTED
                   RETURNING DMS-STATUS
               PERFORM TAKE-TEXT
               STRING "  "  DELIMITED BY SIZE
                   WORD-ROW DELIMITED BY SPACE
                   ": "     DELIMITED BY SIZE
                   TEXT-OUT DELIMITED BY X"00"
                   INTO SHOWN WITH POINTER SHOWN-PLACE
               PERFORM SHOW-LINE
           END-IF

           MOVE DMS-BECAUSE TO BITS-LEFT
           PERFORM VARYING DMS-BIT FROM 1 BY DMS-BIT
               UNTIL BITS-LEFT = 0
               DIVIDE BITS-LEFT BY 2 GIVING BITS-LEFT
                   REMAINDER ODD
               IF ODD = 1
                   PERFORM SHOW-REASON
               END-IF
           END-PERFORM

           MOVE DMS-ADVISORIES TO BITS-LEFT
           PERFORM VARYING DMS-BIT FROM 1 BY DMS-BIT
               UNTIL BITS-LEFT = 0
               DIVIDE BITS-LEFT BY 2 GIVING BITS-LEFT
                   REMAINDER ODD
               IF ODD = 1
                   PERFORM SHOW-ADVISORY
               END-IF
           END-PERFORM.

       SHOW-REASON SECTION.
           CALL "dms_reason_text" USING
               BY VALUE DMS-DECISION DMS-BIT DMS-LANGUAGE
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING "  "      DELIMITED BY SIZE
               WORD-BECAUSE DELIMITED BY SPACE
               ": "         DELIMITED BY SIZE
               TEXT-OUT     DELIMITED BY X"00"
               INTO SHOWN WITH POINTER SHOWN-PLACE
           PERFORM SHOW-LINE.

      *> One of the words has a blank inside: two blanks end it.
       SHOW-ADVISORY SECTION.
           CALL "dms_advisory_text" USING
               BY VALUE DMS-DECISION DMS-BIT DMS-LANGUAGE
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING "  "       DELIMITED BY SIZE
               WORD-ADVISORY DELIMITED BY "  "
               ": "          DELIMITED BY SIZE
               TEXT-OUT      DELIMITED BY X"00"
               INTO SHOWN WITH POINTER SHOWN-PLACE
           PERFORM SHOW-LINE.

      *> Begins the line that names the decision and its edition.
       SHOW-HEAD SECTION.
           CALL "dms_decision_id" USING
               BY VALUE DMS-DECISION
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING "  "  DELIMITED BY SIZE
               TEXT-OUT DELIMITED BY X"00"
               " "      DELIMITED BY SIZE
               INTO SHOWN WITH POINTER SHOWN-PLACE
           CALL "dms_decision_edition" USING
               BY VALUE DMS-DECISION
               BY REFERENCE TEXT-POINTER OMITTED
               RETURNING DMS-STATUS
           PERFORM TAKE-TEXT
           STRING TEXT-OUT DELIMITED BY X"00"
               ": "        DELIMITED BY SIZE
               INTO SHOWN WITH POINTER SHOWN-PLACE.

       SHOW-LATEST SECTION.
           MOVE BI-LATEST TO DMS-TIME
           MOVE DMS-TIME-DATE TO SHOWN-DATE
           MOVE DMS-TIME-TIME TO SHOWN-TIME
           STRING "  bis " SHOWN-DAY "." SHOWN-MONTH "." SHOWN-YEAR
               " " SHOWN-HOUR ":" SHOWN-MINUTE ":" SHOWN-SECOND
               DELIMITED BY SIZE
               INTO SHOWN WITH POINTER SHOWN-PLACE
           IF DMS-TIME-HAS-OFFSET = 1
               MOVE "+" TO OFFSET-SIGN
               IF DMS-TIME-OFFSET-MINUTES < 0
                   MOVE "-" TO OFFSET-SIGN
               END-IF
               MOVE FUNCTION ABS(DMS-TIME-OFFSET-MINUTES)
                   TO OFFSET-MINUTES
               DIVIDE OFFSET-MINUTES BY 60 GIVING OFFSET-HOUR
                   REMAINDER OFFSET-MINUTE
               STRING " " OFFSET-SIGN OFFSET-HOUR ":" OFFSET-MINUTE
                   DELIMITED BY SIZE
                   INTO SHOWN WITH POINTER SHOWN-PLACE
           END-IF
           PERFORM SHOW-LINE.

       SHOW-COUNTS SECTION.
           MOVE DECIDED TO SHOWN-NUMBER
           DISPLAY FUNCTION TRIM(SHOWN-NUMBER) " decided, "
               WITH NO ADVANCING
           MOVE REFUSED TO SHOWN-NUMBER
           DISPLAY FUNCTION TRIM(SHOWN-NUMBER) " refused".

       SHOW-LINE SECTION.
           DISPLAY SHOWN(1:SHOWN-PLACE - 1)
           MOVE SPACES TO SHOWN
           MOVE 1 TO SHOWN-PLACE.

      *> Lays TEXT-OUT over the text that was looked up. A text that the
      *> library does not find for its own answer is a fault in this
      *> program.
       TAKE-TEXT SECTION.
           IF NOT DMS-STATUS-OK
               DISPLAY "dms_rules has no such text" UPON SYSERR
               MOVE 1 TO RETURN-CODE
               STOP RUN
           END-IF
           SET ADDRESS OF TEXT-OUT TO TEXT-POINTER.
