package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.value.DateRange;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTransformTest {
  private static final SegmentationRequest REQUEST =
      SegmentationRequest.of("A", DateRange.of("2026-01-05", "2026-01-08"));

  private static Collection<Number> values(SegmentationRequest request) {
    return result(request).series().values().iterator().next().values();
  }

  private static SegmentationResult result(SegmentationRequest request) {
    return SegmentationResult.of(
        request,
        Map.of("A", Map.of("2026-01-05", 2L, "2026-01-06", 0L, "2026-01-07", 7L, "2026-01-08", 2L)),
        Optional.empty());
  }

  @Test
  void averagesRollOverTheBucketsThereAre() {
    assertThat(values(REQUEST.with(r -> r.running(SeriesTransform.average(3)))))
        .containsExactly(2.0, 1.0, 3.0, 3.0);
    assertThat(values(REQUEST.with(r -> r.running(SeriesTransform.average(1)))))
        .containsExactly(2.0, 0.0, 7.0, 2.0);
  }

  @Test
  void sumsGrow() {
    assertThat(values(REQUEST.with(r -> r.running(SeriesTransform.SUM))))
        .containsExactly(2L, 2L, 9L, 11L);
    assertThat(result(REQUEST.with(r -> r.running(SeriesTransform.SUM))).total()).contains(11L);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new SeriesTransform(Optional.of(7), true))
        .hasMessageContaining("Both a rolling average and a running sum");
    assertThatThrownBy(
            () -> REQUEST.with(r -> r.type(CountType.AVERAGE).running(SeriesTransform.SUM)))
        .hasMessageContaining("cannot be added up");
  }
}
