package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.mcp.app.LocalPage;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and what a page that was started for reading refuses. */
class UiServerTest {
  @TempDir private static Path folder;

  private static Served served;
  private static String cookie = "";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    served = Served.start(folder, Dataset.builder().users(30).build(), false);
    HttpResponse<String> entered =
        CLIENT.send(
            HttpRequest.newBuilder(served.address()).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(entered.statusCode()).isEqualTo(303);
    cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    cookie = cookie.substring(0, cookie.indexOf(';'));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.address().getPort() + path));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.address().getPort() + path))
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void nobodyEntersWithoutTheToken() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(403);
    assertThat(get("/?token=guess").statusCode()).isEqualTo(403);
    assertThat(get("/api/overview").statusCode()).isEqualTo(403);
    assertThat(get("/app.js", "Cookie", cookie + "x").statusCode()).isEqualTo(403);
    assertThat(get("/api/overview", "Cookie", cookie).body()).contains("\"writes\":false");
  }

  @Test
  void pagesOfOthersAreRefused() throws Exception {
    assertThat(
            post("/api/ask", "{}", "Cookie", cookie, "Origin", "https://example.com").statusCode())
        .isEqualTo(403);
    assertThat(get("/", "Cookie", cookie, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(raw("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void aLinkOfAnotherSiteOpensThePageInAWindowOfItsOwnAlone() throws Exception {
    String[] link = {
      "Cookie",
      cookie,
      "Sec-Fetch-Site",
      "cross-site",
      "Sec-Fetch-Mode",
      "navigate",
      "Sec-Fetch-Dest",
      "document"
    };
    String[] frame = link.clone();
    frame[7] = "iframe";
    String[] stranger = link.clone();
    stranger[1] = "none=1";
    assertThat(get("/", link).statusCode()).isEqualTo(200);
    assertThat(get("/", frame).statusCode()).isEqualTo(403);
    assertThat(get("/", stranger).statusCode()).isEqualTo(403);
    assertThat(get("/api/overview", link).statusCode()).isEqualTo(403);
  }

  @Test
  void assistantsFindThePageWhileItIsServed() throws Exception {
    Path data = folder.resolve("served");
    try (LocalPage early = LocalPage.announce(data, "7", 8001)) {
      assertThat(LocalPage.find(data, "7")).contains(URI.create("http://127.0.0.1:8001/"));
      assertThat(LocalPage.find(data, "8")).isEmpty();
      LocalPage late = LocalPage.announce(data, "7", 8002);
      early.close();
      assertThat(LocalPage.find(data, "7")).contains(URI.create("http://127.0.0.1:8002/"));
      late.close();
      assertThat(LocalPage.find(data, "7")).isEmpty();
    }
    assertThat(LocalPage.find(served.workspace()))
        .contains(URI.create("http://127.0.0.1:" + served.address().getPort() + "/"));
  }

  @Test
  void aNoticeOfAProcessThatHasEndedCountsForNothing() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path data = Files.createDirectories(folder.resolve("killed"));
    for (String notice :
        new String[] {
          "{\"port\":8001,\"process\":" + ended.pid() + ",\"started\":\"\"}",
          "{\"port\":8001,\"process\":"
              + ProcessHandle.current().pid()
              + ",\"started\":\"2001-01-01T00:00:00Z\"}",
          "{\"port\":-1}",
          "no JSON"
        }) {
      Files.writeString(data.resolve("7.page.json"), notice);
      assertThat(LocalPage.find(data, "7")).as(notice).isEmpty();
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", served.address().getPort()));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everythingIsServedUnderAPolicyWithoutInlineScripts() throws Exception {
    HttpResponse<String> page = get("/", "Cookie", cookie);

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("onclick", "style=");
    assertThat(get("/../pom.xml", "Cookie", cookie).statusCode()).isNotEqualTo(200);
    assertThat(get("/%2e%2e/UiServer.class", "Cookie", cookie).statusCode()).isNotEqualTo(200);
    assertThat(get("/no/such.js", "Cookie", cookie).statusCode()).isEqualTo(404);
  }

  @Test
  void aPageForReadingChangesNothing() throws Exception {
    for (String call : new String[] {"pin", "board", "fetch"}) {
      String answer =
          post("/api/" + call, "{\"operation\":\"fetch_events\"}", "Cookie", cookie).body();
      assertThat(answer).as(call).contains("INVALID_ARGUMENT", "started for reading");
    }
    assertThat(
            post(
                    "/api/ask",
                    "{\"operation\":\"drop_table\",\"arguments\":{\"table\":\"events\"}}",
                    "Cookie",
                    cookie)
                .body())
        .contains("changes something");
    assertThat(
            post(
                    "/api/ask",
                    "{\"operation\":\"create_annotation\",\"arguments\":{}}",
                    "Cookie",
                    cookie)
                .body())
        .contains("changes something");
  }

  @Test
  void mistakesAreAnswers() throws Exception {
    assertThat(post("/api/ask", "{not json", "Cookie", cookie).body()).contains("\"error\"");
    assertThat(post("/api/ask", "{\"operation\":\"none\"}", "Cookie", cookie).body())
        .contains("\"error\"");
    assertThat(
            post("/api/ask", "{\"operation\":\"segmentation\",\"arguments\":{}}", "Cookie", cookie)
                .body())
        .contains("event is missing");
    assertThat(get("/api/names?of=nothing", "Cookie", cookie).body()).contains("\"error\"");
    assertThat(get("/api/board?name=none", "Cookie", cookie).body()).contains("NOT_FOUND");
    assertThat(get("/api/fetch?job=9", "Cookie", cookie).body()).contains("NOT_FOUND");
  }
}
