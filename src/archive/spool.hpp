// Keeps what can only be written once all is known, outside of memory.
#pragma once

#include <cstdio>
#include <memory>
#include <string_view>

#include "archive/output.hpp"

namespace tbsc94 {

/// A temporary file without a name. After a failure all further calls fail; errno says why.
class spool {
 public:
  spool() : file_(std::tmpfile()) {}

  bool write(std::string_view text);
  /// Passes on all that was written. False where either cannot be read or written.
  bool copy_to(output& out);

 private:
  struct closer {
    void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
  };
  std::unique_ptr<std::FILE, closer> file_;
};

}  // namespace tbsc94
