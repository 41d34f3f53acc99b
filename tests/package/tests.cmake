# The packages, made as their makers make them.
add_test(NAME tbsc94_deb
         COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/package/deb_test.sh ${CMAKE_CPACK_COMMAND} ${PROJECT_BINARY_DIR}
                 ${CMAKE_CURRENT_BINARY_DIR}/deb)
set_tests_properties(tbsc94_deb PROPERTIES SKIP_RETURN_CODE 77)
