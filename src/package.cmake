# What `cmake --build BUILD --target package` makes: a .deb; with TBSC94_PORTABLE one for every release of Debian and
# Ubuntu that has its C++ library, and a .tar.gz.
# The same sources make the same bytes: the only time in a package is SOURCE_DATE_EPOCH (package/options.cmake).
set(TBSC94_MAINTAINER "The tbsc94 authors <maintainers@users.noreply.b-seed-a362f079.example>" CACHE STRING
    "Who answers for the packages, as name and address")
set(CPACK_GENERATOR DEB)
if(TBSC94_PORTABLE)
  list(APPEND CPACK_GENERATOR TGZ)
endif()
set(CPACK_PACKAGE_CONTACT "${TBSC94_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "scoring calculator for service certification after CTS TBSC94-2026")
set(CPACK_PACKAGE_DESCRIPTION
"tbsc94 works out the grade of an organization under the service
certification specification CTS TBSC94-2026 from what the assessors recorded,
and shows the whole derivation, clause by clause. It reckons exactly, names
every open reading of the text, and verifies and grades again whole archives.
Its libraries for C++20 and C are included.")
set(CPACK_PACKAGE_FILE_NAME "tbsc94-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_CHECKSUM)
set(CPACK_STRIP_FILES ON)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/package/options.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/package/tree.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/package/repack.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_TBSC94_PORTABLE ${TBSC94_PORTABLE})
include(CPack)
