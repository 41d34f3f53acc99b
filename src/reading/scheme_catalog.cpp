#include "reading/scheme_catalog.hpp"

#include <algorithm>

#include "text/comparison_key.hpp"
#include "text/digest.hpp"
#include "text/embedded.hpp"
#include "text/version.hpp"

namespace tbsc94 {

namespace {

json::key_names ids_of(const item_table& table) {
  json::key_names ids;
  for (const item& item : table.items) {
    ids.add(item.id);
  }
  return ids;
}

}  // namespace

bool scheme_catalog::add(scheme content, std::string_view text, std::vector<ambient_file> ambient) {
  for (const auto& each : schemes_) {
    if (each->content.id == content.id && each->content.edition == content.edition) {
      return false;
    }
  }
  auto loaded = std::make_unique<loaded_scheme>();
  loaded->content = std::move(content);
  loaded->readings = given_.over(loaded->content.stated);
  if (text == embedded::scheme()) {
    loaded->text = embedded::scheme();
    loaded->sha256 = embedded_scheme_digest;
  } else {
    loaded->text = loaded->own_text = text;
    loaded->sha256 = sha256(text);
  }
  loaded->ambient = std::move(ambient);
  loaded->service_ids = ids_of(loaded->content.service);
  if (loaded->content.maturity) {
    loaded->management_ids = ids_of(loaded->content.maturity->table);
  }
  schemes_.push_back(std::move(loaded));
  return true;
}

const loaded_scheme* scheme_catalog::find(std::string_view id, std::optional<std::string_view> edition) const {
  const loaded_scheme* found = nullptr;
  for (const auto& each : schemes_) {
    if (each->content.id == id && (!edition || each->content.edition == *edition)) {
      if (found != nullptr) {
        return nullptr;  // several editions, and none is named
      }
      found = each.get();
    }
  }
  return found;
}

std::vector<const loaded_scheme*> scheme_catalog::editions_of(std::string_view id) const {
  std::vector<const loaded_scheme*> editions;
  for (const auto& each : schemes_) {
    if (each->content.id == id) {
      editions.push_back(each.get());
    }
  }
  return editions;
}

const loaded_scheme* scheme_catalog::lookalike_of(std::string_view id, std::string_view edition) const {
  const auto look_alike = [](std::string_view a, std::string_view b) { return lookalike_key(a) == lookalike_key(b); };
  const auto found = std::ranges::find_if(schemes_, [&](const auto& each) {
    const scheme& other = each->content;
    return other.id != id ? look_alike(other.id, id) : other.edition != edition && look_alike(other.edition, edition);
  });
  return found != schemes_.end() ? found->get() : nullptr;
}

}  // namespace tbsc94
