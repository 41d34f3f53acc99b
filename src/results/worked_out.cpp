#include "results/worked_out.hpp"

namespace tbsc94 {

worked_out::worked_out(const tbsc94::outcome& outcome, const readings_in_use& readings)
    : outcome(outcome), readings(readings) {
  const scheme& scheme = outcome.scheme_used();
  const assessment& assessment = outcome.record.assessment;
  derivation = derive(scheme, assessment, *outcome.grading, readings.values);
  agreement = agreement_of(scheme, assessment, *outcome.grading, readings.values);
  outlook = look_out(scheme, assessment, *outcome.grading, derivation, readings.values);
  for (const reading which : all_readings) {
    others[static_cast<std::size_t>(which)] = other_values_of(scheme, assessment, readings.values, which);
  }
}

}  // namespace tbsc94
