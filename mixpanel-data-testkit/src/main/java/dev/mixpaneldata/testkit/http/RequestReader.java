package dev.mixpaneldata.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reader of the requests of one connection, one after another. Used by one thread. */
final class RequestReader {

  private final InputStream in;
  private final OutputStream out;

  RequestReader(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Returns the next request, or empty if the client has closed the connection. */
  Optional<Request> read() throws IOException {
    String start = line();
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    Parameters headers = Parameters.headers(lines);
    if (headers.first("Expect").isPresent()) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    String[] words = start.split(" ");
    if (words.length < 2) {
      throw new IOException("Not a request line: " + start);
    }
    String target = words[1];
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    return Optional.of(
        new Request(words[0], target, path, Parameters.decode(query), headers, body(headers)));
  }

  private byte[] body(Parameters headers) throws IOException {
    if (headers.first("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      return chunkedBody();
    }
    int length = Integer.parseInt(headers.first("Content-Length").orElse("0"));
    return exactly(length);
  }

  private byte[] chunkedBody() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().split(";")[0].trim(), 16);
      if (size == 0) {
        while (!line().isEmpty()) {
          // Trailers are not used here.
        }
        return body.toByteArray();
      }
      body.write(exactly(size));
      line();
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The request body ended after " + bytes.length + " bytes");
    }
    return bytes;
  }

  /** Reads a line without its end; returns empty text also at the end of the stream. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int character = in.read(); character >= 0 && character != '\n'; character = in.read()) {
      if (character != '\r') {
        line.append((char) character);
      }
    }
    return line.toString();
  }
}
