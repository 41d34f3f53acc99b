// Has nothing of its own: CMake asks for a source to precompile headers with.
