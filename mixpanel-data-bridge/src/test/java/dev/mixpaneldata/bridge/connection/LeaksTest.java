package dev.mixpaneldata.bridge.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.store.GrantFile;
import dev.mixpaneldata.bridge.store.TokenKeys;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.HttpServer;
import dev.mixpaneldata.testkit.http.Reply;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import dev.mixpaneldata.value.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a token must not turn up. What a process shows is tested with {@code mp}. */
class LeaksTest {
  @TempDir private Path folder;

  @Test
  void redirectsToAnotherHostAreNotFollowedAndCarryNoToken() {
    List<String> arrived = new CopyOnWriteArrayList<>();
    try (FakeVendor vendor = FakeVendor.amplitude();
        HttpServer other =
            HttpServer.start(
                request -> {
                  arrived.add(request.path());
                  return Reply.of(Answer.json(200, "{}"));
                })) {
      connect(vendor, "amplitude");
      vendor.redirectTo(other.origin());

      MixpanelDataException called =
          catchThrowableOfType(MixpanelDataException.class, () -> open().tools());
      vendor.expireTokens();
      MixpanelDataException renewed =
          catchThrowableOfType(MixpanelDataException.class, () -> open().tools());

      assertThat(arrived).isEmpty();
      assertThat(printed(called) + printed(renewed)).doesNotContain(vendor.secrets());
      assertThat(open().status().signIn()).isEqualTo("signed in");
    }
  }

  @Test
  void neitherErrorsNorAnythingPrintedHoldsAToken() {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      Connection connection = connect(vendor, "mixpanel");
      GrantFile grants =
          new GrantFile(
              folder.resolve("work.grant"),
              vendor.url() + "|work",
              new TokenKeys(Map.of(), folder));
      StringBuilder shown = new StringBuilder();
      shown.append(grants.read()).append(grants.read().grant()).append(connection.info());
      shown.append(connection.status()).append(connection.doctor()).append(connection.tools());
      shown.append(connection.call("Get-Projects", new Json("{}")));
      vendor.answerErrors("Invalid request");
      shown.append(printed(failure("Get-Projects")));
      vendor.refuseCalls();
      shown.append(printed(failure("Get-Projects")));
      vendor.endGrants();
      shown.append(printed(failure("Get-Projects")));

      assertThat(vendor.secrets()).hasSizeGreaterThan(2);
      assertThat(shown.toString()).doesNotContain(vendor.secrets());
    }
  }

  private MixpanelDataException failure(String tool) {
    return catchThrowableOfType(
        MixpanelDataException.class, () -> open().call(tool, new Json("{}")));
  }

  private static String printed(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private Connection connect(FakeVendor vendor, String id) {
    return connections()
        .connect(
            ConnectRequest.vendor("work", id, Optional.empty()).at(vendor.url()),
            Optional.of(new FollowingAgent()));
  }

  private Connection open() {
    return connections().open("work");
  }

  private Connections connections() {
    return new Connections(folder, Map.of(), Clock.systemUTC());
  }
}
