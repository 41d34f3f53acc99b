#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <vector>

#include "platform/platform.hpp"

namespace tbsc94::platform {

namespace {

constexpr unsigned gb18030 = 54936;
constexpr unsigned gbk = 936;

std::optional<std::wstring> decoded(std::string_view text, unsigned code_page) {
  std::wstring result(text.size(), L'\0');  // no byte becomes more than one unit
  const int size =
      text.empty() ? 0
                   : ::MultiByteToWideChar(code_page, MB_ERR_INVALID_CHARS, text.data(), static_cast<int>(text.size()),
                                           result.data(), static_cast<int>(result.size()));
  result.resize(static_cast<std::size_t>(size));
  return size > 0 || text.empty() ? std::optional(result) : std::nullopt;
}

std::string narrow(std::wstring_view text) {
  std::string result(3 * text.size(), '\0');  // no unit becomes more than three bytes
  const int size = text.empty()
                       ? 0
                       : ::WideCharToMultiByte(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), result.data(),
                                               static_cast<int>(result.size()), nullptr, nullptr);
  result.resize(static_cast<std::size_t>(size));
  return result;
}

// As the system takes it, also where it is longer than the system takes without being asked.
std::wstring wide(const std::string& path) {
  constexpr std::size_t longest = 240;  // a folder's, which leaves room for a short name in it
  const std::wstring given = decoded(path, CP_UTF8).value_or(L"");
  if (given.size() < longest || given.starts_with(LR"(\\?\)")) {
    return given;
  }
  std::wstring whole(::GetFullPathNameW(given.c_str(), 0, nullptr, nullptr), L'\0');
  whole.resize(::GetFullPathNameW(given.c_str(), static_cast<DWORD>(whole.size()), whole.data(), nullptr));
  return whole.starts_with(LR"(\\)") ? LR"(\\?\UNC)" + whole.substr(1) : LR"(\\?\)" + whole;
}

int number_of(DWORD error) {
  switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_BAD_NETPATH:
    case ERROR_INVALID_NAME:
      return ENOENT;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
      return EEXIST;
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
      return ETXTBSY;
    case ERROR_DIRECTORY:
      return ENOTDIR;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return ENOSPC;
    case ERROR_WRITE_PROTECT:
      return EROFS;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA:
      return EPIPE;
    case ERROR_INVALID_HANDLE:
      return EBADF;
    case ERROR_ACCESS_DENIED:
      return EACCES;
    default:
      return EIO;
  }
}

bool succeeded(BOOL done) {
  if (done == FALSE) {
    errno = number_of(::GetLastError());
  }
  return done != FALSE;
}

HANDLE handle_of(int descriptor) { return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor)); }

// Others may read, write, rename and remove it meanwhile, as POSIX has it.
HANDLE open_handle(const std::string& path, DWORD access, DWORD how, DWORD flags) {
  constexpr DWORD all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  return ::CreateFileW(wide(path).c_str(), access, all, nullptr, how, flags, nullptr);
}

int open(const std::string& path, DWORD access, DWORD how, DWORD flags = FILE_ATTRIBUTE_NORMAL) {
  const HANDLE handle = open_handle(path, access, how, flags);
  if (handle == INVALID_HANDLE_VALUE) {
    const DWORD error = ::GetLastError();
    const DWORD there =
        error == ERROR_ACCESS_DENIED ? ::GetFileAttributesW(wide(path).c_str()) : INVALID_FILE_ATTRIBUTES;
    const bool is_folder = there != INVALID_FILE_ATTRIBUTES && (there & FILE_ATTRIBUTE_DIRECTORY) != 0;
    errno = is_folder ? EISDIR : number_of(error);
    return -1;
  }
  return ::_open_osfhandle(reinterpret_cast<std::intptr_t>(handle), _O_BINARY | _O_NOINHERIT);
}

// Calls `make` with names in place of the X's until it makes something that nobody else has.
template <class Make>
auto try_names(std::string& path, const Make& make) {
  static thread_local std::mt19937 random{std::random_device{}()};
  while (true) {
    std::generate(path.end() - 6, path.end(), [] { return "abcdefghijklmnopqrstuvwxyz012345"[random() % 32]; });
    const auto made = make(path);
    if (made || errno != EEXIST) {
      return made;
    }
  }
}

int create_by_new_name(std::string& path, DWORD access, DWORD flags) {
  return try_names(path,
                   [&](const std::string& name) {
                     const int made = open(name, access, CREATE_NEW, flags);
                     return made < 0 ? std::nullopt : std::optional(made);
                   })
      .value_or(-1);
}

file_kind kind_by_attributes(DWORD attributes, DWORD tag) {
  if ((attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
      (tag == IO_REPARSE_TAG_SYMLINK || tag == IO_REPARSE_TAG_MOUNT_POINT)) {
    return file_kind::link;
  }
  return (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? file_kind::folder : file_kind::file;
}

std::optional<file_status> status(HANDLE handle) {
  BY_HANDLE_FILE_INFORMATION found{};
  if (::GetFileType(handle) != FILE_TYPE_DISK) {
    return handle == INVALID_HANDLE_VALUE ? std::nullopt : std::optional(file_status{.kind = file_kind::special});
  }
  if (!succeeded(::GetFileInformationByHandle(handle, &found))) {
    return std::nullopt;
  }
  const auto both = [](DWORD high, DWORD low) { return std::uint64_t{high} << 32U | low; };
  return file_status{.kind = kind_by_attributes(found.dwFileAttributes, 0),
                     .identity = {found.dwVolumeSerialNumber, both(found.nFileIndexHigh, found.nFileIndexLow)},
                     .size = both(found.nFileSizeHigh, found.nFileSizeLow),
                     .names = found.nNumberOfLinks};
}

std::optional<file_status> status_by(const std::string& path, DWORD flags) {
  const HANDLE handle = open_handle(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags);
  if (handle == INVALID_HANDLE_VALUE) {
    errno = number_of(::GetLastError());
    return std::nullopt;
  }
  const auto result = status(handle);
  ::CloseHandle(handle);
  return result;
}

OVERLAPPED at(std::uint64_t offset) {
  OVERLAPPED place{};
  place.Offset = static_cast<DWORD>(offset);
  place.OffsetHigh = static_cast<DWORD>(offset >> 32U);
  return place;
}

constexpr std::size_t at_once = std::size_t{1} << 20U;

std::int64_t read_once(int descriptor, char* into, std::size_t count, OVERLAPPED* place) {
  DWORD got = 0;
  if (::ReadFile(handle_of(descriptor), into, static_cast<DWORD>(std::min(count, at_once)), &got, place) == FALSE) {
    const DWORD error = ::GetLastError();
    if (error != ERROR_BROKEN_PIPE && error != ERROR_HANDLE_EOF) {  // nobody writes any more, or all has been read
      errno = number_of(error);
      return -1;
    }
  }
  return got;
}

// A console shows UTF-16, whatever its code page.
bool show(HANDLE console, std::string_view text) {
  const std::wstring shown = decoded(text, CP_UTF8).value_or(std::wstring(text.begin(), text.end()));
  for (std::wstring_view rest = shown; !rest.empty();) {
    DWORD written = 0;
    if (!succeeded(::WriteConsoleW(console, rest.data(), static_cast<DWORD>(std::min(rest.size(), std::size_t{8192})),
                                   &written, nullptr))) {
      return false;
    }
    rest.remove_prefix(written);
  }
  return true;
}

// What `*` and `?` in a file's name stand for, without hidden files such as those by which Excel locks others.
std::vector<std::string> matching(const std::wstring& argument) {
  const std::size_t folder = argument.find_last_of(L"/\\:") + 1;
  std::vector<std::string> found;
  WIN32_FIND_DATAW entry{};
  const bool may_match = argument.find_first_of(L"*?", folder) != std::wstring::npos && !argument.starts_with(L'-');
  const HANDLE search = may_match ? ::FindFirstFileW(argument.c_str(), &entry) : INVALID_HANDLE_VALUE;
  for (bool more = search != INVALID_HANDLE_VALUE; more; more = ::FindNextFileW(search, &entry) != FALSE) {
    const std::wstring_view name = entry.cFileName;
    if (name != L"." && name != L".." && (entry.dwFileAttributes & FILE_ATTRIBUTE_HIDDEN) == 0) {
      found.push_back(narrow(argument.substr(0, folder).append(name)));
    }
  }
  if (search != INVALID_HANDLE_VALUE) {
    ::FindClose(search);
  }
  std::ranges::sort(found);
  return found.empty() ? std::vector{narrow(argument)} : found;
}

}  // namespace

void begin(int& argc, char**& argv) {
  for (const int each : {standard_input, standard_output, standard_error}) {
    if (::_get_osfhandle(each) < 0) {  // what stands there now fails as the closed one does
      static_cast<void>(::_open("NUL", each == standard_input ? _O_WRONLY : _O_RDONLY));  // the lowest that is free
    }
    DWORD mode = 0;
    if (each != standard_input && ::GetConsoleMode(handle_of(each), &mode) != FALSE) {
      ::SetConsoleMode(handle_of(each), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
  }
  ::_setmode(standard_error, _O_BINARY);
  std::setlocale(LC_CTYPE, ".UTF-8");  // of which libarchive takes notice; some C libraries do not have it

  static std::vector<std::string> arguments;
  static std::vector<char*> pointers;
  int count = 0;
  wchar_t** const given = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  for (int i = 0; i < count; ++i) {
    const auto found = i == 0 ? std::vector{narrow(given[i])} : matching(given[i]);
    arguments.insert(arguments.end(), found.begin(), found.end());
  }
  ::LocalFree(static_cast<HLOCAL>(given));
  for (std::string& each : arguments) {
    pointers.push_back(each.data());
  }
  argc = static_cast<int>(pointers.size());
  pointers.push_back(nullptr);
  argv = pointers.data();
}

bool user_reads_chinese() { return PRIMARYLANGID(::GetUserDefaultUILanguage()) == LANG_CHINESE; }

bool is_terminal(int descriptor) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle_of(descriptor), &mode) != FALSE;
}

std::size_t terminal_columns(int descriptor) {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  const bool tells = ::GetConsoleScreenBufferInfo(handle_of(descriptor), &info) != FALSE;
  return tells ? static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1) : 80;
}

std::optional<file_status> status_at(const std::string& path) { return status_by(path, 0); }

std::optional<file_status> status_of(int descriptor) { return status(handle_of(descriptor)); }

std::optional<file_status> status_of_link(const std::string& path) {
  return status_by(path, FILE_FLAG_OPEN_REPARSE_POINT);
}

folder_list list_folder(const std::string& path, const std::function<void(const folder_entry&)>& take) {
  WIN32_FIND_DATAW entry{};
  const HANDLE search = ::FindFirstFileExW((wide(path) + L'*').c_str(), FindExInfoBasic, &entry, FindExSearchNameMatch,
                                           nullptr, FIND_FIRST_EX_LARGE_FETCH);
  if (search == INVALID_HANDLE_VALUE) {
    return {.error = number_of(::GetLastError())};
  }
  do {
    const std::wstring_view name = entry.cFileName;
    if (name != L"." && name != L"..") {
      take({narrow(name), kind_by_attributes(entry.dwFileAttributes, entry.dwReserved0)});
    }
  } while (::FindNextFileW(search, &entry) != FALSE);
  const DWORD error = ::GetLastError();
  ::FindClose(search);
  return {.error = error == ERROR_NO_MORE_FILES ? 0 : number_of(error)};
}

int open_to_read(const std::string& path) { return open(path, GENERIC_READ, OPEN_EXISTING); }

int open_to_write(const std::string& path) { return open(path, GENERIC_WRITE, OPEN_EXISTING); }

int create(const std::string& path) { return open(path, GENERIC_WRITE, CREATE_NEW); }

int create_unique(std::string& path, const std::optional<file_status>& /*replaced*/) {
  return create_by_new_name(path, GENERIC_READ | GENERIC_WRITE, FILE_ATTRIBUTE_NORMAL);
}

int create_nameless(const std::string& folder) {
  std::string path = folder + "/tbsc94.XXXXXX";
  return create_by_new_name(path, GENERIC_READ | GENERIC_WRITE | DELETE,
                            FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE);
}

void close(int descriptor) { ::_close(descriptor); }

std::int64_t read(int descriptor, char* into, std::size_t count) { return read_once(descriptor, into, count, nullptr); }

std::int64_t read_at(int descriptor, char* into, std::size_t count, std::uint64_t offset) {
  const std::int64_t before = ::_lseeki64(descriptor, 0, SEEK_CUR);
  OVERLAPPED place = at(offset);
  const std::int64_t got = read_once(descriptor, into, count, &place);
  ::_lseeki64(descriptor, before, SEEK_SET);  // unlike pread(2), it has moved on
  return got;
}

bool write(int descriptor, std::string_view text) {
  const HANDLE handle = handle_of(descriptor);
  if (is_terminal(descriptor)) {
    return show(handle, text);
  }
  for (std::string_view rest = text; !rest.empty();) {
    DWORD written = 0;
    if (!succeeded(
            ::WriteFile(handle, rest.data(), static_cast<DWORD>(std::min(rest.size(), at_once)), &written, nullptr))) {
      return false;
    }
    rest.remove_prefix(written);
  }
  return true;
}

bool write_at(int descriptor, std::string_view text, std::uint64_t offset) {
  return ::_lseeki64(descriptor, static_cast<std::int64_t>(offset), SEEK_SET) >= 0 && write(descriptor, text);
}

std::int64_t seek(int descriptor, std::int64_t offset, int whence) { return ::_lseeki64(descriptor, offset, whence); }

int reserve(int descriptor, std::uint64_t size) {
  const auto now = status_of(descriptor);
  return now && (now->size >= size || resize(descriptor, size)) ? 0 : errno;
}

bool resize(int descriptor, std::uint64_t size) {
  FILE_END_OF_FILE_INFO end{};
  end.EndOfFile.QuadPart = static_cast<std::int64_t>(size);
  return succeeded(::SetFileInformationByHandle(handle_of(descriptor), FileEndOfFileInfo, &end, sizeof end));
}

void begin_to_store(int /*descriptor*/) {}

bool store(int descriptor) { return succeeded(::FlushFileBuffers(handle_of(descriptor))); }

bool rename(const std::string& from, const std::string& to) {
  ::RemoveDirectoryW(wide(to).c_str());  // which does nothing but to an empty folder
  if (::MoveFileExW(wide(from).c_str(), wide(to).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) !=
      FALSE) {
    return true;
  }
  const int error = number_of(::GetLastError());
  const HANDLE old = open_handle(to, DELETE, OPEN_EXISTING, 0);  // who may not do that may be told why
  const bool in_use = old == INVALID_HANDLE_VALUE && number_of(::GetLastError()) == ETXTBSY;
  if (old != INVALID_HANDLE_VALUE) {
    ::CloseHandle(old);
  }
  errno = in_use ? ETXTBSY : error;
  return false;
}

bool remove(const std::string& path) { return succeeded(::DeleteFileW(wide(path).c_str())); }

bool create_unique_folder(std::string& path) {
  return try_names(path,
                   [](const std::string& name) { return succeeded(::CreateDirectoryW(wide(name).c_str(), nullptr)); });
}

std::string temporary_folder() {
  std::wstring path(MAX_PATH + 1, L'\0');
  path.resize(::GetTempPathW(static_cast<DWORD>(path.size()), path.data()));
  return narrow(path);
}

std::string program_folder() {
  std::wstring path(32768, L'\0');  // as long as any path
  path.resize(::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
  return narrow(path.substr(0, path.find_last_of(L'\\') + 1));
}

std::optional<std::string> from_gb18030(std::string_view text) {
  const auto whole = decoded(text, gb18030);
  const auto result = whole ? whole : decoded(text, gbk);  // which is all that some systems have of it
  return result ? std::optional(narrow(*result)) : std::nullopt;
}

// The names are UTF-8 already: see .ci/windows/libraries.
utf8_names::utf8_names() : before_(nullptr) {}
utf8_names::~utf8_names() = default;

}  // namespace tbsc94::platform
