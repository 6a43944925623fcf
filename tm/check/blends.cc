#include "tm/check/blends.h"

#include <utility>

namespace mizan {
namespace {

constexpr std::string_view kBrexit[] = {"European Union", "United Kingdom", "Britain",   "British",
                                        "exit",           "leave",          "withdrawal"};
constexpr std::string_view kGrexit[] = {"European Union", "Greece", "exit", "leave", "withdrawal"};

constexpr std::pair<std::string_view, std::span<const std::string_view>> kBlends[] = {
    {"brexit", kBrexit}, {"grexit", kGrexit}};

}  // namespace

std::span<const std::string_view> blended_of(std::string_view english) {
  for (const auto& [blend, parts] : kBlends) {
    if (english.starts_with(blend)) return parts;  // a Brexiteer too
  }
  return {};
}

}  // namespace mizan
