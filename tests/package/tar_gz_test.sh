#!/bin/sh
# tar_gz_test.sh CPACK BUILD FOLDER: makes the .tar.gz of BUILD twice in FOLDER, and looks at what it has.
set -eu
cpack=$1 build=$2 folder=$3
fail() { echo "$*" >&2; exit 1; }

# The same sources make the same bytes: in another file system, time zone and umask, too.
pack() { "$cpack" --config "$build/CPackConfig.cmake" -G TGZ -B "$1" >"$folder/log" || fail "$(cat "$folder/log")"; }
rm -rf "$folder"
mkdir -p "$folder/tree"
elsewhere=$(mktemp -d -p /dev/shm || mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
(umask 022; TZ=UTC pack "$folder")
(umask 077; TZ=Asia/Shanghai pack "$elsewhere")
archive=$(ls "$folder"/*.tar.gz)
cmp "$archive" "$elsewhere"/*.tar.gz

# Its program needs nothing, and is hardened.
tar -xzf "$archive" -C "$folder/tree" --strip-components 1
cd "$folder/tree"
headers=$(objdump -p bin/tbsc94)
! echo "$headers" | grep -E 'NEEDED|INTERP' || fail "bin/tbsc94 is not static"
echo "$headers" | grep -q RELRO || fail "bin/tbsc94 is not hardened"

# It works, by another name and from another folder too, and undoes every compression that it should.
ln -s ../bin/tbsc94 share/called
(cd / && "$folder/tree/share/called" --version)
bin/tbsc94 verify --require-recorded share/tbsc94/samples
python3 - share/tbsc94/samples/grade-aaa.json <<'PYTHON'
import bz2, gzip, io, lzma, sys, tarfile, zipfile
sample = open(sys.argv[1], "rb").read()
for ending, compress in (("gz", gzip.compress), ("xz", lzma.compress), ("bz2", bz2.compress)):
    open(f"packed.json.{ending}", "wb").write(compress(sample))
with zipfile.ZipFile("packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
    packed.writestr("a.json", sample)
with tarfile.open("packed.tar.xz", "w:xz") as packed:
    packed.add(sys.argv[1])
PYTHON
set -- packed.*
if command -v zstd >/dev/null; then
  zstd -q share/tbsc94/samples/grade-aaa.json -o packed.json.zst
  set -- "$@" packed.json.zst
fi
bin/tbsc94 verify --require-recorded "$@"
bin/tbsc94 grade --format ndjson "$@" | grep -c '"grade":"AAA"' | grep -qx "$#"
