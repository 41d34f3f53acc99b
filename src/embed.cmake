# tbsc94_embed(TARGET NAME FILE): gives TARGET a function tbsc94::embedded::NAME() that returns FILE's bytes, which a
# parser may read past.
function(tbsc94_embed target name file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} bytes HEX)
  file(SIZE ${file} size)
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp CONTENT [[
#include "text/embedded.hpp"

namespace tbsc94::embedded {

std::string_view @name@() {
  static constexpr std::size_t size = @size@;
  static constexpr unsigned char bytes[size + readable_after] = {
@bytes@
  };
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace tbsc94::embedded
]] @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
endfunction()
