// The rule of a PO header by which a number takes one of the forms of its plural.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mizan {

struct PluralRule {
  std::size_t forms = 1;   // nplurals
  std::string expression;  // C, of the variable n
};

// Of "nplurals=6; plural=n==0 ? 0 : ...;"; nothing when it is not one.
std::optional<PluralRule> parse_plural_rule(std::string_view text);

// The form that `rule` gives `number`; nothing when the expression cannot be read or its value is
// no form.
std::optional<std::size_t> plural_form(const PluralRule& rule, unsigned long number);

}  // namespace mizan
