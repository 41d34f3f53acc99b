// Holds a result of `grade --format json` against what this program makes of the assessment in it.
#pragma once

#include "reading/result_reader.hpp"
#include "regrading/recorded_reader.hpp"

namespace tbsc94 {

/// Works the result out again under its own readings, and sets what of it does not hold; `into` becomes
/// the outcome of the assessment, refused where that is. `text` is the result's, its first line having
/// the number `first_line`.
///
/// The version of the program that gave it is a difference beside others, and alone a remark: a program
/// that gives the same result has nothing to differ in.
void verify_result(const given_result& given, const json::padded_text& text, std::size_t first_line,
                   recorded_reader& reader, outcome& into);

}  // namespace tbsc94
