package dev.mixpaneldata.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementBufferTest {
  private final StatementBuffer buffer = new StatementBuffer();

  @Test
  void aStatementEndsAtItsSemicolon() {
    assertThat(buffer.add("SELECT 1")).isEmpty();
    assertThat(buffer.add("+ 1; SELECT 2; SELECT")).containsExactly("SELECT 1\n+ 1", "SELECT 2");
    assertThat(buffer.rest()).isEqualTo("SELECT");
  }

  @Test
  void semicolonsInQuotesAndCommentsEndNothing() {
    assertThat(buffer.add("SELECT ';', \";\" -- ; not here")).isEmpty();
    assertThat(buffer.add("/* ; nor here */ , 'it''s;'")).isEmpty();
    assertThat(buffer.add(";")).hasSize(1);
  }

  @Test
  void aQuoteMaySpanLines() {
    assertThat(buffer.add("SELECT 'a;")).isEmpty();
    assertThat(buffer.add("b';")).containsExactly("SELECT 'a;\nb'");
  }

  @Test
  void dotCommandsAreWholeByThemselves() {
    assertThat(buffer.add("  .tables ")).containsExactly(".tables");
    assertThat(StatementBuffer.complete(".help")).isTrue();
    assertThat(StatementBuffer.complete("SELECT 1")).isFalse();
    assertThat(StatementBuffer.complete("SELECT 1;")).isTrue();
  }
}
