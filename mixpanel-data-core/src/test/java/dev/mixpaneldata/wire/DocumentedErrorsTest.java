package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.Family;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.DatedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation that calls Mixpanel takes its documented failures for what they are. */
class DocumentedErrorsTest extends WireTestCase {
  private record Failure(int status, String body, ErrorCode query, ErrorCode app) {
    private Failure(int status, String body, ErrorCode code) {
      this(status, body, code, code);
    }
  }

  private static final List<Failure> FAILURES =
      List.of(
          new Failure(
              400, "{\"error\": \"bad\"}", ErrorCode.QUERY_FAILED, ErrorCode.INVALID_ARGUMENT),
          new Failure(
              400, "{\"error\": \"Unable to authenticate request\"}", ErrorCode.AUTH_FAILED),
          new Failure(401, "{\"error\": \"no\"}", ErrorCode.AUTH_FAILED),
          new Failure(402, "{\"error\": \"no\"}", ErrorCode.PLAN_LIMIT),
          new Failure(403, "{\"error\": \"no\"}", ErrorCode.PERMISSION_DENIED),
          new Failure(
              403,
              "{\"error\": \"Date range exceeds 90 days into the past\"}",
              ErrorCode.PLAN_LIMIT),
          new Failure(404, "{\"error\": \"no\"}", ErrorCode.NOT_FOUND),
          new Failure(
              200,
              "{\"status\": \"error\", \"error\": \"bad\"}",
              ErrorCode.QUERY_FAILED,
              ErrorCode.INVALID_ARGUMENT));

  private static final Map<String, Object> EXAMPLES =
      Map.ofEntries(
          Map.entry("event", "Buy"),
          Map.entry("events", List.of("Buy")),
          Map.entry("born_event", "Buy"),
          Map.entry("from_date", "2026-01-05"),
          Map.entry("to_date", "2026-01-06"),
          Map.entry("on", "amount"),
          Map.entry("property_name", "amount"),
          Map.entry("properties", List.of("amount")),
          Map.entry("distinct_ids", List.of("u")),
          Map.entry("bookmark_id", 77),
          Map.entry("bookmark_type", "funnels"),
          Map.entry("funnel_id", 7),
          Map.entry("cohort_id", 1000),
          Map.entry("script", "function main() {}"),
          Map.entry("entity_type", "event"),
          Map.entry("name", "Buy"),
          Map.entry("url", "https://eu.mixpanel.com/project/12345/app/insights#report/77"),
          Map.entry("entries", "[{\"id\": 1}]"),
          Map.entry("metrics", List.of("Buy")),
          Map.entry("definition", "{\"steps\": [{\"event\": \"Buy\"}], \"date_range\": {}}"));

  /** Parameters that are not required, and without which nothing is sent. */
  private static final List<String> NEEDED =
      List.of(
          "funnel_id",
          "bookmark_id",
          "custom_event_id",
          "display_formula",
          "composed_properties",
          "time_column_name",
          "token");

  private static final String SCHEMAS =
      "[{\"entityType\": \"event\", \"name\": \"Buy\", \"schemaJson\": {}}]";

  /** Values of parameters whose name means something else to other operations. */
  private static final Map<String, Object> OWN =
      Map.of(
          "bulk_update_event_definitions.events", "[{\"name\": \"Buy\"}]",
          "bulk_update_property_definitions.properties", "[{\"name\": \"amount\"}]",
          "bulk_update_anomalies.anomalies", "[{\"id\": 1, \"anomalyClass\": \"Event\"}]",
          "create_schemas_bulk.entries", SCHEMAS,
          "update_schemas_bulk.entries", SCHEMAS,
          "create_identity.anon_id", "y",
          "create_alias.alias", "y",
          "merge_identities.distinct_ids", List.of("x", "y"),
          "create_pipeline.target", "{\"gcs_bucket\": \"b\", \"gcs_region\": \"us-east1\"}",
          "update_pipeline.where", "true");

  /** The APIs that refuse a query; the others refuse an argument. */
  private static final Pattern QUERIES = Pattern.compile("/api/query/.*|/api/2[.]0/export.*");

  /** Operations that do not call Mixpanel. */
  private static final List<String> NOT_CALLING = List.of("clear_discovery_cache");

  private Map<String, Object> example(OperationSpec<?, ?> operation) {
    Map<String, Object> arguments = new HashMap<>();
    for (ParameterDescription parameter : operation.parameters()) {
      String own = operation.id() + "." + parameter.name();
      // Dates stand beside relative days, of which one is required.
      boolean date =
          DatedRequest.class.isAssignableFrom(operation.request())
              && List.of("from_date", "to_date").contains(parameter.name());
      boolean wanted =
          parameter.required() || date || NEEDED.contains(parameter.name()) || OWN.containsKey(own);
      boolean typed = operation.id().equals("query_saved_report");
      if (wanted || typed) {
        Object usual = EXAMPLES.getOrDefault(parameter.name(), example(parameter));
        arguments.put(parameter.name(), OWN.getOrDefault(own, usual));
      }
    }
    return arguments;
  }

  private Object example(ParameterDescription parameter) {
    return switch (parameter.type().kind()) {
      case DATE -> "2026-01-05";
      case INTEGER, NUMBER -> 7;
      case BOOLEAN -> true;
      case JSON -> "{}";
      case FILE -> file();
      case CHOICE -> parameter.type().choices().get(0);
      default -> "x";
    };
  }

  /** A file that can be sent. */
  private Path file() {
    try {
      return Files.writeString(folder.resolve("plans.csv"), "id,name\n1,Free\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Identities are joined by the token of the project. */
  @Override
  @BeforeEach
  void openWorkspace() {
    super.openWorkspace();
    workspace =
        Workspace.builder()
            .credentials(
                Credentials.of("robot.1a2b.mp-service-account", "s3cr3t", "12345", Region.EU))
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .projectToken(Secret.of("t0ken"))
            .open();
  }

  @TestFactory
  Stream<DynamicTest> failures() {
    return Operations.all().stream()
        // A fetch needs a store, which core has none of; storage tests what fails in one.
        .filter(o -> o.family() != Family.FETCHING)
        .filter(o -> o.family() != Family.TABLES && !o.is(Trait.LOCAL_ONLY))
        .filter(o -> !NOT_CALLING.contains(o.id()))
        .flatMap(
            operation ->
                FAILURES.stream()
                    .map(
                        failure ->
                            DynamicTest.dynamicTest(
                                operation.id() + " " + failure.status() + " " + failure.body(),
                                () -> check(operation, failure))));
  }

  private void check(OperationSpec<?, ?> operation, Failure failure) {
    openWorkspace();
    server.stubFor(any(anyUrl()).willReturn(jsonResponse(failure.body(), failure.status())));
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class, () -> operation.run(workspace, example(operation)));
    assertThat(error).as("a failure").isNotNull();
    List<LoggedRequest> calls = requests();
    assertThat(calls).as("calls: " + error.getMessage()).isNotEmpty();
    assertThat(calls.stream().map(call -> call.getMethod() + call.getUrl()))
        .as("such failures are not repeated")
        .doesNotHaveDuplicates();
    if (calls.size() == 1) {
      boolean query = QUERIES.matcher(calls.get(0).getUrl()).matches();
      assertThat(error.code()).isIn(codes(query ? failure.query() : failure.app()));
    }
    assertThat(String.valueOf(error.getMessage())).doesNotContain("s3cr3t");
    requestsAreThoseOfTheOpenApiFiles();
  }

  /** Where JQL is gone, other ways have the answer: the error says so. */
  private static List<ErrorCode> codes(ErrorCode code) {
    return code == ErrorCode.NOT_FOUND ? List.of(code, ErrorCode.CANNOT_ANSWER) : List.of(code);
  }
}
