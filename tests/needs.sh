#!/bin/sh
# Says in one line what is missing before anything is installed. Usage: needs.sh PYTHON
python=$1
if ! command -v "$python" >/dev/null 2>&1; then
  echo "Brakuje Pythona 3.11 lub nowszego. / Python 3.11 or newer is missing. Run:" >&2
  echo "  sudo apt-get install -y python3 python3-venv" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Potrzebny jest Python 3.11 lub nowszy. / Python 3.11 or newer is needed. If you have one under another name:" >&2
  echo "  make site PYTHON=python3.12" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  echo "Brakuje modułu venv. / The venv module is missing. Run:" >&2
  echo "  sudo apt-get install -y python3-venv" >&2
  exit 1
fi
