// The corpus of every target, run once: what a fuzzer has found stays fixed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/fuzz_targets.h"
#include "tm/base/gzip.h"

namespace mizan {
namespace {

namespace fs = std::filesystem;

class FuzzReplay : public testing::TestWithParam<FuzzTarget> {};

TEST_P(FuzzReplay, CorpusIsHarmless) {
  const fs::path corpus = fs::path(MIZAN_SOURCE_DIR "/tests/fuzz/corpus") / GetParam().name;
  ASSERT_TRUE(fs::is_directory(corpus)) << corpus;
  std::size_t inputs = 0;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    SCOPED_TRACE(entry.path());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    GetParam().run(bytes);
    // Cut off anywhere, too.
    for (std::size_t size = bytes.size(); size > 0; size = size * 3 / 4) {
      GetParam().run(std::string_view(bytes).substr(0, size));
    }
    // The compressed form of the same, as it comes and damaged.
    GzipWriter writer;
    std::string packed;
    writer.feed(bytes, packed);
    writer.finish(packed);
    GetParam().run(packed);
    packed[packed.size() / 2] ^= 0x10;
    GetParam().run(packed);
    ++inputs;
  }
  EXPECT_GT(inputs, 0U);
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzReplay, testing::ValuesIn(fuzz_targets()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace mizan
