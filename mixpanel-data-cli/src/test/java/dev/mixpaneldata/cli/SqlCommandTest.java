package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.output.StandardOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCommandTest {
  private final TestingMp mp = new TestingMp();

  @Test
  void rowsAreObjectsAndJsonColumnsAreJson() {
    assertThat(mp.run("query", "sql", TestingStore.TWO_ROWS, "--jq", ".[0]", "-f", "jsonl").out())
        .isEqualTo("{\"name\":\"日本, \\\"A\\\"\",\"n\":1,\"p\":{\"a\":1.10}}\n");
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(mp.run("query", "sql", TestingStore.TWO_ROWS, "-f", "csv").out())
        .isEqualTo("name,n,p\r\n\"日本, \"\"A\"\"\",1,\"{\"\"a\"\":1.10}\"\r\n\"two\nlines\",,\r\n");
  }

  @Test
  void plainRowsStayOnOneLine() {
    assertThat(mp.run("query", "sql", TestingStore.TWO_ROWS, "-f", "plain").out())
        .isEqualTo("日本, \"A\"\t1\t{\"a\":1.10}\ntwo\\nlines\t\t\n");
  }

  @Test
  void aTableInAPipeIsWholeAndAscii() {
    assertThat(mp.run("query", "sql", TestingStore.TWO_ROWS, "-f", "table").out())
        .isEqualTo(
            """
            name        n  p
            ----------  -  ----------
            日本, "A"   1  {"a":1.10}
            two\\nlines
            """);
  }

  @Test
  void aScalarIsAnObjectInJsonAndBareInPlainAndAtATerminal() {
    assertThat(mp.run("query", "sql", "-s", TestingStore.ONE_VALUE).out())
        .isEqualTo("{\n  \"value\": 1234\n}\n");
    assertThat(
            new TestingMp().run("query", "sql", "-s", TestingStore.ONE_VALUE, "-f", "plain").out())
        .isEqualTo("1234\n");
    assertThat(new TestingMp().atTerminal().run("query", "sql", "-s", TestingStore.ONE_VALUE).out())
        .isEqualTo("1234\n");
  }

  @Test
  void theQueryComesFromAFileOrStandardInput(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("q.sql"), TestingStore.ONE_VALUE);
    assertThat(mp.run("query", "sql", "-s", "-f", "plain", "-F", file.toString()).out())
        .isEqualTo("1234\n");
    assertThat(
            new TestingMp()
                .input(TestingStore.ONE_VALUE)
                .run("query", "sql", "-s", "-f", "plain", "-")
                .out())
        .isEqualTo("1234\n");
  }

  @Test
  void noQueryAndTwoQueriesAreMistakes() {
    assertThat(mp.run("query", "sql").status()).isEqualTo(3);
    assertThat(new TestingMp().run("query", "sql", "SELECT 1", "-F", "x.sql").err())
        .contains("Two queries");
    assertThat(new TestingMp().run("query", "sql", "-F", "/no/such.sql").err())
        .contains("'/no/such.sql' cannot be read");
  }

  @Test
  void jqIsRefusedWhereItCannotWorkBeforeTheQueryRuns() {
    TestingMp.Ended ended =
        mp.run("query", "sql", TestingStore.TWO_ROWS, "-f", "csv", "--jq", ".[0]");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("--jq works on JSON, not on csv.");
    assertThat(mp.store.queries).isEmpty();
    assertThat(new TestingMp().run("query", "sql", TestingStore.TWO_ROWS, "--jq", ".[").status())
        .isEqualTo(3);
  }

  @Test
  void aFilterThatFailsSaysWhy() {
    TestingMp.Ended ended = mp.run("query", "sql", TestingStore.TWO_ROWS, "--jq", ".foo");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("The jq filter '.foo' failed: Cannot index array");
  }

  @Test
  void jqAtATerminalMeansJson() {
    assertThat(mp.atTerminal().run("query", "sql", TestingStore.TWO_ROWS, "--jq", "length").out())
        .isEqualTo("2\n");
  }

  @Test
  void rowsAreStreamedUnderTheirHeader() {
    String out = mp.run("query", "sql", TestingStore.MANY_ROWS, "-f", "csv").out();
    assertThat(out).startsWith("n\r\n0\r\n1\r\n").endsWith("999999\r\n");
    assertThat(mp.store.queries).containsExactly(TestingStore.MANY_ROWS);
  }

  @Test
  void aReaderThatGoesAwayEndsTheCommandQuietly() {
    OutputStream head =
        new OutputStream() {
          private int written;

          @Override
          public void write(int b) throws IOException {
            if (++written > 20_000) {
              throw new IOException("Broken pipe");
            }
          }
        };
    TestingMp.Ended ended =
        mp.output(new OutputStreamWriter(new StandardOutput(head), StandardCharsets.UTF_8))
            .run("query", "sql", TestingStore.MANY_ROWS, "-f", "jsonl");
    assertThat(ended.status()).isZero();
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aFullDiskIsAnError() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    TestingMp.Ended ended =
        mp.output(new OutputStreamWriter(new StandardOutput(full), StandardCharsets.UTF_8))
            .run("query", "sql", TestingStore.MANY_ROWS, "-f", "jsonl");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("Error [DISK_FULL]");
  }
}
