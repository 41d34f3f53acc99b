# TBSC94_PORTABLE, and Windows: a program that needs nothing but the C library. Of what it depends on, static libraries
# are linked where there are; the rest is put down beside it (package/install_portable.cmake).
if(NOT WIN32)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
endif()

# A static libarchive does not say what it needs itself: the compressions that packed_file.cpp undoes.
function(tbsc94_link_static_libarchive target)
  foreach(compression lzma zstd bz2)
    find_library(TBSC94_${compression}_LIBRARY ${compression} REQUIRED)
    target_link_libraries(${target} PRIVATE ${TBSC94_${compression}_LIBRARY})
  endforeach()
  if(NOT WIN32)  # digests of members
    find_library(TBSC94_nettle_LIBRARY nettle REQUIRED)
    target_link_libraries(${target} PRIVATE ${TBSC94_nettle_LIBRARY})
  endif()
endfunction()
