package dev.mixpaneldata.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectCommandTest {
  @TempDir private Path home;

  @Test
  void aServiceAccountConnectsUnattendedAndReadsAndIsForgotten() throws IOException {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      TestingMp.Ended connected =
          mp().input("hush\n")
              .run(
                  "connect",
                  "mixpanel",
                  "--as",
                  "ci",
                  "--url",
                  vendor.url().toString(),
                  "--service-account",
                  "svc.1234.mp-service-account",
                  "--secret-stdin",
                  "--verbose");
      assertThat(connected.status()).as(connected.err()).isZero();
      assertThat(connected.out()).contains("\"reading_tools\": 35").contains("3018488");

      TestingMp.Ended called = mp().run("connections", "call", "ci", "Get-Events");
      assertThat(called.out()).contains("Sign Up");
      TestingMp.Ended refused = mp().run("connections", "call", "ci", "Delete-Dashboard");
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("PERMISSION_DENIED").contains("only reads");
      TestingMp.Ended status = mp().run("connections", "status", "--verbose");
      assertThat(status.out()).contains("\"sign_in\": \"service account\"");
      assertThat(mp().run("connections", "tools", "ci").out()).doesNotContain("Delete-");
      assertThat(mp().run("connections", "doctor").status()).isZero();
      assertThat(mp().run("connections", "disconnect", "ci", "--force").err())
          .contains("End it there too: Mixpanel");
      assertThat(mp().run("connections", "list").out().strip()).isEqualTo("[]");

      assertThat(connected.out() + connected.err() + status.out() + status.err())
          .doesNotContain("hush")
          .doesNotContain("Bearer");
      assertThat(Files.exists(home.resolve("connections/ci.grant"))).isFalse();
    }
  }

  @Test
  void withoutATerminalItSaysWhatIsMissing() {
    TestingMp.Ended ended = mp().run("connect");

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("The server to connect to is missing").contains("amplitude");
  }

  @Test
  void theDemoShowsBothVendorsAndARefusal() {
    TestingMp.Ended ended = mp().run("connect", "--demo");

    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("35 of 63 tools only read")
        .contains("has the highest day 7")
        .contains("Pinned to a board: Retention after Sign Up by plan")
        .contains("Refused here: The tool Delete-Dashboard")
        .contains("Disconnected, also at the vendor.");
  }

  private TestingMp mp() {
    return new TestingMp().with("MP_CONFIG_PATH", home.resolve("config.toml").toString());
  }
}
