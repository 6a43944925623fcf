// What the tab-separated formats share: rows without quoting, a header that names columns, two
// languages in either order.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mizan {

// The fields of a row without its line end; at least one.
std::vector<std::string_view> split_row(std::string_view row);

// Calls `visit` with the 1-based number and the text of each line; "\r\n" ends a line like "\n".
void for_each_line(std::string_view text,
                   const std::function<void(std::size_t line, std::string_view row)>& visit);

std::string_view trimmed_field(std::string_view field);

// The parts of a field that lists several, "a; b;c"; empty ones left out.
std::vector<std::string_view> listed_values(std::string_view field);

// Where the columns are.
struct TsvColumns {
  std::size_t arabic = 0;
  std::size_t english = 1;
  std::optional<std::size_t> find(std::string_view name) const;

  std::vector<std::string> names;  // lower case; empty without a header
};

// The columns that a header row names: it has "ar" or "arabic" and "en" or "english", in any case
// and order. Nothing when the row is not a header.
std::optional<TsvColumns> parse_header(const std::vector<std::string_view>& fields);

// Whether rows without a header have English first, by the script of the first hundred of them.
bool english_comes_first(std::string_view text);

}  // namespace mizan
