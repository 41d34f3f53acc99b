// What must not compile, and its neighbours, which must: misuse_test.py holds that the compiler finds an error
// in every line marked so, and in no other.
#include "tbsc94/grade.hpp"

using namespace tbsc94;

// Points and limits are decimals: from whole digits, 0 or above, with at most 18 places.
void points(unsigned whole_digits, int signed_digits) {
  const decimal of_digits(85, 2);
  const decimal of_double(0.85);  // wrong
  const decimal of_float(85.0F);  // wrong
  const decimal of_truth(true);   // wrong
  const decimal below_zero(-85);  // wrong
  const decimal most_places(1, 18);
  const decimal too_many(1, 19);  // wrong
  const decimal explicitly = decimal(80);
  const decimal implicitly = 80;  // wrong
  const decimal worked_out(whole_digits);
  const decimal worked_out_signed(signed_digits);  // wrong
  const bool reached = of_digits >= explicitly;
  const bool reached_double = of_digits >= 80.0;  // wrong
}

// What fractions are made of: whole numbers, 0 or above.
void fractions(unsigned __int128 wide) {
  const natural one = 1;
  const natural one_and_a_half = 1.5;  // wrong
  const natural truth = true;          // wrong
  const natural minus_one = -1;        // wrong
  const natural all_of_it = natural::from(wide);
  const natural narrowed(wide);  // wrong
  const fraction third(1, 3);
  const fraction of_half(0.5, 3);  // wrong
  const fraction half(decimal(5, 1));
  const fraction of_a_double(0.5);  // wrong
}

// A maturity level is no bare number, and an α comes from its own digits.
void levels_and_alphas() {
  const auto level = maturity_level::from(3);
  const auto of_double = maturity_level::from(3.7);  // wrong
  const auto of_truth = maturity_level::from(true);  // wrong
  const maturity_level bare = 3;                     // wrong
  const bool enough = *level >= *maturity_level::from(2);
  const bool enough_bare = *level >= 2;  // wrong
  const auto coefficient = alpha::from(*read_numeral("0.85"));
  const auto of_a_double = alpha::from(0.85);  // wrong
  const alpha bare_double(0.85);               // wrong
}

// The conformity review has two outcomes, neither of which is `true`.
void review(assessment& assessment) {
  assessment.conformity = conformity::conforming;
  assessment.conformity = true;  // wrong
}

// A result is for use.
void results(const scheme& scheme, const assessment& assessment, readings_in_use& readings) {
  const grading result = grade(scheme, assessment, readings);
  grade(scheme, assessment, readings);  // wrong
  const derivation way = derive(scheme, assessment, result, readings.values);
  derive(scheme, assessment, result, readings.values);  // wrong
  const bool is_set = readings.values.set(reading::row_grade, "by-order");
  readings.values.set(reading::row_grade, "by-order");  // wrong
  const auto number = read_numeral("0.85");
  read_numeral("0.85");  // wrong
  const auto coefficient = alpha::from(*number);
  alpha::from(*number);  // wrong
  const auto level = maturity_level::from(3);
  maturity_level::from(3);  // wrong
  const decimal rounded = result.score.rounded(0);
  result.score.rounded(0);  // wrong
}
