# Run by cpack on the package that it has made, which has its files in the order in which the file system
# lists them: packs it anew in the order of their names, so that the same tree always makes the same bytes.
set(epoch $ENV{SOURCE_DATE_EPOCH})
if(CPACK_GENERATOR STREQUAL "DEB")
  set(tree ${CPACK_TEMPORARY_DIRECTORY}/repacked)
  execute_process(COMMAND dpkg-deb -R ${CPACK_PACKAGE_FILES} ${tree} COMMAND_ERROR_IS_FATAL ANY)
  # Policy 8.1.1: a trigger tells the linker's cache of the library, no script.
  file(REMOVE ${tree}/DEBIAN/postinst ${tree}/DEBIAN/postrm)
  file(WRITE ${tree}/DEBIAN/triggers "activate-noawait ldconfig\n")
  execute_process(COMMAND sort -k 2 -o ${tree}/DEBIAN/md5sums ${tree}/DEBIAN/md5sums COMMAND_ERROR_IS_FATAL ANY)
  # Policy 5.6.20: the size in KiB, of each file rounded up; a folder's own would be the file system's affair.
  set(size 0)
  file(GLOB_RECURSE paths LIST_DIRECTORIES ON ${tree}/usr/*)
  foreach(path ${paths})
    set(bytes 1)
    if(NOT IS_DIRECTORY ${path})
      file(SIZE ${path} bytes)
    endif()
    math(EXPR size "${size} + (${bytes} + 1023) / 1024")
  endforeach()
  file(READ ${tree}/DEBIAN/control control)
  string(REGEX REPLACE "Installed-Size: [0-9]+" "Installed-Size: ${size}" control "${control}")
  file(WRITE ${tree}/DEBIAN/control "${control}")
  execute_process(COMMAND find ${tree} -exec touch -hd @${epoch} {} + COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND dpkg-deb --root-owner-group -b ${tree} ${CPACK_PACKAGE_FILES}
                  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
else()
  cmake_path(GET CPACK_TEMPORARY_INSTALL_DIRECTORY PARENT_PATH above)
  cmake_path(GET CPACK_TEMPORARY_INSTALL_DIRECTORY FILENAME name)
  execute_process(COMMAND tar -C ${above} -c --sort=name --mtime=@${epoch} --owner=0 --group=0 --numeric-owner ${name}
                  COMMAND gzip -9n
                  OUTPUT_FILE ${CPACK_PACKAGE_FILES} COMMAND_ERROR_IS_FATAL ANY)
endif()
