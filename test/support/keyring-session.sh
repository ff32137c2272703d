#!/bin/sh
# Starts Electron as a user's desktop would: in a D-Bus session of its own with a real GNOME Keyring that lives in the user's home and survives restarts.
#   TEST_HOME     home folder of this user
#   TEST_KEYRING  unlocked | locked (the keyring exists, nobody unlocks it) | silent (it never answers) | none (no D-Bus session at all)
#   TEST_ELECTRON the program to start
# The keyring prints unfinished lines, which would swallow the one that tells where the debugger listens: it is kept quiet.
set -eu
: "${TEST_HOME:?}" "${TEST_ELECTRON:?}" "${TEST_KEYRING:?}"
export HOME="$TEST_HOME" XDG_CONFIG_HOME="$TEST_HOME/.config" XDG_CACHE_HOME="$TEST_HOME/.cache" XDG_DATA_HOME="$TEST_HOME/.local/share" XDG_RUNTIME_DIR="$TEST_HOME/run"
mkdir -p "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

case "$TEST_KEYRING" in
  none)
    export DBUS_SESSION_BUS_ADDRESS="unix:path=$TEST_HOME/no-such-bus"
    exec "$TEST_ELECTRON" "$@"
    ;;
  locked)
    # The bus knows no display, so the prompt for the password cannot show and counts as dismissed.
    export TEST_DISPLAY="$DISPLAY"
    exec env -u DISPLAY dbus-run-session -- sh -c 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; DISPLAY="$TEST_DISPLAY" exec "$TEST_ELECTRON" "$@"' electron "$@"
    ;;
  silent)
    exec dbus-run-session -- sh -c 'echo "password of a keyring for tests" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
      bus=org.freedesktop.DBus
      reply=$(dbus-send --session --print-reply=literal --dest=$bus / $bus.GetConnectionUnixProcessID string:org.freedesktop.secrets)
      kill -STOP "${reply##* }"
      trap "kill -KILL ${reply##* }" EXIT
      "$TEST_ELECTRON" "$@"' electron "$@"
    ;;
  unlocked)
    exec dbus-run-session -- sh -c 'echo "password of a keyring for tests" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$TEST_ELECTRON" "$@"' electron "$@"
    ;;
esac
echo "TEST_KEYRING must be unlocked, locked, silent or none" >&2
exit 2
