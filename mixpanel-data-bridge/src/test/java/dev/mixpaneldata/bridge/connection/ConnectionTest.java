package dev.mixpaneldata.bridge.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.oauth.ServiceAccount;
import dev.mixpaneldata.bridge.policy.Drift;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
  private static final Json NOTHING = new Json("{}");

  @TempDir private Path folder;

  @Test
  void signsInAtMixpanelReadsAndKeepsTheSignIn() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      connect(vendor, "mixpanel");

      try (Connection again = connections().open("work")) {
        assertThat(again.projects()).containsEntry("3018488", "Shop");
        assertThat(again.status().signIn()).isEqualTo("signed in");
      }
      assertThat(vendor.registrations()).isEqualTo(1);
    }
  }

  @Test
  void asksAmplitudeForReadingScopesOnly() {
    try (FakeVendor vendor = FakeVendor.amplitude()) {
      Connection connection = connect(vendor, "amplitude");

      assertThat(connection.status().scopes())
          .containsExactlyInAnyOrder("mcp:read", "offline_access");
    }
  }

  @Test
  void refusesAFilteredToolHereWithoutARequest() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");

      assertThatThrownBy(() -> connection.call("Delete-Dashboard", NOTHING))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
      assertThat(vendor.calls()).isEmpty();
    }
  }

  @Test
  void letsMixedToolsReadAlone() {
    try (FakeVendor vendor = FakeVendor.amplitude()) {
      Connection connection = connect(vendor, "amplitude");
      connection.useProject("100001");

      connection.call("use_amp_dashboards", new Json("{\"action\":\"get\"}"));
      for (String arguments :
          List.of(
              "{}",
              "{\"action\":\"create\"}",
              "{\"action\":[\"get\"]}",
              "{\"action\":\"get\",\"Action\":\"edit\"}",
              "{\"action\":\"get\",\"steps\":[{\"action\":\"edit\"}]}")) {
        assertThatThrownBy(() -> connection.call("use_amp_dashboards", new Json(arguments)))
            .as(arguments)
            .isInstanceOf(MixpanelDataException.class);
      }
      assertThat(vendor.calls()).hasSize(1);
      ToolView shown =
          connection.tools().stream()
              .filter(t -> t.name().equals("use_amp_dashboards"))
              .findFirst()
              .orElseThrow();
      assertThat(shown.inputSchema().text())
          .contains("\"enum\":[\"get\"]")
          .doesNotContain("edit_subscription");
    }
  }

  @Test
  void renewsAnExpiredTokenAndServesTheCall() {
    for (FakeVendor made : List.of(FakeVendor.mixpanel(), FakeVendor.amplitude())) {
      try (FakeVendor vendor = made) {
        Connection connection =
            connect(vendor, made.url().toString(), Optional.empty(), "n" + made.url().getPort());
        vendor.expireTokens();
        assertThat(connection.tools()).isNotEmpty();
        vendor.expireTokens();
        assertThat(connection.tools()).isNotEmpty();
        assertThat(vendor.refreshes()).isEqualTo(2);
      }
    }
  }

  @Test
  void meetsAGrantThatWasEndedAtTheVendorWithTheCommandToConnectAgain() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      connection.useProject("3018488");
      vendor.endGrants();

      MixpanelDataException error =
          catchThrowableOfType(
              MixpanelDataException.class, () -> connections().open("work").tools());

      assertThat(error.code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(error.hint())
          .contains("Sign in to mixpanel again. Use Connections.connect() with the name work.");
      assertThat(connections().open("work").info().project()).contains("3018488");
      assertThat(connections().open("work").status().signIn()).isEqualTo("ended");

      Connection again = connect(vendor, "mixpanel");
      assertThat(again.status().signIn()).isEqualTo("signed in");
      assertThat(again.info().project()).contains("3018488");
      assertThat(vendor.registrations()).isEqualTo(1);
    }
  }

  @Test
  void takesAServiceAccountWithBothWordsOfItsHeader() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection =
          connections()
              .connect(
                  ConnectRequest.vendor("ci", "mixpanel", Optional.empty())
                      .at(vendor.url())
                      .with(new ServiceAccount("svc.1234.mp-service-account", Secret.of("hush"))),
                  Optional.empty());

      assertThat(connection.projects()).containsKey("3018488");
      assertThat(connection.status().signIn()).isEqualTo("service account");
    }
  }

  @Test
  void namesTheTroublesOfTheVendorsWithCauseAndFix() {
    try (FakeVendor vendor = FakeVendor.amplitude()) {
      Connection connection = connect(vendor, "amplitude");

      MixpanelDataException error =
          catchThrowableOfType(
              MixpanelDataException.class,
              () -> connection.call("query_amplitude_data", new Json("{\"chart\":{}}")));

      assertThat(error)
          .hasMessage("Project not selected: Your Amplitude organization has multiple projects.");
      assertThat(error.hint().orElse(""))
          .startsWith("Pick the right project in Amplitude before authorizing")
          .endsWith("Use Connection.useProject().");
    }
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "x", Optional.of("mixpanel"), "other");
      vendor.answerErrors("Service account required");

      MixpanelDataException error =
          catchThrowableOfType(
              MixpanelDataException.class, () -> connection.call("Get-Projects", NOTHING));

      assertThat(error)
          .hasMessage("Service account required: Mixpanel API access is service-account-based.");
      assertThat(error.hint().orElse(""))
          .startsWith("Create a service account in Mixpanel project settings");
    }
  }

  @Test
  void refusesToolsThatTheVendorChangedUntilTheUserAcceptsThem() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      connection.useProject("3018488");
      vendor.changeTools();

      assertThat(connection.drift().tools(Drift.Kind.NEW)).containsExactly("Get-Everything");
      assertThat(connection.drift().changes())
          .contains(
              new Drift.Change("Get-Events", Drift.Kind.CHANGED, List.of("+ arguments.apply: {}")));
      assertThatThrownBy(() -> connection.call("Get-Events", NOTHING))
          .hasMessageContaining("was changed by the vendor");
      assertThat(connection.allowAll().tools(Drift.Kind.CHANGED)).containsExactly("Get-Events");
      assertThat(connection.call("Get-Events", NOTHING).text()).contains("Sign Up");
      assertThatThrownBy(() -> connection.call("Get-Everything", NOTHING))
          .hasMessageContaining("not on the list");
      connection.allow(Set.of("Get-Everything"));
      assertThatThrownBy(() -> connection.allow(Set.of("Delete-Dashboard")))
          .hasMessageContaining("changes data");
      assertThat(connection.drift().isEmpty()).isTrue();
      assertThat(connection.call("Get-Everything", NOTHING).text()).contains("Get-Everything");
    }
  }

  @Test
  void theDoctorFindsScopesThatGrewAndProjectsInAnotherRegion() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      vendor.addScope("alerts");
      vendor.asWrongRegion();

      assertThat(connection.doctor())
          .filteredOn(f -> !f.good())
          .extracting(Finding::finding)
          .anyMatch(text -> text.contains("offers more since this sign-in: alerts"))
          .anyMatch(text -> text.contains("lives in another region"));
    }
  }

  @Test
  void theDoctorFindsAWrongClockAndAnHourThatIsNearlyUsedUp() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      connection.useProject("3018488");
      vendor.showTime(Clock.systemUTC());
      assertThat(connection.doctor()).allMatch(Finding::good);

      vendor.showTime(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
      while (connection.status().requests() < 485) {
        connection.call("Get-Projects", NOTHING);
      }

      assertThat(connection.doctor())
          .filteredOn(f -> !f.good())
          .extracting(Finding::check)
          .containsExactly("clock", "requests");
    }
  }

  @Test
  void stopsAtTheHoursRequestsWithoutOneMore() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      while (connection.status().requests() < 600) {
        connection.call("Get-Projects", NOTHING);
      }
      int sent = vendor.requests().size();

      assertThatThrownBy(() -> connections().open("work").tools())
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                assertThat(e.hint().orElse("")).startsWith("Try again in 5").endsWith("minutes.");
              });
      assertThat(vendor.requests()).hasSize(sent);
    }
  }

  @Test
  void disconnectsHereAndRevokesWhereTheVendorCan() throws IOException {
    try (FakeVendor vendor = FakeVendor.amplitude()) {
      connect(vendor, "amplitude");

      assertThat(connections().disconnect("work")).isTrue();

      assertThat(vendor.wasRevoked()).isTrue();
      assertThat(connections().list()).isEmpty();
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(f -> f.getFileName().toString())).containsExactly("token.key");
      }
    }
  }

  @Test
  void keepsNoSecretInClearAndNoFileForOthers() throws IOException {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      String shown = connection.status() + " " + connection.info() + " " + connection.tools();

      assertThat(vendor.secrets()).hasSizeGreaterThan(2);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          shown += Files.readString(file);
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .isEqualTo("rw-------");
        }
      }
      assertThat(shown).doesNotContain(vendor.secrets());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void tellsWhenTheVendorTakesMoreCallsAgain() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      vendor.refuseCalls();

      assertThatThrownBy(() -> connection.call("Get-Projects", NOTHING))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                assertThat(e.hint()).contains("Try again in 120 seconds.");
              });
    }
  }

  private Connection connect(FakeVendor vendor, String id) {
    return connect(vendor, id, Optional.of(id), "work");
  }

  private Connection connect(FakeVendor vendor, String id, Optional<String> vendorId, String name) {
    return connections()
        .connect(
            new ConnectRequest(
                name, vendorId, vendor.url(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.of(new FollowingAgent()));
  }

  private Connections connections() {
    return new Connections(folder, Map.of(), Clock.systemUTC());
  }
}
