#include "tm/term/arabic_readings.h"

#include <algorithm>

#include "tm/lang/broken_plurals.h"

namespace mizan {
namespace {

// Words that are frequent as they stand and no inflected term: particles with pronouns, forms of
// كان, numerals, adverbs, بحكم "by virtue of", and names that look like a dual. Behind clitics they
// are still themselves. Folded to kTehMarbuta; sorted.
constexpr std::array<std::u16string_view, 202> kFixedWords = {
    u"اثنان",  u"اثنين", u"احيانا", u"اخيرا",  u"اربعاء", u"اربعه", u"اساسا",  u"اصلا",
    u"التي",   u"الذي",  u"الذين",  u"الينا",  u"اليه",   u"اليها", u"اليهم",  u"اما",
    u"اننا",   u"انه",   u"انها",   u"انهم",   u"اني",    u"اولا",  u"ايضا",   u"بان",
    u"بانه",   u"بانها", u"بحكم",   u"بحلول",  u"بدلا",   u"بذاته", u"بذاتها", u"بعضها",
    u"بعضهم",  u"بعينه", u"بعينها", u"بلا",    u"بما",    u"بنا",   u"بنفسه",  u"بنفسها",
    u"به",     u"بها",   u"بهذا",   u"بهذه",   u"بهم",    u"بين",   u"بينما",  u"بيننا",
    u"بينها",  u"بينهم", u"تسعه",   u"تقريبا", u"تماما",  u"ثالثا", u"ثانيا",  u"ثلاثه",
    u"ثمانيه", u"جانبا", u"جدا",    u"جزءيا",  u"حاليا",  u"حتما",  u"حرفيا",  u"حسنا",
    u"حقا",    u"حينها", u"خصوصا",  u"خمسه",   u"داءما",  u"ذلك",   u"رءيسي",  u"رءيسيه",
    u"رسميا",  u"رغما",  u"سابقا",  u"سبعه",   u"سته",    u"سرا",   u"سلفا",   u"سنويا",
    u"شخصي",   u"شخصيا", u"شكرا",   u"شهريا",  u"طالبان", u"طبعا",  u"طبقا",   u"عشره",
    u"عفوا",   u"عليك",  u"عليكم",  u"علينا",  u"عليه",   u"عليها", u"عليهم",  u"عما",
    u"عمدا",   u"عموما", u"عندها",  u"عنه",    u"عنها",   u"عنهم",  u"عوضا",   u"غالبا",
    u"فان",    u"فبين",  u"فضلا",   u"فعلا",   u"فعلي",   u"فعليا", u"فقد",    u"فكان",
    u"فكانت",  u"فلا",   u"فلم",    u"فلن",    u"فما",    u"فهو",   u"فهي",    u"فيه",
    u"فيها",   u"فيهم",  u"قدما",   u"قريبا",  u"قطعا",   u"قليلا", u"كان",    u"كانت",
    u"كانوا",  u"كثيرا", u"كذلك",   u"كلاهما", u"كلها",   u"كلهم",  u"كليا",   u"كليهما",
    u"كما",    u"كونه",  u"كونها",  u"لاحقا",  u"لان",    u"لدي",   u"لديكم",  u"لدينا",
    u"لديه",   u"لديها", u"لديهم",  u"لديهما", u"لست",    u"لسنا",  u"لقد",    u"لك",
    u"لكم",    u"لكن",   u"لنا",    u"له",     u"لها",    u"لهذا",  u"لهذه",   u"لهم",
    u"ليس",    u"ليست",  u"مءه",    u"ماءه",   u"مثلا",   u"مرحبا", u"مطلقا",  u"معا",
    u"معنا",   u"معه",   u"معها",   u"معهم",   u"مما",    u"منا",   u"منه",    u"منها",
    u"منهم",   u"نسبيا", u"نظرا",   u"هما",    u"واحد",   u"واحده", u"وان",    u"وبين",
    u"وحدنا",  u"وحده",  u"وحدها",  u"وحدهم",  u"وفقا",   u"وفي",   u"وقد",    u"وكان",
    u"وكانت",  u"ولا",   u"ولكن",   u"ولم",    u"ولن",    u"وهذا",  u"وهذه",   u"وهو",
    u"وهي",    u"يوميا"};
static_assert(std::ranges::is_sorted(kFixedWords));

bool is_fixed(std::u16string_view word) { return std::ranges::binary_search(kFixedWords, word); }

struct Stack {
  std::size_t letters = 0;
  bool question = false;
  char16_t conjunction = 0;
  char16_t preposition = 0;
  bool article = false;
};

bool is_weak(char16_t c) { return c == u'ا' || c == u'و' || c == u'ي' || c == u'ء'; }

class Reader {
 public:
  Reader(const Atom& atom, const TermTrie& trie, Relatives relatives)
      : word_(atom.key), marks_(atom.marks), trie_(trie), relatives_(relatives) {}

  std::vector<Reading> run() {
    stack_ = {};
    add(word_, word_.size(), Ending::kNone);
    if (!is_fixed(word_) && word_.size() <= kLongest) read_stacks();
    std::ranges::sort(readings_, {}, &Reading::stem);
    return std::move(readings_);
  }

 private:
  // Longer words are compounds of other scripts or noise.
  static constexpr std::size_t kLongest = 24;

  // (أ) (و|ف) (ب|ك|ل) (ال), where ل and ال are written لل.
  void read_stacks() {
    if ((letter(0) == u'و' || letter(0) == u'ف') &&
        is_fixed(std::u16string_view(word_).substr(1))) {
      read_rest({1, false, letter(0), 0, false});
      return;
    }
    for (const bool question : {false, true}) {
      if (question && marks_[0] != u'أ') break;
      const std::size_t q = question ? 1 : 0;
      for (const char16_t conjunction : {char16_t{0}, u'و', u'ف'}) {
        if (conjunction != 0 && letter(q) != conjunction) continue;
        const std::size_t c = q + (conjunction != 0 ? 1 : 0);
        for (const char16_t preposition : {char16_t{0}, u'ب', u'ك', u'ل'}) {
          if (preposition != 0 && letter(c) != preposition) continue;
          const std::size_t p = c + (preposition != 0 ? 1 : 0);
          read_rest({p, question, conjunction, preposition, false});
          if (preposition == u'ل' && letter(p) == u'ل') {
            read_rest({p + 1, question, conjunction, preposition, true});
          }
          if (letter(p) == u'ا' && letter(p + 1) == u'ل' && marks_[p] == u'ا') {
            read_rest({p + 2, question, conjunction, preposition, true});
          }
        }
      }
    }
  }

  char16_t letter(std::size_t i) const { return i < word_.size() ? word_[i] : u'\0'; }

  void read_rest(const Stack& stack) {
    if (stack.letters + 2 > word_.size()) return;
    stack_ = stack;
    enclitic_ = -1;
    const std::u16string_view rest = std::u16string_view(word_).substr(stack.letters);
    if (stack.letters > 0) add(rest, rest.size(), Ending::kNone);
    if (is_fixed(rest)) return;
    read_free_endings(rest);
    read_shared_endings(rest);
    read_broken(rest);
    if (rest.size() > 3 && rest.ends_with(u'ا')) {
      accusative_ = true;
      read_broken(rest.substr(0, rest.size() - 1));
      accusative_ = false;
    }
    read_loose(rest);
    if (relatives_ == Relatives::kInclude) read_relatives(rest);
    if (stack.article) return;
    for (std::size_t i = 0; i < kEnclitics.size(); ++i) {
      if (kEnclitics[i] == u"ني" || !rest.ends_with(kEnclitics[i])) continue;
      const std::u16string_view host = rest.substr(0, rest.size() - kEnclitics[i].size());
      if (host.size() < 2) continue;
      enclitic_ = static_cast<std::int8_t>(i);
      read_host(host);
    }
    enclitic_ = -1;
  }

  // Endings of a word without a pronoun.
  void read_free_endings(std::u16string_view rest) {
    replace(rest, u"ه", u"", Ending::kHeh);
    replace(rest, u"ي", u"", Ending::kYeh);
    replace(rest, u"و", u"", Ending::kWaw);
    replace(rest, u"و", u"ي", Ending::kWaw);
    replace(rest, u"ان", u"", Ending::kAn);
    replace(rest, u"ين", u"", Ending::kYn);
    replace(rest, u"ين", u"ي", Ending::kYn);
    replace(rest, u"ون", u"", Ending::kWn);
    replace(rest, u"ون", u"ي", Ending::kWn);
    replace(rest, u"تان", u"ه", Ending::kTan);
    replace(rest, u"تين", u"ه", Ending::kTan);
    replace(rest, u"تا", u"ه", Ending::kTan);
    replace(rest, u"تي", u"ه", Ending::kTan);
    replace(rest, u"ات", u"اه", Ending::kOpenTeh);
    append(rest, u'ه', Ending::kMasculine);
    append(rest, u'ي', Ending::kDroppedYeh);
    replace(rest, u"ا", u"", Ending::kAlef);
  }

  // Endings that a pronoun may follow too.
  void read_shared_endings(std::u16string_view rest) {
    replace(rest, u"ات", u"", Ending::kAt);
    replace(rest, u"ات", u"ه", Ending::kAt);
    replace(rest, u"هات", u"", Ending::kAt);  // فيديوهات
    replace(rest, u"وات", u"اه", Ending::kAtOfAlef);
    replace(rest, u"وات", u"اء", Ending::kAtOfAlef);
    replace(rest, u"يات", u"اه", Ending::kAtOfAlef);
    replace(rest, u"ايات", u"اه", Ending::kAtOfAlef);
    replace(rest, u"اوات", u"اء", Ending::kAtOfAlef);
  }

  void read_host(std::u16string_view host) {
    add(host, host.size(), Ending::kNone);
    replace(host, u"ت", u"ه", Ending::kNone);
    replace(host, u"ا", u"ي", Ending::kNone);
    read_shared_endings(host);
    replace(host, u"ا", u"", Ending::kAn);
    replace(host, u"ي", u"", Ending::kYn);
    replace(host, u"ي", u"ي", Ending::kYn);
    replace(host, u"و", u"", Ending::kWn);
    replace(host, u"و", u"ي", Ending::kWn);
    replace(host, u"تا", u"ه", Ending::kTan);
    replace(host, u"تي", u"ه", Ending::kTan);
    // The feminine of a person: رئيسته.
    replace(host, u"ت", u"", Ending::kHeh);
    read_broken(host);
    if (host.ends_with(u'ت')) {
      buffer_.assign(host.substr(0, host.size() - 1));
      buffer_ += u'ه';
      const std::u16string opened = buffer_;
      read_broken(opened);
    }
  }

  void read_broken(std::u16string_view plural) {
    if (plural.size() < 3) return;
    visit_singulars(plural, [&](std::u16string_view singular, const BrokenPlural& row) {
      if (accusative_ && row.plural.ends_with(u'ه')) return;  // ة takes no alef
      plural_row_ = static_cast<std::int16_t>(row_number(row));
      add(singular, 0, Ending::kBroken);
      plural_row_ = -1;
    });
  }

  void read_loose(std::u16string_view rest) {
    for (const std::u16string_view ending : {u"", u"ين", u"ون", u"ات", u"ه"}) {
      if (!rest.ends_with(ending)) continue;
      const std::u16string_view base = rest.substr(0, rest.size() - ending.size());
      const std::u16string frame = loose_frame(base);
      if (frame.empty()) continue;
      add(frame, base.size(),
          ending.empty()    ? Ending::kNone
          : ending == u"ين" ? Ending::kYn
          : ending == u"ون" ? Ending::kWn
          : ending == u"ات" ? Ending::kAt
                            : Ending::kHeh);
    }
  }

  void read_relatives(std::u16string_view rest) {
    related_ = true;
    for (const std::u16string_view ending : {u"ي", u"يه", u"يين", u"يون", u"يات", u"يا"}) {
      if (!rest.ends_with(ending)) continue;
      const std::u16string_view base = rest.substr(0, rest.size() - ending.size());
      if (base.size() < 2) continue;
      add(base, base.size(), Ending::kNisba);
      for (const std::u16string_view tail : {u"ه", u"ا", u"يا", u"ي"}) {
        buffer_.assign(base);
        buffer_ += tail;
        add(buffer_, base.size(), Ending::kNisba);
      }
      if (base.ends_with(u'و')) {
        buffer_.assign(base.substr(0, base.size() - 1));
        buffer_ += u'ه';
        add(buffer_, base.size() - 1, Ending::kNisba);
      }
    }
    if (const std::u16string root = root_of(rest); !root.empty()) add(root, 0, Ending::kRoot);
    related_ = false;
  }

  void replace(std::u16string_view rest, std::u16string_view ending, std::u16string_view by,
               Ending kind) {
    if (!rest.ends_with(ending)) return;
    const std::u16string_view base = rest.substr(0, rest.size() - ending.size());
    if (base.size() + by.size() < 2) return;
    if (by.empty()) {
      add(base, base.size(), kind);
      return;
    }
    buffer_.assign(base);
    buffer_ += by;
    add(buffer_, base.size(), kind);
  }

  void append(std::u16string_view rest, char16_t letter, Ending kind) {
    buffer_.assign(rest);
    buffer_ += letter;
    add(buffer_, rest.size(), kind);
  }

  void add(std::u16string_view stem, std::size_t kept, Ending ending) {
    const std::uint32_t id = trie_.find(stem);
    if (id == TermTrie::kNone) return;
    Reading reading;
    reading.stem = id;
    reading.offset = static_cast<std::uint8_t>(stack_.letters);
    reading.kept = static_cast<std::uint8_t>(std::min<std::size_t>(kept, 255));
    reading.ending = ending;
    reading.enclitic = enclitic_;
    reading.plural_row = plural_row_;
    reading.question = stack_.question;
    reading.conjunction = stack_.conjunction;
    reading.preposition = stack_.preposition;
    reading.article = stack_.article;
    reading.related = related_;
    readings_.push_back(reading);
  }

  const std::u16string& word_;
  const std::u16string& marks_;
  const TermTrie& trie_;
  Relatives relatives_;
  Stack stack_;
  std::int8_t enclitic_ = -1;
  std::int16_t plural_row_ = -1;
  bool accusative_ = false;  // an alef of tanwin was taken off
  bool related_ = false;
  std::u16string buffer_;
  std::vector<Reading> readings_;
};

}  // namespace

std::vector<Reading> read_arabic(const Atom& atom, const TermTrie& trie, Relatives relatives) {
  if (atom.kind == AtomKind::kArabic) return Reader(atom, trie, relatives).run();
  Reading reading;
  reading.stem = trie.find(atom.key);
  reading.kept = static_cast<std::uint8_t>(std::min<std::size_t>(atom.key.size(), 255));
  if (reading.stem == TermTrie::kNone) return {};
  return {reading};
}

std::u16string loose_frame(std::u16string_view key) {
  if (key.size() < 4) return {};
  std::u16string frame = u"~";
  for (std::size_t i = 0; i < key.size(); ++i) {
    char16_t c = key[i];
    if (c == u'ج' || c == u'ق' || c == u'گ') c = u'غ';
    const bool inner = i > 0 && i + 1 < key.size();
    if (inner && is_weak(c)) continue;
    frame += c;
  }
  return frame.size() >= 4 ? frame : std::u16string();
}

std::u16string root_of(std::u16string_view key) {
  for (const std::u16string_view suffix :
       {u"وا", u"ون", u"ين", u"ات", u"تم", u"نا", u"ها", u"ه", u"ت"}) {
    if (key.size() >= suffix.size() + 4 && key.ends_with(suffix)) {
      key.remove_suffix(suffix.size());
      break;
    }
  }
  bool prefixed = false;
  for (const std::u16string_view prefix :
       {u"است", u"مست", u"يست", u"تست", u"نست", u"مت", u"يت", u"م", u"ي", u"ت", u"ن"}) {
    if (key.size() >= prefix.size() + 3 && key.starts_with(prefix)) {
      key.remove_prefix(prefix.size());
      prefixed = true;
      break;
    }
  }
  std::u16string root = u"^";
  for (std::size_t i = 0; i < key.size(); ++i) {
    // The ت of form VIII stands behind the first radical: انتقال, ينتقل.
    const bool infix =
        key[i] == u'ت' && ((prefixed && i == 1 && key.size() > 3) || (i == 2 && key[0] == u'ا'));
    if (is_weak(key[i]) || infix) continue;
    root += key[i];
  }
  return root.size() == 4 ? root : std::u16string();
}

}  // namespace mizan
