// The numbers of the alignment model. Fitted on development data by tests/bench/fit_aligner.py,
// never by hand on one text.
#pragma once

namespace mizan {

struct AlignmentParameters {
  // Moore's mixture: the share of the unigram model in the probability of a target word. Estimated
  // anew from each text after the first pass; a free translation has more words of its own.
  // `epsilon_strength` is the number of tokens that the value here is worth.
  double epsilon = 0.4375;
  double epsilon_strength = 500;
  // Mass that an Arabic word keeps for translations that no lexicon lists: p = s / (reserve + sum
  // s).
  double reserve = 0.05625;
  // A step of morphological cost multiplies the weight of a lexicon hit by this.
  double affix_discount = 0.15;
  // Similarity of two English words that share only their first letters.
  double related_word = 0.375;
  // Weight of a transliterated name, and the score below which it is no evidence.
  double name_weight = 1.75;
  double name_floor = 0.375;
  // Weight of the length term, and the variance of Gale and Church's normal (per character).
  // Estimated anew from each text after the first pass; `length_strength` is the number of beads
  // that the value here is worth. `length_floor` is the share of beads whose lengths mean nothing.
  double length_weight = 1.4125;
  double length_variance = 24.125;
  double length_strength = 42.5;
  double length_floor = 0.012;
  // Weight of the words with which a bead begins and ends, and how many words an edge has.
  double edge_weight = 0.4;
  double edge_words = 5;
  // Weight of what the signs at the boundaries of segments say, and the number of beads that the
  // shares of the whole text are worth.
  double cue_weight = 1;
  double cue_strength = 15;
  // Log priors of bead types, relative to 1:1. Estimated anew from each text after the first pass;
  // `prior_strength` is the number of beads that the values here are worth.
  double omission = -3;  // 1:0 or 0:1
  // The first pass, which knows neither how freely this text is translated nor how far its lengths
  // vary, hardly believes in omissions: otherwise all that the lexicon does not know looks omitted.
  double first_omission = -16;
  double omission_word = -0.11;  // for each word of an omitted sentence
  double split_first = -1.45;     // 1:2 or 2:1
  double split_next = -1.975;     // each further sentence of 1:n or n:1
  double many_first = -5.7;       // 2:2
  double many_next = -3.5;        // each further sentence of n:m
  double prior_strength = 100;
  double omission_strength = 165;  // the same for omissions, which confirm themselves too easily
  // Self-training: passes after the first, strength of the lexicon as a prior for model 1, and the
  // discount that keeps a pair of words seen together once from confirming itself.
  int training_passes = 2;
  double lexicon_strength = 10.5;
  double count_discount = 0.5625;
  // Scores are sums over dependent words; their posterior is tempered by this factor, for the
  // weights of self-training and, by a lower one, for the confidence that users see.
  double temperature = 1.0875;
  double confidence_temperature = 0.8;
  // Weights of the logistic function that makes the confidence of such posteriors, a bead's own and
  // that of the more doubtful bead beside it; tests/bench/calibrate_aligner.cc.
  double confidence_bias = 0.363;
  double confidence_own = 0.424;
  double confidence_beside = 0.247;
};

}  // namespace mizan
