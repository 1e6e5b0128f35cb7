// Decides a workshop's day: Car-Pass dossiers and OKR invoices with Dutch texts, vehicle issues with German ones. Reads
// lines of text (../README.md says what stands in them) and prints a report: workshop FILE.

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "dms_rules.hpp"

namespace {

struct Words {
  std::int32_t language;
  std::string_view refused, row, because, advisory;
};

constexpr Words nl{DMS_LANGUAGE_NL, "geweigerd", "rij", "want", "let op"};
constexpr Words de{DMS_LANGUAGE_DE, "abgelehnt", "Zeile", "weil", "Hinweis"};

// The fields of a line, in their order.
class Fields {
 public:
  explicit Fields(std::string_view line) : rest_(line) {}

  std::string_view text() {
    if (!rest_) throw std::invalid_argument("too few fields");
    const auto end = rest_->find('|');
    const auto field = rest_->substr(0, end);
    if (end == std::string_view::npos) rest_.reset();
    else rest_->remove_prefix(end + 1);
    return field;
  }

  template <class Number>
  void number(Number& value) {
    value = parsed<Number>(text());
  }

  // An empty field is unknown.
  template <class Number>
  void known(Number& value, std::int32_t& has) {
    const auto field = text();
    dms::set(value, has, field.empty() ? std::nullopt : std::optional(parsed<Number>(field)));
  }

  void time(dms_time& at) {
    number(at.date);
    number(at.time);
    known(at.offset_minutes, at.has_offset);
  }

  void end() const {
    if (rest_) throw std::invalid_argument("too many fields");
  }

 private:
  template <class Number>
  static Number parsed(std::string_view field) {
    Number value;
    const auto end = field.data() + field.size();
    const auto [read, fault] = std::from_chars(field.data(), end, value);
    if (fault != std::errc() || read != end)
      throw std::invalid_argument("no whole number, or too long: " + std::string(field));
    return value;
  }

  std::optional<std::string_view> rest_;
};

// What was decided, as the staff reads it.
class Report {
 public:
  // Each struct of results has these members.
  template <class Result>
  void decided(std::int32_t decision, const Words& say, const Result& result) {
    decided_++;
    head(decision) << dms::text(dms_outcome_name, decision, result.outcome) << '\n';
    if constexpr (std::is_same_v<Result, dms_booking_issue_result>) latest(result.latest);
    if (result.row != 0) line(say.row, dms::text(dms_row_text, decision, result.row, say.language));
    each(result.because, [&](auto bit) { line(say.because, dms::text(dms_reason_text, decision, bit, say.language)); });
    each(result.advisories,
         [&](auto bit) { line(say.advisory, dms::text(dms_advisory_text, decision, bit, say.language)); });
  }

  void refused(std::int32_t decision, const Words& say, const dms::refused& why) {
    refused_++;
    head(decision) << say.refused << ", " << dms::text(dms_status_name, why.status()) << '\n';
    line(why.field(), dms::text(dms_status_text, why.status(), say.language));
    std::cout << "  (" << why.what() << ")\n";
  }

  void end() const { std::cout << '\n' << decided_ << " decided, " << refused_ << " refused\n"; }

 private:
  static std::ostream& head(std::int32_t decision) {
    return std::cout << "  " << dms::text(dms_decision_id, decision) << ' '
                     << dms::text(dms_decision_edition, decision) << ": ";
  }

  static void line(std::string_view word, std::string_view text) {
    std::cout << "  " << word << ": " << text << '\n';
  }

  template <class Say>
  static void each(std::uint32_t bits, Say say) {
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1)
      if (bits & bit) say(bit);
  }

  static void latest(const dms_time& at) {
    char clock[40];
    std::snprintf(clock, sizeof clock, "%02d.%02d.%04d %02d:%02d:%02d", at.date % 100, at.date / 100 % 100,
                  at.date / 10000, at.time / 10000, at.time / 100 % 100, at.time % 100);
    std::cout << "  bis " << clock;
    if (at.has_offset) {
      const int minutes = std::abs(at.offset_minutes);
      std::snprintf(clock, sizeof clock, " %c%02d:%02d", at.offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
      std::cout << clock;
    }
    std::cout << '\n';
  }

  int decided_ = 0, refused_ = 0;
};

template <class Facts, class Result>
void decide(Report& report, std::int32_t decision, const Words& say,
            std::int32_t (*function)(const Facts*, Result*, dms_error*), const Facts& facts) {
  Result result;
  try {
    result = dms::decide(function, facts);
  } catch (const dms::refused& why) {
    report.refused(decision, say, why);
    return;
  }
  report.decided(decision, say, result);
}

void enrolment(Fields fields, Report& report) {
  auto facts = dms::sized<dms_car_pass_enrolment_facts>();
  fields.number(facts.trigger);
  fields.number(facts.work_started);
  const auto vin = fields.text();
  facts.vin = vin.data();
  facts.vin_length = vin.size();
  fields.number(facts.already_transmitted);
  fields.number(facts.merged);
  fields.number(facts.dossier_number);
  fields.number(facts.vat_register_used);
  fields.number(facts.vat_number_ticked);
  fields.number(facts.has_owner);
  fields.end();
  decide(report, DMS_DECISION_CAR_PASS_ENROLMENT, nl, dms_car_pass_enrolment, facts);
}

void readiness(Fields fields, Report& report) {
  auto facts = dms::sized<dms_car_pass_readiness_facts>();
  fields.number(facts.policy);
  const auto vin = fields.text();
  facts.vin = vin.data();
  facts.vin_length = vin.size();
  fields.number(facts.today);
  fields.known(facts.reading_km, facts.has_reading_km);
  fields.known(facts.start_of_work, facts.has_start_of_work);
  fields.known(facts.damage_reading_km, facts.has_damage_reading_km);
  fields.known(facts.repair_reading_km, facts.has_repair_reading_km);
  fields.end();
  decide(report, DMS_DECISION_CAR_PASS_READINESS, nl, dms_car_pass_readiness, facts);
}

void invoice(Fields fields, Report& report) {
  auto facts = dms::sized<dms_okr_option_facts>();
  fields.number(facts.mode);
  fields.known(facts.max_age_days, facts.has_max_age_days);
  fields.known(facts.threshold_cents, facts.has_threshold_cents);
  fields.known(facts.boundary, facts.has_boundary);
  fields.number(facts.apk_reported);
  fields.number(facts.entered_reading_km);
  fields.known(facts.last_reading_km, facts.has_last_reading_km);
  fields.known(facts.reading_date, facts.has_reading_date);
  fields.number(facts.invoice_date);
  fields.number(facts.invoice_total_cents);
  fields.end();
  decide(report, DMS_DECISION_OKR_OPTION, nl, dms_okr_option, facts);
}

void issue(Fields fields, Report& report) {
  auto facts = dms::sized<dms_booking_issue_facts>();
  fields.number(facts.kind);
  fields.number(facts.may_issue);
  fields.time(facts.now);
  fields.time(facts.requested_at);
  fields.number(facts.days_ahead);
  fields.known(facts.immediate_window, facts.has_immediate_window);
  fields.time(facts.planned_end);
  fields.number(facts.already_issued);
  fields.number(facts.vehicle_out);
  fields.number(facts.plate_out);
  fields.number(facts.overlaps_past_handover);
  fields.end();
  decide(report, DMS_DECISION_BOOKING_ISSUE, de, dms_booking_issue, facts);
}

void read_line(std::string_view line, Report& report) {
  Fields fields(line);
  const auto decision = fields.text();
  std::cout << fields.text() << '\n';
  if (decision == "car_pass.enrolment") enrolment(fields, report);
  else if (decision == "car_pass.readiness") readiness(fields, report);
  else if (decision == "okr.option") invoice(fields, report);
  else if (decision == "booking.issue") issue(fields, report);
  else throw std::invalid_argument("no such decision: " + std::string(decision));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: workshop FILE\n";
    return 2;
  }
  std::ifstream file(arguments[1]);
  if (!file) {
    std::cerr << arguments[1] << ": cannot be read\n";
    return 2;
  }
  Report report;
  long number = 0;
  for (std::string line; std::getline(file, line);) {
    number++;
    try {
      read_line(line, report);
    } catch (const std::invalid_argument& fault) {
      std::cout.flush();
      std::cerr << "line " << number << ": " << fault.what() << '\n';
      return 1;
    }
  }

  std::cout << "Buchung ohne Größe\n";
  decide(report, DMS_DECISION_BOOKING_ISSUE, de, dms_booking_issue, dms_booking_issue_facts{});

  report.end();
}
