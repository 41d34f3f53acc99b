# Read by cpack before it packs: the time that stands in a package is that of the sources, not of the packing.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git log -1 --format=%ct WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
                  OUTPUT_VARIABLE committed OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status ERROR_QUIET)
  if(NOT status EQUAL 0)  # no git, or no clone: a source package, which keeps the times of its files
    file(TIMESTAMP ${CMAKE_CURRENT_LIST_DIR}/../../.github/CHANGELOG.md committed "%s" UTC)
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${committed})
endif()
