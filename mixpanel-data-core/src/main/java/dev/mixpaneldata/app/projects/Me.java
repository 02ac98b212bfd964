package dev.mixpaneldata.app.projects;

import java.util.List;
import java.util.Optional;

/**
 * The user behind the credentials, with the organizations, projects and workspaces within reach.
 *
 * @param organizations by id
 * @param projects by id
 * @param workspaces by id
 */
public record Me(
    Optional<Long> userId,
    Optional<String> userEmail,
    Optional<String> userName,
    List<OrganizationInfo> organizations,
    List<ProjectInfo> projects,
    List<ProjectWorkspace> workspaces) {
  public Me {
    organizations = List.copyOf(organizations);
    projects = List.copyOf(projects);
    workspaces = List.copyOf(workspaces);
  }
}
