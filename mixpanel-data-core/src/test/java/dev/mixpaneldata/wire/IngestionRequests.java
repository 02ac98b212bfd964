package dev.mixpaneldata.wire;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Requests of the ingestion API as its OpenAPI file describes them. It shows events in a JSON list,
 * where lines in gzip are also taken, and gives each operation on profiles a path with a fragment,
 * which no client sends.
 */
final class IngestionRequests {
  private static final Map<String, String> USERS =
      Map.of(
          "$set", "profile-set",
          "$set_once", "profile-set-once",
          "$add", "profile-numerical-add",
          "$union", "profile-union",
          "$append", "profile-list-append",
          "$remove", "profile-list-remove",
          "$unset", "profile-unset",
          "$delete", "profile-delete");

  /** Without $add and $append, which the file does not show for groups. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "$set", "group-set",
          "$set_once", "group-set-once",
          "$union", "group-union",
          "$remove", "group-remove-from-list",
          "$unset", "group-unset",
          "$delete", "group-delete");

  private IngestionRequests() {}

  static boolean has(String path) {
    return path.matches("/(import|track|engage|groups|lookup-tables(/.*)?)");
  }

  /** The file that describes a request: events about identities have one of their own. */
  static String file(LoggedRequest request) {
    return identity(request).isEmpty() ? "ingestion.openapi.yaml" : "identity.openapi.yaml";
  }

  /** The event of a request about identities; empty for every other request. */
  private static String identity(LoggedRequest request) {
    String body = URLDecoder.decode(body(request), StandardCharsets.UTF_8);
    return Stream.of("$identify", "$create_alias", "$merge")
        .filter(event -> body.contains("\"event\":\"" + event + "\""))
        .findFirst()
        .orElse("");
  }

  static SimpleRequest documented(LoggedRequest request) {
    String path = request.getUrl().replaceAll("\\?.*", "");
    String body = body(request);
    SimpleRequest.Builder sent =
        switch (path) {
          case "/engage" -> OpenApiFiles.withoutBody(request, path + fragment(body, USERS));
          case "/track" -> OpenApiFiles.withoutBody(request, path + tracked(request));
          case "/groups" -> OpenApiFiles.withoutBody(request, path + fragment(body, GROUPS));
          default -> OpenApiFiles.withoutBody(request, path);
        };
    if (path.equals("/import") && identity(request).isEmpty()) {
      sent.withContentType("application/json").withBody(list(body));
    } else if (!body.isEmpty()) {
      sent.withContentType(request.getHeader("Content-Type")).withBody(body);
    }
    return sent.build();
  }

  static String body(LoggedRequest request) {
    byte[] bytes = request.getBody();
    boolean compressed = bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    if (!compressed) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tracked(LoggedRequest request) {
    return switch (identity(request)) {
      case "$identify" -> "#create-identity";
      case "$create_alias" -> "#identity-create-alias";
      default -> "";
    };
  }

  private static String list(String lines) {
    return lines.lines().collect(Collectors.joining(",", "[", "]"));
  }

  private static String fragment(String body, Map<String, String> known) {
    Set<String> operations = new TreeSet<>();
    for (JsonNode update : Mappers.read(body)) {
      update.fieldNames().forEachRemaining(operations::add);
    }
    operations.retainAll(USERS.keySet());
    List<String> only = List.copyOf(operations);
    boolean batch = only.size() != 1 || !known.containsKey(only.get(0));
    String ofBatch = known == USERS ? "profile-batch-update" : "group-batch-update";
    return "#" + (batch ? ofBatch : known.get(only.get(0)));
  }
}
