package dev.mixpaneldata.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheredRowsTest {
  @Test
  void rowsBeyondTheMemoryAreRefused() {
    GatheredRows rows = new GatheredRows(10_000);
    rows.row(List.of("x"));
    assertThatThrownBy(() -> rows.row(List.of(Collections.nCopies(1_000, 1L))))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_FAILED))
        .hasMessageContaining("memory of this process");
    assertThat(rows.result().rows()).hasSize(1);
  }
}
