# What `cmake --install` puts down. All of it can be moved: no installed file knows the prefix.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The libraries with their public headers, for CMake: find_package(tbsc94), tbsc94::scoring, tbsc94::grade_json. They
# depend on nothing, so the file of their targets is the whole package. A static tbsc94::grade_json would depend on
# others: it is for projects that have this one within theirs.
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tbsc94)
set(libraries scoring)
if(type)
  list(APPEND libraries grade_json)
endif()
foreach(library ${libraries})
  set_target_properties(tbsc94_${library} PROPERTIES EXPORT_NAME ${library})
endforeach()
list(TRANSFORM libraries PREPEND tbsc94_ OUTPUT_VARIABLE targets)
install(TARGETS ${targets} EXPORT tbsc94
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/tbsc94 DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT tbsc94 FILE tbsc94-config.cmake NAMESPACE tbsc94:: DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/tbsc94-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tbsc94-config-version.cmake DESTINATION ${package_dir})

# The same for pkg-config, which knows where its file is: the prefix is so many folders above, the more
# where libraries have a folder for each architecture.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
           OUTPUT_VARIABLE TBSC94_PC_PREFIX)
cmake_path(APPEND TBSC94_PC_LIBDIR "\${prefix}" "${CMAKE_INSTALL_LIBDIR}")
cmake_path(APPEND TBSC94_PC_INCLUDEDIR "\${prefix}" "${CMAKE_INSTALL_INCLUDEDIR}")
foreach(library ${libraries})
  set(TBSC94_PC_NAME tbsc94-${library})
  set(TBSC94_PC_LIBRARY tbsc94_${library})
  configure_file(tbsc94.pc.in ${TBSC94_PC_NAME}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${TBSC94_PC_NAME}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

if(TBSC94_LIBRARY_ONLY)
  return()
endif()

# The program.
install(TARGETS tbsc94 RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TBSC94_PORTABLE)
  include(package/install_portable.cmake)
endif()

# The data, to read and to start from: the program itself needs none of it.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/schemes ${PROJECT_SOURCE_DIR}/data/schema ${PROJECT_SOURCE_DIR}/data/samples
        DESTINATION ${CMAKE_INSTALL_DATADIR}/tbsc94)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The manual: a page for the program and one a command, in English and in Chinese.
install(DIRECTORY ${TBSC94_MANUAL_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})

# Completions, where each shell looks for those of packages.
install(DIRECTORY ${TBSC94_MANUAL_DIR}/bash-completion ${TBSC94_MANUAL_DIR}/zsh ${TBSC94_MANUAL_DIR}/fish
        DESTINATION ${CMAKE_INSTALL_DATADIR})
