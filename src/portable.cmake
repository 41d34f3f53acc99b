# TBSC94_PORTABLE, and Windows: a program that needs nothing, not even the C library. It is linked with static libraries
# alone, and hardened as Debian hardens: it reads archives that others made.
if(NOT WIN32)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  add_compile_options(-fstack-protector-strong -fstack-clash-protection -fcf-protection)
  add_compile_definitions(_FORTIFY_SOURCE=2)
  add_link_options(-Wl,-z,relro,-z,now)
endif()

# A static libarchive does not say what it needs itself: the compressions that packed_file.cpp undoes, and with them
# others.
function(tbsc94_link_static_libarchive target)
  set(libraries lzma zstd bz2)
  if(NOT WIN32)
    list(APPEND libraries lz4 nettle)
  endif()
  foreach(library ${libraries})
    find_library(TBSC94_${library}_LIBRARY ${library} REQUIRED)
    target_link_libraries(${target} PRIVATE ${TBSC94_${library}_LIBRARY})
  endforeach()
endfunction()
