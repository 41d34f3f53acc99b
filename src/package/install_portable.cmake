# The licences of the libraries that the program carries within itself.
foreach(package libc6 libstdc++6 libfmt-dev libutf8proc-dev nettle-dev libarchive-dev libexpat1-dev libxlsxwriter-dev zlib1g-dev
                liblzma-dev libzstd-dev libbz2-dev liblz4-dev libcli11-dev nlohmann-json3-dev)
  if(EXISTS /usr/share/doc/${package}/copyright)
    install(FILES /usr/share/doc/${package}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}/licences RENAME ${package})
  endif()
endforeach()
