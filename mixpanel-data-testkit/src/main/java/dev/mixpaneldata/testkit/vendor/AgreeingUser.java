package dev.mixpaneldata.testkit.vendor;

import dev.mixpaneldata.testkit.http.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user with a browser who agrees to everything. */
public final class AgreeingUser {
  private AgreeingUser() {}

  /** Opens the vendor's page and returns the parameters of the redirect, which is not followed. */
  public static Map<String, String> visit(URI page) {
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      URI location = page.resolve(response.headers().firstValue("Location").orElse(""));
      Map<String, String> parameters = new LinkedHashMap<>();
      Parameters query = Parameters.decode(String.valueOf(location.getRawQuery()));
      query.names().forEach(name -> parameters.put(name, query.first(name).orElse("")));
      return parameters;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
