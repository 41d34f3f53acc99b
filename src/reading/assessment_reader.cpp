#include "reading/assessment_reader.hpp"

#include <algorithm>
#include <utility>

#include "json/messages.hpp"
#include "json/slips.hpp"
#include "reading/assessment_members.hpp"
#include "reading/assessment_part_reader.hpp"
#include "reading/cure_messages.hpp"
#include "reading/cures.hpp"
#include "reading/fast_reader.hpp"
#include "reading/management_part_reader.hpp"
#include "reading/reading_names.hpp"
#include "reading/service_part_reader.hpp"
#include "text/format.hpp"
#include "text/nearest.hpp"

namespace tbsc94 {

namespace {

namespace keys = assessment_keys;

// The schemes among which `id` and `edition`, as far as the file has named them, leave a choice.
struct scheme_choice {
  std::optional<std::string> id;
  std::optional<std::string> edition;

  [[nodiscard]] const loaded_scheme* find(const scheme_catalog& catalog) const {
    return id ? catalog.find(*id, edition) : nullptr;
  }
};

void remark_on_date(record& record, const scheme& scheme, language lang) {
  const std::optional<std::string>& date = record.assessment.date;
  if (date && *date < scheme.effective) {
    record.remarks.push_back({code::date_before_edition,
                              json::path().member("date").pointer(),
                              record.date_at,
                              0,
                              0,
                              {},
                              message::date_before_edition(lang, *date, scheme.edition, scheme.effective)});
  }
}

// Reads one document, with the items of `scheme` until it names another.
class strict_assessment_reader : assessment_part_reader {
 public:
  strict_assessment_reader(const scheme_catalog& catalog, const reader_options& options, const loaded_scheme& scheme,
                           record& into)
      : assessment_part_reader(scheme, into, options.lang),
        catalog_(catalog),
        options_(options),
        record_(into),
        assessment_(into.assessment) {
    clear(record_);
  }

  void read(value root);
  // The scheme that the document names; null where that is none that is loaded.
  [[nodiscard]] const loaded_scheme* named() const {
    return options_.under.empty() ? own() : choice_.id ? catalog_.find(*choice_.id, options_.under) : nullptr;
  }
  [[nodiscard]] const loaded_scheme* own() const { return choice_.find(catalog_); }
  using assessment_part_reader::used_scheme;
  // Whether the items were looked up in the scheme that the document means, as far as can be told.
  [[nodiscard]] bool knows_items() const { return named() != nullptr || (!choice_.id && catalog_.all().size() == 1); }

 private:
  void read_recorded(value recorded, const path& at);
  void check_scheme_named(const path& root, std::size_t offset);
  // Outside `service` and `management` the options may let an unknown key pass.
  void unknown_member_or_pass(const json::key& key, value member, const path& at, const json::key_names& known);

  const scheme_catalog& catalog_;
  const reader_options& options_;
  record& record_;
  assessment& assessment_;

  scheme_choice choice_;
  std::size_t scheme_offset_ = 0;
  std::size_t edition_offset_ = 0;
};

void strict_assessment_reader::read(value root) {
  const path top;
  if (root.kind() != kind::object) {
    error(code::wrong_type, top, root.offset(), {}, message::root_is_no_object(lang()));
    check_all(root, top);
    return;
  }
  bool has_service = false;
  bool has_management = false;
  members(root, keys::root, top, [&](std::size_t index, const json::key& key, value member) {
    const path at = top.member(key.name);
    switch (index) {
      case keys::scheme:
        choice_.id = read_string(member, at);
        scheme_offset_ = member.offset();
        break;
      case keys::edition:
        choice_.edition = read_string(member, at);
        edition_offset_ = member.offset();
        assessment_.names_edition = true;
        break;
      case keys::id:
        assessment_.id = read_string(member, at);
        break;
      case keys::organization:
        assessment_.organization = read_string(member, at);
        break;
      case keys::date:
        if (member.kind() == kind::null) {
          refuse_type(kind::string, member, at, message::date_not_filled_in(lang()));
        } else {
          assessment_.date = read_date(member, at);
        }
        record_.date_at = member.offset();
        break;
      case keys::service:
        has_service = true;
        if (named() != nullptr && !has_management) {
          use(*named());  // known in time: it need not be read again
        }
        read_service(member, at, used_scheme(),
                     options_.excluding.value_or(used_scheme().readings.values.excludes_not_applicable()), record_,
                     lang());
        break;
      case keys::management:
        has_management = true;
        if (named() != nullptr && !has_service) {
          use(*named());
        }
        read_management(member, at, used_scheme(), record_, lang());
        break;
      case keys::details:
        read_labelled(member, at, most_details, assessment_.details);
        break;
      case keys::recorded:
        read_recorded(member, at);
        break;
      case keys::schema:
        static_cast<void>(read_string(member, at));
        break;
      case json::unknown:
        unknown_member_or_pass(key, member, top, keys::root);
        break;
      default:  // extensions
        if (expect(kind::object, member, at)) {
          check_all(member, at);
        }
    }
  });
  check_scheme_named(top, root.offset());
  if (!has_service) {
    missing_member("service", top, root.offset(), content().service.clause);
  }
  if (!has_management && content().maturity) {
    missing_member("management", top, root.offset(), content().maturity->table.clause);
  }
  remark_on_date(record_, content(), lang());
}

void strict_assessment_reader::check_scheme_named(const path& root, std::size_t offset) {
  if (named() != nullptr) {
    return;
  }
  if (!choice_.id) {
    if (scheme_offset_ == 0) {
      missing_member("scheme", root, offset, {});
    }
    return;
  }
  const auto editions = catalog_.editions_of(*choice_.id);
  if (editions.empty()) {
    std::vector<std::string_view> ids;
    for (const auto& each : catalog_.all()) {
      ids.emplace_back(each->content.id);
    }
    const std::string loaded = formatted("\"{}\"", joined(ids, "\", \""));
    error(code::scheme_unknown, root.member("scheme"), scheme_offset_, {},
          message::scheme_unknown(lang(), *choice_.id, loaded) + cure_of_name(*choice_.id, ids, lang()));
  } else if (assessment_.names_edition && !choice_.edition) {
    return;  // of another type, as an error says
  } else {
    std::vector<std::string_view> names;
    names.reserve(editions.size());
    for (const loaded_scheme* each : editions) {
      names.emplace_back(each->content.edition);
    }
    const std::string loaded = formatted("\"{}\"", joined(names, "\", \""));
    if (!options_.under.empty()) {
      error(code::edition_unknown, root.member("scheme"), scheme_offset_, {},
            message::edition_unknown(lang(), options_.under, loaded));
    } else if (choice_.edition) {
      error(code::edition_unknown, root.member("edition"), edition_offset_, {},
            message::edition_unknown(lang(), *choice_.edition, loaded) + cure_of_name(*choice_.edition, names, lang()));
    } else {
      error(code::missing_key, root.member("edition"), offset, {}, message::edition_needed(lang(), loaded));
    }
  }
}

void strict_assessment_reader::read_recorded(value recorded, const path& at) {
  if (!expect(kind::object, recorded, at)) {
    return;
  }
  recorded_result& result = assessment_.recorded.emplace();
  recorded_offsets& offsets = record_.recorded_at;
  const auto number = [&](value member, const path& here) -> std::optional<std::string> {
    if (!expect(kind::number, member, here)) {
      return std::nullopt;
    }
    static_cast<void>(member.number());  // it must be one; verify and regrade look at its value
    return std::string(member.text());
  };
  members(recorded, keys::recorded_result, at, [&](std::size_t index, const json::key& key, value member) {
    const path here = at.member(key.name);
    if (index < offsets.members.size()) {
      offsets.members[index] = member.offset();
    }
    switch (index) {
      case keys::recorded_score:
        result.service_score = number(member, here);
        break;
      case keys::recorded_total:
        result.management_total = number(member, here);
        break;
      case keys::recorded_level:
        result.management_level = number(member, here);
        break;
      case keys::recorded_grade:
        result.has_grade = true;
        if (member.kind() == kind::null) {
          member.word();
        } else {
          result.grade = read_string(member, here);
        }
        break;
      case json::unknown:
        unknown_member_or_pass(key, member, at, keys::recorded_result);
        break;
      default:  // readings
        if (!expect(kind::object, member, here)) {
          return;
        }
        members(member, all_reading_names(), here, [&](std::size_t which, const json::key& name, value word) {
          if (which == json::unknown) {
            unknown_member_or_pass(name, word, here, all_reading_names());
          } else if (auto text = read_string(word, here.member(name.name))) {
            result.readings.emplace_back(name.name, std::move(*text));
            offsets.readings.push_back(word.offset());
          }
        });
    }
  });
}

void strict_assessment_reader::unknown_member_or_pass(const json::key& key, value member, const path& at,
                                                      const json::key_names& known) {
  if (&known == &keys::root && keys::of_results.find(key.name) != json::unknown) {
    error(code::unknown_key, at.member(key.name), key.offset, {}, message::result_in_assessment(lang(), key.name));
    check_all(member, at.member(key.name));
  } else if (options_.unknown == unknown_keys::ignore && !find_nearest(key.name, known.all()).near_miss) {
    check_all(member, at.member(key.name));
  } else {
    unknown_member(key, member, at, known);
  }
}

// Errors that hold whatever the scheme; the others are told of the items of a scheme that is loaded.
bool holds_for_any_scheme(const finding& finding) {
  switch (finding.code) {
    case code::unknown_item:
    case code::missing_alpha:
    case code::missing_level:
    case code::nothing_applicable:
      return false;
    default:
      return true;
  }
}

// Whether the document is a result of `grade` in which something is amiss.
bool is_of_result(const findings& errors) {
  return std::ranges::any_of(errors, [](const finding& each) {
    return each.code == code::unknown_key && keys::of_results.find(each.where.substr(1)) != json::unknown;
  });
}

}  // namespace

assessment_reader::assessment_reader(const scheme_catalog& catalog, reader_options options)
    : catalog_(&catalog), options_(std::move(options)) {}

void assessment_reader::read(const json::padded_text& text, std::size_t first_line, record& record) {
  if (read_fast(*catalog_, text, options_.under, passed_over_, record)) {
    remark_on_date(record, record.scheme->content, options_.lang);
    place(record.remarks, text.text, first_line);
    return;
  }
  read_strictly(text, record);
  const json::slips slips(text.text, record.errors);
  if (slips.meant()) {
    read_strictly(*slips.meant(), record);
    record.remarks.clear();
    if (is_of_result(record.errors)) {
      record.errors.clear();  // they would be of every other member, too
    }
  }
  slips.add_to(record.errors, options_.lang);
  place(record.errors, text.text, first_line);
  place(record.remarks, text.text, first_line);
}

void assessment_reader::read_strictly(const json::padded_text& text, record& record) {
  const loaded_scheme* named = nullptr;
  const loaded_scheme* used = nullptr;
  bool knows_items = true;
  const auto read_with = [&](const loaded_scheme& scheme) {
    strict_assessment_reader reader(*catalog_, options_, scheme, record);
    documents_.read(text, record.errors, options_.lang, [&](json::value root) { reader.read(root); });
    named = reader.named();
    used = &reader.used_scheme();
    record.own = reader.own();
    knows_items = reader.knows_items();
  };
  read_with(catalog_->first());
  if (named != nullptr && named != used) {
    read_with(*named);  // its name stood behind what needed it
  }
  record.scheme = named;
  if (!knows_items) {
    record.errors.remove_if([&](const finding& each) { return !holds_for_any_scheme(each); });
  }
  record.lang = options_.lang;
}

}  // namespace tbsc94
