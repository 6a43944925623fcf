// The numbers of the alignment model. Fitted on development data by tests/bench/fit_aligner.py,
// never by hand on one text.
#pragma once

namespace mizan {

struct AlignmentParameters {
  // Moore's mixture: the share of the unigram model in the probability of a target word. Estimated
  // anew from each text after the first pass; a free translation has more words of its own.
  // `epsilon_strength` is the number of tokens that the value here is worth.
  double epsilon = 0.6;
  double epsilon_strength = 300;
  // Mass that an Arabic word keeps for translations that no lexicon lists: p = s / (reserve + sum
  // s).
  double reserve = 0.3;
  // A step of morphological cost multiplies the weight of a lexicon hit by this.
  double affix_discount = 0.6;
  // Similarity of two English words that share only their first letters.
  double related_word = 0.3;
  // Weight of a transliterated name, and the score below which it is no evidence.
  double name_weight = 1.0;
  double name_floor = 0.6;
  // Weight of the length term, and the variance of Gale and Church's normal (per character).
  // Estimated anew from each text after the first pass; `length_strength` is the number of beads
  // that the value here is worth. `length_floor` is the share of beads whose lengths mean nothing.
  double length_weight = 1.0;
  double length_variance = 6.8;
  double length_strength = 20;
  double length_floor = 0.001;
  // Log priors of bead types, relative to 1:1. Estimated anew from each text after the first pass;
  // `prior_strength` is the number of beads that the values here are worth.
  double omission = -6.0;      // 1:0 or 0:1
  // The first pass, which knows neither how freely this text is translated nor how far its lengths
  // vary, hardly believes in omissions: otherwise all that the lexicon does not know looks omitted.
  double first_omission = -14.0;
  double omission_word = 0.0;  // for each word of an omitted sentence
  double split_first = -1.0;   // 1:2 or 2:1
  double split_next = -0.7;    // each further sentence of 1:n or n:1
  double many_first = -3.0;    // 2:2
  double many_next = -1.5;     // each further sentence of n:m
  double prior_strength = 30;
  double omission_strength = 100;  // the same for omissions, which confirm themselves too easily
  // Self-training: passes after the first, strength of the lexicon as a prior for model 1, and the
  // discount that keeps a pair of words seen together once from confirming itself.
  int training_passes = 2;
  double lexicon_strength = 2.0;
  double count_discount = 0.5;
  // Scores are sums over dependent words; their posterior is tempered by this factor.
  double temperature = 0.35;
};

}  // namespace mizan
