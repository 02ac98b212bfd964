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

/**
 * Mixpanel's own OpenAPI files, which are not part of this project. They are looked for in the
 * folder that the system property {@code mixpanel.openapi} names, or beside the checkout in {@code
 * shared/openapi}; without them nothing is checked.
 */
final class OpenApiFiles {
  private static final Path FOLDER =
      Path.of(System.getProperty("mixpanel.openapi", "../../shared/openapi"));

  private static final boolean PRESENT = Files.isDirectory(FOLDER);

  private static final Map<String, OpenApiInteractionValidator> VALIDATORS =
      new ConcurrentHashMap<>();

  static {
    if (!PRESENT) {
      System.out.println(
          "Requests are not checked against Mixpanel's OpenAPI files: there is no folder "
              + FOLDER);
    }
  }

  private OpenApiFiles() {}

  static void check(List<LoggedRequest> requests) {
    if (PRESENT) {
      requests.forEach(OpenApiFiles::check);
    }
  }

  private static void check(LoggedRequest request) {
    String path = request.getUrl().replaceAll("\\?.*", "");
    String call = request.getMethod() + " " + path;
    if (OpenApiDeviations.undocumented(call)) {
      return;
    }
    OpenApiInteractionValidator validator =
        path.startsWith("/api/app/")
            ? validator("lexicon-schemas.openapi.yaml", "/api/app")
            : validator("query.openapi.yaml", "/api/query");
    List<String> faults =
        validator.validateRequest(simple(request, path)).getMessages().stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .map(message -> message.getKey() + ": " + message.getMessage())
            .filter(fault -> !OpenApiDeviations.explains(call, fault))
            .toList();
    assertThat(faults).as(call + " against the OpenAPI file").isEmpty();
  }

  private static SimpleRequest simple(LoggedRequest request, String path) {
    SimpleRequest.Builder builder =
        new SimpleRequest.Builder(request.getMethod().getName(), path)
            .withAuthorization(request.getHeader("Authorization"));
    for (QueryParameter parameter : request.getQueryParams().values()) {
      builder.withQueryParam(parameter.key(), parameter.values());
    }
    if (request.getBody().length > 0) {
      builder.withContentType(request.getHeader("Content-Type"));
      builder.withBody(request.getBodyAsString());
    }
    return builder.build();
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
