package dev.mixpaneldata.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a socket saw of one answer.
 *
 * @param bytes all that arrived, headers included
 * @param failure what ended it, if not an orderly close
 */
record RawExchange(byte[] bytes, Optional<IOException> failure) {

  /** Sends one GET, with {@code Connection: close}, and reads until the end. */
  static RawExchange get(FakeMixpanel mixpanel, String pathAndQuery, String acceptedEncoding)
      throws IOException {
    return get(mixpanel, pathAndQuery, acceptedEncoding, 5_000);
  }

  static RawExchange get(
      FakeMixpanel mixpanel, String pathAndQuery, String acceptedEncoding, int timeoutMillis)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", mixpanel.origin().getPort())) {
      socket.setSoTimeout(timeoutMillis);
      String request =
          "GET "
              + pathAndQuery
              + "&project_id="
              + mixpanel.projectId()
              + " HTTP/1.1\r\nHost: fake\r\nConnection: close\r\nAccept-Encoding: "
              + acceptedEncoding
              + "\r\nAuthorization: "
              + Client.basic(mixpanel.username(), mixpanel.secret())
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
      }
      return new RawExchange(bytes.toByteArray(), Optional.empty());
    } catch (IOException failure) {
      return new RawExchange(bytes.toByteArray(), Optional.of(failure));
    }
  }

  String head() {
    return new String(bytes, 0, bodyStart(), StandardCharsets.ISO_8859_1);
  }

  /** The body as framed: chunk sizes are still in it. */
  String body() {
    return new String(bytes, bodyStart(), bytes.length - bodyStart(), StandardCharsets.ISO_8859_1);
  }

  private int bodyStart() {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
  }
}
