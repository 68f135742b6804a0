#!/bin/sh
# Makes sure that the browser tests have a browser. Usage: browser.sh PYTHON
# A system Chromium is used where there is one; else Debian's is installed by root, else Playwright's own is fetched.
python=$1
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
"$python" -m playwright install chromium && exit 0
echo "Brakuje przeglądarki do testów. / The tests need a browser. Run:" >&2
echo "  sudo apt-get install -y chromium" >&2
exit 1
