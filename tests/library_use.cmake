# The scoring library, as others use it.

# The manual's example, compiled and run as it stands there, prints what stands below it.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/manual/en/library.md)
file(READ ${PROJECT_SOURCE_DIR}/data/manual/en/library.md page)
set(example ${CMAKE_CURRENT_BINARY_DIR}/manual_example)
# tbsc94_take_block(LANGUAGE FILE) cuts the next block of code in that language from `page`.
function(tbsc94_take_block language file)
  set(fence "```${language}\n")
  string(LENGTH "${fence}" length)
  string(FIND "${page}" "${fence}" begin)
  math(EXPR begin "${begin} + ${length}")
  string(SUBSTRING "${page}" ${begin} -1 rest)
  string(FIND "${rest}" "```" end)
  string(SUBSTRING "${rest}" 0 ${end} block)
  file(CONFIGURE OUTPUT ${file} CONTENT "${block}" @ONLY)
  set(page "${rest}" PARENT_SCOPE)
endfunction()
string(FIND "${page}" "<!-- library-example -->" begin)
string(SUBSTRING "${page}" ${begin} -1 page)
tbsc94_take_block(cpp ${example}.cpp)
tbsc94_take_block(text ${example}.txt)
add_executable(tbsc94_manual_example ${example}.cpp)
target_link_libraries(tbsc94_manual_example PRIVATE tbsc94::scoring)
tbsc94_target_properties(tbsc94_manual_example)
add_test(NAME tbsc94_manual_example COMMAND sh -c "'$<TARGET_FILE:tbsc94_manual_example>' | diff '${example}.txt' -")

# Every public header compiles alone, and twice.
file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/include/tbsc94/*.hpp)
add_library(tbsc94_headers OBJECT)
foreach(header ${headers})
  set(alone ${CMAKE_CURRENT_BINARY_DIR}/${header}.cpp)
  file(CONFIGURE OUTPUT ${alone} CONTENT "#include \"${header}\"\n#include \"${header}\"\n" @ONLY)
  target_sources(tbsc94_headers PRIVATE ${alone})
endforeach()
target_link_libraries(tbsc94_headers PRIVATE tbsc94::scoring)
tbsc94_target_properties(tbsc94_headers)

# What must not compile; clang would stop after 20 errors.
set(misuse_options -I${PROJECT_SOURCE_DIR}/include)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  list(APPEND misuse_options -ferror-limit=0)
endif()
add_test(NAME tbsc94_misuse
         COMMAND ${TBSC94_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/scoring/misuse_test.py
                 ${CMAKE_CURRENT_SOURCE_DIR}/scoring/misuse.cpp ${CMAKE_CXX_COMPILER} ${misuse_options})
