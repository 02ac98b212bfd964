package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.store.TableExport;
import org.junit.jupiter.api.Test;

class ExportCommandTest {
  private final TestingMp mp = new TestingMp();

  @Test
  void theFormatIsWhatTheNameEndsIn() {
    assertThat(mp.run("export", "jan", "--to", "/tmp/JAN.Parquet").status()).isZero();
    assertThat(mp.run("export", "jan", "--to", "/tmp/jan.csv").status()).isZero();
    assertThat(mp.run("export", "jan", "--to", "/tmp/jan.jsonl", "--overwrite").status()).isZero();
    assertThat(mp.store.exports)
        .extracting(TableExport::chosenFormat)
        .containsExactly(
            TableExport.Format.PARQUET, TableExport.Format.CSV, TableExport.Format.JSONL);
    assertThat(mp.store.exports)
        .extracting(TableExport::overwrite)
        .containsExactly(false, false, true);
  }

  @Test
  void anEventOrAQueryIsWrittenAsWell() {
    assertThat(mp.run("export", "jan", "--event", "Sign up", "--to", "/tmp/e.csv").status())
        .isZero();
    assertThat(mp.run("export", "--query", "SELECT 1", "--to", "/tmp/q.csv").status()).isZero();
    assertThat(mp.store.exports.get(0).event()).contains("Sign up");
    assertThat(mp.store.exports.get(1).query()).contains("SELECT 1");
    TestingMp.Ended nothing = new TestingMp().run("export", "--to", "/tmp/q.csv");
    assertThat(nothing.status()).isEqualTo(3);
    assertThat(nothing.err()).contains("Nothing to write is given.");
  }

  @Test
  void aFolderByDayIsParquet() {
    assertThat(mp.run("export", "jan", "--to", "/tmp/lake", "--partition-by-day").out())
        .contains("\"rows\": 1234");
    assertThat(mp.store.exports.get(0).partitionByDay()).isTrue();
    assertThat(
            new TestingMp()
                .run("export", "jan", "--to", "/tmp/l", "--partition-by-day", "--as", "csv")
                .err())
        .contains("Only Parquet is written in one folder per day");
  }

  @Test
  void aNameThatSaysNothingIsAMistake() {
    TestingMp.Ended ended = mp.run("export", "jan", "--to", "/tmp/jan");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("'/tmp/jan' does not name a format.");
  }
}
