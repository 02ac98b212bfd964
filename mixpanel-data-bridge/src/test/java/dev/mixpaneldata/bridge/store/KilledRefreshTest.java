package dev.mixpaneldata.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed after the vendor has exchanged the refresh token and before the answer is
 * written: the token that is kept is spent.
 */
class KilledRefreshTest {
  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void atWorstTheUserSignsInOnceMoreAndNothingIsDeleted() throws Exception {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      connect(vendor).useProject("3018488");
      // A token that lives less than the margin is renewed before each call.
      vendor.tokensLive(30);
      connect(vendor);
      byte[] grant = Files.readAllBytes(folder.resolve("work.grant"));
      int before = vendor.refreshes();
      vendor.holdTokens();
      Process process = start();
      // Another process asks: that it has done so shows at the vendor alone.
      while (vendor.refreshes() == before) {
        Thread.sleep(20);
      }

      process.destroyForcibly().waitFor();
      vendor.releaseTokens();

      assertThat(Files.readAllBytes(folder.resolve("work.grant"))).isEqualTo(grant);
      assertThat(connections().open("work").status().signIn()).isEqualTo("signed in");
      MixpanelDataException error =
          catchThrowableOfType(
              MixpanelDataException.class, () -> connections().open("work").tools());
      assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(error).hasMessageContaining("The sign-in is missing or has ended at the vendor");
      assertThat(error.hint().orElse("")).contains("Sign in to mixpanel again").contains("work");
      assertThat(connections().open("work").info().project()).contains("3018488");

      vendor.tokensLive(3600);
      assertThat(connect(vendor).tools()).isNotEmpty();
      assertThat(vendor.registrations()).isEqualTo(1);
    }
  }

  private Connection connect(FakeVendor vendor) {
    return connections()
        .connect(
            ConnectRequest.vendor("work", "mixpanel", Optional.empty()).at(vendor.url()),
            Optional.of(new FollowingAgent()));
  }

  private Connections connections() {
    return new Connections(folder, Map.of(), Clock.systemUTC());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RefreshRaceTest.Refresher.class.getName(),
            folder.toString(),
            "1")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
