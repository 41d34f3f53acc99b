// The tests' main: they run in the locale that the environment names, as a program does that calls
// setlocale, so that a reader or writer that heeded the locale would be found out.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

#include <clocale>
#include <cstdlib>
#include <iostream>
#include <locale>
#include <stdexcept>

int main(int argc, char** argv) {
  bool found = std::setlocale(LC_ALL, "") != nullptr;
  try {
    std::locale::global(std::locale(""));
  } catch (const std::runtime_error&) {
    found = false;
  }
  if (!found && std::getenv("TBSC94_NEEDS_LOCALE") != nullptr) {
    std::cerr << "the locale of the environment is not there\n";
    return 1;
  }
  return Catch::Session().run(argc, argv);
}
