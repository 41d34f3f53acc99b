#include "reading/scheme_maturity_reader.hpp"

#include <vector>

#include "json/messages.hpp"
#include "reading/scheme_items_reader.hpp"
#include "reading/scheme_part_reader.hpp"
#include "tbsc94/maturity.hpp"

namespace tbsc94 {

namespace {

class scheme_maturity_reader : scheme_part_reader {
 public:
  scheme_maturity_reader(maturity_part& into, findings& errors, language lang)
      : scheme_part_reader(errors, lang), part_(into) {}

  void read(value maturity, const path& at);

 private:
  void read_level_descriptions(value levels, const path& at);
  void read_bands(value bands, const path& at);
  void check_bands_cover(std::size_t offset, const path& at);

  maturity_part& part_;
};

void scheme_maturity_reader::read(value maturity, const path& at) {
  std::size_t bands_at = 0;
  read_object(maturity, at,
              {{"clause", true, text_into(part_.table.clause)},
               {"requirements_clause", false, text_into(part_.requirements_clause)},
               {"qms_audit_clause", false, text_into(part_.qms_audit_clause)},
               {"levels", true, [this](value v, const path& here) { read_level_descriptions(v, here); }},
               {"chapters", true,
                [this](value v, const path& here) { read_chapters(v, here, part_.table, errors_so_far(), lang()); }},
               {"bands", true, [&](value v, const path& here) {
                  bands_at = v.offset();
                  read_bands(v, here);
                }}});
  check_bands_cover(bands_at, at.member("bands"));  // only now: the chapters may stand behind the bands
}

void scheme_maturity_reader::read_level_descriptions(value levels, const path& at) {
  const auto read_description = [&](std::size_t index, value object, const path& here) {
    level_description description;
    maturity_level level;
    read_object(object, here,
                {{"level", true, level_into(level)},
                 {"name", true, names_into(description.name)},
                 {"description", true, texts_into(description.description)}});
    if (level.number() != index + 1) {
      inconsistent(here, object, message::levels_in_order(lang(), maturity_level::highest));
    }
    part_.levels.push_back(std::move(description));
  };
  read_object(levels, at,
              {{"clause", true, text_into(part_.level_clause)},
               {"descriptions", true, [&](value v, const path& here) {
                  read_list(v, here, read_description);
                  if (part_.levels.size() != maturity_level::highest) {
                    inconsistent(here, v, message::levels_in_order(lang(), maturity_level::highest));
                  }
                }}});
}

void scheme_maturity_reader::read_bands(value bands, const path& at) {
  std::optional<decimal> previous_end;
  std::size_t previous_offset = 0;
  read_list(bands, at, [&](std::size_t index, value object, const path& here) {
    maturity_band band;
    std::optional<decimal> below;
    std::optional<decimal> to;
    read_object(object, here,
                {{"level", true, level_into(band.level)},
                 {"from", true, number_into(band.from, item_table::most_places)},
                 {"below", false, number_into(below, item_table::most_places)},
                 {"to", false, number_into(to, item_table::most_places)}});
    if (below.has_value() == to.has_value()) {
      inconsistent(here, object, message::one_end(lang()));
      return;
    }
    band.end = below ? *below : *to;
    band.takes_in_end = to.has_value();
    if (!part_.bands.empty() && part_.bands.back().takes_in_end) {
      inconsistent(at.element(index - 1), previous_offset, message::end_taken_in(lang()));
    }
    if (previous_end && band.from != *previous_end) {
      inconsistent(here, object, message::does_not_follow(lang(), previous_end->shortest()));
    }
    if (band.end <= band.from) {
      inconsistent(here, object, message::end_below_start(lang()));
    }
    if (!part_.bands.empty() && band.level <= part_.bands.back().level) {
      inconsistent(here, object, message::must_ascend(lang()));
    }
    previous_end = band.end;
    previous_offset = object.offset();
    part_.bands.push_back(band);
  });
}

// Every total that item levels can give lies in a band.
void scheme_maturity_reader::check_bands_cover(std::size_t offset, const path& at) {
  if (part_.bands.empty() || part_.table.items.empty()) {
    return;
  }
  const auto total_at = [&](unsigned level) {
    const std::vector<maturity_level> levels(part_.table.items.size(), *maturity_level::from(level));
    return management_total(part_, levels);
  };
  const decimal least = total_at(maturity_level::lowest);
  const decimal most = total_at(maturity_level::highest);
  const maturity_band& last = part_.bands.back();
  if (least < part_.bands.front().from || most > last.end || (most == last.end && !last.takes_in_end)) {
    inconsistent(at, offset, message::total_outside_bands(lang(), least.to_string(), most.to_string()));
  }
}

}  // namespace

void read_maturity(json::value maturity, const json::path& at, maturity_part& into, findings& errors, language lang) {
  scheme_maturity_reader(into, errors, lang).read(maturity, at);
}

}  // namespace tbsc94
