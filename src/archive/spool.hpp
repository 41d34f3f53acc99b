// Keeps what can only be written once all is known, outside of memory.
#pragma once

#include <string>
#include <string_view>

#include "archive/output.hpp"

namespace tbsc94 {

/// A temporary file without a name, where the system keeps such files.
class spool {
 public:
  spool();
  spool(const spool&) = delete;
  spool& operator=(const spool&) = delete;
  ~spool();

  /// False, then and from then on, where the file cannot be made or written: `out`, to which it belongs, has
  /// been told.
  bool write(std::string_view text, output& out);
  /// Passes on all that was written. False where either cannot be read or written.
  bool copy_to(output& out);

 private:
  bool fail(output& out) const;

  std::string folder_;
  int descriptor_;
  int error_ = 0;  // the errno of a failure
};

}  // namespace tbsc94
