// libFuzzer's entry for the target that the build names as MIZAN_FUZZ_TARGET.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/fuzz/fuzz_targets.h"

namespace {

const mizan::FuzzTarget& target() {
  for (const mizan::FuzzTarget& candidate : mizan::fuzz_targets()) {
    if (candidate.name == MIZAN_FUZZ_TARGET) return candidate;
  }
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const mizan::FuzzTarget& fuzzed = target();
  fuzzed.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
