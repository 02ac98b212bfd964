package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.projects.ProjectInfo;
import dev.mixpaneldata.app.projects.ProjectWorkspace;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Projects and workspaces, as operations. */
final class ProjectOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ADMINISTRATION);

  private ProjectOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY
            .read(
                "list_projects",
                "projects list",
                "Projects that the account reaches",
                NoArguments.class,
                ResultType.listOf(ProjectInfo.class),
                (app, request) -> app.projects().me().projects())
            .with(Trait.KEPT),
        FAMILY
            .read(
                "list_workspaces",
                "projects workspaces",
                "Workspaces of the project, the default one first",
                NoArguments.class,
                ResultType.listOf(ProjectWorkspace.class),
                (app, request) -> app.projects().workspaces())
            .with(Trait.KEPT));
  }
}
