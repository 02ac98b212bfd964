# What every launcher does, from a checkout or unpacked: finds Java and starts the program.
# shellcheck shell=bash
#
# Sourced by mp, which sets "program" (mp or mp_mcp) and "run", the folder of the jars.
# MP_JAVA_OPTS adds options of the JVM. JAVA_HOME is used first where it is Java 17 or newer.

say() { printf '%s\n' "$*" >&2; }

# The version of a Java, from the file beside it or, where that is missing, from itself.
java_version() {
  local line release=${1%/bin/java}/release
  java_version=''
  if [ -r "$release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) line=${line#*=}; java_version=${line//\"/} ;; esac
    done <"$release"
  elif line=$("$1" -version 2>&1); then
    line=${line#*\"}
    java_version=${line%%\"*}
  fi
  java_major=${java_version%%[.+-]*}
  case $java_major in '' | *[!0-9]*) java_major=0 ;; esac
}

# Sets "java" to the first Java that is new enough: of the folders given, JAVA_HOME, the PATH.
find_java() {
  local folder found
  for folder in "$@" "${JAVA_HOME:-}"; do
    if [ -n "$folder" ] && [ -x "$folder/bin/java" ]; then
      java=$folder/bin/java
      java_version "$java"
      [ "$java_major" -ge 17 ] && return
    fi
  done
  if found=$(command -v java); then
    java=$(readlink -f "$found" 2>/dev/null) || java=$found
    java_version "$java"
    [ "$java_major" -ge 17 ] && return
  fi
  say "Error [CONFIG_INVALID]: mp needs Java 17 or newer, and neither JAVA_HOME nor the PATH has it."
  say "Hint: Install a JDK from https://adoptium.net, or set JAVA_HOME."
  exit 1
}

# Runs a function while no other mp does; waits for it. The first argument names the lock.
locked() {
  local lock=$1
  shift
  mkdir -p "${lock%/*}" || return
  if command -v flock >/dev/null; then
    { flock 9 && "$@"; } 9>"$lock.lock"
  else
    local folder=$lock.lock.d holder status
    until mkdir "$folder" 2>/dev/null; do
      # A process that was killed leaves the folder behind.
      { read -r holder <"$folder/pid" && ! kill -0 "$holder"; } 2>/dev/null && rm -rf "$folder"
      sleep 0.2
    done
    echo $$ >"$folder/pid"
    locked_folder=$folder
    trap 'rm -rf "$locked_folder"' EXIT
    "$@"
    status=$?
    rm -rf "$folder"
    trap - EXIT
    return $status
  fi
}

# Class data of the most common commands: a third of a second at each start. Only ever a help: what
# fails here is tried again by the next mp, and the command runs without.
archive() {
  [ -f "$cds" ] && return
  local part=$cds.$$
  if "$java" "${options[@]}" -XX:ArchiveClassesAtExit="$part" -cp "$classpath" \
    "$training" </dev/null >/dev/null 2>&1 9>&-; then
    mv -f "$part" "$cds" 2>/dev/null
  fi
  rm -f "$part"
}

# Where class data is kept: beside the jars, or where these cannot be written in a folder of the
# user's for these jars alone.
class_data_folder() {
  local cli=("$run"/mixpanel-data-cli-*.jar)
  cli=${cli[0]##*/}
  folder=$run
  [ -w "$run" ] && return
  folder=${XDG_CACHE_HOME:-${HOME:-}/.cache}
  # Nowhere to keep it, as for a user without a home.
  case $folder in /*) ;; *) folder=''; return ;; esac
  folder=$folder/mixpanel-data/${run//[!A-Za-z0-9.]/_}/${cli%.jar}
  [ -d "$folder" ] && return
  if mkdir -p -m 700 "$folder" 2>/dev/null; then
    # Of the versions that were in this place before.
    find "${folder%/*}" -mindepth 1 -maxdepth 1 ! -path "$folder" -exec rm -rf {} + 2>/dev/null
  else
    folder=''
  fi
}

# Runs the program of the jars in "run", in place of this process.
launch() {
  local main work=$program word training classpath='' jar options speed folder cds terminal='' stream
  case $program in
    mp_mcp) main=dev.mixpaneldata.mcp.McpServerMain ;;
    *) main=dev.mixpaneldata.cli.Mp ;;
  esac

  # What the process is going to do: "mp mcp" serves as mp_mcp does.
  for word; do
    [ "$word" = mcp ] && work=mp_mcp
  done
  case $work in
    mp_mcp) training=dev.mixpaneldata.mcp.launch.ServerTraining ;;
    *) training=dev.mixpaneldata.cli.launch.CommandTraining ;;
  esac

  # The program's own jar first: resources are looked for in all jars before theirs.
  for jar in "$run"/mixpanel-data-cli-*.jar "$run"/*.jar; do
    case :$classpath: in *:"$jar":*) ;; *) classpath=$classpath${classpath:+:}$jar ;; esac
  done

  # What the JVM says of an archive that does not fit is of no use to anybody: it runs without.
  options=(-XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Xlog:disable)
  [ "$java_major" -ge 22 ] && options+=(--enable-native-access=ALL-UNNAMED)
  case "$work $* " in
    mp_mcp*)
      # Runs for days beside an assistant: the optimising compiler comes when it is worth it.
      speed=(-Xmx256m)
      ;;
    *' fetch '* | *' sync '* | *' demo '* | *' ui '*)
      # Long and busy: the optimising compiler pays, though only for what is really hot, and the
      # heap is bounded beside DuckDB's memory.
      speed=(-Xmx192m -XX:CompileThresholdScaling=4)
      ;;
    # Over before most of what is compiled would pay.
    *) speed=(-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3) ;;
  esac

  class_data_folder
  if [ -n "$folder" ]; then
    cds=$folder/classes-$work-$java_version.jsa
    [ -f "$cds" ] || { [ -w "$folder" ] && locked "$folder/classes" archive; }
    [ -f "$cds" ] && options+=(-XX:SharedArchiveFile="$cds")
  fi

  for stream in 0 1 2; do
    [ -t $stream ] && terminal=$terminal$stream
  done
  if [ -n "$terminal" ]; then
    shopt -s checkwinsize
    (:)
    export COLUMNS
  fi

  # shellcheck disable=SC2086 # several options in one variable
  exec "$java" "${options[@]}" "${speed[@]}" ${MP_JAVA_OPTS:-} -Dmp.terminal="$terminal" \
    -cp "$classpath" "$main" "$@"
}
