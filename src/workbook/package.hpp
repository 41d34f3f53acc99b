// The parts of a packed workbook (.xlsx is a zip of XML), read from memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tbsc94::workbook {

/// How far a workbook may go, unpacked. A form for 100 ratings comes to 2 MiB.
struct limits {
  std::uint64_t unpacked = std::uint64_t{256} << 20U;  // bytes of the parts that are read: about a second of work
  std::size_t members = 10'000;
  std::size_t xml_memory = std::size_t{16} << 20U;  // of the parser: names, nesting, one piece of markup
  std::size_t cells = 200'000;                      // that hold something
  std::size_t texts = std::size_t{8} << 20U;        // bytes of what they hold
  std::size_t sheets = 2'000;
};

/// Why a workbook cannot be read further.
enum class fault : std::uint8_t {
  damaged,        // no zip, cut off, a wrong checksum, no XML
  encrypted,      // needs a password
  old_format,     // .xls or .et
  other_format,   // OpenDocument, .xlsb, a file of another program
  macros,         // holds program code
  declared_type,  // XML with a document type: entities could blow it up
  too_large,      // past one of `limits`
  no_form,        // a workbook, and none of this program's forms
  is_result,      // one of its results
  newer_form,     // a form of a later version
  part_missing,   // a sheet of the form is not there
};

/// Thrown while a workbook is read, from within what the parser of XML calls; caught by `read_form`.
struct refusal {
  fault what;
};

/// Takes what an element of XML is called and says, without prefixes.
struct xml_visitor {
  using attributes = std::vector<std::pair<std::string_view, std::string_view>>;
  virtual void open(std::string_view name, const attributes& given) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;
  virtual ~xml_visitor() = default;
};

/// With small letters for the capitals of ASCII: names of parts and endings count in any case.
[[nodiscard]] std::string in_lower_case(std::string name);

/// Opens `bytes` and hands every part that `choose` gives a visitor for to it, in the order of the file. Names of
/// parts are in lower case. Throws `refusal`. `unpacked` counts what has been read of the workbook so far.
void read_parts(std::string_view bytes, const std::function<xml_visitor*(const std::string& part)>& choose,
                std::uint64_t& unpacked);

}  // namespace tbsc94::workbook
