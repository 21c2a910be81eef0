# Shared by the scripts here: where the checkout is, and a JDK 25. Sourced, not run.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# With WARDBELL_FIPS set, the build with the validated module.
built=$top/target${WARDBELL_FIPS:+/fips}

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# The first JDK 25 of $JAVA_HOME, the usual places and the path.
find_jdk() {
  local java
  for java in "${JAVA_HOME:-/none}"/bin/java /usr/lib/jvm/*25*/bin/java "$(command -v java || true)"; do
    if [ -x "$java" ] && [ -x "$(dirname "$java")/javac" ] &&
      "$java" -version 2>&1 | grep -q 'version "25'; then
      JAVA_HOME=$(cd "$(dirname "$(readlink -f "$java")")/.." && pwd)
      export JAVA_HOME
      return
    fi
  done
  die "Wardbell needs a JDK 25; install one (for instance Temurin 25) or set JAVA_HOME to it."
}

# Builds the program if it is missing or older than its source.
build_if_needed() {
  local jar=$built/wardbell.jar
  if [ ! -e "$jar" ] || [ -n "$(find "$top/src/main" "$top/src/standard" "$top/src/fips" "$top/pom.xml" -newer "$jar" -print -quit)" ]; then
    command -v mvn >/dev/null || die "Wardbell is built by Maven; install the package maven."
    say "Building (the first time takes a few minutes)..."
    (cd "$top" && mvn -B -q ${WARDBELL_FIPS:+-Pfips} -DskipTests -Dformatter.skip=true package) >"$top/target-build.log" 2>&1 ||
      { cat "$top/target-build.log" >&2; rm -f "$top/target-build.log"; die "The build failed; the lines above say why."; }
    rm -f "$top/target-build.log"
    touch "$jar"
  fi
}

# The options every run of the program has. A crash leaves nothing behind: the JVM's own report has
# what lies on stacks and in the strings that registers point to.
java_options() {
  printf '%s\n' --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xms96m -Xmx192m -Xss512k \
    '-Djava.util.logging.SimpleFormatter.format=%4$s %3$s: %5$s%n' -XX:+DisableAttachMechanism -XX:-HeapDumpOnOutOfMemoryError \
    -XX:+ExitOnOutOfMemoryError -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash -Djava.net.preferIPv4Stack=false
}

# How the program is started, one word a line.
wardbell_command() {
  printf '%s\n' "$JAVA_HOME/bin/java"
  java_options
  printf '%s\n' -cp "$built/wardbell.jar:$built/lib/*" hospital.wardbell.Main
}

# aot_options SUBCOMMAND: with these the service starts faster, if appliance/aot has been run since the
# last build. To a subcommand that ends at once, what the cache costs is more than what it saves.
aot_options() {
  if [ "${1-}" = serve ] && [ "$built/wardbell.aot" -nt "$built/wardbell.jar" ]; then
    printf '%s\n' "-XX:AOTCache=$built/wardbell.aot" -Xlog:aot=off
  fi
}

# Becomes the program, so that a signal to this shell's number reaches it.
exec_wardbell() {
  local command options
  ulimit -c 0
  mapfile -t command < <(wardbell_command)
  mapfile -t options < <(aot_options "$@")
  exec "${command[0]}" "${options[@]}" ${WARDBELL_JAVA_OPTIONS:-} "${command[@]:1}" "$@"
}

wardbell() { (exec_wardbell "$@"); }
