package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesCommandsTest {
  private final TestingMp mp = new TestingMp();

  @Test
  void propertiesAreNamedWithCommasOrOneAfterTheOther() {
    assertThat(mp.run("tables", "promote", "jan", "plan,amount").status()).isZero();
    assertThat(mp.run("tables", "promote", "jan", "city", "page, full").status()).isZero();
    assertThat(mp.store.promoted).containsExactly("plan", "amount", "city", "page, full");
    assertThat(mp.run("tables", "demote", "jan", "plan").status()).isZero();
    assertThat(mp.store.promoted).containsExactly("amount", "city", "page, full");
  }

  @Test
  void aTableAndAPropertyAreNeeded() {
    assertThat(mp.run("tables", "promote", "jan").status()).isEqualTo(3);
    assertThat(mp.run("tables", "promote", "jan", "event_name").status()).isEqualTo(3);
    assertThat(mp.store.promoted).isEmpty();
  }
}
