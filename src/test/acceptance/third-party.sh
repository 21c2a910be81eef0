#!/bin/sh
# Shows that programs made for real modems accept the practice modem: gammu and smstools (Debian
# packages gammu and smstools). Run by hand from the top of the repository; its outcome is kept in
# docs/third-party.md. Ends every process it started, by its id.
set -eu

for tool in gammu smsd; do
  command -v "$tool" >/dev/null || [ -x "/usr/sbin/$tool" ] || {
    echo "$tool is not installed: apt-get install gammu smstools" >&2
    exit 1
  }
done
if [ ! -d target/lib ]; then
  mvn -B -q package -DskipTests
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" --version | grep -q '^openjdk 2[5-9]' || {
  echo "JAVA_HOME must name a JDK 25" >&2
  exit 1
}
work=$(mktemp -d)
modem_pid=
smsd_pid=
finish() {
  [ -z "$smsd_pid" ] || tail -n 10 "$work/smsd.log" >&2 # it should have been ended before
  [ -z "$smsd_pid" ] || kill "$smsd_pid" 2>/dev/null || true
  [ -z "$modem_pid" ] || kill "$modem_pid" 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap finish EXIT INT TERM

say() { printf '\n== %s\n' "$*"; }

# await SECONDS COMMAND...: waits until the command succeeds.
await() {
  left=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "waited in vain for: $*" >&2; exit 1; }
    sleep 0.1
  done
}

mkfifo "$work/orders"
"$java" --enable-native-access=ALL-UNNAMED -cp 'target/classes:target/lib/*' \
  hospital.wardbell.practice.PracticeModem \
  --link "$work/modem" --journal "$work/journal" --network-delay 200 --thinking 0.2 \
  <"$work/orders" >"$work/modem.log" &
modem_pid=$!
exec 3>"$work/orders"
await 10 grep -q ready "$work/modem.log"
order() { printf '%s\n' "$1" >&3; }

cat >"$work/gammurc" <<END
[gammu]
device = $work/modem
connection = at115200
END

say "gammu identify"
gammu -c "$work/gammurc" identify

say "gammu sendsms TEXT +12025550101 (one segment)"
gammu -c "$work/gammurc" sendsms TEXT +12025550101 -text "Your visit is on Tuesday at 9:30. Reply YES to confirm."

say "gammu sendsms TEXT +12025550104 (unicode, several segments)"
gammu -c "$work/gammurc" sendsms TEXT +12025550104 -unicode -autolen 200 -text \
  "Su cita es el martes. ¿Podrá venir? Avísenos si necesita transporte, por favor. Gracias, Clínica."
await 30 sh -c "[ \$(grep -c '\"Stored\"' '$work/journal') -ge 4 ]"

say "gammu getallsms (Ruth's answer, and Milo's in several linked segments)"
gammu -c "$work/gammurc" getallsms

say "gammu deleteallsms 1"
gammu -c "$work/gammurc" deleteallsms 1 | tail -n 1
gammu -c "$work/gammurc" getallsms | tail -n 1

mkdir "$work/outgoing" "$work/incoming" "$work/sent" "$work/failed" "$work/checked" "$work/report"
cat >"$work/smsd.conf" <<END
devices = GSM1
outgoing = $work/outgoing
checked = $work/checked
incoming = $work/incoming
sent = $work/sent
failed = $work/failed
report = $work/report
infofile = $work/smsd.working
pidfile = $work/smsd.pid
logfile = $work/smsd.log
loglevel = 6
incoming_utf8 = yes
decode_unicode_text = yes
delaytime = 1
delaytime_mainprocess = 1
autosplit = 3
[GSM1]
device = $work/modem
incoming = yes
report = yes
baudrate = 115200
init = AT+CPMS="SM","SM","SM";+CNMI=2,1,0,2,0
primary_memory = SM
secondary_memory = SR
secondary_memory_max = 50
END

say "smsd (smstools): sends with a status report, receives"
PATH=$PATH:/usr/sbin smsd -t -c"$work/smsd.conf" -p"$work/smsd.pid" >/dev/null 2>&1 &
smsd_pid=$!
cat >"$work/outgoing/one" <<END
To: 12025550102
Report: yes

Your visit is on Wednesday at 10:15. Reply YES to confirm.
END
await 60 sh -c "ls '$work'/sent/one"
order '{"do":"text","from":"+12025550150","text":"Is the clinic open on Friday?"}'
await 60 sh -c "grep -l 'open on Friday' '$work'/incoming/*"
await 60 sh -c "grep -l 12025550102 '$work'/incoming/* '$work'/report/*"
await 60 sh -c "[ \$(ls '$work'/incoming | wc -l) -ge 2 ]"
kill "$smsd_pid"
wait "$smsd_pid" || true
smsd_pid=
echo "-- sent:";     sed -n '/./p' "$work"/sent/one
for file in "$work"/incoming/* "$work"/report/*; do
  [ -f "$file" ] && { echo "-- ${file#"$work"/}:" | sed 's/GSM1\..*/GSM1/'; sed -n '/./p' "$file"; echo; }
done

say "what the journal counted"
for what in Submitted Answered Arrived Stored Read Deleted Reported; do
  printf '%s %s\n' "$what" "$(grep -c "\"$what\"" "$work/journal" || true)"
done
order '{"do":"quit"}'
await 10 grep -q ends "$work/modem.log"
say "everything was accepted"
