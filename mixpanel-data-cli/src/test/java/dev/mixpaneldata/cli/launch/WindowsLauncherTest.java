package dev.mixpaneldata.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows, which no machine of ours runs, says what that of Unix says. */
class WindowsLauncherTest {
  private static final Path LAUNCHERS = Path.of("../mixpanel-data-dist/src/main/launcher");

  @Test
  void bothGiveTheJvmTheSameOptions() throws IOException {
    assertThat(found("-X[\\w:+-]+(?:=\\d+)?|--enable[\\w-]+=[\\w-]+", "mp.cmd"))
        .isEqualTo(found("-X[\\w:+-]+(?:=\\d+)?|--enable[\\w-]+=[\\w-]+", "launch.sh"))
        .contains("-XX:ArchiveClassesAtExit", "-Xmx256m", "--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void bothStartTheSameProgramsWhichExist() throws IOException {
    Set<String> programs = found("dev\\.mixpaneldata\\.[\\w.]+", "mp.cmd");
    assertThat(programs).isEqualTo(found("dev\\.mixpaneldata\\.[\\w.]+", "launch.sh")).hasSize(4);
    for (String program : programs) {
      assertThat(getClass().getClassLoader().getResource(program.replace('.', '/') + ".class"))
          .as(program)
          .isNotNull();
    }
  }

  @Test
  void bothSayTheSameWithoutJava() throws IOException {
    String unix = Files.readString(LAUNCHERS.resolve("launch.sh"));
    Matcher said =
        Pattern.compile("(?m)^echo (.+)>&2$")
            .matcher(Files.readString(LAUNCHERS.resolve("mp.cmd")));
    assertThat(said.results().map(line -> line.group(1)))
        .hasSize(2)
        .allSatisfy(line -> assertThat(unix).contains("say \"" + line + "\""));
  }

  @Test
  void everyJumpHasItsLabel() throws IOException {
    Set<String> labels = found("(?m)(?<=^:)\\w+", "mp.cmd");
    assertThat(found("(?<=goto )\\w+", "mp.cmd")).isEqualTo(labels).isNotEmpty();
  }

  private static Set<String> found(String pattern, String launcher) throws IOException {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(Files.readString(LAUNCHERS.resolve(launcher)))
        .results()
        .forEach(match -> found.add(match.group()));
    return found;
  }
}
