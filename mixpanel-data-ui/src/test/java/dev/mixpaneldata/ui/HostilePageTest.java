package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.dataset.Dataset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and values that would be markup, or steer a terminal, or turn a line around. */
class HostilePageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final String NAME =
      "<img src=x onerror=window.ran=1><script>window.ran=1</script>\\u001b[31m\\u202e";

  @TempDir private Path folder;

  @Test
  void nothingFromDataBecomesMarkup() throws Exception {
    Map<LocalDate, List<String>> lines = new LinkedHashMap<>();
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(
          "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"i%d\",\"%s\":\"%s\"}}"
              .formatted(NAME, (DAY.toEpochDay() * 86_400 + 3600 + i) * 1000, NAME, i, NAME, NAME));
    }
    lines.put(DAY, events);
    try (Chrome chrome = Chrome.start(folder);
        Served served =
            Served.start(
                folder,
                Dataset.of(
                    lines,
                    List.of(
                        "{\"$distinct_id\":\"%s\",\"$properties\":{\"%s\":\"%s\"}}"
                            .formatted(NAME, NAME, NAME))),
                true)) {
      chrome.open(served.address());
      chrome.await("document.querySelector('.home .chart svg')");
      List<String> pages =
          List.of(
              "#/sql?query=SELECT+*+FROM+events",
              "#/sql?query=SELECT+event_name%2C+count(*)+AS+n+FROM+events+GROUP+BY+ALL",
              "#/users",
              "#/report/daily_counts?from_date=2026-10-01&to_date=2026-10-01",
              "#/report/event_paths?from_date=2026-10-01&to_date=2026-10-01&event="
                  + "%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E%1B%5B31m%E2%80%AE",
              "#/report/%3Cscript%3E");
      for (String page : pages) {
        chrome.run("location.hash = '" + page + "'");
        chrome.await(
            "document.querySelector('main').dataset.ready === location.hash"
                + " && !document.querySelector('.waiting')");
        assertThat(chrome.run("String(window.ran)").asText()).as(page).isEqualTo("undefined");
        assertThat(chrome.run("document.querySelectorAll('main img, main script').length").asInt())
            .as(page)
            .isZero();
      }
      chrome.run("location.hash = '#/users'");
      chrome.await("document.querySelector('tbody a')?.textContent.includes('<script>')");
      chrome.run("document.querySelector('tbody a').click()");
      chrome.await("document.querySelectorAll('.timeline li').length > 3");
      assertThat(chrome.run("String(window.ran)").asText()).isEqualTo("undefined");
      assertThat(chrome.complaints()).isEmpty();
    }
  }
}
