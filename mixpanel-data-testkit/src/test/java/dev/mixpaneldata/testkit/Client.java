package dev.mixpaneldata.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A plain HTTP client with the fake's credentials. */
final class Client {

  private final FakeMixpanel mixpanel;
  private final HttpClient http = HttpClient.newHttpClient();

  Client(FakeMixpanel mixpanel) {
    this.mixpanel = mixpanel;
  }

  HttpResponse<byte[]> get(String pathAndQuery) throws IOException, InterruptedException {
    return send(request(pathAndQuery).build());
  }

  HttpResponse<byte[]> getGzip(String pathAndQuery) throws IOException, InterruptedException {
    return send(request(pathAndQuery).header("Accept-Encoding", "gzip").build());
  }

  HttpResponse<byte[]> post(String pathAndQuery, String type, String body)
      throws IOException, InterruptedException {
    return send(
        request(pathAndQuery)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpRequest.Builder request(String pathAndQuery) {
    String separator = pathAndQuery.contains("?") ? "&" : "?";
    return HttpRequest.newBuilder(
            URI.create(
                mixpanel.origin()
                    + pathAndQuery
                    + separator
                    + "project_id="
                    + mixpanel.projectId()))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", basic(mixpanel.username(), mixpanel.secret()));
  }

  static String export(String from, String to) {
    return "/api/2.0/export?time_in_ms=true&from_date=" + from + "&to_date=" + to;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String basic(String username, String secret) {
    byte[] pair = (username + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static List<String> lines(HttpResponse<byte[]> response) {
    return text(response).lines().toList();
  }

  static String unzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
