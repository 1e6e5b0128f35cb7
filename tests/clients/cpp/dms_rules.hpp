// dms_rules.h as C++17 likes it: a refusal is an exception, a text a string_view. Nothing here owns anything, because
// the library allocates nothing that a caller must free.

#ifndef DMS_RULES_HPP
#define DMS_RULES_HPP

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <type_traits>

#include "dms_rules.h"

namespace dms {

/// Why a call was refused; what() says what was expected.
class refused : public std::runtime_error {
 public:
  explicit refused(const dms_error& error) : std::runtime_error(error.message), error_(error) {}
  std::int32_t status() const noexcept { return error_.status; }
  std::string_view field() const noexcept { return error_.field; }

 private:
  dms_error error_;
};

/// Facts that know their own size and are otherwise unset.
template <class Facts>
Facts sized() {
  static_assert(std::is_trivially_copyable_v<Facts> && std::is_standard_layout_v<Facts>, "a struct of dms_rules.h");
  Facts facts{};
  facts.size = sizeof facts;
  return facts;
}

/// What may be unknown: a value and its flag.
template <class Value>
void set(Value& value, std::int32_t& has, const std::optional<Value>& known) noexcept {
  value = known.value_or(Value{});
  has = known.has_value();
}

/// Decides: auto result = dms::decide(dms_okr_option, facts);
template <class Facts, class Result>
Result decide(std::int32_t (*function)(const Facts*, Result*, dms_error*), const Facts& facts) {
  Result result;
  dms_error error;
  if (function(&facts, &result, &error) != DMS_STATUS_OK) throw refused(error);
  return result;
}

/// Looks a text up; it is static and lives as long as the program: dms::text(dms_row_text, decision, row, language).
template <class Function, class... Arguments>
std::string_view text(Function* function, Arguments... arguments) {
  const char* found;
  dms_error error;
  if (function(arguments..., &found, &error) != DMS_STATUS_OK) throw refused(error);
  return found;
}

}  // namespace dms

#endif
