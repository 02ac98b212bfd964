package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests and answers recorded from Mixpanel's Python client: for each call that has a counterpart
 * here, the request is the same in method, path, query and body, and the answer is read without
 * loss.
 */
class AppVectorsTest extends WireTestCase {
  private static final List<String> FILES =
      List.of(
          "wire-entities.jsonl",
          "wire-bookmarks.jsonl",
          "wire-cohorts.jsonl",
          "wire-data-governance.jsonl");

  /** Functions of the Python client whose operation has another name. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("list_cohorts_app", "list_cohorts_full"),
          Map.entry("run_audit_events_only", "run_audit"));

  /** Fields of the Python client's parameters, and of the body that it makes of them. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("bookmark_type", "type"),
          Map.entry("link_type", "type"),
          Map.entry("card_type", "type"),
          Map.entry("source_type", "type"),
          Map.entry("drop_filter_id", "id"),
          Map.entry("schemaDefinition", "schemaJson"));

  /** Fields of custom properties, whose bodies are in camel case. */
  private static final Map<String, String> CAMEL_FIELDS =
      Map.ofEntries(
          Map.entry("resource_type", "resourceType"),
          Map.entry("display_formula", "displayFormula"),
          Map.entry("composed_properties", "composedProperties"));

  /** Parameters whose fields the Python client sends in camelCase. */
  private static final Set<String> IN_CAMEL_CASE =
      Set.of(
          "UpdateEventDefinitionParams",
          "UpdatePropertyDefinitionParams",
          "BulkPropertyUpdate",
          "SchemaEntry",
          "BulkCreateSchemasParams",
          "InitSchemaEnforcementParams",
          "UpdateSchemaEnforcementParams",
          "ReplaceSchemaEnforcementParams",
          "UpdateAnomalyParams",
          "BulkAnomalyEntry",
          "BulkUpdateAnomalyParams",
          "CreateDeletionRequestParams",
          "PreviewDeletionFiltersParams");

  /** Arguments of the Python client's functions that have another name here. */
  private static final Map<String, String> ARGUMENTS =
      Map.of("alert_type", "type", "property_id", "custom_property_id");

  /** Functions of the Python client's lower layer that take a form which is already text. */
  private static final Set<String> FORMS = Set.of("api_client.create_custom_event");

  /** A recorded call of an operation. */
  record Case(int line, String call, OperationSpec<?, ?> operation, JsonNode content) {
    JsonNode request() {
      return content.at("/exchange/0/request");
    }

    @Override
    public String toString() {
      return line + " " + call;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String file : FILES) {
      int line = 0;
      for (String text : lines(file)) {
        JsonNode content = Mappers.read(text);
        String call = content.path("call").asText();
        String function = call.substring(call.indexOf('.') + 1);
        Optional<OperationSpec<?, ?>> operation =
            Operations.find(NAMES.getOrDefault(function, function))
                .filter(found -> found.family().isManaged());
        boolean single = content.path("exchange").size() == 1;
        line++;
        if (operation.isPresent()
            && single
            && !FORMS.contains(call)
            && !isPlaceholder(call, content)) {
          cases.add(new Case(line, call, operation.get(), content));
        }
      }
    }
    return cases.stream();
  }

  /** The lower layer hands on answers without content, which the higher one refuses, too. */
  private static boolean isPlaceholder(String call, JsonNode content) {
    JsonNode results = content.at("/exchange/0/answer/results");
    return call.startsWith("api_client.")
        && !content.has("error")
        && results.isObject()
        && results.properties().stream().allMatch(field -> field.getValue().asText().isEmpty());
  }

  private static List<String> lines(String file) {
    try (InputStream stream = AppVectorsTest.class.getResourceAsStream("/vectors/" + file)) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Case> complete() {
    return cases().filter(recorded -> lacking(recorded).isEmpty());
  }

  /** The Python client's lower layer takes bodies without what Mixpanel demands. */
  private static Set<String> lacking(Case recorded) {
    Map<String, Object> arguments = arguments(recorded);
    Map<?, ?> body = arguments.get("json") instanceof Map<?, ?> map ? map : Map.of();
    Set<String> lacking = new java.util.TreeSet<>();
    recorded
        .operation()
        .parameters()
        .forEach(
            parameter -> {
              boolean given =
                  arguments.containsKey(parameter.name())
                      || parameter.alias().filter(arguments::containsKey).isPresent()
                      || body.containsKey(parameter.name())
                      || body.containsKey(camelCase(parameter.name()))
                      || body.containsKey(FIELDS.getOrDefault(parameter.name(), ""))
                      || body.containsKey(CAMEL_FIELDS.getOrDefault(parameter.name(), ""));
              if (parameter.required() && !given) {
                lacking.add(parameter.name());
              }
            });
    return lacking;
  }

  private static Map<String, Object> arguments(Case recorded) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    if (recorded.call().endsWith("_events_only")) {
      arguments.put("events_only", true);
    }
    recorded
        .content()
        .at("/input/query_params")
        .properties()
        .forEach(field -> arguments.put(field.getKey(), field.getValue().asText()));
    recorded
        .content()
        .path("input")
        .properties()
        .forEach(
            field -> {
              boolean isBody = Set.of("body", "params").contains(field.getKey());
              String name =
                  isBody ? "json" : ARGUMENTS.getOrDefault(field.getKey(), field.getKey());
              if (!name.equals("query_params")) {
                arguments.put(
                    name, JsonText.parse(wire(field.getValue()).toString()).orElseThrow());
              }
            });
    return arguments;
  }

  /** What the Python client sends of its parameters: without nulls, under Mixpanel's names. */
  private static JsonNode wire(JsonNode node) {
    JsonNode copy = node.deepCopy();
    clean(copy);
    return copy;
  }

  private static void clean(JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().path("$type").asText().equals("float")) {
                double number = field.getValue().path("value").asDouble();
                ((ObjectNode) node).put(field.getKey(), number);
              }
            });
    if (node instanceof ObjectNode object && object.has("$type")) {
      // There the field of the body has the name of the parameter.
      String type = object.remove("$type").asText();
      boolean camel = type.contains("CustomProperty") || type.startsWith("ComposedProperty");
      Map<String, String> names = camel ? CAMEL_FIELDS : FIELDS;
      boolean renames = !type.startsWith("ValidateAlerts");
      Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
      Map<String, JsonNode> renamed = new LinkedHashMap<>();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        if (!field.getValue().isNull()) {
          String name = IN_CAMEL_CASE.contains(type) ? camelCase(field.getKey()) : field.getKey();
          renamed.put(renames ? names.getOrDefault(name, name) : name, field.getValue());
        }
      }
      object.removeAll();
      object.setAll(renamed);
    }
    node.forEach(AppVectorsTest::clean);
  }

  private static String camelCase(String name) {
    return Pattern.compile("_([a-z])").matcher(name).replaceAll(m -> m.group(1).toUpperCase());
  }

  private Object run(Case recorded) {
    JsonNode exchange = recorded.content().at("/exchange/0");
    String answer = exchange.path("answer").isNull() ? "" : exchange.path("answer").toString();
    server.stubFor(
        WireMock.any(WireMock.anyUrl())
            .willReturn(
                WireMock.aResponse()
                    .withStatus(exchange.path("status").asInt())
                    .withHeader("Content-Type", "application/json")
                    .withBody(answer)));
    return recorded.operation().run(scoped(recorded), arguments(recorded));
  }

  /** Returns a workspace with the data view that the recorded path names. */
  private Workspace scoped(Case recorded) {
    Matcher view =
        Pattern.compile("/workspaces/([0-9]+)/").matcher(recorded.request().path("path").asText());
    return view.find()
        ? Workspace.builder()
            .credentials(Credentials.of("robot", "s3cr3t", "12345", Region.US))
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .dataView(Long.parseLong(view.group(1)))
            .pacer(time.pacer())
            .open()
        : workspace;
  }

  @Test
  void thereAreMany() {
    assertThat(complete()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("complete")
  void theRequestIsTheSame(Case recorded) {
    try {
      run(recorded);
    } catch (MixpanelDataException e) {
      assertThat(recorded.content().has("error")).as(e.getMessage()).isTrue();
    }
    LoggedRequest sent = requests().get(0);
    assertThat(sent.getMethod().getName()).isEqualTo(recorded.request().path("method").asText());
    assertThat(sent.getUrl().replaceAll("\\?.*", ""))
        .isEqualTo(recorded.request().path("path").asText());
    Map<String, String> wanted = new TreeMap<>();
    recorded
        .request()
        .path("params")
        .properties()
        .forEach(field -> wanted.put(field.getKey(), joined(field.getValue())));
    wanted.keySet().removeIf(name -> name.equals("query_origin"));
    Map<String, String> query = new TreeMap<>();
    for (QueryParameter parameter : sent.getQueryParams().values()) {
      query.put(parameter.key(), String.join("&", parameter.values()));
    }
    assertThat(query).isEqualTo(wanted);
    JsonNode body = recorded.content().path("input").path("body");
    JsonNode given = body.isMissingNode() ? recorded.content().at("/input/params") : body;
    if (!given.isMissingNode() && !sent.getMethod().getName().equals("GET")) {
      assertContains(body(sent), wire(given));
    }
  }

  /** The body, of a form as an object whose alternatives are the names of events. */
  private static JsonNode body(LoggedRequest sent) {
    if (!String.valueOf(sent.getHeader("Content-Type")).contains("form-urlencoded")) {
      return Mappers.readExactly(sent.getBodyAsString());
    }
    ObjectNode fields = Mappers.json().createObjectNode();
    for (String pair : sent.getBodyAsString().split("&")) {
      String name = pair.substring(0, pair.indexOf('='));
      String value =
          URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
      if (name.equals("alternatives")) {
        ArrayNode events = fields.putArray(name);
        Mappers.readExactly(value).forEach(event -> events.add(event.path("event")));
      } else {
        fields.put(name, value);
      }
    }
    return fields;
  }

  /** A parameter that is sent several times. */
  private static String joined(JsonNode value) {
    List<String> values = new ArrayList<>();
    (value.isArray() ? value : List.of(value)).forEach(one -> values.add(one.asText()));
    return String.join("&", values);
  }

  /** The Python client's higher layer adds what the lower one is not given. */
  private static void assertContains(JsonNode sent, JsonNode wanted) {
    wanted
        .properties()
        .forEach(
            field -> {
              if (field.getKey().equals("definition")) {
                // Mixpanel takes the definition of a cohort beside its name.
                assertContains(sent, field.getValue());
              } else {
                assertThat(sent.path(field.getKey()).toString())
                    .as(field.getKey())
                    .isEqualTo(field.getValue().toString());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("complete")
  void theAnswerIsReadWithoutLoss(Case recorded) {
    JsonNode answer = recorded.content().at("/exchange/0/answer");
    if (recorded.content().has("error")) {
      MixpanelDataException error =
          catchThrowableOfType(MixpanelDataException.class, () -> run(recorded));
      assertThat(error.code())
          .isIn(
              ErrorCode.BAD_RESPONSE,
              ErrorCode.NOT_FOUND,
              ErrorCode.INVALID_ARGUMENT,
              ErrorCode.PERMISSION_DENIED,
              ErrorCode.AUTH_FAILED);
      boolean changes = recorded.operation().changesMixpanel();
      if (changes && error.code() == ErrorCode.BAD_RESPONSE) {
        assertThat(error.getMessage()).contains(answer.path("results").toString());
        assertThat(error.hint().orElseThrow()).contains("may have been carried out");
      }
      return;
    }
    JsonNode read = JsonText.tree(run(recorded));
    JsonNode results = answer.has("results") ? answer.path("results") : answer;
    if (results.path("templates").isObject()) {
      // Templates come by name, and are listed.
      results =
          Mappers.json()
              .createArrayNode()
              .addAll(
                  List.copyOf(
                      results.path("templates").properties().stream()
                          .map(Map.Entry::getValue)
                          .toList()));
    }
    if (results.path("custom_event").isObject()) {
      results = results.path("custom_event");
    } else if (recorded.operation().id().equals("run_audit") && results.size() == 2) {
      // The violations, and an object beside them.
      ObjectNode audit = results.get(1).deepCopy();
      results = audit.set("violations", results.get(0));
    } else if (results.path("anomalies").isArray()) {
      results = results.path("anomalies");
    }
    // An envelope around nothing.
    boolean empty = results.isEmpty() || results.size() == 1 && results.has("status");
    if (results.isArray() && read.isArray() || results.isObject() && !empty) {
      assertKept(results, read, recorded.operation().id());
    }
  }

  /** Every value is found again, under its name in snake_case. */
  private static void assertKept(JsonNode sent, JsonNode read, String where) {
    if (sent.isArray()) {
      assertThat(read.size()).as(where).isEqualTo(sent.size());
      for (int i = 0; i < sent.size(); i++) {
        assertKept(sent.get(i), read.get(i), where + "[" + i + "]");
      }
    } else if (sent.isObject()) {
      sent.properties()
          .forEach(
              field -> {
                String name =
                    field.getKey().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase();
                JsonNode found =
                    read.has(field.getKey()) ? read.get(field.getKey()) : read.get(name);
                assertThat(found).as(where + "." + field.getKey()).isNotNull();
                assertKept(field.getValue(), found, where + "." + field.getKey());
              });
    } else {
      assertThat(read).as(where).isEqualTo(sent);
    }
  }
}
