package dev.mixpaneldata.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  @ParameterizedTest
  @CsvSource({
    "US, QUERY, https://mixpanel.com/api/query",
    "US, APP, https://mixpanel.com/api/app",
    "US, EXPORT, https://data.mixpanel.com/api/2.0",
    "US, INGESTION, https://api.mixpanel.com",
    "EU, QUERY, https://eu.mixpanel.com/api/query",
    "EU, APP, https://eu.mixpanel.com/api/app",
    "EU, EXPORT, https://data-eu.mixpanel.com/api/2.0",
    "EU, INGESTION, https://api-eu.mixpanel.com",
    "IN, QUERY, https://in.mixpanel.com/api/query",
    "IN, APP, https://in.mixpanel.com/api/app",
    "IN, EXPORT, https://data-in.mixpanel.com/api/2.0",
    "IN, INGESTION, https://api-in.mixpanel.com",
  })
  void eachRegionHasHostsOfItsOwn(Region region, ApiFamily family, String base) {
    assertThat(Endpoints.of(region).base(family)).isEqualTo(base);
  }

  @Test
  void anOverrideTakesEveryApiWithItsUsualPath() {
    Endpoints endpoints = Endpoints.at(Region.US, "http://localhost:8080/proxy/");
    assertThat(endpoints.base(ApiFamily.EXPORT)).isEqualTo("http://localhost:8080/proxy/api/2.0");
    assertThat(endpoints.base(ApiFamily.INGESTION)).isEqualTo("http://localhost:8080/proxy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost:8080", "ftp://x", "https://", "http://a?b=c", "http://a#b", "::"})
  void whatIsNotAnOriginIsRefused(String text) {
    assertThatThrownBy(() -> Endpoints.parse(text))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("'" + text.replaceAll("([?#]).*", "$1…") + "'");
  }

  @Test
  void aUserNameInTheOriginIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> Endpoints.parse("https://me:hunter2@proxy"))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageNotContaining("hunter2");
  }
}
