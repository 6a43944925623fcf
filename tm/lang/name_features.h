// What a letter match of two names says, as numbers for logistic regression. Internal to tm/lang,
// and to the trainer.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tm/lang/letter_model.h"

namespace mizan {

constexpr std::size_t kNameFeatureCount = 28;
using NameFeatures = std::array<float, kNameFeatureCount>;

// The words differ in script or not; of different scripts the Arabic one is on the left.
NameFeatures name_features(const LetterString& left, const LetterString& right);

// The probability of one name by the fitted weights; same order of scripts.
double name_likeness(const LetterString& left, const LetterString& right);

}  // namespace mizan
