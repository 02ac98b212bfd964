package dev.mixpaneldata.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchLedgerTest {
  private static final DateRange FIRST = DateRange.of("2026-01-01", "2026-01-03");
  private static final DateRange SECOND = DateRange.of("2026-01-04", "2026-01-04");

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadBack() {
    FetchLedger written = FetchLedger.create(file(), List.of(FIRST, SECOND));
    written.finish(part(FIRST));

    FetchLedger read = FetchLedger.read(file()).orElseThrow();

    assertThat(read.jobId()).isEqualTo(written.jobId());
    assertThat(read.windows()).containsExactly(FIRST, SECOND);
    assertThat(read.part(FIRST)).contains(part(FIRST));
    assertThat(read.part(SECOND)).isEmpty();
  }

  @Test
  void everyTornLedgerKeepsTheLinesThatWereWhole() throws IOException {
    FetchLedger.create(file(), List.of(FIRST, SECOND)).finish(part(FIRST));
    byte[] whole = Files.readAllBytes(file());
    int planEnds = new String(whole).indexOf('\n') + 1;
    for (int length = planEnds; length < whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));

      FetchLedger torn = FetchLedger.read(file()).orElseThrow();
      assertThat(torn.part(FIRST)).as("cut at %d", length).isEmpty();
      torn.finish(part(SECOND));

      FetchLedger again = FetchLedger.read(file()).orElseThrow();
      assertThat(again.part(SECOND)).as("cut at %d", length).contains(part(SECOND));
    }
  }

  @Test
  void aLedgerWithoutAPlanIsNone() throws IOException {
    Files.writeString(file(), "{\"job\":\"cut");
    assertThat(FetchLedger.read(file())).isEmpty();
  }

  @Test
  void freshPartsAndSettledPartsAreUsable() {
    Instant fetched = Instant.parse("2026-01-04T10:00:00Z");
    FinishedPart recent = part(FIRST);
    assertThat(recent.usableAt(fetched.plusSeconds(3600))).isTrue();
    assertThat(recent.usableAt(fetched.plusSeconds(25 * 3600))).isFalse();

    FinishedPart settled = part(DateRange.of("2025-12-01", "2025-12-20"));
    assertThat(settled.usableAt(fetched.plusSeconds(90L * 24 * 3600))).isTrue();
  }

  private Path file() {
    return folder.resolve("ledger.jsonl");
  }

  private static FinishedPart part(DateRange days) {
    LocalDate from = days.from();
    return new FinishedPart(
        from, days.to(), "part.gz", 5, 100, Instant.parse("2026-01-04T10:00:00Z"));
  }
}
