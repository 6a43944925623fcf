// The readers as targets for a fuzzer: whatever the bytes are, a reader gives units that keep their
// invariants or throws Error, and what is written of them is read back the same.
#pragma once

#include <span>
#include <string_view>

namespace mizan {

struct FuzzTarget {
  std::string_view name;  // of its corpus, too: tests/fuzz/corpus/NAME
  void (*run)(std::string_view bytes);
};

std::span<const FuzzTarget> fuzz_targets();

}  // namespace mizan
