package dev.mixpaneldata.mcp.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartStyleTest {
  @Test
  void timesAreShort() {
    assertThat(ChartStyle.time("2026-08-01", false)).isEqualTo("1 Aug");
    assertThat(ChartStyle.time("2026-08-01T05:00:00", true)).isEqualTo("1 Aug 05:00");
    assertThat(ChartStyle.time("2026-08-01T00:00:00", false)).isEqualTo("1 Aug");
    assertThat(ChartStyle.time("no time", false)).isEqualTo("no time");
  }

  @Test
  void longNamesKeepTheirEndsWhichTellThemApart() {
    String red = ChartStyle.label("Page View > Page View > Page View > Purchase");
    String blue = ChartStyle.label("Page View > Page View > Page View > Login");
    assertThat(red).startsWith("Page View").endsWith("Purchase").hasSizeLessThanOrEqualTo(24);
    assertThat(red).isNotEqualTo(blue);
    assertThat(ChartStyle.label("Sign Up")).isEqualTo("Sign Up");
  }
}
