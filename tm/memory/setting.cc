#include "tm/memory/setting.h"

namespace mizan {

std::string setting(const Database& database, std::string_view name) {
  Statement statement = database.prepare("SELECT value FROM setting WHERE name = ?");
  statement.bind(1, name);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

void store_setting(const Database& database, std::string_view name, std::string_view value) {
  database.prepare("INSERT OR REPLACE INTO setting(name, value) VALUES(?, ?)")
      .bind(1, name)
      .bind(2, value)
      .run();
}

}  // namespace mizan
