# The program, with the libraries that it does not carry within itself, and the licences of both.
install(TARGETS tbsc94 RUNTIME_DEPENDENCY_SET tbsc94_libraries RUNTIME DESTINATION ${CMAKE_INSTALL_LIBDIR}/tbsc94)
install(RUNTIME_DEPENDENCY_SET tbsc94_libraries
        PRE_EXCLUDE_REGEXES "^lib(c|m|dl|rt|pthread)[.]so" "^ld-linux"
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/tbsc94)
configure_file(${CMAKE_CURRENT_LIST_DIR}/launcher.sh.in launcher.sh @ONLY)
install(PROGRAMS ${CMAKE_CURRENT_BINARY_DIR}/launcher.sh DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME tbsc94)

foreach(package libstdc++6 libfmt-dev libutf8proc-dev nettle-dev libarchive-dev libexpat1-dev libxlsxwriter-dev zlib1g-dev liblzma-dev
                libzstd-dev libbz2-dev libcli11-dev nlohmann-json3-dev)
  if(EXISTS /usr/share/doc/${package}/copyright)
    install(FILES /usr/share/doc/${package}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}/licences RENAME ${package})
  endif()
endforeach()
