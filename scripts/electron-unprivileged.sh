#!/bin/sh
# Starts Electron with Chromium's sandbox on. The sandbox refuses to run as root, so root steps down to an unprivileged uid first.
#   TENANTRY_ELECTRON  the program to start
#   TENANTRY_APP_HOME  home folder of the app's user; as root it must belong to TENANTRY_APP_UID
#   TENANTRY_APP_UID   the uid to step down to (default 65534, nobody)
# All arguments go to Electron. Used by npm start and, as Playwright's executablePath, by the end-to-end tests.
set -eu
: "${TENANTRY_ELECTRON:?}" "${TENANTRY_APP_HOME:?}"
uid=${TENANTRY_APP_UID:-65534}

# The X cookie is usually readable by its owner only.
cookie=${XAUTHORITY:-$HOME/.Xauthority}
if [ "$(id -u)" = 0 ] && [ -r "$cookie" ]; then
  # -T: a link of that name is replaced, never followed into a folder.
  install -T -m 600 -o "$uid" -g "$uid" "$cookie" "$TENANTRY_APP_HOME/.Xauthority"
  export XAUTHORITY="$TENANTRY_APP_HOME/.Xauthority"
fi

export HOME="$TENANTRY_APP_HOME" XDG_CONFIG_HOME="$TENANTRY_APP_HOME/.config" XDG_CACHE_HOME="$TENANTRY_APP_HOME/.cache"
export XDG_DATA_HOME="$TENANTRY_APP_HOME/.local/share" XDG_RUNTIME_DIR="$TENANTRY_APP_HOME"
[ "$(id -u)" = 0 ] || exec "$TENANTRY_ELECTRON" "$@"
exec setpriv --reuid="$uid" --regid="$uid" --clear-groups --inh-caps=-all --bounding-set=-all "$TENANTRY_ELECTRON" "$@"
