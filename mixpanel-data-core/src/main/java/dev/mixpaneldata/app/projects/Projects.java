package dev.mixpaneldata.app.projects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The user behind the credentials, and the projects within reach (app API, undocumented). Answers
 * are kept for a while.
 */
public final class Projects {
  private static final Comparator<ProjectWorkspace> WHOLE_FIRST =
      Comparator.comparing((ProjectWorkspace w) -> !w.isGlobal())
          .thenComparing(w -> !w.name().equals("All Project Data"))
          .thenComparing(w -> !w.isDefault())
          .thenComparing(w -> !w.isVisible());

  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public Projects(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
  }

  /** Returns the user behind the credentials, and what they reach. Needs the scope user_details. */
  public Me me() {
    return cache.get(
        Projects.class, "me", List.of(), () -> read(ask(Call.get(ApiFamily.APP, "/me"))));
  }

  /** Returns the workspaces of the project, the default one first. */
  public List<ProjectWorkspace> workspaces() {
    return cache.get(Projects.class, "workspaces", List.of(), this::publicWorkspaces);
  }

  private List<ProjectWorkspace> publicWorkspaces() {
    JsonNode answer = ask(Call.get(ApiFamily.APP, "/projects/{project}/workspaces/public"));
    List<JsonNode> views = LenientReader.records(answer, "id", "data views");
    if (!views.stream().allMatch(view -> view.path("name").isTextual())) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "Mixpanel's answer about data views has one without a name: " + answer,
          "Try again later.");
    }
    return views.stream()
        .map(node -> workspace(LenientReader.count(node.path("id")), node))
        .sorted(
            Comparator.comparing((ProjectWorkspace w) -> !w.isDefault())
                .thenComparing(ProjectWorkspace::id))
        .toList();
  }

  /**
   * Returns the workspace that holds all data of the project; empty if Mixpanel names none or the
   * account may not ask. {@code /me}, which has it too, is asked late because its answer may have a
   * hundred megabytes.
   */
  public Optional<ProjectWorkspace> wholeProject() {
    return cache.get(
        Projects.class,
        "whole project",
        List.of(),
        () ->
            Stream.<Supplier<List<ProjectWorkspace>>>of(
                    this::workspaces, this::indexedWorkspaces, this::ownWorkspaces)
                .map(Projects::orNone)
                .flatMap(found -> found.stream().min(WHOLE_FIRST).stream())
                .findFirst());
  }

  private static List<ProjectWorkspace> orNone(Supplier<List<ProjectWorkspace>> source) {
    try {
      return source.get();
    } catch (MixpanelDataException e) {
      return switch (e.code()) {
        case NOT_FOUND, PERMISSION_DENIED, INVALID_ARGUMENT, BAD_RESPONSE, TIMEOUT -> List.of();
        default -> throw e;
      };
    }
  }

  private List<ProjectWorkspace> indexedWorkspaces() {
    JsonNode projects = ask(Call.get(ApiFamily.APP, "/projects/metadata/index"));
    return byId(
        projects.path(http.credentials().projectId()).path("workspaces"), Projects::workspace);
  }

  private List<ProjectWorkspace> ownWorkspaces() {
    long project = Long.parseLong(http.credentials().projectId());
    return me().workspaces().stream()
        .filter(workspace -> workspace.projectId().filter(id -> id == project).isPresent())
        .toList();
  }

  /**
   * Returns the organization of the project.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if Mixpanel names none
   */
  public long organization() {
    String project = http.credentials().projectId();
    return me().projects().stream()
        .filter(known -> Long.toString(known.id()).equals(project))
        .flatMap(known -> known.organizationId().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.NOT_FOUND,
                    "Mixpanel does not name the organization of project " + project + ".",
                    "Give the id of the organization."));
  }

  /** Returns the data view that was chosen or, where none was, that of the whole project. */
  public Optional<Long> dataView() {
    return http.dataView().or(() -> wholeProject().map(ProjectWorkspace::id));
  }

  private JsonNode ask(Call call) {
    return LenientReader.unwrap(Mappers.read(http.send(call).body()), "results");
  }

  private static Me read(JsonNode me) {
    return new Me(
        LenientReader.wholeNumber(me.path("user_id")),
        LenientReader.text(me.path("user_email")),
        LenientReader.text(me.path("user_name")),
        byId(me.path("organizations"), Projects::organization),
        byId(me.path("projects"), Projects::project),
        byId(me.path("workspaces"), Projects::workspace));
  }

  /** Reads a map by id. The ids are its keys; inside the values they may be missing. */
  private static <T> List<T> byId(JsonNode map, BiFunction<Long, JsonNode, T> reader) {
    return LenientReader.fields(map).entrySet().stream()
        .filter(e -> e.getKey().matches("[0-9]{1,18}"))
        .sorted(Comparator.comparing(e -> Long.valueOf(e.getKey())))
        .map(e -> reader.apply(Long.valueOf(e.getKey()), e.getValue()))
        .toList();
  }

  private static OrganizationInfo organization(long id, JsonNode node) {
    return new OrganizationInfo(
        id, node.path("name").asText(), LenientReader.text(node.path("role")));
  }

  private static ProjectInfo project(long id, JsonNode node) {
    return new ProjectInfo(
        id,
        node.path("name").asText(),
        LenientReader.wholeNumber(node.path("organization_id")),
        LenientReader.text(node.path("timezone")),
        region(LenientReader.text(node.path("domain"))),
        LenientReader.text(node.path("role")),
        LenientReader.flag(node.path("has_workspaces")));
  }

  /** Returns the region of a domain; none means the United States. */
  private static Region region(Optional<String> domain) {
    return Arrays.stream(Region.values())
        .filter(region -> domain.filter(region.domain()::equals).isPresent())
        .findFirst()
        .orElse(Region.US);
  }

  private static ProjectWorkspace workspace(long id, JsonNode node) {
    return new ProjectWorkspace(
        id,
        node.path("name").asText(),
        LenientReader.wholeNumber(node.path("project_id")),
        LenientReader.flag(node.path("is_default")),
        LenientReader.flag(node.path("is_global")),
        LenientReader.flag(node.path("is_restricted")),
        LenientReader.flag(node.path("is_visible")),
        LenientReader.text(node.path("description")));
  }
}
