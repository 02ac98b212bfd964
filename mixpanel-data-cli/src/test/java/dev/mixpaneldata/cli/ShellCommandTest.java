package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellCommandTest {
  private final TestingMp mp = new TestingMp();

  @Test
  void aScriptRunsStatementAfterStatement() {
    TestingMp.Ended ended =
        mp.input(".tables\n" + TestingStore.ONE_VALUE + ";\n.schema jan\n.quit\nSELECT 1;")
            .run("shell");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("people  profiles").contains("1234").contains("event_name");
    assertThat(ended.err()).containsPattern("1 row, \\d+ ms");
  }

  @Test
  void aScriptGoesOnAfterAnErrorAndEndsWithItsStatus() {
    TestingMp.Ended ended =
        mp.input(".schema\nSELECT wrong;\n" + TestingStore.ONE_VALUE).run("-q", "shell");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out()).contains("1234");
    assertThat(ended.err())
        .contains(".schema takes one table.")
        .contains("Error [QUERY_FAILED]: No such query: SELECT wrong");
  }

  @Test
  void anUnknownDotCommandSaysWhereHelpIs() {
    assertThat(mp.input(".tabels\n").run("shell").err()).contains("Type .help");
  }
}
