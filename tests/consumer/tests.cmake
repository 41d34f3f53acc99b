# The installed tree, as others use it: it is put down under one name and moved to another, as nothing in
# it may know where it is.
include(GNUInstallDirs)
set(consumer ${CMAKE_CURRENT_BINARY_DIR}/consumer)
set(installed ${consumer}/moved)
add_test(NAME tbsc94_install
         COMMAND sh -ec "rm -rf '${consumer}'; '${CMAKE_COMMAND}' --install '${PROJECT_BINARY_DIR}' --prefix '${consumer}/first'; mv '${consumer}/first' '${installed}'")
set_tests_properties(tbsc94_install PROPERTIES FIXTURES_SETUP tbsc94_installed)

# The installed program grades the installed samples as they record it.
add_test(NAME tbsc94_installed_program
         COMMAND ${installed}/${CMAKE_INSTALL_BINDIR}/tbsc94 verify --require-recorded
                 ${installed}/${CMAKE_INSTALL_DATADIR}/tbsc94/samples)

# A project of ten lines finds the library by find_package, and by pkg-config.
set(sanitizers $<$<BOOL:${TBSC94_SANITIZE}>:-fsanitize=address,undefined>)
add_test(NAME tbsc94_consumer_by_find_package
         COMMAND ${CMAKE_CTEST_COMMAND} --build-and-test ${CMAKE_CURRENT_SOURCE_DIR}/consumer ${consumer}/build
                 --build-generator ${CMAKE_GENERATOR}
                 --build-options -DCMAKE_PREFIX_PATH=${installed} -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}
                 --test-command consumer)
add_test(NAME tbsc94_consumer_by_pkg_config
         COMMAND sh -ec "'${CMAKE_CXX_COMPILER}' ${sanitizers} -std=c++20 -o '${consumer}/by-pkg-config' \
'${CMAKE_CURRENT_SOURCE_DIR}/consumer/main.cpp' $('${PKG_CONFIG_EXECUTABLE}' --cflags --libs tbsc94-scoring); \
'${consumer}/by-pkg-config'")
set_tests_properties(tbsc94_consumer_by_pkg_config PROPERTIES
  ENVIRONMENT "PKG_CONFIG_PATH=${installed}/${CMAKE_INSTALL_LIBDIR}/pkgconfig")
# It has this project within it, where neither pkg-config nor a dependency is, and asks for a shared library.
add_test(NAME tbsc94_consumer_by_add_subdirectory
         COMMAND ${CMAKE_CTEST_COMMAND} --build-and-test ${CMAKE_CURRENT_SOURCE_DIR}/consumer ${consumer}/build-within
                 --build-generator ${CMAKE_GENERATOR}
                 --build-options -DTBSC94_SOURCE=${PROJECT_SOURCE_DIR} -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}
                                 -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=Debug -DFETCHCONTENT_FULLY_DISCONNECTED=ON
                                 -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON -DCMAKE_DISABLE_FIND_PACKAGE_fmt=ON
                 --test-command consumer)

# Programs in C, C++, Python and Node that the manual shows.
if(NOT TBSC94_SANITIZE)
  add_test(NAME tbsc94_grade_json
           COMMAND ${TBSC94_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/consumer/grade_json_test.py ${installed}
                   ${installed}/${CMAKE_INSTALL_LIBDIR} ${PROJECT_SOURCE_DIR} ${CMAKE_CXX_COMPILER})
  set_tests_properties(tbsc94_grade_json PROPERTIES FIXTURES_REQUIRED tbsc94_installed)
endif()
set_tests_properties(tbsc94_consumer_by_find_package tbsc94_consumer_by_pkg_config
                     tbsc94_consumer_by_add_subdirectory PROPERTIES
  PASS_REGULAR_EXPRESSION "92[.]00 AAAA")
set_tests_properties(tbsc94_installed_program tbsc94_consumer_by_find_package tbsc94_consumer_by_pkg_config PROPERTIES
  FIXTURES_REQUIRED tbsc94_installed)
