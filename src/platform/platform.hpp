// The few things that systems do differently. Paths are UTF-8; where something fails, errno says why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tbsc94::platform {

inline constexpr int standard_input = 0;
inline constexpr int standard_output = 1;
inline constexpr int standard_error = 2;

/// A path for the standard library, which takes narrow text for another encoding on Windows; and back.
[[nodiscard]] inline std::filesystem::path native(const std::string& path) {
  return std::u8string(path.begin(), path.end());
}
[[nodiscard]] inline std::string utf8(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}
/// The same with slashes, as formats for machines have paths.
[[nodiscard]] inline std::string utf8_with_slashes(const std::filesystem::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

/// To be called before all else. What is opened later never takes the place of a standard stream that was closed.
/// On Windows the arguments are replaced by their UTF-8, and `*.json` by the files that it stands for.
void begin(int& argc, char**& argv);

/// Whether the user's language is Chinese; false where only variables such as LANG could tell.
[[nodiscard]] bool user_reads_chinese();

[[nodiscard]] bool is_terminal(int descriptor);
/// The width of the terminal that `descriptor` is; 80 where it does not tell.
[[nodiscard]] std::size_t terminal_columns(int descriptor);

/// The same for two names exactly where they lead to the same file: by links, hard links, or names that a
/// file system takes for one.
struct file_identity {
  std::uint64_t device{};
  std::uint64_t inode{};

  friend bool operator==(const file_identity&, const file_identity&) = default;
};

enum class file_kind : std::uint8_t { file, folder, link, special, not_told };

struct file_status {
  file_kind kind{};
  file_identity identity{};
  std::uint64_t size = 0;
  std::uint64_t names = 0;   // hard links
  unsigned permissions = 0;  // as POSIX has them
};

/// nullopt where nothing is there. Links are followed.
[[nodiscard]] std::optional<file_status> status_at(const std::string& path);
[[nodiscard]] std::optional<file_status> status_of(int descriptor);
/// The same, but of a link itself.
[[nodiscard]] std::optional<file_status> status_of_link(const std::string& path);

/// What a folder's list says; the inode, 0 where there is none, may be another than the file's own.
struct folder_entry {
  std::string_view name;
  file_kind kind{};
  std::uint64_t inode = 0;
};
struct folder_list {
  int error = 0;          // an errno; what was listed before stays so
  bool numbered = false;  // the inodes are those of the files; on some file systems they are not
};
/// Hands on what is in a folder, in no order. `path` ends with a slash.
folder_list list_folder(const std::string& path, const std::function<void(const folder_entry&)>& take);

/// Descriptors, which no other program inherits; below 0 where there is none.
[[nodiscard]] int open_to_read(const std::string& path);
[[nodiscard]] int open_to_write(const std::string& path);
[[nodiscard]] int create(const std::string& path);
/// A new file by a name that nothing has: the six X at the end of `path` are replaced. It has the permissions of the
/// file that it is to replace, else those of any new file.
[[nodiscard]] int create_unique(std::string& path, const std::optional<file_status>& replaced);
/// Nobody else can open it, and nothing is left of it, however the program ends.
[[nodiscard]] int create_nameless(const std::string& folder);
void close(int descriptor);

/// As a file, and begun again where a signal broke in: how many bytes, 0 at the end, below 0 on an error.
[[nodiscard]] std::int64_t read(int descriptor, char* into, std::size_t count);
[[nodiscard]] std::int64_t read_at(int descriptor, char* into, std::size_t count, std::uint64_t offset);
/// Whether all could be written.
[[nodiscard]] bool write(int descriptor, std::string_view text);
[[nodiscard]] bool write_at(int descriptor, std::string_view text, std::uint64_t offset);
/// As lseek(2).
[[nodiscard]] std::int64_t seek(int descriptor, std::int64_t offset, int whence);

/// Sees to it that there is room for so many bytes: 0, or an errno.
[[nodiscard]] int reserve(int descriptor, std::uint64_t size);
[[nodiscard]] bool resize(int descriptor, std::uint64_t size);
/// Lets the system bring to the disk what has been written so far. No more than a hint.
void begin_to_store(int descriptor);
/// Waits until all is on the disk.
[[nodiscard]] bool store(int descriptor);

/// Puts a file in the place of another, whole; or a folder in the place of an empty one.
[[nodiscard]] bool rename(const std::string& from, const std::string& to);
bool remove(const std::string& path);
/// A new folder, as `create_unique`.
[[nodiscard]] bool create_unique_folder(std::string& path);
/// Where temporary files go.
[[nodiscard]] std::string temporary_folder();

/// Where the program is, a separator at the end; "" save on Windows, where each program has a folder of its own.
[[nodiscard]] std::string program_folder();

/// GB18030, which GBK is part of, as UTF-8; nullopt where it is not that.
[[nodiscard]] std::optional<std::string> from_gb18030(std::string_view text);

/// libarchive gives names in the thread's locale: while this lives that is one of UTF-8, so that none
/// is lost for want of a letter.
class utf8_names {
 public:
  utf8_names();
  utf8_names(const utf8_names&) = delete;
  utf8_names& operator=(const utf8_names&) = delete;
  ~utf8_names();

 private:
  void* before_;
};

}  // namespace tbsc94::platform
