#include "tm/memory/token_numbers.h"

#include "tm/memory/setting.h"
#include "tm/memory/similarity.h"
#include "tm/text/tokens.h"

namespace mizan {
namespace {

constexpr std::string_view kNextTokenSetting = "next-token";

// What is remembered of texts seen before, for its memory (some 150 bytes each); then it is
// forgotten and begun again.
constexpr std::size_t kMostRemembered = 400'000;

// The UTF-8 of U+0621-063F and U+0641-064A, the Arabic letters.
bool is_arabic_letter(unsigned char first, unsigned char second) {
  return (first == 0xD8 && second >= 0xA1) || (first == 0xD9 && second >= 0x81 && second <= 0x8A);
}

// Whether the text may be cut at the space that stands at `at`: what folds and what makes a token
// then lies wholly on one side of it. Not before a mark, which would join the space; nor behind a
// full stop (J. Smith, د. محمد), nor where a rare character might fold to one of these.
bool may_cut(std::string_view text, std::size_t at) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at == 0 || at + 1 >= text.size()) return false;
  const bool plain_before = (byte(at - 1) < 0x80 && text[at - 1] != '.') ||
                            (at >= 2 && is_arabic_letter(byte(at - 2), byte(at - 1)));
  const bool plain_behind =
      byte(at + 1) < 0x80 || (at + 2 < text.size() && is_arabic_letter(byte(at + 1), byte(at + 2)));
  return plain_before && plain_behind;
}

}  // namespace

TokenNumbers::TokenNumbers(const Database& database)
    : database_(database),
      find_(database.prepare("SELECT id FROM token WHERE text = ?")),
      add_(database.prepare("INSERT INTO token(text, id) VALUES(?, ?)")) {
  const std::string stored = setting(database, kNextTokenSetting);
  if (!stored.empty()) next_ = static_cast<std::uint32_t>(std::stoul(stored));
  stored_next_ = next_;
}

std::uint32_t TokenNumbers::number_of(const std::string& key) {
  if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
  std::uint32_t number = 0;
  find_.bind(1, key);
  if (find_.step()) {
    number = static_cast<std::uint32_t>(find_.integer(0));
  } else {
    number = next_++;
    add_.bind(1, key).bind(2, std::int64_t{number}).run();
  }
  find_.reset();
  if (numbers_.size() >= kMostRemembered) numbers_.clear();
  numbers_.emplace(key, number);
  return number;
}

const TokenNumbers::Piece& TokenNumbers::piece(std::string_view text) {
  if (const auto known = pieces_.find(text); known != pieces_.end()) return known->second;
  Piece made;
  for (const TokenKey& token : token_keys(text)) {
    if (token.key == kNumberKey) {
      made.tokens.push_back({.key = kNumberToken, .form = number_form(token.folded)});
    } else {
      made.tokens.push_back({.key = number_of(token.key)});
    }
    made.punctuation = token.kind == TokenKind::kPunctuation;
  }
  if (pieces_.size() >= kMostRemembered) pieces_.clear();
  return pieces_.emplace(text, std::move(made)).first->second;
}

void TokenNumbers::number(std::string_view text, std::vector<IndexedToken>& tokens) {
  tokens.clear();
  punctuation_.clear();
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find(' ', begin);
    while (end != text.npos && !may_cut(text, end)) end = text.find(' ', end + 1);
    if (end == text.npos) end = text.size();
    if (end > begin) {
      const Piece& found = piece(text.substr(begin, end - begin));
      std::vector<IndexedToken>& kind = found.punctuation ? punctuation_ : tokens;
      kind.insert(kind.end(), found.tokens.begin(), found.tokens.end());
    }
    begin = end + 1;
  }
  if (tokens.empty()) tokens = punctuation_;
}

void TokenNumbers::store() {
  if (next_ == stored_next_) return;
  store_setting(database_, kNextTokenSetting, std::to_string(next_));
  stored_next_ = next_;
}

void TokenNumbers::clear() {
  numbers_.clear();
  pieces_.clear();
  next_ = kNumberToken + 1;
  stored_next_ = 0;
}

}  // namespace mizan
