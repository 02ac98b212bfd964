package dev.mixpaneldata.internal.app;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The storage behind signed addresses. It takes a file without credentials, and with no header but
 * the content type that the signature covers. Addresses never appear in messages: whoever has one
 * can write there.
 */
public final class SignedStorage {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A hundred megabytes over a slow line. */
  private static final Duration UPLOAD = Duration.ofMinutes(30);

  private static final int LONGEST_REASON = 300;

  private SignedStorage() {}

  /**
   * Sends a file, straight from the disk.
   *
   * @param allowed an origin that may be used without encryption, as a proxy or a test has it
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the address is not one, {@code
   *     NETWORK_ERROR} or {@code SERVER_ERROR} if the storage does not take the file
   */
  public static void put(String address, Optional<URI> allowed, String contentType, Path file) {
    URI uri = checked(address, allowed);
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(uri)
              .timeout(UPLOAD)
              .header("Content-Type", contentType)
              .PUT(HttpRequest.BodyPublishers.ofFile(file))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw refused(uri, answer);
      }
    } catch (FileNotFoundException e) {
      throw MixpanelDataException.invalidArgument(
          "The file " + file + " is gone.", "Give the path of a CSV file.");
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.NETWORK_ERROR,
          "The file could not be sent to " + uri.getHost() + ".",
          "Nothing was changed. Check the connection and try again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MixpanelDataException(
          ErrorCode.INTERRUPTED, "Interrupted while sending a file.", null, e);
    }
  }

  private static URI checked(String address, Optional<URI> allowed) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw noAddress();
    }
    boolean known =
        allowed.filter(origin -> origin.getAuthority().equals(uri.getAuthority())).isPresent();
    if (uri.getHost() == null || !("https".equals(uri.getScheme()) || known)) {
      throw noAddress();
    }
    return uri;
  }

  private static MixpanelDataException noAddress() {
    return new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "Mixpanel's upload address is not an https address.",
        "Nothing was changed. Try again later.");
  }

  private static MixpanelDataException refused(URI uri, HttpResponse<String> answer) {
    String body = answer.body();
    String reason = body.substring(0, Math.min(LONGEST_REASON, body.length())).strip();
    return new MixpanelDataException(
        ErrorCode.SERVER_ERROR,
        uri.getHost() + " did not take the file (" + answer.statusCode() + "): " + reason,
        "Nothing was changed. The address may have expired: try again.");
  }
}
