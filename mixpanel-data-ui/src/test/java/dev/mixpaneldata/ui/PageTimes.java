package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.DatasetBuilder;
import dev.mixpaneldata.value.DateRange;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the page in Chromium and prints the figures of benchmarks/README.md; nothing depends on
 * a clock. {@code -Dtest=PageTimes -Dpages.measure=90000} is a million events.
 */
@EnabledIfSystemProperty(named = "pages.measure", matches = "[0-9]+")
class PageTimes {
  private static final int ROUNDS = 9;
  private static final DateRange MONTH = DateRange.of("2026-10-01", "2026-10-31");

  /** Clicks on Run and returns the milliseconds until the chart of the answer is painted. */
  private static final String CLICK =
      """
      new Promise((done) => {
        const result = document.querySelector('.result');
        const begun = performance.now();
        const watch = new MutationObserver(() => {
          if (document.querySelector('.answer .chart svg') && result.dataset.state === 'answered') {
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
          }
        });
        document.querySelector('.answer')?.remove();
        watch.observe(document.body, {subtree: true, childList: true, attributes: true});
        document.querySelector('form.form .run').click();
      })
      """;

  /** Draws 60 lines of 1000 points, then walks along them; returns both times in milliseconds. */
  private static final String MANY =
      """
      new Promise((done) => {
        const times = Array.from({length: 1000}, (_, i) => 't' + i);
        const series = Array.from({length: 60}, (_, s) => ({name: 'Line ' + s, values: times.map((_, i) => (i * 7 + s * 13) % 101)}));
        const place = document.createElement('div');
        document.querySelector('main').replaceChildren(place);
        const begun = performance.now();
        MpChart.draw(place, {kind: 'lines', title: 'Many', times, series, series_in_all: 60});
        requestAnimationFrame(() => setTimeout(() => {
          const drawn = performance.now() - begun;
          const frame = place.querySelector('.mpc');
          let longest = 0;
          let last = performance.now();
          let left = 120;
          const step = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            frame.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
            left -= 1;
            if (left > 0) requestAnimationFrame(step); else done([drawn, longest]);
          };
          requestAnimationFrame(step);
        }));
      })
      """;

  @TempDir private static Path folder;

  @Test
  void print() throws Exception {
    DatasetBuilder people = Dataset.builder().users(Integer.getInteger("pages.measure"));
    long events = people.writeTo(folder.resolve("export")).lines();
    try (Chrome chrome = Chrome.start(folder);
        Served served =
            Served.start(
                folder,
                FakeMixpanel.builder().exportFiles(folder.resolve("export")),
                MONTH,
                false)) {
      chrome.look(1280, 900, false);
      chrome.open(served.address());
      chrome.await("document.querySelector('.home .chart svg')");
      say("%,d events, load %.1f%n", events, load());
      say("first paint, warm: %s%n", spread(paints(chrome)));
      for (String report :
          List.of(
              "segmentation?event=Purchase&on=%24os",
              "funnel?steps=Sign+Up&steps=Purchase",
              "retention?born_event=Sign+Up&return_event=App+Opened",
              "frequency?event=App+Opened")) {
        String hash = "#/report/" + report + "&from_date=2026-10-01&to_date=2026-10-31";
        chrome.run("location.hash = '" + hash + "'");
        chrome.await("document.querySelector('.answer .chart svg')");
        List<Double> clicks = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
          clicks.add(chrome.run(CLICK).asDouble());
        }
        say("click to chart, %s: %s%n", report.replaceAll("[?].*", ""), spread(clicks));
      }
      List<Double> drawn = new ArrayList<>();
      List<Double> frames = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        var both = chrome.run(MANY);
        drawn.add(both.path(0).asDouble());
        frames.add(both.path(1).asDouble());
      }
      say(
          "60,000 points drawn: %s; longest frame of a walk along them: %s%n",
          spread(drawn), spread(frames));
      say("load at the end %.1f%n", load());
      assertThat(chrome.complaints()).isEmpty();
    }
  }

  private static List<Double> paints(Chrome chrome) throws InterruptedException {
    List<Double> paints = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      chrome.run("window.before = true; location.reload()");
      chrome.await(
          "!window.before && performance.getEntriesByName('first-contentful-paint').length");
      paints.add(
          chrome
              .run("performance.getEntriesByName('first-contentful-paint')[0].startTime")
              .asDouble());
    }
    return paints;
  }

  private static String spread(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.0f to %.0f ms, median %.0f",
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        sorted.get(sorted.size() / 2));
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, "FIGURES " + format, values);
  }
}
