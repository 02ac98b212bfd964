package dev.mixpaneldata.bridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoopbackAgentTest {
  private static final URI PAGE = URI.create("https://vendor.example.com/authorize");

  private final List<HttpResponse<String>> answers = new ArrayList<>();

  @Test
  void takesTheAnswerOfItsOwnSignInAloneAndEchoesNothing() {
    List<String> opened = new ArrayList<>();
    List<String> redirect = new ArrayList<>();
    LoopbackAgent agent =
        new LoopbackAgent(
            page -> {
              opened.add(page.toString());
              visit(redirect.get(0) + "?code=stolen&state=other");
              visit(redirect.get(0).replace("/callback", "/other") + "?code=x&state=right");
              visit(redirect.get(0) + "?code=%3Cscript%3E&state=right");
            },
            Duration.ofSeconds(30));

    try (AuthorizationAgent.Visit visit = agent.prepare(Optional.empty())) {
      redirect.add(visit.redirectUri());
      Map<String, String> parameters = visit.authorize(PAGE, "right");

      assertThat(parameters).containsEntry("code", "<script>").containsEntry("state", "right");
    }

    assertThat(opened).containsExactly(PAGE.toString());
    assertThat(redirect.get(0)).matches("http://localhost:1928[4-7]/callback");
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(404, 404, 200);
    assertThat(answers)
        .extracting(HttpResponse::body)
        .allSatisfy(page -> assertThat(page).doesNotContain("script").doesNotContain("right"));
    assertThat(answers.get(2).headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void takesThePortOfTheRegistrationOrAnotherWhenThatIsTaken() {
    LoopbackAgent agent = new LoopbackAgent(page -> {}, Duration.ofSeconds(1));

    try (AuthorizationAgent.Visit first =
            agent.prepare(Optional.of("http://localhost:19287/callback"));
        AuthorizationAgent.Visit second = agent.prepare(Optional.of(first.redirectUri()))) {
      assertThat(second.redirectUri()).isNotEqualTo(first.redirectUri());
    }
  }

  /** The browser goes to whichever loopback address it likes; 127.0.0.1 is always there. */
  private void visit(String address) {
    try {
      answers.add(
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address.replace("localhost", "127.0.0.1")))
                      .build(),
                  HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
