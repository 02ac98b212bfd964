package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InspectTest {
  private final TestingMp mp = new TestingMp();

  @Test
  void aPipeGetsJson() {
    TestingMp.Ended ended = mp.run("inspect", "tables");
    assertThat(ended.status()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .startsWith("[\n  {\n    \"name\": \"jan\",\n    \"type\": \"events\",\n")
        .endsWith("]\n");
  }

  @Test
  void theContextHasTheDayTheTablesAndTheirEvents() {
    assertThat(mp.run("inspect", "info", "--jq", ".today").out()).isEqualTo("\"2026-02-03\"\n");
    assertThat(new TestingMp().run("inspect", "info", "--jq", ".events[0].event").out())
        .isEqualTo("\"Sign up\"\n");
    assertThat(new TestingMp().atTerminal().with("NO_COLOR", "1").run("inspect", "info").out())
        .contains("2026-02-03", "jan, people");
  }

  @Test
  void aTerminalGetsATable() {
    assertThat(mp.atTerminal().with("NO_COLOR", "1").run("inspect", "tables").out())
        .isEqualTo(
            """
            name    type      row_count  bytes  fetched_at
            ──────  ────────  ─────────  ─────  ────────────────────
            jan     events         1234   2048  2026-02-01T10:00:00Z
            people  profiles       1234   2048  2026-02-01T10:00:00Z
            """);
  }

  @Test
  void parametersAreOptionsOfTheNamesUsersKnow() {
    assertThat(mp.run("inspect", "keys", "-t", "jan", "-e", "Sign up", "-f", "plain").out())
        .isEqualTo("plan\n");
  }

  @Test
  void aResultOfManyPartsIsJsonWithAllAndATableOfItsRows() {
    assertThat(mp.run("inspect", "schema", "-t", "jan", "--jq", ".columns[1].misfits").out())
        .isEqualTo("2\n");
    assertThat(new TestingMp().run("inspect", "schema", "--table=jan", "-f", "csv").out())
        .isEqualTo(
            "name,type,nullable,property,misfits\r\n"
                + "event_name,VARCHAR,false,,0\r\n"
                + "plan,VARCHAR,true,plan,2\r\n");
  }

  @Test
  void anErrorHasItsCodeAHintAndAStatus() {
    TestingMp.Ended ended = mp.run("inspect", "schema", "-t", "feb");
    assertThat(ended.status()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            "Error [TABLE_NOT_FOUND]: There is no table 'feb'.\nHint: There are jan, people.\n");
  }

  @Test
  void verboseShowsTheStackTraceAndTheTime() {
    assertThat(mp.run("-v", "inspect", "schema", "-t", "feb").err())
        .contains("\tat dev.mixpaneldata")
        .containsPattern("Done in \\d+\\.\\d\\d s with status 4\\.");
  }

  @Test
  void globalOptionsAreTakenAfterTheCommandToo() {
    assertThat(mp.run("inspect", "schema", "-t", "feb", "--verbose").err()).contains("\tat dev.");
    assertThat(new TestingMp().run("--verbose", "inspect", "tables").err()).contains("Done in");
  }

  @Test
  void badValuesAreNamedByTheirOption() {
    TestingMp.Ended ended = mp.run("inspect", "sample", "-t", "jan", "-n", "many");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err())
        .isEqualTo("Error [INVALID_ARGUMENT]: --rows takes a number, not 'many'.\n");
  }

  @Test
  void aMissingOptionIsNamed() {
    TestingMp.Ended ended = mp.run("inspect", "column", "-t", "jan");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("'--column=COLUMN'").contains("mp inspect column --help");
  }

  @Test
  void droppingAsksAtATerminalAndDoesNothingAfterANo() {
    TestingMp.Ended ended = mp.atTerminal().input("n\n").run("inspect", "drop", "-t", "jan");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("(table jan)? [y/N] ").contains("Error [DECLINED]");
    assertThat(mp.store.names).contains("jan");
  }

  @Test
  void droppingHappensAfterAYes() {
    assertThat(mp.atTerminal().input("y\n").run("inspect", "drop", "-t", "jan").status()).isZero();
    assertThat(mp.store.names).containsExactly("people");
  }

  @Test
  void droppingWithoutATerminalNeedsForce() {
    TestingMp.Ended ended = mp.input("y\n").run("inspect", "drop-all");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("--force");
    assertThat(mp.store.names).hasSize(2);
  }

  @Test
  void forceDropsWithoutAsking() {
    assertThat(new TestingMp().run("inspect", "drop-all", "--force", "-t", "profiles").out())
        .isEqualTo("{\n  \"dropped\": [\n    \"people\"\n  ],\n  \"dropped_count\": 1\n}\n");
  }
}
