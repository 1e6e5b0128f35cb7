      *> What the program beside it uses of dms_rules.h, on a platform
      *> of 64 bits.
      *>
      *> int32_t   PIC S9(9)  COMP-5   4 bytes, in the machine's order
      *> uint32_t  PIC  9(9)  COMP-5   4 bytes
      *> int64_t   PIC S9(18) COMP-5   8 bytes
      *> size_t    PIC  9(18) COMP-5   8 bytes
      *> char *    POINTER             8 bytes
      *>
      *> COMP-5 keeps all bits, whatever the picture says. C puts a
      *> member of 8 bytes on a multiple of 8 and ends a struct that
      *> has such a member on one: a FILLER of 4 bytes stands where C
      *> leaves a gap. (SYNC would leave the gaps inside too, but not
      *> the one at the end.)

       01  DMS-ERROR.
           05  DMS-ERROR-STATUS        PIC S9(9)  COMP-5.
           05  DMS-ERROR-FIELD         PIC X(64).
           05  DMS-ERROR-MESSAGE       PIC X(256).

      *> Facts of car_pass.enrolment.
       01  EN-FACTS.
           05  EN-SIZE                 PIC 9(9)   COMP-5.
           05  EN-TRIGGER              PIC S9(9)  COMP-5.
           05  EN-WORK-STARTED         PIC S9(9)  COMP-5.
           05  FILLER                  PIC X(4).
           05  EN-VIN                  POINTER.
           05  EN-VIN-LENGTH           PIC 9(18)  COMP-5.
           05  EN-ALREADY-TRANSMITTED  PIC S9(9)  COMP-5.
           05  EN-MERGED               PIC S9(9)  COMP-5.
           05  EN-DOSSIER-NUMBER       PIC S9(18) COMP-5.
           05  EN-VAT-REGISTER-USED    PIC S9(9)  COMP-5.
           05  EN-VAT-NUMBER-TICKED    PIC S9(9)  COMP-5.
           05  EN-HAS-OWNER            PIC S9(9)  COMP-5.
           05  FILLER                  PIC X(4).

      *> Facts of car_pass.readiness.
       01  RD-FACTS.
           05  RD-SIZE                 PIC 9(9)   COMP-5.
           05  RD-POLICY               PIC S9(9)  COMP-5.
           05  RD-VIN                  POINTER.
           05  RD-VIN-LENGTH           PIC 9(18)  COMP-5.
           05  RD-TODAY                PIC S9(9)  COMP-5.
           05  RD-READING-KM           PIC S9(9)  COMP-5.
           05  RD-HAS-READING-KM       PIC S9(9)  COMP-5.
           05  RD-START-OF-WORK        PIC S9(9)  COMP-5.
           05  RD-HAS-START-OF-WORK    PIC S9(9)  COMP-5.
           05  RD-DAMAGE-READING-KM    PIC S9(9)  COMP-5.
           05  RD-HAS-DAMAGE-READING   PIC S9(9)  COMP-5.
           05  RD-REPAIR-READING-KM    PIC S9(9)  COMP-5.
           05  RD-HAS-REPAIR-READING   PIC S9(9)  COMP-5.
           05  FILLER                  PIC X(4).

      *> Facts of okr.option.
       01  OO-FACTS.
           05  OO-SIZE                 PIC 9(9)   COMP-5.
           05  OO-MODE                 PIC S9(9)  COMP-5.
           05  OO-MAX-AGE-DAYS         PIC S9(9)  COMP-5.
           05  OO-HAS-MAX-AGE-DAYS     PIC S9(9)  COMP-5.
           05  OO-THRESHOLD-CENTS      PIC S9(18) COMP-5.
           05  OO-HAS-THRESHOLD-CENTS  PIC S9(9)  COMP-5.
           05  OO-BOUNDARY             PIC S9(9)  COMP-5.
           05  OO-HAS-BOUNDARY         PIC S9(9)  COMP-5.
           05  OO-APK-REPORTED         PIC S9(9)  COMP-5.
           05  OO-ENTERED-READING-KM   PIC S9(9)  COMP-5.
           05  OO-LAST-READING-KM      PIC S9(9)  COMP-5.
           05  OO-HAS-LAST-READING-KM  PIC S9(9)  COMP-5.
           05  OO-READING-DATE         PIC S9(9)  COMP-5.
           05  OO-HAS-READING-DATE     PIC S9(9)  COMP-5.
           05  OO-INVOICE-DATE         PIC S9(9)  COMP-5.
           05  OO-INVOICE-TOTAL-CENTS  PIC S9(18) COMP-5.

      *> Facts of booking.issue: no member has 8 bytes. A time is laid
      *> out as DMS-TIME below is.
       01  BI-FACTS.
           05  BI-SIZE                 PIC 9(9)   COMP-5.
           05  BI-KIND                 PIC S9(9)  COMP-5.
           05  BI-MAY-ISSUE            PIC S9(9)  COMP-5.
           05  BI-NOW                  PIC X(16).
           05  BI-REQUESTED-AT         PIC X(16).
           05  BI-DAYS-AHEAD           PIC S9(9)  COMP-5.
           05  BI-IMMEDIATE-WINDOW     PIC S9(9)  COMP-5.
           05  BI-HAS-WINDOW           PIC S9(9)  COMP-5.
           05  BI-PLANNED-END          PIC X(16).
           05  BI-ALREADY-ISSUED       PIC S9(9)  COMP-5.
           05  BI-VEHICLE-OUT          PIC S9(9)  COMP-5.
           05  BI-PLATE-OUT            PIC S9(9)  COMP-5.
           05  BI-OVERLAPS-HANDOVER    PIC S9(9)  COMP-5.

       01  DMS-TIME.
           05  DMS-DATE                PIC S9(9)  COMP-5.
           05  DMS-CLOCK               PIC S9(9)  COMP-5.
           05  DMS-HAS-OFFSET          PIC S9(9)  COMP-5.
           05  DMS-OFFSET-MINUTES      PIC S9(9)  COMP-5.

      *> All four results begin so; that of booking.issue goes on with
      *> the latest time.
       01  DMS-RESULT.
           05  DMS-OUTCOME             PIC S9(9)  COMP-5.
           05  DMS-ROW                 PIC S9(9)  COMP-5.
           05  DMS-BECAUSE             PIC 9(9)   COMP-5.
           05  DMS-ADVISORIES          PIC 9(9)   COMP-5.
           05  DMS-LATEST              PIC X(16).

      *> Arguments that go BY VALUE.
       01  DMS-STATUS                  PIC S9(9)  COMP-5.
           88  DMS-STATUS-OK           VALUE 0.
       01  DMS-DECISION                PIC S9(9)  COMP-5.
           88  DMS-CAR-PASS-ENROLMENT  VALUE 2.
           88  DMS-CAR-PASS-READINESS  VALUE 4.
           88  DMS-OKR-OPTION          VALUE 5.
           88  DMS-BOOKING-ISSUE       VALUE 13.
       01  DMS-LANGUAGE                PIC S9(9)  COMP-5.
           88  DMS-DUTCH               VALUE 2.
           88  DMS-GERMAN              VALUE 4.
       01  DMS-BIT                     PIC 9(9)   COMP-5.
