package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;

/** The endpoint {@code GET /api/app/me}: the service account, and the projects it can reach. */
final class MeEndpoint implements Endpoint {

  private final FakeProject world;

  MeEndpoint(FakeProject world) {
    this.world = world;
  }

  @Override
  public Answer answer(Request request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    ObjectNode results = answer.putObject("results");
    results.put("user_id", 5);
    results.put("user_email", world.project().username());
    results.put("user_name", "Demo Service Account");
    String organizationId = Long.toString(Project.ORGANIZATION_ID);
    describeOrganization(results.putObject("organizations").putObject(organizationId));
    String projectId = Long.toString(world.project().id());
    describeProject(results.putObject("projects").putObject(projectId));
    String workspaceId = Long.toString(Project.WORKSPACE_ID);
    describeWorkspace(results.putObject("workspaces").putObject(workspaceId));
    return Answer.json(200, answer.toString());
  }

  private static void describeOrganization(ObjectNode organization) {
    organization.put("id", Project.ORGANIZATION_ID);
    organization.put("name", "Demo Organization");
    organization.put("role", "admin");
    organization.putArray("permissions");
  }

  private void describeProject(ObjectNode project) {
    project.put("name", world.project().name());
    project.put("organization_id", Project.ORGANIZATION_ID);
    project.put("timezone", world.project().timezone());
    project.put("domain", world.project().domain());
    project.put("type", 1);
    project.put("role", "owner");
    project.putArray("permissions");
    project.put("has_workspaces", true);
  }

  private void describeWorkspace(ObjectNode workspace) {
    workspace.put("id", Project.WORKSPACE_ID);
    workspace.put("name", "All Project Data");
    workspace.put("project_id", world.project().id());
    workspace.put("is_default", true);
    workspace.put("is_global", true);
    workspace.put("is_restricted", false);
    workspace.put("is_visible", true);
    workspace.put("description", "");
    workspace.put("creator_name", "Demo");
  }
}
