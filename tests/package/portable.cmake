# The packages of a static program, made as their makers make them.
add_test(NAME tbsc94_deb
         COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/deb_test.sh ${CMAKE_CPACK_COMMAND} ${PROJECT_BINARY_DIR}
                 ${PROJECT_BINARY_DIR}/deb)
add_test(NAME tbsc94_tar_gz
         COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/tar_gz_test.sh ${CMAKE_CPACK_COMMAND} ${PROJECT_BINARY_DIR}
                 ${PROJECT_BINARY_DIR}/tar_gz)
