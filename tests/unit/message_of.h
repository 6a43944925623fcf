// What a call that throws has to say.
#pragma once

#include <functional>
#include <string>

#include "tm/base/error.h"

namespace mizan::testing {

// The message of the Error that `call` throws; "no error" when it throws none.
inline std::string message_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace mizan::testing
