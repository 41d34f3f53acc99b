# Run by cpack on the tree that is to be packed.
set(prefix ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX})

# Folders are for everyone to read, as files are, whatever the umask of who packs.
function(open_folders)
  file(GLOB_RECURSE paths LIST_DIRECTORIES ON ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*)
  foreach(path ${CPACK_TEMPORARY_INSTALL_DIRECTORY} ${paths})
    if(IS_DIRECTORY ${path})
      file(CHMOD ${path} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                     WORLD_READ WORLD_EXECUTE)
    endif()
  endforeach()
endfunction()

# A .deb has what Debian's policy (12) asks of documentation.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  open_folders()
  return()
endif()
find_program(shlibdeps dpkg-shlibdeps REQUIRED)  # without it cpack would leave out what the package depends on
set(documents ${prefix}/share/doc/tbsc94)

# The licence stands in the file copyright, and nowhere else.
file(READ ${CPACK_RESOURCE_FILE_LICENSE} license)
string(REGEX MATCH "Copyright [^\n]*" copyright "${license}")
string(REGEX REPLACE "^.*Copyright [^\n]*\n\n" "" license "${license}")
string(STRIP "${license}" license)
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(REGEX REPLACE "\n" "\n " license "${license}")
string(REGEX REPLACE "^Copyright \\(c\\) " "" copyright "${copyright}")
file(WRITE ${documents}/copyright
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: tbsc94

Files: *
Copyright: ${copyright}
License: Expat

License: Expat
 ${license}
")
file(REMOVE ${documents}/LICENSE)

set(written ${documents}/copyright ${documents}/changelog.gz)
if(CPACK_TBSC94_PORTABLE)
  set(overrides ${prefix}/share/lintian/overrides/tbsc94)
  file(WRITE ${overrides}
"# One program for every release, whatever each calls its libraries: they are within it.
tbsc94: embedded-library * [usr/bin/tbsc94]
tbsc94: shared-library-lacks-prerequisites [usr/bin/tbsc94]
")
  list(APPEND written ${overrides})
endif()

string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # of SOURCE_DATE_EPOCH
file(WRITE ${documents}/changelog
"tbsc94 (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * Release ${CPACK_PACKAGE_VERSION}.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")

file(GLOB_RECURSE pages ${prefix}/share/man/*.[1-9])
execute_process(COMMAND gzip -9n ${documents}/changelog ${pages} COMMAND_ERROR_IS_FATAL ANY)
file(CHMOD ${written} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
open_folders()
