package com.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "shop.delay=PT24H")
class ShopApplicationTest {
  @Value("${local.server.port}")
  int port;

  @Autowired EventsSync sync;
  @Autowired FakeMixpanel mixpanel;

  @Test
  void answersFromItsCopyAndReportsHowItIs() throws Exception {
    assertThat(get("/events")).contains("503", "DATABASE_NOT_FOUND");
    sync.sync();
    assertThat(get("/events")).contains("200", "Purchase");
    assertThat(get("/actuator/health")).contains("200", "\"mixpanel\"", "\"tables\":1");
    assertThat(get("/actuator/metrics/mixpanel.sync.received")).contains("200", "COUNT");
    assertThat(get("/actuator/metrics/mixpanel.database.bytes")).contains("200");
    assertThat(mixpanel.requests("/api/2.0/export")).isNotEmpty();
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  @TestConfiguration
  static class OnAFake {
    @Bean
    FakeMixpanel fakeMixpanel() {
      return FakeMixpanel.builder().dataset(Dataset.demo(LocalDate.parse("2026-01-31"))).start();
    }

    @Bean
    @Primary
    Workspace fakeWorkspace(FakeMixpanel mixpanel) throws IOException {
      Path folder = Files.createTempDirectory("shop");
      return Workspace.builder()
          .credentials(
              Credentials.of(
                  mixpanel.username(),
                  mixpanel.secret(),
                  Long.toString(mixpanel.projectId()),
                  Region.US))
          .baseUrl(mixpanel.origin().toString())
          .dataDirectory(folder)
          .open();
    }
  }
}
