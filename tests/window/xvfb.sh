#!/bin/sh
# Starts the program on a screen of its own, runs the steps given on standard input (a shell script that may call
# `shot NAME`, xdotool and sleep), and ends it. Needs Xvfb, openbox, xdotool and ImageMagick.
#
#   tests/window/xvfb.sh [-s SCALE] [-d DISPLAY] [-o FOLDER] -- PROGRAM [ARGUMENTS] <<'STEPS'
#   shot start
#   xdotool key ctrl+z
#   STEPS
set -eu
scale=1 display=:97 folder=${TMPDIR:-/tmp}/hallplan-shots
while [ $# -gt 0 ]; do
    case $1 in
        -s) scale=$2; shift 2 ;;
        -d) display=$2; shift 2 ;;
        -o) folder=$2; shift 2 ;;
        --) shift; break ;;
        *) break ;;
    esac
done
mkdir -p "$folder"
size=$((1440 * scale))x$((900 * scale))
Xvfb "$display" -screen 0 "${size}x24" -nolisten tcp >"$folder/xvfb.log" 2>&1 &
screen=$!
export DISPLAY=$display WINIT_X11_SCALE_FACTOR=$scale LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
trap 'kill $program $manager $screen 2>/dev/null || true' EXIT
program= manager=
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
cat >"$folder/openbox.xml" <<'CONFIG'
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application class="*" type="normal"><decor>no</decor><maximized>yes</maximized></application>
</applications></openbox_config>
CONFIG
openbox --config-file "$folder/openbox.xml" >"$folder/openbox.log" 2>&1 &
manager=$!
"$@" >"$folder/program.log" 2>&1 &
program=$!
window=
for _ in $(seq 300); do
    window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | head -n 1) && [ -n "$window" ] && break
    sleep 0.1
done
[ -n "$window" ] || { echo "no window appeared" >&2; cat "$folder/program.log" >&2; exit 1; }
sleep 1
shot() { import -window root "$folder/$1.png"; }
. /dev/stdin
