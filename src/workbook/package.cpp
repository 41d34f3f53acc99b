#include "workbook/package.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <expat.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <set>

namespace tbsc94::workbook {

namespace {

// expat's memory, counted: whatever makes it grow (names, nesting, a text without an end) comes to an end here.
// Each block begins with its size.
class counted_memory {
 public:
  static void begin() { used() = 0; }
  static void* allocate(std::size_t size) { return reallocate(nullptr, size); }
  static void* reallocate(void* block, std::size_t size) {
    std::size_t* const head = block == nullptr ? nullptr : static_cast<std::size_t*>(block) - words;
    const std::size_t before = head == nullptr ? 0 : *head;
    if (size > most || used() - before + size > most) {
      return nullptr;
    }
    auto* const moved = static_cast<std::size_t*>(std::realloc(head, size + words * sizeof(std::size_t)));  // NOLINT
    if (moved == nullptr) {
      return nullptr;
    }
    used() += size - before;
    *moved = size;
    return moved + words;
  }
  static void release(void* block) {
    if (block != nullptr) {
      std::size_t* const head = static_cast<std::size_t*>(block) - words;
      used() -= *head;
      std::free(head);  // NOLINT: expat's interface
    }
  }

 private:
  static constexpr std::size_t words = 2;  // keeps what follows aligned
  static constexpr std::size_t most = limits{}.xml_memory;
  static std::size_t& used() {
    static thread_local std::size_t bytes = 0;
    return bytes;
  }
};

std::string_view local_name(const char* name) {
  const std::string_view all = name;
  return all.substr(all.rfind(':') + 1);
}

// One part, parsed piece by piece as it is unpacked. What a visitor throws is carried past expat.
class xml_parser {
 public:
  explicit xml_parser(xml_visitor& visitor) : visitor_(visitor) {
    counted_memory::begin();
    constexpr XML_Memory_Handling_Suite memory{counted_memory::allocate, counted_memory::reallocate,
                                               counted_memory::release};
    parser_.reset(XML_ParserCreate_MM(nullptr, &memory, nullptr));
    if (!parser_) {
      throw std::bad_alloc();
    }
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_open, on_close);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  void parse(const char* piece, std::size_t size, bool is_last) {
    const auto result = XML_Parse(parser_.get(), piece, static_cast<int>(size), is_last ? 1 : 0);
    if (thrown_) {
      std::rethrow_exception(thrown_);
    }
    if (result != XML_STATUS_OK) {
      throw refusal{XML_GetErrorCode(parser_.get()) == XML_ERROR_NO_MEMORY ? fault::too_large : fault::damaged};
    }
  }

 private:
  struct closer {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  template <class Do>
  void guard(Do act) {
    if (thrown_) {
      return;  // expat may still report what belongs to the same element
    }
    try {
      act();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }
  static void on_open(void* self, const char* name, const char** given) {
    auto& parser = *static_cast<xml_parser*>(self);
    parser.guard([&] {
      parser.attributes_.clear();
      for (; *given != nullptr; given += 2) {
        parser.attributes_.emplace_back(local_name(given[0]), given[1]);
      }
      parser.visitor_.open(local_name(name), parser.attributes_);
    });
  }
  static void on_close(void* self, const char* name) {
    auto& parser = *static_cast<xml_parser*>(self);
    parser.guard([&] { parser.visitor_.close(local_name(name)); });
  }
  static void on_text(void* self, const char* piece, int size) {
    auto& parser = *static_cast<xml_parser*>(self);
    parser.guard([&] { parser.visitor_.text({piece, static_cast<std::size_t>(size)}); });
  }
  static void on_doctype(void* self, const char* /*name*/, const char* /*system*/, const char* /*public*/,
                         int /*has_subset*/) {
    static_cast<xml_parser*>(self)->guard([] { throw refusal{fault::declared_type}; });
  }

  xml_visitor& visitor_;
  std::unique_ptr<XML_ParserStruct, closer> parser_;
  xml_visitor::attributes attributes_;
  std::exception_ptr thrown_;
};

struct archive_closer {
  void operator()(archive* opened) const { archive_read_free(opened); }
};

void read_part(archive* from, xml_visitor& visitor, std::uint64_t& unpacked) {
  xml_parser parser(visitor);
  constexpr std::size_t piece = std::size_t{64} << 10U;
  const auto bytes = std::make_unique_for_overwrite<char[]>(piece);  // NOLINT: as libarchive fills it
  while (true) {
    const la_ssize_t got = archive_read_data(from, bytes.get(), piece);
    if (got < 0) {
      throw refusal{fault::damaged};
    }
    unpacked += static_cast<std::uint64_t>(got);
    if (unpacked > limits{}.unpacked) {
      throw refusal{fault::too_large};
    }
    parser.parse(bytes.get(), static_cast<std::size_t>(got), got == 0);
    if (got == 0) {
      return;
    }
  }
}

}  // namespace

std::string in_lower_case(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return name;
}

void read_parts(std::string_view bytes, const std::function<xml_visitor*(const std::string& part)>& choose,
                std::uint64_t& unpacked) {
  const std::unique_ptr<archive, archive_closer> opened(archive_read_new());
  if (!opened) {
    throw std::bad_alloc();
  }
  // By the directory at its end, as spreadsheets do.
  archive_read_support_format_zip_seekable(opened.get());
  if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    throw refusal{fault::damaged};
  }
  std::set<std::string> seen;
  for (archive_entry* entry = nullptr;;) {
    const int result = archive_read_next_header(opened.get(), &entry);
    if (result == ARCHIVE_EOF) {
      break;
    }
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      throw refusal{fault::damaged};
    }
    if (archive_entry_is_encrypted(entry) != 0) {
      throw refusal{fault::encrypted};
    }
    const char* const name = archive_entry_pathname(entry);
    const std::string part = in_lower_case(name == nullptr ? "" : name);
    if (seen.size() >= limits{}.members) {
      throw refusal{fault::too_large};
    }
    if (!seen.insert(part).second) {
      throw refusal{fault::damaged};  // two parts of one name: programs differ in which they take
    }
    if (xml_visitor* const visitor = choose(part)) {
      read_part(opened.get(), *visitor, unpacked);
    }
  }
}

}  // namespace tbsc94::workbook
