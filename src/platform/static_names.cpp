// Of a static program alone. libarchive turns the names of members into what the locale has for them, and the locale
// C.UTF-8 is a file that not every system has: it is told that names are UTF-8, whatever the locale.
#include <langinfo.h>

extern "C" {

// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the linker's own name, of --wrap
char* __real_nl_langinfo(nl_item item);

// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): likewise
char* __wrap_nl_langinfo(nl_item item) {
  static char utf8[] = "UTF-8";  // NOLINT(modernize-avoid-c-arrays)
  return item == CODESET ? utf8 : __real_nl_langinfo(item);
}

}  // extern "C"
