package dev.mixpaneldata.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {
  @ParameterizedTest
  @CsvSource({"us, US", "EU, EU", "In, IN", "' eu ', EU"})
  void regionsAreReadInAnyCase(String text, Region region) {
    assertThat(Region.parse(text)).isEqualTo(region);
  }

  @Test
  void anUnknownRegionIsToldTheChoices() {
    assertThatThrownBy(() -> Region.parse("asia"))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            error -> assertThat(error.hint()).hasValue("Choose us, eu or in."))
        .hasMessageContaining("'asia'");
  }
}
