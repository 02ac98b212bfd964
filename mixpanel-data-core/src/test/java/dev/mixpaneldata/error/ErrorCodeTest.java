package dev.mixpaneldata.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
  @ParameterizedTest
  @EnumSource
  void whatEveryCallWouldMeetIsNotWorthAnotherTry(ErrorCode code) {
    assertThat(code.isRetriable() && code.concernsWholeRun()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "BAD_RESPONSE", "NETWORK_ERROR", "TIMEOUT"})
  void failuresOfTheNetworkMayPass(ErrorCode code) {
    assertThat(code.isRetriable()).isTrue();
  }
}
