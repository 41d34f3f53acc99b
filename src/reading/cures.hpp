// What is to be written in place of what was: the cure of a slip, as far as it can be told.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "json/key_names.hpp"
#include "tbsc94/scheme.hpp"
#include "text/language.hpp"

namespace tbsc94 {

/// What is said of a text in place of an α or of a level; empty where nothing better than its type can be said.
[[nodiscard]] std::string cure_of_alpha(std::string_view text, const scheme& scheme, std::size_t item, language lang);
[[nodiscard]] std::string cure_of_level(std::string_view text, const maturity_part& part, language lang);

/// What is added where points may have been written for an α or a level.
[[nodiscard]] std::string points_for_alpha(std::string_view number, const item& item, language lang);
[[nodiscard]] std::string points_for_level(std::string_view number, const item& item, language lang);

/// The known key that is meant by a Chinese name: `likely_member("组织名称", keys) // "organization"`.
[[nodiscard]] std::optional<std::string_view> likely_member(std::string_view key, const json::key_names& known);

/// The item that is meant by an id with its name, or by a name that one item alone has.
[[nodiscard]] std::optional<std::size_t> likely_item(std::string_view key, const item_table& table);

/// `；是否应为 "B/0"？`, with the dashes named that are none: what is added where a scheme or an edition is not loaded.
[[nodiscard]] std::string cure_of_name(std::string_view name, std::span<const std::string_view> loaded, language lang);

}  // namespace tbsc94
