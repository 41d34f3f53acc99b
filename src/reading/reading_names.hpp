// The names of the readings, as keys of the objects that settle or record them.
#pragma once

#include "json/key_names.hpp"
#include "tbsc94/readings.hpp"

namespace tbsc94 {

/// The names of all readings, in their order.
[[nodiscard]] inline const json::key_names& all_reading_names() {
  static const json::key_names names = [] {
    json::key_names result;
    for (const reading each : all_readings) {
      result.add(names_of(each).name);
    }
    return result;
  }();
  return names;
}

}  // namespace tbsc94
