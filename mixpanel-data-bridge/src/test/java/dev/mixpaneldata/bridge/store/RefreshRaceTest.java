package dev.mixpaneldata.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes share a sign-in whose refresh tokens work once. */
class RefreshRaceTest {
  private static final int REFRESHES_OF_EACH = 100;

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void twoHundredRefreshesByTwoProcessesSignNobodyOut() throws IOException, InterruptedException {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      // A token that lives less than the margin is renewed before each call.
      vendor.tokensLive(30);
      Connections connections = new Connections(folder, Map.of(), Clock.systemUTC());
      connections.connect(
          ConnectRequest.vendor("work", "mixpanel", Optional.empty()).at(vendor.url()),
          Optional.of(new FollowingAgent()));
      int before = vendor.refreshes();

      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        processes.add(start());
      }
      for (Process process : processes) {
        assertThat(process.waitFor(250, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
            .as(new String(process.getInputStream().readAllBytes()))
            .isZero();
      }

      assertThat(connections.open("work").status().signIn()).isEqualTo("signed in");
      assertThat(vendor.refreshes() - before).isBetween(REFRESHES_OF_EACH, 2 * REFRESHES_OF_EACH);
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Refresher.class.getName(),
            folder.toString(),
            Integer.toString(REFRESHES_OF_EACH))
        .redirectErrorStream(true)
        .start();
  }

  /** The program of each process: reads the sign-in's header so many times. */
  public static final class Refresher {
    private Refresher() {}

    public static void main(String[] arguments) {
      Connections connections = new Connections(Path.of(arguments[0]), Map.of(), Clock.systemUTC());
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        String signIn = renewed(connections);
        if (!signIn.equals("signed in")) {
          System.out.println("Signed out after " + i);
          System.exit(1);
        }
      }
    }

    private static String renewed(Connections connections) {
      var connection = connections.open("work");
      connection.renew();
      return connection.status().signIn();
    }
  }
}
