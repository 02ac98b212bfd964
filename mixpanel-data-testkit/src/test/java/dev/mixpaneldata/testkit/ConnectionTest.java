package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  @Test
  void oneConnectionServesSeveralRequestsAndAContinueIsSent() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start();
        Socket socket = new Socket("127.0.0.1", mixpanel.origin().getPort())) {
      socket.setSoTimeout(5_000);
      String head =
          " /api/query/engage?project_id=%d HTTP/1.1\r\nAuthorization: %s\r\n"
              .formatted(
                  mixpanel.projectId(), Client.basic(mixpanel.username(), mixpanel.secret()));
      OutputStream out = socket.getOutputStream();
      out.write(("GET" + head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(readUntil(socket.getInputStream(), "\"results\":[]}")).startsWith("HTTP/1.1 200");
      out.write(
          ("POST" + head + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(readUntil(socket.getInputStream(), "\r\n\r\n")).startsWith("HTTP/1.1 100");
      out.write("4\r\npage\r\n2\r\n=0\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      readUntil(socket.getInputStream(), "\"results\":[]}");
      assertThat(mixpanel.requests().get(1).body()).isEqualTo("page=0");
    }
  }

  @Test
  void aClosedFakeRefusesConnections() throws Exception {
    FakeMixpanel mixpanel = FakeMixpanel.builder().start();
    Client client = new Client(mixpanel);
    assertThat(client.get("/api/app/me").statusCode()).isEqualTo(200);
    mixpanel.close();
    assertThatThrownBy(() -> client.get("/api/app/me")).isInstanceOf(IOException.class);
  }

  @Test
  void aFailureInsideTheFakeIsAServerErrorThatNamesIt() throws Exception {
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder()
            .dataset(Dataset.empty())
            .where(
                text -> {
                  throw new IllegalStateException("broken language");
                })
            .start()) {
      HttpResponse<byte[]> response = new Client(mixpanel).get("/api/query/engage?where=x");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(Client.text(response)).contains("broken language");
    }
  }

  @Test
  void credentialsAreTakenWithoutBase64AsWell() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      HttpRequest request =
          new Client(mixpanel)
              .request("/api/app/me")
              .setHeader("Authorization", "Basic " + mixpanel.username() + ":" + mixpanel.secret())
              .build();
      assertThat(new Client(mixpanel).send(request).statusCode()).isEqualTo(200);
    }
  }

  private static String readUntil(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("Ended after: " + text);
      }
      text.append((char) next);
    }
    return text.toString();
  }
}
