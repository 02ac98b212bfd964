package com.example.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.testkit.junit.FakeMixpanelExtension;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NightlyTest {
  private static final DateRange WEEK = DateRange.of("2026-01-01", "2026-01-07");

  @RegisterExtension
  static final FakeMixpanelExtension MIXPANEL =
      FakeMixpanelExtension.of(
          mixpanel -> mixpanel.dataset(Dataset.demo(LocalDate.parse("2026-01-31"))));

  @TempDir Path folder;

  @Test
  void writesADayARow(Workspace workspace) throws IOException {
    Path file = folder.resolve("purchases.csv");
    assertEquals(0, Nightly.run(workspace, WEEK, file));
    List<String> lines = Files.readAllLines(file);
    assertEquals("day,purchases", lines.get(0));
    assertTrue(lines.size() > 7, lines::toString);
  }

  @Test
  void theSecondNightContinuesTheTable(Workspace workspace, FakeMixpanel mixpanel) {
    assertEquals(0, Nightly.run(workspace, WEEK, folder.resolve("first.csv")));
    assertEquals(0, Nightly.run(workspace, WEEK, folder.resolve("second.csv")));
    assertTrue(mixpanel.requests("/api/2.0/export").size() > 1);
  }

  @Test
  void anAccountThatIsRefusedIsNotTriedAgain(Workspace workspace, FakeMixpanel mixpanel) {
    mixpanel.faults().always(request -> true, Fault.status(401));
    Path file = folder.resolve("none.csv");
    assertEquals(2, Nightly.run(workspace, WEEK, file));
    assertFalse(Files.exists(file));
  }
}
