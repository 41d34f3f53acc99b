#!/bin/sh
# deb_test.sh CPACK BUILD FOLDER: makes the .deb of BUILD twice in FOLDER, and looks at what it has.
set -eu
cpack=$1 build=$2 folder=$3
for tool in dpkg-deb dpkg-shlibdeps file gzip objdump; do
  command -v "$tool" >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
fail() { echo "$*" >&2; exit 1; }

# The same sources make the same bytes: in another file system, time zone and umask, too.
pack() { "$cpack" --config "$build/CPackConfig.cmake" -G DEB -B "$1" >"$folder/log" || fail "$(cat "$folder/log")"; }
rm -rf "$folder"
mkdir -p "$folder"
elsewhere=$(mktemp -d -p /dev/shm || mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
(umask 022; TZ=UTC pack "$folder")
(umask 077; TZ=Asia/Shanghai pack "$elsewhere")
deb=$(ls "$folder"/*.deb)
cmp "$deb" "$elsewhere"/*.deb

# All of it is for everyone to read.
! dpkg-deb -c "$deb" | grep -Ev '^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) root/root ' || fail "not for everyone to read"

tree=$folder/tree
dpkg-deb -x "$deb" "$tree"

# It asks for the libraries that the program needs, by their packages; where that is static, for those alone that every
# release has by these names.
depends=$(dpkg-deb -f "$deb" Depends)
packages="libc6 libstdc++6 libarchive zlib1g"
if ! objdump -p "$tree/usr/bin/tbsc94" | grep -q NEEDED; then
  packages="libc6 libstdc++6"
  ! echo "$depends" | tr ',' '\n' | grep -Ev '^ *(libc6|libgcc-s1|libstdc\+\+6)( |$)' || fail "Depends: $depends"
fi
for package in $packages; do
  echo "$depends" | grep -q "\b$package" || fail "Depends lacks $package: $depends"
done

# Policy 12.1, 12.5, 12.7: manual pages compressed, the licence, the changes.
gzip -t "$tree/usr/share/man/man1/tbsc94.1.gz" "$tree/usr/share/man/zh_CN/man1/tbsc94-grade.1.gz" \
  "$tree/usr/share/doc/tbsc94/changelog.gz"
grep -q 'WITHOUT WARRANTY' "$tree/usr/share/doc/tbsc94/copyright" || fail "no licence"
if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on error "$deb"
fi

# What it puts down works.
"$tree/usr/bin/tbsc94" verify --require-recorded "$tree/usr/share/tbsc94/samples"
