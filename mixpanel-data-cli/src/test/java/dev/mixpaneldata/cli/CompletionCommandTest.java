package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
  /** The script is given to a real bash, which completes as it does at a prompt. */
  @ParameterizedTest
  @CsvSource({"'mp insp', inspect", "'mp inspect dro', drop", "'mp query sql --f', --format"})
  void bashCompletes(String line, String expected) throws IOException, InterruptedException {
    String script = new TestingMp().run("completion", "bash").out();
    String[] words = line.split(" ");
    String program =
        script
            + "\nCOMP_WORDS=(%s)\nCOMP_CWORD=%d\nCOMP_LINE='%s'\n"
                .formatted(line, words.length - 1, line)
            + "_complete_mp\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
    Process bash = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    bash.getOutputStream().write(program.getBytes(StandardCharsets.UTF_8));
    bash.getOutputStream().close();
    String reply = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(reply.lines().map(String::strip)).contains(expected);
  }

  @Test
  void fishKnowsCommandsOptionsAndChoices() {
    assertThat(new TestingMp().run("completion", "fish").out())
        .contains("-n '__fish_use_subcommand' -a inspect -d 'Inspect the project")
        .contains(
            "-n '__fish_seen_subcommand_from inspect; and __fish_seen_subcommand_from schema'")
        .contains(" -s t -l table ")
        .contains("-a 'events profiles'")
        .contains("Parallel downloads, 1 to 16 (default 4).")
        .contains("-d 'json, jsonl, table, csv, plain (default ")
        .doesNotContain("${");
  }

  @Test
  void anotherShellIsAMistake() {
    assertThat(new TestingMp().run("completion", "csh").status()).isEqualTo(3);
  }
}
