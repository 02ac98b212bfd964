package dev.mixpaneldata.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.value.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowWeightTest {
  private static final int MANY = 100_000;

  @Test
  void everyKindOfCellCounts() {
    assertThat(RowWeight.of("x".repeat(MANY))).isGreaterThan(MANY);
    assertThat(RowWeight.of(new Json("x".repeat(MANY)))).isGreaterThan(MANY);
    assertThat(RowWeight.of(new byte[MANY])).isGreaterThan(MANY);
    assertThat(RowWeight.of(Collections.nCopies(MANY, 1L))).isGreaterThan(MANY);
    assertThat(RowWeight.of(Map.of("k", "x".repeat(MANY)))).isGreaterThan(MANY);
    assertThat(RowWeight.of(List.of(Map.of("k", List.of(List.of(new byte[MANY]))))))
        .isGreaterThan(MANY);
    assertThat(RowWeight.of(1L)).isEqualTo(RowWeight.of(null)).isPositive();
  }
}
