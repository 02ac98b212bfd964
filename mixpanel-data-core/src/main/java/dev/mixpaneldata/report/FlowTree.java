package dev.mixpaneldata.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The branches of a flow in the order in which a tree is read. */
final class FlowTree {
  private static final Comparator<FlowResult.Path> LARGEST_FIRST =
      Comparator.comparingLong(FlowResult.Path::users)
          .reversed()
          .thenComparing(branch -> branch.events().get(branch.events().size() - 1));

  private final Map<List<String>, List<FlowResult.Path>> children = new HashMap<>();
  private final List<FlowResult.Path> ordered = new ArrayList<>();

  private FlowTree() {}

  /** Returns the branches so that each is followed by those that grow out of it, largest first. */
  static List<FlowResult.Path> ordered(List<FlowResult.Path> branches) {
    FlowTree tree = new FlowTree();
    for (FlowResult.Path branch : branches) {
      List<String> parent = branch.events().subList(0, branch.events().size() - 1);
      tree.children.computeIfAbsent(parent, p -> new ArrayList<>()).add(branch);
    }
    tree.add(List.of());
    return tree.ordered;
  }

  private void add(List<String> parent) {
    children.getOrDefault(parent, List.of()).stream()
        .sorted(LARGEST_FIRST)
        .forEach(
            branch -> {
              ordered.add(branch);
              add(branch.events());
            });
  }
}
