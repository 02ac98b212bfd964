package dev.mixpaneldata.account;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.StreamedAnswer;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /me} about one project. The answer lists everything the service account can
 * reach, over a hundred megabytes in large organisations, so it is read as a stream.
 *
 * @param project the project asked for, if it is among them
 * @param others a few of the other projects, as "name (id)"
 * @param projects the number of projects within reach
 */
record ProjectLookup(Optional<Project> project, List<String> others, int projects) {
  private static final int EXAMPLES = 5;

  /** A project as the app API describes it. */
  record Project(
      Optional<String> name, Optional<ZoneId> timeZone, Region region, Optional<String> role) {}

  /**
   * Asks {@code /me}.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is not one of {@code /me}
   */
  static ProjectLookup ask(MixpanelHttp http, String projectId, Duration timeout) {
    return ask(http, timeout, body -> read(body, projectId));
  }

  /**
   * Returns all projects of {@code /me}, by id.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the answer is not one of {@code /me}
   */
  static List<ReachableProject> all(MixpanelHttp http, Duration timeout) {
    return ask(http, timeout, ProjectLookup::readAll);
  }

  private static <T> T ask(MixpanelHttp http, Duration timeout, Reading<T> reading) {
    Call call = Call.get(ApiFamily.APP, "/me").answerWithin(timeout).idleAtMost(timeout);
    try (StreamedAnswer answer = http.open(call);
        InputStream body = plain(answer)) {
      T me = reading.read(body);
      if (me != null) {
        return me;
      }
    } catch (IOException malformed) {
      // Reported below: this is not an answer of /me.
    }
    throw new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "The answer to /me does not come from Mixpanel.",
        "A proxy may have answered, or the base URL is not Mixpanel's.");
  }

  private static InputStream plain(StreamedAnswer answer) throws IOException {
    return answer.contentEncoding().isPresent()
        ? new GZIPInputStream(answer.body())
        : answer.body();
  }

  /** Reads an answer as it comes; returns null if it is not one of {@code /me}. */
  @FunctionalInterface
  private interface Reading<T> {
    @Nullable T read(InputStream stream) throws IOException;
  }

  private static @Nullable List<ReachableProject> readAll(InputStream stream) throws IOException {
    try (JsonParser parser = Mappers.json().createParser(stream)) {
      if (parser.nextToken() != JsonToken.START_OBJECT || !enter(parser, "results")) {
        return null;
      }
      List<ReachableProject> projects = new ArrayList<>();
      if (enter(parser, "projects")) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String id = parser.currentName();
          parser.nextToken();
          Project project = project(parser.readValueAsTree());
          projects.add(
              new ReachableProject(
                  id, project.name().orElse("unnamed"), project.region(), project.timeZone()));
        }
      }
      projects.sort(
          Comparator.comparingInt((ReachableProject project) -> project.id().length())
              .thenComparing(ReachableProject::id));
      return List.copyOf(projects);
    }
  }

  /** Reads the answer; returns null if it is not one of {@code /me}. */
  static @Nullable ProjectLookup read(InputStream stream, String projectId) throws IOException {
    try (JsonParser parser = Mappers.json().createParser(stream)) {
      if (parser.nextToken() != JsonToken.START_OBJECT || !enter(parser, "results")) {
        return null;
      }
      return enter(parser, "projects")
          ? readProjects(parser, projectId)
          : new ProjectLookup(Optional.empty(), List.of(), 0);
    }
  }

  /** Moves to the object under a key of the current object. */
  private static boolean enter(JsonParser parser, String key) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(key);
      JsonToken value = parser.nextToken();
      if (found) {
        return value == JsonToken.START_OBJECT;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static ProjectLookup readProjects(JsonParser parser, String projectId)
      throws IOException {
    Optional<Project> project = Optional.empty();
    List<String> others = new ArrayList<>();
    int count = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String id = parser.currentName();
      parser.nextToken();
      count++;
      if (id.equals(projectId)) {
        project = Optional.of(project(parser.readValueAsTree()));
      } else if (others.size() < EXAMPLES) {
        JsonNode other = parser.readValueAsTree();
        others.add(other.path("name").asText("unnamed") + " (" + id + ")");
      } else {
        parser.skipChildren();
      }
    }
    return new ProjectLookup(project, List.copyOf(others), count);
  }

  private static Project project(JsonNode node) {
    return new Project(
        text(node, "name"),
        text(node, "timezone").flatMap(ProjectLookup::zone),
        region(node),
        text(node, "role"));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.path(key).textValue()).filter(text -> !text.isBlank());
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** Returns the region of a domain; an empty domain means the United States. */
  private static Region region(JsonNode node) {
    String domain = node.path("domain").asText("").toLowerCase(Locale.ROOT);
    for (Region region : Region.values()) {
      if (region != Region.US && domain.startsWith(region.domain())) {
        return region;
      }
    }
    return Region.US;
  }
}
