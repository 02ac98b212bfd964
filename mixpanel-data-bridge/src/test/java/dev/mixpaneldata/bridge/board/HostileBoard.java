package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.error.ErrorCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A board with every kind of chart, whose texts try to become markup. */
final class HostileBoard {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final String BAD =
      "</style></svg><script>document.body.id='ran'</script><img src=x onerror=\"document.body.id="
          + "'ran'\">";

  private HostileBoard() {}

  static Board board() {
    List<Chart.Bar> bars = List.of(new Chart.Bar(BAD, 0.8, "80"), new Chart.Bar("b", 0.4, ""));
    return new Board(
        "Growth " + BAD,
        List.of(
            pin(
                "lines",
                new Chart.Lines(
                    "Sign-ups " + BAD,
                    List.of("2026-01-01", "2026-01-02", "2026-01-03"),
                    List.of(
                        new Chart.Series(BAD, List.of(10.0, 30.0, 20.0)),
                        new Chart.Series("b", List.of(5.0, Double.NaN, 7.5))))),
            pin("bars", new Chart.Bars("Countries", bars)),
            pin("groups", new Chart.Groups("Steps", List.of(new Chart.Group(BAD, bars)), BAD)),
            pin(
                "heat",
                new Chart.Heatmap(
                    "Retention",
                    List.of("2026-01-01", BAD),
                    List.of("day 0", "day 1"),
                    List.of(Arrays.asList(1.0, 0.5), Arrays.asList(0.9, null)),
                    List.of(2, 0),
                    "not over yet"))));
  }

  private static Pin pin(String id, Chart chart) {
    PinnedAnswer answer =
        new PinnedAnswer(
            chart.title(),
            NOW,
            "Mixpanel " + BAD,
            BAD,
            List.of("day", BAD, "count"),
            List.of(Arrays.asList("2026-01-01", BAD, 1234), Arrays.asList("2026-01-02", null, 5.5)),
            2,
            Optional.of(chart));
    return new Pin(
        id,
        chart.title(),
        Question.operation("segmentation", Map.of("event", BAD)),
        NOW,
        answer,
        Optional.of(new Pin.Failure(NOW, ErrorCode.RATE_LIMITED, BAD)));
  }
}
