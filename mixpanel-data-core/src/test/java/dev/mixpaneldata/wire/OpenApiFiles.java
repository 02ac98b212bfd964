package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mixpanel's own OpenAPI files, which are not part of this project. They are looked for in the
 * folder that the system property {@code mixpanel.openapi} names, or beside the checkout in {@code
 * shared/openapi}. Without them nothing is checked, or the tests fail where {@code
 * mixpanel.openapi.required} is set, as {@code .ci/run} does.
 */
final class OpenApiFiles {
  private static final String QUERY = "query.openapi.yaml";

  private static final Path FOLDER =
      Path.of(System.getProperty("mixpanel.openapi", "../../shared/openapi"));

  private static final boolean REQUIRED = Boolean.getBoolean("mixpanel.openapi.required");

  private static final Map<String, OpenApiInteractionValidator> VALIDATORS =
      new ConcurrentHashMap<>();

  private static final AtomicBoolean SKIP_PRINTED = new AtomicBoolean();

  private OpenApiFiles() {}

  static void check(List<LoggedRequest> requests) {
    if (arePresent(FOLDER, REQUIRED)) {
      requests.forEach(OpenApiFiles::check);
    }
  }

  /** Whether the files can be checked against; fails if they are required and missing. */
  static boolean arePresent(Path folder, boolean required) {
    boolean present = Files.exists(folder.resolve(QUERY));
    assertThat(present || !required)
        .as("Mixpanel's OpenAPI files are in %s, or where -Dmixpanel.openapi says", folder)
        .isTrue();
    if (!present && SKIP_PRINTED.compareAndSet(false, true)) {
      System.out.println(
          "SKIPPED: requests are not checked against Mixpanel's OpenAPI files, which are not in "
              + folder);
    }
    return present;
  }

  private static void check(LoggedRequest request) {
    String path = request.getUrl().replaceAll("\\?.*", "");
    String call = request.getMethod() + " " + path;
    if (OpenApiDeviations.undocumented(call)) {
      return;
    }
    OpenApiInteractionValidator validator = validator(request, path);
    SimpleRequest sent =
        IngestionRequests.has(path)
            ? IngestionRequests.documented(request)
            : simple(request, OpenApiDeviations.documentedPath(path));
    List<String> faults =
        validator.validateRequest(sent).getMessages().stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .map(message -> message.getKey() + ": " + message.getMessage())
            .filter(fault -> !OpenApiDeviations.explains(call, fault))
            .toList();
    assertThat(faults).as(call + " against the OpenAPI file").isEmpty();
  }

  private static OpenApiInteractionValidator validator(LoggedRequest request, String path) {
    if (IngestionRequests.has(path)) {
      return validator(IngestionRequests.file(request), "/");
    }
    if (path.startsWith("/flags")) {
      return validator("feature-flags.openapi.yaml", "/");
    }
    if (path.startsWith("/api/2.0/nessie/")) {
      return validator("data-pipelines.openapi.yaml", "/api/2.0");
    }
    return path.startsWith("/api/app/")
        ? validator(appFile(path), "/api/app")
        : validator(QUERY, "/api/query");
  }

  private static String appFile(String path) {
    Matcher family =
        Pattern.compile(
                "/(annotations|experiments|feature-flags|service-accounts|data-retrievals"
                    + "|data-deletions|warehouse-sources)(/|$)")
            .matcher(path);
    return switch (family.find() ? family.group(1) : "") {
      case "annotations" -> "annotations.openapi.yaml";
      case "experiments" -> "experiments.openapi.yaml";
      case "feature-flags" -> "feature-flags-management.openapi.yaml";
      case "service-accounts" -> "service-accounts.openapi.yaml";
      case "data-retrievals", "data-deletions" -> "gdpr.openapi.yaml";
      case "warehouse-sources" -> "warehouse-connectors.openapi.yaml";
      default -> "lexicon-schemas.openapi.yaml";
    };
  }

  private static SimpleRequest simple(LoggedRequest request, String path) {
    SimpleRequest.Builder builder = withoutBody(request, path);
    if (request.getBody().length > 0) {
      builder.withContentType(request.getHeader("Content-Type"));
      builder.withBody(request.getBodyAsString());
    }
    return builder.build();
  }

  static SimpleRequest.Builder withoutBody(LoggedRequest request, String path) {
    SimpleRequest.Builder builder =
        new SimpleRequest.Builder(request.getMethod().getName(), path)
            .withAuthorization(request.getHeader("Authorization"));
    for (QueryParameter parameter : request.getQueryParams().values()) {
      builder.withQueryParam(parameter.key(), parameter.values());
    }
    return builder;
  }

  private static OpenApiInteractionValidator validator(String file, String basePath) {
    return VALIDATORS.computeIfAbsent(
        file,
        name ->
            OpenApiInteractionValidator.createForSpecificationUrl(
                    FOLDER.resolve(name).toAbsolutePath().normalize().toUri().toString())
                .withBasePathOverride(basePath)
                .withLevelResolver(
                    LevelResolver.create()
                        .withLevel(
                            "validation.request.parameter.query.unexpected",
                            ValidationReport.Level.ERROR)
                        .build())
                .build());
  }
}
