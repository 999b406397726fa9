#!/bin/sh
# Runs a command with a print server and a virtual printer of its own, without privileges and without touching the system's:
#
#     tests/paper/virtual-printer.sh cargo test --test paper printing -- --ignored
#
# The command finds the server by CUPS_SERVER, the printer "virt" as the default, a printer "broken" that gives every job up, a printer
# "offline" that never answers, and the folder in which printed files arrive in VIRTUAL_PRINTER_SPOOL. Everything ends and is removed
# when the command ends.
#
# Needs cupsd, ippeveprinter, lpadmin and dbus-daemon: on Debian
#     apt-get install --no-install-recommends cups-ipp-utils cups-client cups-daemon cups-filters cups-core-drivers dbus
set -eu

PATH=$PATH:/usr/sbin:/sbin
for program in cupsd ippeveprinter lpadmin lp dbus-daemon; do
    command -v "$program" >/dev/null || { echo "virtual-printer.sh: $program is missing" >&2; exit 2; }
done

folder=$(mktemp -d)
printer= ; server= ; bus=
finish() {
    for process in $server $printer $bus; do kill "$process" 2>/dev/null && wait "$process" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

# Ports that nobody uses, near the number of this process.
printer_port=$((20000 + $$ % 20000))
server_port=$((printer_port + 1))

mkdir -p "$folder/spool" "$folder/root" "$folder/requests/tmp" "$folder/cache" "$folder/state" "$folder/logs"

# ippeveprinter announces itself over D-Bus and does not start without one.
dbus-daemon --session --nofork --nopidfile --address="unix:path=$folder/bus" >"$folder/logs/bus" 2>&1 &
bus=$!
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$folder/bus"
while [ ! -S "$folder/bus" ]; do sleep 0.1; done

ippeveprinter -k -r off -p "$printer_port" -n localhost -d "$folder/spool" -f application/pdf -F application/pdf Virtual >"$folder/logs/printer" 2>&1 &
printer=$!

user=$(id -un)
group=$(id -gn)
# The server refuses to run its filters as root: then it runs them as somebody who owns nothing.
if [ "$user" = root ]; then user=nobody; group=nogroup; chmod -R a+rwX "$folder"; fi
cat >"$folder/cups-files.conf" <<END
User $user
Group $group
ServerRoot $folder/root
RequestRoot $folder/requests
TempDir $folder/requests/tmp
CacheDir $folder/cache
StateDir $folder/state
AccessLog $folder/logs/access
ErrorLog $folder/logs/error
PageLog $folder/logs/page
Sandboxing Relaxed
FileDevice Yes
END
cat >"$folder/cupsd.conf" <<END
Listen localhost:$server_port
DefaultAuthType None
WebInterface No
Browsing No
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
END
cupsd -f -c "$folder/cupsd.conf" -s "$folder/cups-files.conf" >"$folder/logs/server" 2>&1 &
server=$!
export CUPS_SERVER="localhost:$server_port"

tries=0
until lpstat -r 2>/dev/null | grep -q running && ! lpstat -r 2>&1 | grep -q "not running"; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "virtual-printer.sh: the print server did not start" >&2; cat "$folder"/logs/* >&2; exit 2; }
    sleep 0.1
done
lpadmin -p virt -E -v "ipp://localhost:$printer_port/ipp/print" -m everywhere
lpadmin -d virt
# Nothing listens on port 1. The one gives up after a second, the other tries again and again.
lpadmin -p broken -E -v "ipp://localhost:1/ipp/print?contimeout=1" -m raw -o printer-error-policy=abort-job 2>/dev/null
lpadmin -p offline -E -v "ipp://localhost:1/ipp/print" -m raw 2>/dev/null

export VIRTUAL_PRINTER_SPOOL="$folder/spool"
"$@"
