// What sums and products of 64 bits are worked out in. Public headers do without: not every compiler has it.
#pragma once

namespace tbsc94 {

__extension__ using uint128 = unsigned __int128;

}  // namespace tbsc94
