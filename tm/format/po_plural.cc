#include "tm/format/po_plural.h"

#include <array>
#include <charconv>

#include "tm/base/ascii.h"

namespace mizan {
namespace {

constexpr std::size_t kMaxForms = 16;
// Arabic's expression nests five deep.
constexpr int kMaxDepth = 64;

// Recursive descent over the operators that gettext allows: ?: || && == != < > <= >= + - * / % !
class Expression {
 public:
  Expression(std::string_view text, unsigned long number) : rest_(text), number_(number) {}

  std::optional<unsigned long> value() {
    const unsigned long result = choice();
    skip_blanks();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return result;
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t'))
      rest_.remove_prefix(1);
  }

  bool take(std::string_view sign) {
    skip_blanks();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  unsigned long choice() {
    if (++depth_ > kMaxDepth) failed_ = true;
    if (failed_) return 0;
    const unsigned long condition = binary(0);
    unsigned long result = condition;
    if (take("?")) {
      const unsigned long then = choice();
      if (!take(":")) failed_ = true;
      const unsigned long otherwise = choice();
      result = condition != 0 ? then : otherwise;
    }
    --depth_;
    return result;
  }

  struct Level {
    std::array<std::string_view, 4> signs;  // a longer one before its beginning
  };
  static constexpr std::array<Level, 6> kLevels = {{{{"||"}},
                                                    {{"&&"}},
                                                    {{"==", "!="}},
                                                    {{"<=", ">=", "<", ">"}},
                                                    {{"+", "-"}},
                                                    {{"*", "/", "%"}}}};

  unsigned long binary(std::size_t level) {
    if (level == kLevels.size()) return unary();
    unsigned long left = binary(level + 1);
    for (bool found = true; found && !failed_;) {
      found = false;
      for (const std::string_view sign : kLevels[level].signs) {
        if (sign.empty() || !take(sign)) continue;
        left = apply(sign, left, binary(level + 1));
        found = true;
        break;
      }
    }
    return left;
  }

  unsigned long apply(std::string_view sign, unsigned long a, unsigned long b) {
    if (sign == "||") return a != 0 || b != 0;
    if (sign == "&&") return a != 0 && b != 0;
    if (sign == "==") return a == b;
    if (sign == "!=") return a != b;
    if (sign == "<=") return a <= b;
    if (sign == ">=") return a >= b;
    if (sign == "<") return a < b;
    if (sign == ">") return a > b;
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a * b;
    if (b == 0) {
      failed_ = true;
      return 0;
    }
    return sign == "/" ? a / b : a % b;
  }

  unsigned long unary() {
    bool negated = false;
    bool any = false;
    while (take("!")) {
      negated = !negated;
      any = true;
    }
    const unsigned long value = primary();
    if (!any) return value;
    return negated ? value == 0 : value != 0;
  }

  unsigned long primary() {
    if (take("n")) return number_;
    if (take("(")) {
      const unsigned long value = choice();
      if (!take(")")) failed_ = true;
      return value;
    }
    skip_blanks();
    unsigned long value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) failed_ = true;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  std::string_view rest_;
  unsigned long number_;
  int depth_ = 0;
  bool failed_ = false;
};

// What follows "NAME=" up to ";".
std::string_view part(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  if (at == text.npos) return {};
  text = ascii_trimmed(text.substr(at + name.size()));
  if (!text.starts_with('=')) return {};
  text.remove_prefix(1);
  return ascii_trimmed(text.substr(0, text.find(';')));
}

}  // namespace

std::optional<PluralRule> parse_plural_rule(std::string_view text) {
  const std::string_view count = part(text, "nplurals");
  const std::size_t first = text.find("nplurals");
  if (first == text.npos) return std::nullopt;
  const std::string_view expression = part(text.substr(first + 8), "plural");
  PluralRule rule;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), rule.forms);
  if (error != std::errc() || end != count.data() + count.size() || rule.forms == 0 ||
      rule.forms > kMaxForms || expression.empty()) {
    return std::nullopt;
  }
  rule.expression = expression;
  return rule;
}

std::optional<std::size_t> plural_form(const PluralRule& rule, unsigned long number) {
  const auto form = Expression(rule.expression, number).value();
  if (!form || *form >= rule.forms) return std::nullopt;
  return form;
}

}  // namespace mizan
