#include <dirent.h>
#include <fcntl.h>
#include <locale.h>  // NOLINT: uselocale is POSIX, and not in <clocale>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "platform/platform.hpp"

namespace tbsc94::platform {

namespace {

file_kind kind_by_type(unsigned char type) {
  switch (type) {
    case DT_REG:
      return file_kind::file;
    case DT_DIR:
      return file_kind::folder;
    case DT_LNK:
      return file_kind::link;
    case DT_UNKNOWN:  // some file systems do not say
      return file_kind::not_told;
    default:
      return file_kind::special;
  }
}

file_kind kind_by_mode(mode_t mode) {
  return S_ISREG(mode)   ? file_kind::file
         : S_ISDIR(mode) ? file_kind::folder
         : S_ISLNK(mode) ? file_kind::link
                         : file_kind::special;
}

std::optional<file_status> status(int failed, const struct stat& from) {
  if (failed != 0) {
    return std::nullopt;
  }
  return file_status{.kind = kind_by_mode(from.st_mode),
                     .identity = {from.st_dev, from.st_ino},
                     .size = static_cast<std::uint64_t>(from.st_size),
                     .names = from.st_nlink,
                     .permissions = from.st_mode & 0777U};
}

mode_t permissions_of_new_files(mode_t all) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return all & ~mask;
}

struct folder_closer {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

bool has_number(DIR* folder, ino_t listed) {
  struct stat status {};
  return ::fstat(::dirfd(folder), &status) == 0 && status.st_ino == listed;
}

// Makes all of the calls that `once` makes one of: of how many bytes, or below 0.
template <class Once>
bool write_all(std::string_view text, const Once& once) {
  for (std::string_view rest = text; !rest.empty();) {
    const auto written = once(rest, text.size() - rest.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return true;
}

locale_t utf8() {
  static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  return locale;  // null, which changes nothing, where the system does not have it
}

}  // namespace

void begin(int& /*argc*/, char**& /*argv*/) {
  for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(each, F_GETFD) < 0) {  // what stands there now fails as the closed one does
      static_cast<void>(::open("/dev/null", each == STDIN_FILENO ? O_WRONLY : O_RDONLY));  // the lowest that is free
    }
  }
}

bool user_reads_chinese() { return false; }

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_columns(int descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::optional<file_status> status_at(const std::string& path) {
  struct stat found {};
  return status(::stat(path.c_str(), &found), found);
}

std::optional<file_status> status_of(int descriptor) {
  struct stat found {};
  return status(::fstat(descriptor, &found), found);
}

std::optional<file_status> status_of_link(const std::string& path) {
  struct stat found {};
  return status(::lstat(path.c_str(), &found), found);
}

folder_list list_folder(const std::string& path, const std::function<void(const folder_entry&)>& take) {
  const std::unique_ptr<DIR, folder_closer> folder(::opendir(path.c_str()));
  if (!folder) {
    return {.error = errno};
  }
  folder_list list;
  errno = 0;
  while (const dirent* const each = ::readdir(folder.get())) {
    const std::string_view name = each->d_name;
    if (name == ".") {
      list.numbered = has_number(folder.get(), each->d_ino);
    } else if (name != "..") {
      take({name, kind_by_type(each->d_type), each->d_ino});
    }
    errno = 0;
  }
  list.error = errno;
  return list;
}

int open_to_read(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); }

int open_to_write(const std::string& path) { return ::open(path.c_str(), O_WRONLY | O_CLOEXEC); }

int create(const std::string& path) { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); }

int create_unique(std::string& path, const std::optional<file_status>& replaced) {
  const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor >= 0) {
    ::fchmod(descriptor, replaced ? replaced->permissions : permissions_of_new_files(0666));
  }
  return descriptor;
}

int create_nameless(const std::string& folder) {
  std::string path = folder + "/tbsc94.XXXXXX";
  const int descriptor = ::mkstemp(path.data());
  if (descriptor >= 0) {
    ::unlink(path.c_str());
  }
  return descriptor;
}

void close(int descriptor) { ::close(descriptor); }

std::int64_t read(int descriptor, char* into, std::size_t count) {
  while (true) {
    const auto got = ::read(descriptor, into, count);
    if (got >= 0 || errno != EINTR) {
      return got;
    }
  }
}

std::int64_t read_at(int descriptor, char* into, std::size_t count, std::uint64_t offset) {
  while (true) {
    const auto got = ::pread(descriptor, into, count, static_cast<off_t>(offset));
    if (got >= 0 || errno != EINTR) {
      return got;
    }
  }
}

bool write(int descriptor, std::string_view text) {
  return write_all(
      text, [&](std::string_view rest, std::size_t /*done*/) { return ::write(descriptor, rest.data(), rest.size()); });
}

bool write_at(int descriptor, std::string_view text, std::uint64_t offset) {
  return write_all(text, [&](std::string_view rest, std::size_t done) {
    return ::pwrite(descriptor, rest.data(), rest.size(), static_cast<off_t>(offset + done));
  });
}

std::int64_t seek(int descriptor, std::int64_t offset, int whence) { return ::lseek(descriptor, offset, whence); }

int reserve(int descriptor, std::uint64_t size) {
  return size == 0 ? 0 : ::posix_fallocate(descriptor, 0, static_cast<off_t>(size));
}

bool resize(int descriptor, std::uint64_t size) { return ::ftruncate(descriptor, static_cast<off_t>(size)) == 0; }

void begin_to_store([[maybe_unused]] int descriptor) {
#ifdef SYNC_FILE_RANGE_WRITE
  static_cast<void>(::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE));
#endif
}

bool store(int descriptor) { return ::fsync(descriptor) == 0; }

bool rename(const std::string& from, const std::string& to) { return std::rename(from.c_str(), to.c_str()) == 0; }

bool remove(const std::string& path) { return ::unlink(path.c_str()) == 0; }

bool create_unique_folder(std::string& path) {
  return ::mkdtemp(path.data()) != nullptr && ::chmod(path.c_str(), permissions_of_new_files(0777)) == 0;
}

std::string temporary_folder() {
  const char* const named = std::getenv("TMPDIR");
  return named == nullptr || *named == '\0' ? "/tmp" : named;
}

std::string program_folder() { return ""; }

utf8_names::utf8_names() : before_(::uselocale(utf8())) {}

utf8_names::~utf8_names() { ::uselocale(static_cast<locale_t>(before_)); }

}  // namespace tbsc94::platform
