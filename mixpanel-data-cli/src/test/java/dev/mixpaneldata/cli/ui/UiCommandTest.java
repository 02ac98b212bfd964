package dev.mixpaneldata.cli.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.Mp;
import dev.mixpaneldata.cli.TestingMp;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UiCommandTest {
  @Test
  void theDemoOpensWithTablesAndABoard() throws Exception {
    CompletableFuture<URI> address = new CompletableFuture<>();
    StringWriter out =
        new StringWriter() {
          @Override
          public void flush() {
            if (!toString().isBlank()) {
              address.complete(URI.create(toString().strip()));
            }
          }
        };
    Thread mp =
        new Thread(
            () ->
                Mp.run(
                    new TestingMp().output(out).context(),
                    List.of("ui", "--demo", "--no-browser")));
    mp.start();
    URI page = address.get(5, TimeUnit.MINUTES);
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    assertThat(get(browser, page)).contains("<main");
    assertThat(get(browser, page.resolve("/api/overview")))
        .contains("\"demo\":true", "\"writes\":true", "growth", "profiles");
    assertThat(get(browser, page.resolve("/api/board?name=growth")))
        .contains("\"flow\"", "\"lines\"", "\"heatmap\"", "\"bars\"");
    mp.interrupt();
    mp.join();
  }

  private static String get(HttpClient browser, URI address) throws Exception {
    HttpResponse<String> answer =
        browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    TestingMp.Ended ended = new TestingMp().run("ui", "--port", "70000");

    assertThat(ended.err()).contains("INVALID_ARGUMENT", "70000");
  }
}
