#!/bin/sh
# Makes the Python environment in which test/anki imports exports into a real Anki. It lies outside the project: Anki is
# AGPL and only ever a check from outside. Run it again at will; where it cannot be made it says so and exits 0.
set -u
version=26.9.3
folder="${XDG_CACHE_HOME:-$HOME/.cache}/recto-test/anki"
python="$folder/bin/python"

has_anki() {
  [ -x "$python" ] && [ "$("$python" -c 'import anki.buildinfo as b, importlib.metadata as m, anki.collection; print(m.version("anki"))' 2>/dev/null)" = "$version" ]
}

if has_anki; then
  echo "Anki $version is ready in $folder"
  exit 0
fi
if ! python3 -m venv "$folder"; then
  echo "No environment made: python3 with its venv module is needed. The test against a real Anki will be skipped."
  exit 0
fi
if ! "$python" -m pip install --quiet --disable-pip-version-check "anki==$version" || ! has_anki; then
  echo "Anki $version could not be installed. The test against a real Anki will be skipped."
  exit 0
fi
echo "Anki $version is ready in $folder"
