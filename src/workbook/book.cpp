#include "workbook/book.hpp"

#include <xlsxwriter.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <new>
#include <utility>

#include "platform/platform.hpp"
#include "text/encoding.hpp"

namespace tbsc94::workbook {

namespace {

// Windows, and WPS on every system, have it; others put their own in its place.
constexpr const char* font = "SimSun";
constexpr std::size_t longest_text = 32'767;

std::string fitting(std::string_view text) {
  std::string fits(encoding::first_code_points(text, longest_text));
  std::erase_if(fits, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
  return fits;
}

lxw_color_t color_of(look::fill fill) {
  switch (fill) {
    case look::fill::head:
      return 0xD9E2EC;
    case look::fill::group:
      return 0xEEF2F6;
    case look::fill::missing:
      return 0xFFE699;
    default:
      return 0xF7FBFF;
  }
}

}  // namespace

book::book(bool in_constant_memory) : file_(platform::create_nameless(platform::temporary_folder())) {
  lxw_workbook_options options{};
  options.constant_memory = in_constant_memory ? 1 : 0;
  options.tmpdir = std::getenv("TMPDIR");
  options.use_zip64 = in_constant_memory ? 1 : 0;
  book_ = workbook_new_opt(("/dev/fd/" + std::to_string(file_)).c_str(), &options);
  if (book_ == nullptr) {
    throw std::bad_alloc();
  }
}

book::~book() {
  if (book_ != nullptr) {
    lxw_workbook_free(book_);
  }
  if (file_ >= 0) {
    platform::close(file_);
  }
}

void book::describe(const std::string& title, const std::string& day) {
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::atoi(day.substr(at, size).c_str());  // NOLINT: a day that was checked
  };
  const std::chrono::sys_days at = std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
  lxw_doc_properties properties{};
  std::string own = title;
  std::string author = "tbsc94";
  properties.title = own.data();
  properties.author = author.data();
  properties.created = std::chrono::system_clock::to_time_t(at);
  workbook_set_properties(book_, &properties);
}

lxw_worksheet* book::add_sheet(const std::string& name, const std::string& footer) {
  lxw_worksheet* const sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) {
    throw std::bad_alloc();
  }
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet, a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
  worksheet_center_horizontally(sheet);
  worksheet_set_footer(sheet, footer.c_str());
  return sheet;
}

lxw_format* book::format(const look& look) {
  lxw_format*& format = formats_[look];
  if (format != nullptr) {
    return format;
  }
  format = workbook_add_format(book_);
  format_set_font_name(format, font);
  format_set_font_size(format, look.size);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align(format, look.aligned == look::align::center  ? LXW_ALIGN_CENTER
                           : look.aligned == look::align::right ? LXW_ALIGN_RIGHT
                                                                : LXW_ALIGN_LEFT);
  if (look.aligned == look::align::right) {
    format_set_indent(format, 1);
  }
  if (look.wrap) {
    format_set_text_wrap(format);
  }
  if (look.bold) {
    format_set_bold(format);
  }
  if (look.grey) {
    format_set_font_color(format, 0x5F6B7A);
  }
  if (look.border) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0x8898AA);
  }
  if (!look.locked) {
    format_set_unlocked(format);
  }
  if (look.filled != look::fill::none) {
    format_set_bg_color(format, color_of(look.filled));
  }
  if (!look.number.empty()) {
    format_set_num_format(format, look.number.c_str());
  }
  return format;
}

void book::text(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, std::string_view text,
                const look& look) {
  worksheet_write_string(sheet, row, column, fitting(text).c_str(), format(look));
}

void book::blank(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, const look& look) {
  worksheet_write_blank(sheet, row, column, format(look));
}

void book::merged(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t from, std::uint16_t to, std::string_view text,
                  const look& look) {
  worksheet_merge_range(sheet, row, from, row, to, fitting(text).c_str(), format(look));
}

void book::number(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, double value, const look& look) {
  worksheet_write_number(sheet, row, column, value, format(look));
}

void book::day(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, std::string_view day, const look& look) {
  if (day < "1900-03") {  // spreadsheets count a 29 February 1900
    text(sheet, row, column, day, look);
    return;
  }
  const auto part = [&](std::size_t at, std::size_t size) {
    return std::atoi(std::string(day.substr(at, size)).c_str());
  };
  lxw_datetime date{.year = part(0, 4), .month = part(5, 2), .day = part(8, 2), .hour = 0, .min = 0, .sec = 0};
  worksheet_write_datetime(sheet, row, column, &date, format(look));
}

bool book::close(const std::function<bool(std::string_view piece)>& take) {
  errno = 0;
  if (file_ < 0 || workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) {
    errno = errno == 0 ? EIO : errno;
    return false;
  }
  std::array<char, 65536> piece{};
  for (std::uint64_t at = 0;;) {
    const auto got = platform::read_at(file_, piece.data(), piece.size(), at);
    if (got <= 0) {
      return got == 0;
    }
    if (!take({piece.data(), static_cast<std::size_t>(got)})) {
      return false;
    }
    at += static_cast<std::uint64_t>(got);
  }
}

std::optional<std::string> made_workbook(const std::function<void(book&)>& fill) {
  std::string bytes;
  book made(false);
  fill(made);
  const bool is_whole = made.close([&](std::string_view piece) {
    bytes += piece;
    return true;
  });
  return is_whole ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace tbsc94::workbook
