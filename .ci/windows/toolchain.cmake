# The program for Windows, by Debian's mingw-w64: -DTBSC94_WINDOWS_LIBRARIES=FOLDER is where .ci/windows/libraries has
# put the libraries.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(TBSC94_WINDOWS_LIBRARIES "" CACHE PATH "Where .ci/windows/libraries has put the libraries")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES TBSC94_WINDOWS_LIBRARIES)
set(CMAKE_FIND_ROOT_PATH ${TBSC94_WINDOWS_LIBRARIES})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} ${TBSC94_WINDOWS_LIBRARIES}/lib/pkgconfig)

# Their headers are told that they are linked statically.
foreach(language C CXX)
  set(CMAKE_${language}_FLAGS_INIT "-DLIBARCHIVE_STATIC -DXML_STATIC -DUTF8PROC_STATIC -DLZMA_API_STATIC")
endforeach()
