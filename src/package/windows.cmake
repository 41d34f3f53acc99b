# The program for Windows: what its file says of itself, and a .zip that needs no installation.
enable_language(RC)
configure_file(package/windows/tbsc94.rc.in tbsc94.rc @ONLY)
target_sources(tbsc94 PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/tbsc94.rc)
# g++ 12 puts a constant of two sources now into one section, now into another, which the linker takes for two of it.
target_link_options(tbsc94 PRIVATE -static -s -Wl,--allow-multiple-definition)

install(TARGETS tbsc94 RUNTIME DESTINATION .)
# By the name that people see; in the repository names are of ASCII.
configure_file(package/windows/report.cmd ${PROJECT_BINARY_DIR}/评定.cmd @ONLY NEWLINE_STYLE DOS)
install(FILES ${PROJECT_BINARY_DIR}/评定.cmd ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION .)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/schema ${PROJECT_SOURCE_DIR}/data/schemes
                  ${PROJECT_SOURCE_DIR}/data/samples ${PROJECT_SOURCE_DIR}/data/manual DESTINATION data)
if(TBSC94_WINDOWS_LIBRARIES)
  install(DIRECTORY ${TBSC94_WINDOWS_LIBRARIES}/licences DESTINATION .)
endif()

set(CPACK_GENERATOR ZIP)
set(CPACK_PACKAGE_FILE_NAME tbsc94-${PROJECT_VERSION}-windows-x86_64)
include(CPack)
