// A text in the two languages of the program.
#pragma once

#include <string>

namespace tbsc94 {

struct bilingual {
  std::string zh;
  std::string en;
};

}  // namespace tbsc94
