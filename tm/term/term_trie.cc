#include "tm/term/term_trie.h"

#include <cassert>
#include <utility>

namespace mizan {
namespace {

// The finalizer of MurmurHash3 (Appleby, public domain).
std::uint64_t mix(std::uint64_t key) {
  key ^= key >> 33;
  key *= 0xFF51AFD7ED558CCDULL;
  key ^= key >> 33;
  key *= 0xC4CEB9FE1A85EC53ULL;
  return key ^ (key >> 33);
}

// FNV-1a over code units.
std::uint64_t hash(std::u16string_view text) {
  std::uint64_t value = 0xCBF29CE484222325ULL;
  for (const char16_t c : text) value = (value ^ c) * 0x100000001B3ULL;
  return value;
}

std::uint64_t edge(std::uint32_t node, std::uint32_t stem) {
  return (static_cast<std::uint64_t>(node) << 32) | stem;
}

}  // namespace

std::size_t NumberMap::place_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = mix(key) & mask;
  while (slots_[place].number != kAbsent && slots_[place].key != key) place = (place + 1) & mask;
  return place;
}

void NumberMap::grow(std::size_t slots) {
  std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : old) {
    if (slot.number != kAbsent) slots_[place_of(slot.key)] = slot;
  }
}

void NumberMap::reserve(std::size_t entries) {
  std::size_t slots = 16;
  while (slots < entries * 2) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

std::uint32_t NumberMap::find(std::uint64_t key) const {
  return slots_.empty() ? kAbsent : slots_[place_of(key)].number;
}

std::uint32_t NumberMap::find_or_add(std::uint64_t key, std::uint32_t fresh) {
  if ((used_ + 1) * 2 > slots_.size()) grow(slots_.empty() ? 16 : slots_.size() * 2);
  Slot& slot = slots_[place_of(key)];
  if (slot.number == kAbsent) {
    slot = {key, fresh};
    ++used_;
  }
  return slot.number;
}

void TermTrie::reserve(std::size_t terms) {
  stems_.reserve(terms * 2);
  children_.reserve(terms * 3);
  ends_.reserve(terms * 2);
  same_hash_.reserve(terms * 2);
  letters_.reserve(terms * 12);
  first_.reserve(terms * 3);
  next_.reserve(terms * 2);
}

std::uint32_t TermTrie::find(std::u16string_view stem) const {
  std::uint32_t id = stems_.find(hash(stem));
  for (; id != kNone; id = same_hash_[id]) {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    if (std::u16string_view(letters_).substr(begin, ends_[id] - begin) == stem) return id;
  }
  return kNone;
}

std::uint32_t TermTrie::intern(std::u16string_view stem) {
  if (const std::uint32_t known = find(stem); known != kNone) return known;
  const auto id = static_cast<std::uint32_t>(ends_.size());
  letters_ += stem;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  same_hash_.push_back(kNone);
  std::uint32_t last = stems_.find_or_add(hash(stem), id);
  if (last != id) {
    while (same_hash_[last] != kNone) last = same_hash_[last];
    same_hash_[last] = id;
  }
  return id;
}

void TermTrie::add(std::span<const std::uint32_t> stems, std::uint32_t sequence) {
  assert(!stems.empty() && sequence == next_.size());
  std::uint32_t node = kRoot;
  for (const std::uint32_t stem : stems) {
    const auto fresh = static_cast<std::uint32_t>(first_.size());
    node = children_.find_or_add(edge(node, stem), fresh);
    if (node == fresh) first_.push_back(kNone);
  }
  next_.push_back(std::exchange(first_[node], sequence));
}

std::uint32_t TermTrie::child(std::uint32_t node, std::uint32_t stem) const {
  return children_.find(edge(node, stem));
}

}  // namespace mizan
