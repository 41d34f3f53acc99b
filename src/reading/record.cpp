#include "reading/record.hpp"

namespace tbsc94 {

void clear(record& record) {
  // Named one by one, so that a member that is added does not compile before it is cleared here.
  auto& [scheme, own, assessment, date_at, recorded_at, errors, remarks, shorter_alphas, lang] = record;
  auto& [id, organization, date, names_edition, ratings, alphas, not_applicable, service_remarks, conformity,
         conformity_remarks, qms_audit, levels, management_remarks, details, recorded] = assessment;
  scheme = nullptr;
  own = nullptr;
  id.reset();
  organization.reset();
  date.reset();
  names_edition = false;
  ratings.clear();
  alphas.clear();
  not_applicable.clear();
  service_remarks.clear();
  conformity.reset();
  conformity_remarks.clear();
  qms_audit.reset();
  levels.clear();
  management_remarks.clear();
  details.clear();
  recorded.reset();
  date_at = 0;
  recorded_at.members = {};
  recorded_at.readings.clear();
  errors.clear();
  remarks.clear();
  shorter_alphas.clear();
  lang = language::en;
}

}  // namespace tbsc94
