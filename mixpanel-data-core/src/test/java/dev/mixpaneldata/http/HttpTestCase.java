package dev.mixpaneldata.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.quota.TestingTime;
import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A real server on a real socket, and a client whose time is not real. */
abstract class HttpTestCase {
  static final String SECRET = "s3cr3t/of+the=account";
  static final Credentials CREDENTIALS =
      Credentials.of("robot.1a2b.mp-service-account", SECRET, "12345", Region.EU);

  static final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .containerThreads(20)
              .jettyAcceptors(1)
              .gzipDisabled(true));

  final TestingTime time = new TestingTime();
  final List<Wait> waits = new ArrayList<>();

  @BeforeAll
  static void startServer() {
    server.start();
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @BeforeEach
  void forgetStubs() {
    server.resetAll();
  }

  MixpanelHttpBuilder builder() {
    return MixpanelHttp.builder(CREDENTIALS)
        .endpoints(Endpoints.at(Region.EU, server.baseUrl()))
        .pacer(time.pacer())
        .waits(WaitRules.patient().announcedTo(waits::add))
        .random(() -> 0.5);
  }

  MixpanelHttp http() {
    return builder().build();
  }
}
