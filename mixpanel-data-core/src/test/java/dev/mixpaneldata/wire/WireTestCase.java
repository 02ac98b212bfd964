package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.quota.TestingTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace that calls a real server on a real socket. Whatever a test sends is checked against
 * Mixpanel's OpenAPI files afterwards, where these are at hand.
 */
abstract class WireTestCase {
  static final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options().dynamicPort().containerThreads(20).jettyAcceptors(1));

  final TestingTime time = new TestingTime();
  @TempDir Path folder;
  Workspace workspace;

  @BeforeAll
  static void startServer() {
    server.start();
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @BeforeEach
  void openWorkspace() {
    server.resetAll();
    workspace =
        Workspace.builder()
            .credentials(
                Credentials.of("robot.1a2b.mp-service-account", "s3cr3t", "12345", Region.EU))
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .open();
  }

  @AfterEach
  void requestsAreThoseOfTheOpenApiFiles() {
    OpenApiFiles.check(requests());
  }

  /** Answers every call of a path below {@code /api} with this JSON. */
  static void answer(String path, String json) {
    answer(path, 200, json);
  }

  static void answer(String path, int status, String json) {
    server.stubFor(any(urlPathEqualTo("/api" + path)).willReturn(jsonResponse(json, status)));
  }

  /** All requests so far, oldest first. */
  static List<LoggedRequest> requests() {
    List<LoggedRequest> requests = new ArrayList<>();
    for (ServeEvent event : server.getAllServeEvents()) {
      requests.add(0, event.getRequest());
    }
    return requests;
  }

  /** The one request there was, as {@code GET /api/path} and its parameters, form fields too. */
  static Map<String, String> sent(String methodAndPath) {
    assertThat(requests()).hasSize(1);
    return sent(methodAndPath, requests().get(0));
  }

  static Map<String, String> sent(String methodAndPath, LoggedRequest request) {
    String path = request.getUrl().replaceAll("\\?.*", "");
    assertThat(request.getMethod() + " " + path).isEqualTo(methodAndPath);
    assertThat(request.getHeader("Authorization")).startsWith("Basic ");
    Map<String, String> parameters = new TreeMap<>();
    for (QueryParameter parameter : request.getQueryParams().values()) {
      parameters.put(parameter.key(), String.join("&", parameter.values()));
    }
    if (String.valueOf(request.getHeader("Content-Type")).contains("form-urlencoded")) {
      for (String field : request.getBodyAsString().split("&")) {
        List<String> parts = Arrays.stream(field.split("=", 2)).map(WireTestCase::decoded).toList();
        parameters.put(parts.get(0), parts.get(1));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
